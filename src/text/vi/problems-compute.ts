/** What went wrong while computing or taking results out, and what to do: `problem.<code>`. */
import type { ComputeProblem } from "../../core/problem-codes/work.ts";

export const problemsCompute = {
  "problem.compute.fault":
    "Không tính được kết quả do lỗi của chương trình ({detail}). Các con số đang hiển thị có thể chưa đúng với phương án; đóng và mở lại phương án.",
  "problem.export.unit-missing":
    "Không xuất được: lớp ranh giới không có xã mang mã {code}. Kiểm tra lớp ranh giới ở mục Dữ liệu.",
  "problem.export.district-missing":
    "Không xuất được: không có xã nào thuộc huyện cũ {district}. Kiểm tra cột huyện cũ của lớp ranh giới ở mục Dữ liệu.",
} satisfies Record<`problem.${ComputeProblem}`, string>;
