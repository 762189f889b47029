/** Problems of KML, GPX, FlatGeobuf, GeoPackage, drawings and rasters: `problem.<code>`. */
import type { GeoFormatProblem } from "../../core/problem-codes/files.ts";

export const problemsFormats = {
  "problem.format.no-features": "Tệp không chứa đối tượng nào. Kiểm tra lại tệp nguồn.",
  "problem.format.too-large":
    "Tệp quá lớn (hơn {limit} MB). Tách thành nhiều tệp nhỏ hơn, ví dụ theo xã, rồi nhập từng tệp.",
  "problem.format.columns":
    "Tệp có {count} cột, nhiều hơn mức đọc được ({most}). Bỏ bớt cột không cần rồi xuất lại.",
  "problem.format.broken":
    "Có {most} đối tượng hỏng nên không đọc tiếp tệp này. Lấy lại bản gốc hoặc xuất lại tệp.",
  "problem.format.mixed-letters":
    "Chữ trong tệp viết bằng nhiều bảng mã lẫn nhau nên không giải mã được. Xuất lại tệp dưới dạng UTF-8.",
  "problem.format.left-out": "Đã bỏ qua {count} mục {what}: loại này không nhập được.",
  "problem.format.only-left-out":
    "Tệp chỉ có {what}, là loại không nhập được. Xuất các điểm, đường, vùng ra tệp rồi nhập lại.",
  "problem.format.shape":
    "Không đọc được hình của đối tượng này. Mở tệp bằng chương trình đã tạo ra nó, sửa hình rồi xuất lại.",
  "problem.format.cut-off":
    "Tệp bị cắt ngang, phần cuối không đọc được. Lấy lại bản đầy đủ; các đối tượng đọc được vẫn dùng được.",
  "problem.xml.broken":
    "Tệp hỏng cú pháp XML ở dòng {line}, ký tự {column}. Tệp có thể bị cắt khi tải hoặc sửa tay; lấy lại bản gốc.",
  "problem.xml.deep":
    "Dữ liệu lồng nhau hơn {most} lớp nên không đọc được. Xuất lại tệp từ chương trình đã tạo ra nó.",
  "problem.xml.entities":
    "{count} ký hiệu viết tắt trong tệp không có trong XML nên được giữ nguyên như đã viết.",
  "problem.kml.coordinates": "“{given}” không phải tọa độ (kinh độ, vĩ độ bằng số). Sửa tọa độ trong tệp.",
  "problem.kml.tables": "Phần mô tả của {count} đối tượng là bảng hai cột; đã tách thành các cột riêng.",
  "problem.kmz.no-document": "Tệp KMZ không có tệp KML bên trong. Xuất lại tệp từ chương trình đã tạo ra nó.",
  "problem.kmz.broken": "Tệp KMZ hỏng, không giải nén được. Tải lại hoặc xuất lại tệp.",
  "problem.gpkg.plan":
    "Tệp này là một phương án của chương trình, không phải dữ liệu để nhập. Mở nó bằng mục Mở phương án có sẵn.",
  "problem.gpkg.unfinished":
    "Một phần dữ liệu còn nằm trong tệp {name}, chưa ghi vào GeoPackage. Đóng phần mềm đang mở tệp này (ví dụ QGIS) rồi chọn lại.",
  "problem.gpkg.no-contents":
    "Tệp SQLite này không phải GeoPackage (không có bảng gpkg_contents). Xuất lại dưới dạng GeoPackage.",
  "problem.gpkg.table":
    "Tệp có ghi bảng {name} nhưng bảng này không đọc được: {detail}. Các bảng khác vẫn dùng được.",
  "problem.gpkg.bytes": "Cột {name} chứa dữ liệu nhị phân (ảnh, tệp đính kèm), đã bỏ qua.",
  "problem.tab.part-missing":
    "Thiếu tệp {name} đi kèm. Chọn cùng lúc cả các tệp .tab, .dat, .map, .id cùng tên, hoặc nén chung vào một tệp .zip.",
  "problem.drawing.closed":
    "Nội dung tệp là {looksLike}, chỉ phần mềm đã tạo ra nó đọc được. Lưu lại dưới dạng DXF (ASCII) rồi nhập.",
  "problem.drawing.blocks": "{count} khối ký hiệu trong bản vẽ được đọc thành điểm đặt khối.",
  "problem.drawing.left-out":
    "Đã bỏ qua {count} mục {what} của bản vẽ: loại này không phải điểm, đường hay vùng.",
  "problem.drawing.polylines": "{count} đường khép kín trong bản vẽ được đọc thành vùng.",
  "problem.drawing.no-place":
    "Bản vẽ không ghi hệ tọa độ. Chọn hệ tọa độ ở bước Vị trí rồi đối chiếu với ranh giới xã.",
  "problem.raster.continuous":
    "Ảnh này có trị số liên tục (từ {least} đến {greatest}), như mô hình độ cao, nên không chuyển thành vùng. Dùng nó để lấy trị số tại vị trí từng hộ; muốn có vùng thì phân thành nhiều nhất {most} cấp rồi nhập lại.",
  "problem.raster.cells":
    "Ảnh có {cells} ô, nhiều hơn mức đọc được ({most}). Cắt theo ranh giới cần dùng hoặc giảm độ phân giải rồi nhập lại.",
  "problem.raster.no-place": "Ảnh không ghi vị trí trên mặt đất (không phải GeoTIFF). Xuất lại kèm tọa độ.",
  "problem.raster.rough":
    "Ảnh chia thành quá nhiều vùng vụn (hơn {most} đỉnh). Lọc bỏ các vùng nhỏ (ví dụ công cụ Sieve của QGIS) rồi nhập lại.",
  "problem.raster.empty": "Ảnh không có ô nào mang trị số. Kiểm tra lại tệp nguồn.",
  "problem.raster.bands": "Ảnh có {count} kênh; chỉ đọc kênh thứ nhất.",
  "problem.raster.outside":
    "Theo hệ tọa độ đã chọn, ảnh nằm ngoài mặt đất. Chọn hệ tọa độ khác ở bước Vị trí.",
  "problem.raster.not-heights":
    "Trị số từ {least} đến {greatest} không thể là độ cao tính bằng mét. Thường do ô trống mang một trị số mà tệp không khai là NoData (ví dụ -32768): khai báo lại (công cụ Translate của QGIS) rồi nhập lại.",
  "problem.raster.bytes":
    "Ảnh chiếm {bytes} byte, nhiều hơn mức giữ được trong phương án ({most}). Cắt theo ranh giới tỉnh hoặc giảm độ phân giải rồi nhập lại.",
  "problem.raster.kept":
    "Tệp {file} là ảnh được giữ nguyên dạng lưới ô, không có dòng hay vùng nào để chuyển. Muốn có vùng, đọc ảnh như các cấp nguy cơ.",
  "problem.raster.unreadable":
    "Không đọc được ảnh: tệp hỏng hoặc nén theo cách không hỗ trợ. Xuất lại GeoTIFF không nén hoặc nén LZW, Deflate.",
} as const satisfies Record<`problem.${GeoFormatProblem}`, string>;
