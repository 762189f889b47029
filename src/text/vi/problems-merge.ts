/** Problems of merging copies of a plan: `problem.<code>`. */
import type { MergeProblem } from "../../core/problem-codes/plan.ts";

export const problemsMerge = {
  "problem.merge.expired":
    "Phương án đã thay đổi từ lúc xem trước nên chưa gộp. Chọn lại các tệp để xem trước lần nữa.",
  "problem.merge.no-files": "Chưa chọn tệp nào để gộp.",
  "problem.merge.other-origin":
    "Tệp {file} không phải bản sao của phương án {name} nên không gộp được. Chỉ gộp các bản sao lưu từ cùng một phương án.",
  "problem.merge.newer":
    "Tệp {file} được ghi bằng phiên bản An Cư mới hơn. Cập nhật chương trình rồi gộp lại.",
  "problem.merge.no-history":
    "Tệp {file} tách khỏi phương án {name} trước khi lịch sử được rút gọn nên không biết bên nào đã sửa gì. Nhập dữ liệu từ tệp này thay cho gộp.",
  "problem.merge.nothing": "Phương án đã có mọi thay đổi trong các tệp này, không có gì để gộp.",
  "problem.merge.unresolved": "Còn {count} chỗ khác nhau chưa chọn. Chọn hết rồi gộp.",
  "problem.merge.unit-code-twice":
    "Mỗi bên nhập một lớp đơn vị hành chính có cùng mã {code}. Giữ lớp của một bên.",
} as const satisfies Record<`problem.${MergeProblem}`, string>;
