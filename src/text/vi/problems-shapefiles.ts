/** Problems of archives, shapefiles and MapInfo exchange files: `problem.<code>`. */
import type { ShapefileProblem } from "../../core/problem-codes/files.ts";

export const problemsShapefiles = {
  "problem.archive.too-large":
    "Tệp nén {file} mở ra quá lớn (hơn {limit} MB). Giải nén rồi chọn riêng tệp cần nhập.",
  "problem.archive.too-many":
    "Tệp nén {file} chứa hơn {limit} tệp. Giải nén rồi chọn riêng những tệp cần nhập.",
  "problem.archive.ratio":
    "Tệp {name} trong tệp nén phình ra gấp hơn {limit} lần khi mở, giống tệp nén phá hoại nên không mở. Lấy lại tệp từ nơi gửi hoặc giải nén rồi chọn riêng tệp cần nhập.",
  "problem.archive.path":
    "Tệp nén có tệp mang đường dẫn không hợp lệ ({name}) nên đã bỏ qua tệp đó. Nén lại thư mục rồi chọn lại.",
  "problem.archive.twice":
    "Tệp nén có hai tệp cùng tên {name}; chỉ đọc tệp đứng trước. Đổi tên một tệp rồi nén lại nếu cần cả hai.",
  "problem.archive.encrypted":
    "Tệp {name} trong tệp nén có mật khẩu nên không mở được. Giải nén bằng mật khẩu rồi chọn tệp bên trong.",
  "problem.archive.method":
    "Tệp {name} được nén bằng cách nén chưa đọc được. Giải nén rồi chọn tệp bên trong, hoặc nén lại dạng ZIP thông thường.",
  "problem.archive.damaged":
    "Tệp {name} trong tệp nén bị hỏng. Chép hoặc tải lại tệp nén, hoặc nén lại từ máy gốc.",
  "problem.archive.cut":
    "Tệp nén bị hỏng hoặc chưa chép xong nên không mở được. Chép hoặc tải lại tệp, hoặc nén lại từ máy gốc.",
  "problem.archive.nested":
    "Tệp nén {name} nằm quá sâu trong tệp nén khác nên không mở. Giải nén rồi chọn riêng tệp cần nhập.",
  "problem.archive.other-kind":
    "Tệp nén dạng {kind} chưa mở được. Giải nén rồi chọn các tệp bên trong, hoặc nén lại dạng ZIP.",
  "problem.archive.geodatabase":
    "{name} là cơ sở dữ liệu File Geodatabase của ESRI, chưa đọc được. Xuất từng lớp ra Shapefile hoặc GeoPackage rồi nhập.",
  "problem.archive.empty": "Tệp nén không có tệp nào. Nén lại rồi chọn lại.",

  "problem.shapefile.header":
    "Tệp Shapefile (.shp) hỏng phần đầu nên không đọc được. Xuất lại lớp từ chương trình đã tạo ra nó.",
  "problem.shapefile.multipatch":
    "Tệp chứa hình khối 3 chiều (multipatch), bản đồ này không dùng được. Chuyển thành vùng (polygon) rồi xuất lại.",
  "problem.shapefile.kind": "Hình thuộc loại {given}, chưa đọc được; đối tượng này không được nhận.",
  "problem.shapefile.record":
    "Dữ liệu hình của đối tượng bị hỏng nên không nhận. Kiểm tra đối tượng này trong tệp gốc rồi xuất lại.",
  "problem.shapefile.number":
    "Tọa độ của đối tượng không phải là số. Điểm thì giữ lại và để là chưa có vị trí; đường và vùng thì không nhận. Sửa hình trong tệp gốc.",
  "problem.shapefile.shape-cut":
    "Tệp .shp bị cắt hoặc hỏng trước đối tượng này nên không có hình. Chép lại đủ tệp .shp, hoặc xuất lại lớp, rồi nhập lại.",
  "problem.shapefile.cut":
    "Tệp .shp bị cắt: phần đầu tệp ghi {said} byte nhưng chỉ có {is}. Đã đọc {shapes} đối tượng còn nguyên. Chép lại đủ tệp để có phần còn lại.",
  "problem.shapefile.no-dbf":
    "Không có tệp .dbf đi kèm nên các đối tượng không có tên, mã hay thuộc tính nào. Chọn cả tệp .dbf cùng tên nếu có.",
  "problem.shapefile.dbf":
    "Tệp {name} đi kèm không đọc được nên các đối tượng không có thuộc tính. Chép hoặc xuất lại tệp .dbf.",
  "problem.shapefile.no-shape":
    "Dòng thuộc tính này không có hình tương ứng trong tệp .shp nên không nhận. Xuất lại lớp để hai tệp khớp nhau.",
  "problem.shapefile.no-attributes":
    "Hình này không có dòng thuộc tính tương ứng trong tệp .dbf nên không nhận. Xuất lại lớp để hai tệp khớp nhau.",
  "problem.shapefile.counts":
    "Tệp .shp có {shapes} hình nhưng tệp .dbf có {rows} dòng; hai tệp có thể không cùng một bản. Kiểm tra xem thuộc tính có đúng hình không.",
  "problem.shapefile.rings":
    "Đối tượng có quá nhiều vòng ranh giới lồng nhau ({rings} vòng) nên không xếp được. Tách đối tượng thành nhiều phần rồi xuất lại.",
  "problem.shapefile.winding":
    "{rings} vòng ranh giới vẽ ngược chiều quy định; vùng ngoài và lỗ được xác định theo vòng nào nằm trong vòng nào. Xem lại các vùng có lỗ trên bản đồ.",
  "problem.shapefile.heights":
    "Tệp có độ cao hoặc trị đo kèm theo tọa độ của {features} đối tượng; chỉ dùng vị trí trên mặt bằng.",
  "problem.shapefile.index":
    "Tệp .shx không khớp với tệp .shp nên không dùng; đã đọc các hình theo thứ tự trong tệp .shp.",
  "problem.shapefile.order":
    "Số thứ tự hình ghi trong tệp .shp không hợp lệ; đã ghép hình với dòng thuộc tính theo thứ tự trong tệp. Kiểm tra xem thuộc tính có đúng hình không.",
  "problem.shapefile.encoding":
    "Tệp .cpg ghi bảng mã {said} nhưng chữ trong tệp .dbf không phải UTF-8; bảng mã được đoán lại theo từng cột.",
  "problem.shapefile.no-rows": "Tệp không có đối tượng hay dòng nào. Kiểm tra lại tệp nguồn rồi xuất lại.",

  "problem.dbf.header":
    "Tệp DBF hỏng phần đầu nên không đọc được. Xuất lại bảng từ chương trình đã tạo ra nó.",
  "problem.dbf.version":
    "Tệp DBF thuộc phiên bản chưa đọc được (dBase 7). Lưu lại dạng dBase IV hoặc Excel rồi nhập.",
  "problem.dbf.cut":
    "Tệp DBF bị cắt: phần đầu ghi {said} dòng nhưng chỉ còn nguyên {whole} dòng. Các dòng còn nguyên được đọc. Chép lại đủ tệp để có phần còn lại.",
  "problem.dbf.row-cut": "Tệp DBF bị cắt trước hoặc giữa dòng này nên không nhận. Chép lại đủ tệp.",
  "problem.dbf.beyond":
    "Dòng này nằm sau số dòng mà phần đầu tệp DBF ghi nên không nhận. Mở tệp bằng chương trình đã tạo ra nó, lưu lại rồi nhập lại.",
  "problem.dbf.deleted": "Bỏ qua {count} dòng đã bị đánh dấu xóa trong tệp DBF.",
  "problem.dbf.memo":
    "Cột này chứa văn bản dài lưu ở tệp khác (.dbt, .fpt), chưa đọc được; để trống. Chuyển sang cột chữ thường nếu cần.",
  "problem.dbf.overflow":
    "{count} ô của cột này chỉ có dấu * vì số quá dài so với độ rộng cột; để là chưa biết. Tra lại số ở nguồn gốc.",
  "problem.dbf.letter-cut":
    "{count} chữ hoặc tên cột bị cắt giữa một chữ cái vì quá dài; đã bỏ phần lẻ ở cuối.",

  "problem.mif.header":
    "Tệp MapInfo MIF thiếu phần đầu (Version, Columns, Data) nên không đọc được. Xuất lại từ MapInfo.",
  "problem.mif.columns": "Phần khai báo cột của tệp MIF không đọc được ở dòng {line}. Xuất lại từ MapInfo.",
  "problem.mif.no-mid":
    "Không có tệp .mid đi kèm nên các đối tượng không có tên, mã hay thuộc tính nào. Chọn cả tệp .mid cùng tên.",
  "problem.mif.object":
    "Đối tượng loại {kind} (chữ, cung, hình elip) không phải điểm, đường hay vùng nên đã bỏ ra.",
  "problem.mif.coordinates":
    "Tọa độ của đối tượng ở dòng {line} của tệp MIF thiếu hoặc không phải là số nên không nhận. Sửa hình rồi xuất lại.",
  "problem.mif.rings":
    "Đối tượng có quá nhiều vòng ranh giới lồng nhau ({rings} vòng) nên không xếp được. Tách đối tượng thành nhiều phần rồi xuất lại.",
  "problem.mif.row":
    "Dòng thuộc tính trong tệp .mid có {given} ô, cần {wanted} ô. Kiểm tra dấu phân cách và dấu ngoặc kép trong dòng này.",
  "problem.mif.no-row":
    "Đối tượng này không có dòng thuộc tính tương ứng trong tệp .mid nên không nhận. Xuất lại để hai tệp khớp nhau.",
  "problem.mif.no-object":
    "Dòng thuộc tính này không có đối tượng tương ứng trong tệp .mif nên không nhận. Xuất lại để hai tệp khớp nhau.",
  "problem.mif.counts":
    "Tệp .mif có {objects} đối tượng nhưng tệp .mid có {rows} dòng; hai tệp có thể không cùng một bản hoặc đã bị cắt. Kiểm tra xem thuộc tính có đúng hình không.",
  "problem.mif.encoding":
    "Tệp MIF ghi bảng mã {said} nhưng chữ không phải UTF-8; bảng mã được đoán lại theo từng cột.",
} as const satisfies Record<`problem.${ShapefileProblem}`, string>;
