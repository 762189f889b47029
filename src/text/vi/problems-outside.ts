/** Problems of edits made by other programs: `problem.<code>`. Tables and columns are named as in the file. */
import type { OutsideProblem } from "../../core/problem-codes/plan.ts";

export const problemsOutside = {
  "problem.outside.adopted":
    "Tệp {file} đã được sửa bằng phần mềm khác: ghi nhận {count} thay đổi vào nhật ký, có thể hoàn tác. Số thay đổi không được nhận: {refused}.",
  "problem.outside.replaced":
    "Tệp {file} có bảng bị phần mềm khác tạo lại hoặc sửa mà không ghi nhận được: {tables}. Nhận {count} dòng, không nhận {refused} dòng. Không còn biết các dòng trước đó, nên không hoàn tác được về trước lần mở này.",
  "problem.outside.more": "Còn {count} dòng khác không được nhận.",
  "problem.outside.word":
    "bảng {table}, dòng {fid} ({id}): giá trị “{value}” không hợp lệ, chỉ dùng {allowed}. Dòng được giữ như trước.",
  "problem.outside.number":
    "bảng {table}, dòng {fid} ({id}): giá trị “{value}” không phải là số hợp lệ ({allowed}). Dòng được giữ như trước.",
  "problem.outside.empty": "bảng {table}, dòng {fid} ({id}): không được để trống. Dòng được giữ như trước.",
  "problem.outside.date":
    "bảng {table}, dòng {fid} ({id}): “{value}” không phải là ngày có thật từ năm 1976 đến nay, viết như 2026-10-15. Dòng được giữ như trước.",
  "problem.outside.reference":
    "bảng {table}, dòng {fid} ({id}): “{value}” không có trong bảng {allowed}. Dòng được giữ như trước.",
  "problem.outside.json":
    "bảng {table}, dòng {fid} ({id}): không phải là đối tượng JSON. Dòng được giữ như trước.",
  "problem.outside.rules":
    "bảng {table}, dòng {fid} ({id}): không đọc được quy tắc rà soát. Quy tắc được giữ như trước.",
  "problem.outside.type":
    "bảng {table}, dòng {fid} ({id}): giá trị “{value}” không đúng kiểu {allowed}. Dòng được giữ như trước.",
  "problem.outside.ours":
    "bảng {table}, dòng {fid} ({id}): giá trị này chỉ được đổi trong An Cư. Dòng được giữ như trước.",
  "problem.outside.needed":
    "bảng {table}, dòng {fid} ({id}): không được xóa vì phương án còn dùng. Dòng được giữ lại.",
  "problem.outside.key":
    "bảng {table}, dòng {fid} ({id}): mã “{value}” đã có ở dòng khác. Dòng không được nhận.",
  "problem.outside.shape-unreadable":
    "bảng {table}, dòng {fid} ({id}): không đọc được hình vẽ. Dòng được giữ như trước.",
  "problem.outside.shape-system":
    "bảng {table}, dòng {fid} ({id}): hình vẽ không theo hệ tọa độ WGS 84 (EPSG:4326); hãy chuyển hệ tọa độ rồi sửa lại. Dòng được giữ như trước.",
  "problem.outside.shape-kind":
    "bảng {table}, dòng {fid} ({id}): hình vẽ không đúng loại của lớp (điểm, đường hoặc vùng). Dòng được giữ như trước.",
  "problem.outside.shape-position":
    "bảng {table}, dòng {fid} ({id}): tọa độ không phải là kinh độ, vĩ độ. Dòng được giữ như trước.",
  "problem.outside.shape-crossing":
    "bảng {table}, dòng {fid} ({id}): ranh giới tự cắt hoặc không thành vùng. Dòng được giữ như trước.",
  "problem.outside.shape-missing": "bảng {table}, dòng {fid} ({id}): thiếu hình vẽ. Dòng được giữ như trước.",
  "problem.outside.table-refused":
    "Bảng {table} trong tệp {file} đã bị phần mềm khác tạo lại và không dòng nào dùng được (cột {field}, giá trị “{value}”). Hãy ghi lại bảng theo WGS 84 với đúng các cột, hoặc mở bản khác của phương án.",
  "problem.outside.table-missing":
    "Tệp {file} thiếu bảng {table} của phương án; một phần mềm khác đã xóa bảng này. Hãy mở bản khác của phương án.",
  "problem.outside.column-missing":
    "Bảng {table} trong tệp {file} thiếu cột {column}; một phần mềm khác đã xóa hoặc đổi tên cột này. Hãy thêm lại cột, hoặc mở bản khác của phương án.",
  "problem.outside.unfinished":
    "Tệp {file} còn đang mở trong phần mềm khác (cạnh tệp có {beside}), thay đổi cuối chưa nằm trong tệp. Hãy đóng tệp ở phần mềm đó rồi mở lại.",
} as const satisfies Record<`problem.${OutsideProblem}`, string>;
