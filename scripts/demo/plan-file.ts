/** What the demo plan is called and what is said of its layers: name, date, and how far they cover. */
import type { Coverage, LayerKind } from "../../src/core/model/layers.ts";

interface LayerWords {
  readonly name: string;
  readonly coverage: Coverage;
  readonly date: string;
}

/** `plan.json`. Every layer covers the whole area: outside its polygons is assessed and clear. */
export const PLAN_FILE: { readonly name: string; readonly layers: Readonly<Record<LayerKind, LayerWords>> } =
  {
    name: "Vùng Mẫu 2021–2030",
    layers: {
      units: { name: "Ranh giới xã 07/2025", coverage: "all", date: "2025-07-01" },
      forests: { name: "Ba loại rừng 2024", coverage: "all", date: "2024-12-31" },
      hazards: { name: "Sạt lở, lũ quét, lũ ống 2022", coverage: "all", date: "2022-06-30" },
      roads: { name: "Đường ô tô 2025", coverage: "all", date: "2025-12-31" },
      centres: { name: "Trung tâm xã 07/2025", coverage: "all", date: "2025-07-01" },
    },
  };
