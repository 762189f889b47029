/** Command line: plan new, plan import. */
export const cliPlanImport = {
  "cli.plan.new.usage": `Cách dùng: npm run -s ancu -- plan new PHƯƠNG-ÁN.gpkg --units TỆP […]

  --units TỆP            ranh giới xã: code, name, district
  --households TỆP       danh sách hộ: id, ethnicity, lon, lat …
  --forests TỆP          rừng: name, kind; dùng được nhiều lần
  --forest-coverage all|zones
                         ngoài mọi vùng của lớp là: all = đã khảo sát, không có; zones = chưa khảo sát
  --hazards TỆP          vùng nguy cơ: kind, level; dùng được nhiều lần
  --hazard-coverage all|zones
  --roads TỆP            đường
  --centres TỆP          trung tâm xã: code
  --rules TỆP            quy tắc (JSON); không ghi thì dùng quy tắc mặc định
  --name TÊN             tên phương án; không ghi thì lấy tên tệp
  --skip-bad             vẫn nhập lớp có đối tượng không đọc được; lớp ghi rõ thiếu bao nhiêu
  --author TÊN           người thực hiện, ghi vào nhật ký (mặc định: biến ANCU_AUTHOR, rồi tên tài khoản máy)
  --json                 in ra luồng chuẩn: file, id, name, revision, imported, skipped
  --lang vi|en           ngôn ngữ (mặc định vi)

Không ghi đè tệp đã có.
`,
  "cli.plan.import.usage": `Cách dùng: npm run -s ancu -- plan import PHƯƠNG-ÁN.gpkg [--as LỚP] TỆP… […]
           npm run -s ancu -- plan import PHƯƠNG-ÁN.gpkg --households TỆP [TỆP…] […]

  Nhận mọi định dạng chương trình đọc được (Excel, CSV, Shapefile, MapInfo, KML, GeoPackage, GeoJSON …). Các tệp
  ghi cùng nhau là của một bộ (.shp với .dbf). Chưa chắc điều gì thì không ghi gì, và nêu tùy chọn để trả lời.

  --as households|units|forests|hazards|roads|centres
                         tệp là gì; không ghi thì chương trình tự nhận
  --households TỆP       như --as households
  --layer LỚP            như --as LỚP
  --table TÊN            trang tính hoặc lớp, khi tệp có nhiều
  --crs MÃ|TÊN           hệ tọa độ của tệp, bất kể tệp ghi gì: EPSG:9218
  --mapping M.json       ý nghĩa các cột (phần "meaning" của inspect --json, sửa lại nếu cần)
  --sender TÊN           nơi gửi; cách đọc tệp trước của nơi này được dùng lại, và cách đọc tệp này được nhớ
  --update               danh sách mới đặt lên danh sách đang có: thêm và sửa, không xóa hộ nào
  --dry-run              cho biết mọi điều sẽ làm, không ghi gì
  --replace              thay toàn bộ danh sách hộ, hoặc mọi lớp cùng loại, đang có
  --coverage all|zones   chỉ với forests, hazards: ngoài các vùng là đã khảo sát, không có, hay chưa khảo sát
  --name TÊN             tên lớp; không ghi thì lấy tên tệp
  --date NGÀY            ngày của dữ liệu, viết dạng 2025-12-31
  --provider TÊN         đơn vị cung cấp
  --licence TÊN          điều kiện sử dụng
  --skip-bad             vẫn nhập khi có đối tượng không đọc được; lớp ghi rõ thiếu bao nhiêu
  --author TÊN           người thực hiện, ghi vào nhật ký
  --json                 in ra luồng chuẩn: as, file, read, accepted, rejected, rejectedRows, located, coverage,
                         skipped, revision, place, from, update, dryRun
  --lang vi|en           ngôn ngữ (mặc định vi)
`,
  "cli.plan.import.open": "Chưa chắc tệp {file} nghĩa là gì nên chưa ghi gì. Còn phải trả lời:",
  "cli.plan.import.from": "Đọc như tệp {file} trước đây của {sender}.",
  "cli.plan.import.raster": "Tệp {file} là raster. Nhập bằng: plan rasters PHƯƠNG-ÁN.gpkg --add TỆP.",
  "cli.plan.import.mapping-as": "--mapping ghi tệp là {given} nhưng lệnh ghi {as}. Sửa một trong hai.",
  "cli.plan.import.no-place":
    "Tệp {file} không có tọa độ nên không dùng được hệ {crs}. Bỏ --crs, hoặc nêu cột tọa độ bằng --mapping.",
  "cli.plan.import.update-layer": "--update chỉ dùng cho danh sách hộ; tệp {file} là {layer}.",
  "cli.plan.import.update":
    "So với danh sách đang có: thêm {added} hộ, sửa {changed}, giữ nguyên {same}; {gone} hộ không có trong danh sách mới và vẫn được giữ.",
  "cli.plan.import.update-added": "  Thêm: {ids}",
  "cli.plan.import.update-changed": "  Sửa: {ids}",
  "cli.plan.import.update-gone": "  Không có trong danh sách mới: {ids}",
  "cli.plan.import.update-alike": "  Có thể là cùng một hộ mang mã khác, cần người xem lại: {pairs}",
  "cli.plan.import.dry-run":
    "Chạy thử: {accepted} đối tượng của tệp {file} nhập được vào {plan}. Chưa ghi gì.",
} as const;
