/** Problems of coordinate systems and coordinates: `problem.<code>`. */
import type { PlaceProblem } from "../../core/problem-codes/intake.ts";

export const problemsPlace = {
  "problem.place.crs-refused":
    "Hệ tọa độ {crs} đã bị hủy bỏ (ghi ngược hằng số cộng) nên không dùng được. Hệ thay thế là {instead}.",
  "problem.place.crs-unknown":
    "Không biết hệ tọa độ “{crs}”. Ghi mã EPSG, ví dụ EPSG:9218 (VN-2000, kinh tuyến trục 108°30').",
  "problem.place.number": "“{given}” không phải là tọa độ. Sửa lại số hoặc để trống.",
  "problem.place.number-letter": "“{given}” có chữ lẫn trong số; có phải là {proposed}?",
  "problem.place.number-ambiguous": "Không rõ dấu trong “{given}” là dấu thập phân hay dấu ngăn nghìn.",
  "problem.place.half": "Chỉ có một trong hai tọa độ.",
  "problem.place.zero": "Tọa độ ghi 0, 0: coi như chưa có vị trí.",
  "problem.place.swapped": "Tọa độ {x}; {y} bị đảo thứ tự so với các dòng khác.",
  "problem.place.degrees": "Tọa độ {x}; {y} là độ, trong khi các dòng khác ghi theo {crs}.",
  "problem.place.metres": "Tọa độ {x}; {y} là mét, trong khi các dòng khác ghi bằng độ.",
  "problem.place.outside": "Tọa độ {x}; {y} không nằm trong Việt Nam theo {crs}.",
} as const satisfies Record<`problem.${PlaceProblem}`, string>;
