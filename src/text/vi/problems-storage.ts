/** Problems of copies, recovery and room: `problem.<code>`. */
import type { StorageProblem } from "../../core/problem-codes/plan.ts";

export const problemsStorage = {
  "problem.copy.missing": "Bản sao tự động này không còn nữa. Chọn bản khác.",
  "problem.copy.unreadable":
    "Không đọc được phương án đang mở từ bộ nhớ của trình duyệt nên chưa lưu được bản sao. Giữ nguyên thẻ này, tải lại chương trình ở thẻ khác, rồi mở bản sao tự động mới nhất.",
  "problem.recover.nothing":
    "Tệp {file} hỏng quá nặng, không đọc được hộ, lớp hay điểm bố trí nào. Mở một bản sao khác của phương án.",
} as const satisfies Record<`problem.${StorageProblem}`, string>;
