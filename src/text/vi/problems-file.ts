/** What is wrong with a file, a rule set or a site, and what to do: `problem.<code>`. */
import type { FileProblem } from "../../core/problem-codes/files.ts";
import type { RuleProblem, SiteProblem } from "../../core/problem-codes/work.ts";

export const problemsFile = {
  "problem.file.empty": "Tệp không có nội dung. Kiểm tra lại nơi xuất tệp rồi xuất lại.",
  "problem.file.unknown-format":
    "Không nhận ra định dạng của tệp. Chương trình đọc Excel, CSV, shapefile, MapInfo, GeoPackage, KML, GPX, FlatGeobuf, GeoJSON, DXF, DGN và GeoTIFF. Xem tệp có bị hỏng hay thiếu tệp đi kèm (.dbf, .shx, .dat) không, rồi chọn lại.",
  "problem.file.other-format":
    "Nội dung tệp giống {looksLike}, chưa đọc được. Xuất lại dưới dạng GeoJSON (WGS 84) hoặc CSV.",
  "problem.file.not-what-it-says": "Tên tệp ghi là {said} nhưng nội dung là {is}; đã đọc theo nội dung.",
  "problem.file.not-utf8":
    "Chữ trong tệp không phải bảng mã UTF-8 (sai từ dòng {line}). Lưu lại dưới dạng UTF-8 rồi nhập lại, để không sai dấu tên người, tên đất.",
  "problem.file.wrong-layer":
    "Tệp không dùng được làm {wanted}; theo các cột thì giống {looks}. Chọn đúng loại lớp hoặc đúng tệp.",
  "problem.file.column-taken": "Cột này được hiểu là {as}.",
  "problem.file.column-twice": "Cột này cùng nghĩa {as} với cột {used}; đã dùng cột {used}, bỏ qua cột này.",
  "problem.file.text-normalised":
    "{count} chỗ chữ viết theo dạng Unicode tách dấu, đã ghép lại thành dạng chuẩn (NFC).",
  "problem.geojson.syntax":
    "GeoJSON hỏng cú pháp ở dòng {line}, ký tự {column}. Tệp có thể bị cắt khi tải hoặc sửa tay; lấy lại bản gốc.",
  "problem.geojson.not-collection":
    "Tệp JSON này là {type}, không phải tập đối tượng GeoJSON (FeatureCollection). Xuất lại dưới dạng GeoJSON.",
  "problem.geojson.not-feature": "Mục này là {type}, không phải đối tượng GeoJSON (Feature).",
  "problem.geojson.nested":
    "Dữ liệu lồng nhau hơn {most} lớp nên không đọc được. Xuất lại tệp từ chương trình đã tạo ra nó.",
  "problem.geojson.crs":
    "Tệp khai báo hệ tọa độ {crs}. GeoJSON phải theo WGS 84 (kinh độ, vĩ độ); chuyển hệ tọa độ rồi xuất lại, vì lệch hệ có thể sai hơn 200 m.",
  "problem.csv.no-header":
    "Dòng tiêu đề thiếu tên hoặc trùng tên ở cột thứ {column} ({name}). Mỗi cột cần một tên riêng.",
  "problem.csv.no-coordinates":
    "Tệp không có tọa độ (cần hai cột lon, lat hoặc kinh_do, vi_do); mọi hộ được giữ là chưa có vị trí, kết quả sẽ là chưa xác định.",
  "problem.csv.columns":
    "Dòng có {cells} ô, tiêu đề có {columns} cột. Dấu phân cách nằm trong chữ phải được đặt trong dấu ngoặc kép.",
  "problem.csv.quote":
    "Dấu ngoặc kép mở ở dòng này không được đóng, phần còn lại của tệp không đọc được. Thêm dấu ngoặc kép đóng.",
  "problem.row.id-missing": "Thiếu mã hộ. Mỗi hộ cần một mã riêng để theo dõi qua các năm.",
  "problem.row.id-repeated": "Mã hộ {id} đã có ở dòng (đối tượng) {first}. Mỗi hộ cần một mã riêng.",
  "problem.row.number": "“{given}” không phải là số độ; hộ được giữ là chưa có vị trí.",
  "problem.row.coordinates": "Tọa độ {lon}; {lat} không phải kinh độ, vĩ độ. Sửa số hoặc để trống cả hai ô.",
  "problem.row.coordinates-half":
    "Tọa độ chỉ có một trong hai số; hộ được giữ là chưa có vị trí. Bổ sung số còn thiếu.",
  "problem.row.coordinates-zero": "Tọa độ 0; 0 được hiểu là chưa đo; hộ được giữ là chưa có vị trí.",
  "problem.row.value": "“{given}” được hiểu là chưa biết.",
  "problem.row.word-taken": "“{given}” được hiểu là {as}.",
  "problem.row.members": "“{given}” không phải số khẩu (số nguyên từ 0 đến {most}); để là chưa biết.",
  "problem.row.yes-no": "“{given}” không phải có hoặc không; để là chưa biết.",
  "problem.row.swapped":
    "Kinh độ {lon}, vĩ độ {lat} bị đảo chỗ. Đổi hai số cho nhau: kinh độ (khoảng 108) trước, vĩ độ (khoảng 12) sau.",
  "problem.row.outside": "Tọa độ {lon}; {lat} nằm xa địa bàn tỉnh. Vẫn nhận; cần kiểm tra lại.",
  "problem.row.projected":
    "Tọa độ {lon}; {lat} là mét, không phải độ (có thể là: {looksLike}). Chuyển sang WGS 84 (kinh độ, vĩ độ) rồi nhập lại; chọn nhầm hệ có thể lệch hơn 200 m.",
  "problem.feature.no-geometry": "Đối tượng không có hình. Vẽ hình hoặc bỏ đối tượng này khỏi tệp.",
  "problem.feature.geometry-kind": "Hình là {given}, lớp này cần {wanted}.",
  "problem.feature.position": "Có đỉnh không phải cặp số kinh độ, vĩ độ: {given}.",
  "problem.feature.ring-short":
    "Vòng ranh giới chỉ có {positions} điểm, cần ít nhất 4 (điểm cuối trùng điểm đầu). Vẽ lại vùng này.",
  "problem.feature.line-short": "Tuyến chỉ có một điểm. Vẽ lại tuyến này.",
  "problem.feature.ring-open": "{rings} vòng ranh giới chưa khép kín, đã khép bằng cách nối về điểm đầu.",
  "problem.feature.self-crossing":
    "Ranh giới tự cắt tại {lon}; {lat}. Vẫn nhận: chỗ nhiều phần chồng nhau tính là trong vùng, chỗ một vòng ranh giới bao hai lần tính là ngoài vùng; cần sửa ranh giới tại điểm đó.",
  "problem.feature.repeated-vertices": "Bỏ {count} đỉnh trùng liền nhau; hình không đổi.",
  "problem.feature.property-missing": "Thiếu giá trị {wanted}.",
  "problem.feature.kind-missing": "Thiếu loại ({wanted}). Ghi một trong: {allowed}.",
  "problem.hazard.kind":
    "“{given}” không phải loại nguy cơ được xét. Ghi một trong: {allowed} (sạt lở, lũ quét, lũ ống).",
  "problem.hazard.level":
    "Mức nguy cơ “{given}” không dùng được. Ghi số nguyên từ 1 (thấp nhất) đến 5 (cao nhất).",
  "problem.forest.kind":
    "“{given}” không phải loại rừng được xét. Ghi một trong: {allowed} (đặc dụng, phòng hộ, sản xuất, vùng đệm).",
  "problem.forest.subzone": "Không rõ phân khu “{given}”; để là chưa biết.",
  "problem.unit.name-missing": "Thiếu tên đơn vị; dùng mã thay cho tên.",
  "problem.unit.code-repeated":
    "Mã đơn vị {code} đã có ở dòng (đối tượng) {first}. Gộp các phần của một xã thành một đối tượng nhiều vùng.",

  "problem.rules.syntax":
    "Tệp quy tắc không phải JSON đúng cú pháp ở dòng {line}, ký tự {column}. Sửa lại dấu phẩy, dấu ngoặc rồi thử lại.",
  "problem.rules.missing": "Tệp quy tắc thiếu “{key}”.",
  "problem.rules.type": "Quy tắc “{key}” ghi {given}; cần {wanted}.",
  "problem.rules.choice": "Quy tắc “{key}” ghi {given}; chỉ nhận một trong: {allowed}.",
  "problem.rules.least": "Quy tắc “{key}” ghi {given}; cần từ {least} trở lên.",
  "problem.rules.most": "Quy tắc “{key}” ghi {given}; cần không quá {most}.",
  "problem.rules.whole": "Quy tắc “{key}” ghi {given}; cần số nguyên.",
  "problem.rules.empty": "Quy tắc “{key}” để trống; cần ít nhất một giá trị.",
  "problem.rules.remote-empty":
    "Tiêu chí xa xôi không có ngưỡng nào. Ghi roadM hoặc centreM (mét), hoặc ghi null để tắt tiêu chí.",
  "problem.rules.unknown-key": "Quy tắc “{key}” không có trong chương trình. Sửa lại tên hoặc bỏ đi.",

  "problem.assignment.fixed":
    "Hộ {household} đã được chọn nơi bố trí bằng tay. Bỏ lựa chọn đó trước, rồi mới xếp lại.",
  "problem.assignment.none": "Hộ {household} chưa được xếp vào điểm nào.",
  "problem.site.field": "Điểm bố trí cần có mã (id).",
  "problem.site.form": "Hình thức bố trí “{given}” không có trong danh sách; chỉ nhận: {allowed}.",
  "problem.site.capacity": "Sức chứa “{given}” cần là số hộ nguyên, từ 0 trở lên.",
  "problem.site.no-area": "Điểm bố trí cần là vùng (Polygon, MultiPolygon).",
  "problem.site.id-taken": "Mã điểm bố trí {id} đã có. Đổi mã khác.",
  "problem.site.missing": "Điểm bố trí {id} không còn trong phương án.",
  "problem.site.shape": "Hình điểm bố trí cần là vùng có ít nhất 3 đỉnh, diện tích lớn hơn 0.",
  "problem.site.self-crossing": "Ranh giới điểm bố trí tự cắt. Kéo đỉnh để các cạnh không cắt nhau.",
  "problem.site.too-small": "Điểm bố trí chỉ rộng {areaM2} m², quá nhỏ để bố trí hộ nào.",
  "problem.site.name-missing": "Điểm bố trí cần có tên.",
  "problem.site.blocked": "Còn {count} lỗi chặn, chưa chuyển thành đề xuất được. Vẫn lưu được bản nháp.",
} as const satisfies Record<`problem.${FileProblem | RuleProblem | SiteProblem}`, string>;
