/** Why a guess stands where it stands: `intake.why.<code>`. Phrases, put after a guess. */
import type { WhyCode } from "../../core/intake/ranked.ts";

export const intakeWhy = {
  "intake.why.encoding.plain": "chữ đọc được ngay, không phải chuyển mã",
  "intake.why.field.none": "tên cột và giá trị không cho biết là trường nào",
  "intake.why.place.none": "không có gì để so",
} as const satisfies Record<`intake.why.${WhyCode}`, string>;
