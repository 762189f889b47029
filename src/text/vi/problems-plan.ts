/** What is wrong with the plan or its storage, and what to do: `problem.<code>`. */
import type { PlanProblem } from "../../core/problem-codes/plan.ts";

export const problemsPlan = {
  "problem.plan.missing":
    "Không có phương án {id} trong trình duyệt này. Mở phương án khác hoặc mở tệp .gpkg.",
  "problem.plan.damaged":
    "Tệp {file} bị hỏng hoặc thiếu dữ liệu nên không mở được. Mở một bản sao khác của phương án.",
  "problem.plan.not-a-plan":
    "Tệp {file} không phải là phương án An Cư. Mở tệp .gpkg đã lưu từ An Cư; các tệp dữ liệu khác thì nhập ở mục Dữ liệu.",
  "problem.plan.newer":
    "Phương án này được lưu bằng phiên bản An Cư mới hơn nên chỉ xem được. Cập nhật chương trình để sửa.",
  "problem.plan.read-only": "Phương án đang ở chế độ chỉ xem. Lưu một bản sao để sửa trên bản sao đó.",
  "problem.plan.other-tab":
    "Phương án đang được sửa ở một thẻ khác của trình duyệt nên ở đây chỉ xem được. Đóng thẻ kia rồi mở lại phương án để sửa.",
  "problem.plan.no-storage":
    "Trình duyệt này không cho lưu dữ liệu: thay đổi chỉ nằm trong bộ nhớ và mất khi đóng thẻ. Lưu bản sao phương án về máy để giữ lại.",
  "problem.plan.full":
    "Không còn đủ chỗ lưu trong trình duyệt nên thay đổi vừa rồi chưa được lưu. Lưu bản sao phương án về máy, giải phóng dung lượng rồi mở lại.",
  "problem.plan.write-failed":
    "Không ghi được vào bộ nhớ của trình duyệt nên thay đổi vừa rồi chưa được lưu và không sửa tiếp được. Lưu bản sao phương án về máy rồi mở lại chương trình.",
  "problem.plan.not-fetched":
    "Không đọc được tệp dữ liệu minh họa của chương trình. Kiểm tra chương trình đã khởi động đầy đủ rồi mở lại trang.",
  "problem.plan.open": "Phương án này đang mở. Mở phương án khác trước khi xóa.",
  "problem.plan.none-open": "Chưa mở phương án nào. Mở hoặc tạo phương án trước.",
  "problem.plan.nothing-to-undo": "Không còn thao tác nào để hoàn tác.",
  "problem.plan.nothing-to-redo": "Không còn thao tác nào để làm lại.",
  "problem.command.unknown": "Chương trình không có thao tác {command}.",
  "problem.command.input":
    "Giá trị ở mục {field} bị thiếu hoặc không hợp lệ. Sửa lại mục này rồi thực hiện lại.",
  "problem.layer.missing": "Lớp {id} không còn trong phương án.",
  "problem.household.missing": "Không có hộ {id} trong phương án. Kiểm tra lại mã hộ.",
  "problem.event.date":
    "Ngày {on} của hộ {id} không phải là ngày có thật từ năm 1976 đến hôm nay. Nhập lại ngày (trong tệp ghi theo dạng 2026-10-15).",
  "problem.event.order":
    "Hộ {id} không thể có diễn biến ngày {on} vì đã kết thúc hoặc đã rời từ ngày {before}. Kiểm tra lại hai ngày này.",
  "problem.event.return":
    "Hộ {id} không thể quay về ngày {on} vì trước đó chưa ghi hộ đã chuyển, đã ổn định hoặc đã rời. Ghi diễn biến đó trước.",
  "problem.event.repeated": "Diễn biến ngày {on} của hộ {id} đã được ghi.",
  "problem.events.date": "Ngày {on} không phải là ngày có thật từ năm 1976 đến hôm nay. Nhập lại ngày.",
  "problem.events.nobody":
    "Không ghi được diễn biến này cho hộ nào trong {count} hộ đã chọn. Chọn hộ khác hoặc xem lại ngày.",
  "problem.event.missing": "Diễn biến {id} không còn trong phương án.",
  "problem.baseline.missing":
    "Không có danh sách gốc này trong phương án. Chốt danh sách gốc trước khi tính tiến độ.",
  "problem.baseline.name-taken": "Đã có danh sách gốc tên {name}. Đặt tên khác.",
  "problem.baseline.empty": "Danh sách gốc {name} chưa có hộ nào nên không chốt được.",
  "problem.baseline.date":
    "Ngày chốt {on} không phải là ngày có thật từ năm 1976 đến hôm nay. Nhập lại ngày (trong tệp ghi theo dạng 2026-10-15).",
  "problem.import.expired": "Tệp đã chọn không còn chờ nhập. Mở lại tệp rồi nhập.",
  "problem.import.nothing-accepted":
    "Tệp {file} không có dòng nào đọc được theo cách đã chọn. Chọn cách đọc khác hoặc sửa tệp.",
  "problem.import.id-taken":
    "Tệp {file} có {count} mã hộ đã có trong phương án, ví dụ {id}. Thay toàn bộ danh sách hộ hoặc bỏ các mã trùng.",
  "problem.import.unit-taken":
    "Mã đơn vị {code} đã có trong phương án. Thay lớp ranh giới xã đang có hoặc bỏ đơn vị trùng mã.",
  "problem.import.left-behind":
    "{count} hộ có diễn biến hoặc trong danh sách gốc không có trong danh sách hộ mới, ví dụ {id}; diễn biến và danh sách gốc vẫn được giữ.",
} as const satisfies Record<`problem.${PlanProblem}`, string>;
