/** The targets that are computed from a list of households, as a new plan gets them. From then on they are its data. */
import type { Target } from "../model/target.ts";

/** What `unit` of a target says when households of a baseline are counted. */
export const PERCENT_OF_HOUSEHOLDS = "percent-of-households";

const SOURCE = "Kế hoạch của tỉnh Đắk Lắk giai đoạn 2021–2030";
const SCATTERED =
  "Di dời, bố trí hộ dân tộc thiểu số cư trú phân tán trong rừng đặc dụng, nơi xa xôi, hẻo lánh, nơi có nguy cơ lũ ống, lũ quét, sạt lở";
const MIGRANTS = "Sắp xếp, bố trí ổn định hộ di cư không theo quy hoạch";

/**
 * 60 % by 2025 and 100 % by 2030 of the scattered minority households; 90 % by 2025 of the unplanned migrants,
 * for whom 2030 has words ("giải quyết căn bản") and no number. A bare percentage is reached at that number
 * (`>=`); only "trên" would be `>`.
 */
export const MILESTONES: readonly Target[] = [
  milestone("relocation-2025", "relocation", SCATTERED, 60, 2025),
  milestone("relocation-2030", "relocation", SCATTERED, 100, 2030),
  milestone("migrants-2025", "migrants", MIGRANTS, 90, 2025),
];

function milestone(
  id: string,
  baselineTarget: Target["baselineTarget"],
  clause: string,
  value: number,
  year: number,
): Target {
  return {
    id,
    clause,
    comparator: ">=",
    value,
    unit: PERCENT_OF_HOUSEHOLDS,
    year,
    baselineTarget,
    source: SOURCE,
  };
}
