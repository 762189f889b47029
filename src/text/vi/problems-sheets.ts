/** Problems of spreadsheets and of tables with titles and totals: `problem.<code>`. */
import type { SheetProblem } from "../../core/problem-codes/files.ts";

export const problemsSheets = {
  "problem.sheet.empty": "Trang {table} không có dòng dữ liệu nào nên không đưa vào danh sách.",
  "problem.sheet.nothing":
    "Tệp bảng tính không có dòng dữ liệu nào. Kiểm tra lại có đúng tệp không, rồi chọn tệp khác.",
  "problem.sheet.broken":
    "Tệp bảng tính bị hỏng hoặc bị cắt khi sao chép. Mở tệp bằng Excel, lưu lại dưới dạng XLSX rồi nhập lại.",
  "problem.sheet.locked":
    "Tệp bảng tính có mật khẩu nên không đọc được. Mở tệp bằng Excel, bỏ mật khẩu, lưu lại rồi nhập lại.",
  "problem.sheet.too-large":
    "Bảng tính quá lớn (hơn {limit} MB khi mở ra). Lưu trang cần nhập thành CSV rồi nhập lại.",
  "problem.sheet.too-many":
    "Tệp có {count} trang tính, nhiều hơn mức đọc được ({most}). Tách tệp rồi nhập từng phần.",
  "problem.sheet.too-wide":
    "Trang {table} có quá nhiều ô hoặc quá nhiều cột nên không đọc. Xóa các cột không dùng rồi lưu lại.",
  "problem.sheet.unreadable":
    "Trang {table} bị hỏng, không đọc được. Mở tệp bằng Excel, lưu lại dưới dạng XLSX rồi nhập lại.",
  "problem.sheet.hidden": "Trang {table} đang bị ẩn trong bảng tính; vẫn được đọc.",
  "problem.sheet.formula-empty":
    "{count} ô có công thức chưa được tính nên không có giá trị. Mở tệp bằng Excel, lưu lại rồi nhập lại để có giá trị.",
  "problem.sheet.errors":
    "{count} ô báo lỗi (như #N/A, #REF) được để trống, ở các dòng {rows}. Sửa công thức trong tệp nếu cần các giá trị này.",
  "problem.sheet.merged":
    "{count} ô nằm trong ô gộp theo cột, được điền giá trị của ô gộp (các dòng {rows}).",
  "problem.sheet.no-header":
    "Không tìm thấy dòng tên cột; mọi dòng được coi là dữ liệu. Chọn ý nghĩa từng cột, hoặc thêm dòng tên cột vào tệp.",
  "problem.sheet.title": "{count} dòng tiêu đề phía trên bảng không phải dữ liệu (dòng {rows}): {text}",
  "problem.sheet.title-bytes": "{count} dòng tiêu đề phía trên bảng không phải dữ liệu (dòng {rows}).",
  "problem.sheet.header-rows": "Tên cột nằm trên {count} dòng ({rows}), đã ghép lại thành một.",
  "problem.sheet.numbering": "Dòng đánh số cột (dòng {rows}) không phải dữ liệu, đã bỏ qua.",
  "problem.sheet.groups":
    "{count} dòng tên nhóm (dòng {rows}) không phải dữ liệu; tên nhóm được ghi cho từng dòng bên dưới ở cột {columns}.",
  "problem.sheet.totals": "{count} dòng cộng, tổng (dòng {rows}) không phải dữ liệu, đã bỏ qua.",
  "problem.sheet.header-again": "{count} dòng lặp lại tên cột (dòng {rows}) không phải dữ liệu, đã bỏ qua.",
  "problem.sheet.footer": "{count} dòng phía dưới bảng không phải dữ liệu (dòng {rows}): {text}",
  "problem.sheet.footer-bytes": "{count} dòng phía dưới bảng không phải dữ liệu (dòng {rows}).",
} as const satisfies Record<`problem.${SheetProblem}`, string>;
