/** Names of exported files: plain letters, so that every program and every mail can carry them. */
import type { ExportRequest } from "../compute/protocol.ts";
import type { IsoDate } from "../core/units.ts";

/** Letters without marks, words joined by hyphens: “Xã Ea Mẫu” → `xa-ea-mau`. */
export function plainName(text: string): string {
  return text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/[đĐ]/g, "d")
    .replace(/[ƀɃ]/gi, "b")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "");
}

/** `an-cu_<what>_<date>.geojson`; a unit or a district is named in it. */
export function exportName(request: ExportRequest, unitName: string | null, on: IsoDate): string {
  const what = {
    "to-move": "ho-thuoc-dien",
    sites: "diem-bo-tri",
    unit: `phuong-an_${plainName(unitName ?? "")}`,
    district: `phuong-an_${plainName(request.what === "district" ? request.district : "")}`,
  }[request.what];
  return `an-cu_${what}_${on}.geojson`;
}
