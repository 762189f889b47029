/** Problems of coordinate systems and coordinates: `problem.<code>`. */
import type { PlaceProblem } from "../../core/outcome.ts";

export const problemsPlace = {
  "problem.place.crs-refused":
    "Hệ tọa độ {crs} đã bị hủy bỏ (tọa độ gốc bị đảo) nên không dùng được. Hỏi nơi gửi hệ tọa độ đúng.",
} as const satisfies Record<`problem.${PlaceProblem}`, string>;
