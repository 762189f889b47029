/** What the check of a file finds: `problem.<code>`. */
import type { CheckProblem } from "../../core/problem-codes/intake.ts";

export const problemsChecks = {
  "problem.check.same-id": "Mã hộ {id} trùng với dòng {other}. Mỗi hộ cần một mã riêng.",
  "problem.check.same-head":
    "Chủ hộ {head} ở {village} trùng tên với dòng {other}. Xem có phải một hộ ghi hai lần không.",
  "problem.check.same-point":
    "{count} hộ cùng một tọa độ (bắt đầu từ dòng {row}). Có thể các hộ ở chung nhà, hoặc tọa độ là của cả thôn.",
  "problem.check.more":
    "Còn {count} dòng nữa có cùng lỗi với {listed} mục đã liệt kê. Tải danh sách dòng để xem hết.",
  "problem.check.unlocated": "{count} hộ chưa có tọa độ. Vẫn giữ; đặt vị trí trên bản đồ sau.",
  "problem.check.zero": "{count} hộ có tọa độ 0; 0, nghĩa là chưa đo. Giữ hộ và để là chưa có vị trí.",
  "problem.check.swapped": "Kinh độ {lon}, vĩ độ {lat} bị đảo chỗ. Đổi hai số cho nhau.",
  "problem.check.outside": "Tọa độ {lon}; {lat} nằm xa địa bàn tỉnh. Kiểm tra lại hệ tọa độ hoặc số liệu.",
  "problem.check.outside-units":
    "Tọa độ {lon}; {lat} nằm ngoài mọi xã, phường trong phương án. Kiểm tra lại vị trí của hộ.",
  "problem.check.declared":
    "Hộ ghi thuộc {declaredName} ({declared}) nhưng vị trí nằm trong {containingName} ({containing}), cách ranh giới {declaredName} {metres} m. Sửa mã xã hoặc vị trí.",
  "problem.check.commune-open":
    "{name} ({code}) đã chia về {units}; {count} hộ chưa rõ thuộc đơn vị nào. Chọn đơn vị ở mục “Đổi mã xã”, hoặc bổ sung tọa độ rồi nhập lại.",
  "problem.check.commune-unknown":
    "Mã xã {code} của {count} hộ không có trong lớp xã của phương án. Kiểm tra mã và danh mục (trước hay sau 01/7/2025).",
  "problem.check.id-damaged":
    "Mã của {count} hộ đã bị Excel đổi thành số làm tròn hoặc ngày tháng, chẳng hạn {given}. Lấy lại mã từ tệp gốc, đặt cột mã là kiểu chữ (Text).",
  "problem.check.members": "Số khẩu {given} không thể đúng (cần số nguyên từ 1 đến {most}).",
  "problem.check.measure": "Số đo {given} không thể đúng (cần số từ 0 trở lên).",
  "problem.check.year": "{given} không phải là một năm.",
  "problem.check.undecoded":
    "{count} dòng còn chữ không đọc được. Kiểm tra bảng mã của cột, hoặc sửa các chữ đó trong tệp.",
  "problem.check.no-head": "{count} hộ không ghi tên chủ hộ. Vẫn nhận; bổ sung sau.",
  "problem.check.no-degrees":
    "Hình có đỉnh không phải kinh độ, vĩ độ. Kiểm tra hệ tọa độ hoặc lấy lại hình này từ nguồn.",
  "problem.check.ring-open": "{count} vòng ranh giới chưa khép kín. Khép bằng cách nối về điểm đầu.",
  "problem.check.repeated-vertices":
    "{count} đỉnh trùng với đỉnh liền trước, ở {shapes} đối tượng. Bỏ đi, hình không đổi.",
  "problem.check.winding":
    "{count} vòng ranh giới vẽ ngược chiều, ở {shapes} đối tượng. Đảo chiều, vùng bên trong không đổi.",
  "problem.check.spike":
    "Ranh giới nhọn như gai tại {lon}; {lat}, dài {metres} m. Cắt bỏ gai rồi xem lại diện tích.",
  "problem.check.self-crossing":
    "Ranh giới tự cắt tại {lon}; {lat}. Gỡ chỗ cắt: diện tích trước {beforeM2} m², sau {afterM2} m².",
  "problem.check.self-touch":
    "Ranh giới tự chạm tại {lon}; {lat}. Tách vòng tại đó, vùng bên trong không đổi.",
  "problem.check.overlap":
    "{first} và {second} chồng lên nhau {areaM2} m² ở {places} chỗ. Đối chiếu với bản đồ địa giới rồi sửa.",
  "problem.check.gap":
    "Khoảng hở {areaM2} m² giữa {around}. Hộ ở đây không thuộc xã nào; đối chiếu với bản đồ địa giới rồi sửa.",
  "problem.check.not-compared":
    "Không so được ranh giới các vùng với nhau vì hình quá rối. Sửa các hình tự cắt trước rồi kiểm tra lại.",
} as const satisfies Record<`problem.${CheckProblem}`, string>;
