/** Problems of bringing files in: `problem.<code>`. */
import type { IntakeProblem } from "../../core/outcome.ts";

export const problemsIntake = {
  "problem.intake.tool-missing":
    "Không tải được bộ đọc {tool} nên chưa đọc được tệp này. Tải lại trang khi có mạng nội bộ rồi thử lại.",
  "problem.intake.unreadable":
    "Không đọc được tệp: {detail}. Mở tệp bằng chương trình đã tạo ra nó và lưu lại, rồi chọn lại.",
  "problem.intake.unused": "Trong tệp {file} không có gì nhập được.",
  "problem.intake.gone": "Tệp này không còn chờ nữa. Chọn lại tệp.",
} as const satisfies Record<`problem.${IntakeProblem}`, string>;
