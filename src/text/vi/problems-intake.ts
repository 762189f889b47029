/** Problems of bringing files in: `problem.<code>`. */
import type { IntakeProblem } from "../../core/problem-codes/intake.ts";

export const problemsIntake = {
  "problem.intake.tool-missing":
    "Không tải được bộ đọc {tool} nên chưa đọc được tệp này. Tải lại trang khi có mạng nội bộ rồi thử lại.",
  "problem.intake.unreadable":
    "Không đọc được tệp: {detail}. Mở tệp bằng chương trình đã tạo ra nó và lưu lại, rồi chọn lại.",
  "problem.intake.unused": "Trong tệp {file} không có gì nhập được.",
  "problem.intake.too-large":
    "Tệp {file} quá lớn (hơn {limit} MB). Chia tệp theo xã hoặc bỏ bớt cột rồi chọn lại.",
  "problem.intake.not-readable-now":
    "Không mở được tệp {file}: tệp đã bị chuyển đi, đổi tên hoặc đang mở ở chương trình khác. Đóng chương trình đó rồi chọn lại.",
  "problem.intake.left-out": "Dòng này được để lại theo lựa chọn của người nhập.",
  "problem.intake.gone": "Tệp này không còn chờ nữa. Chọn lại tệp.",
} as const satisfies Record<`problem.${IntakeProblem}`, string>;
