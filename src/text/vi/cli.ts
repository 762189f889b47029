/** What the command line says: `cli.…`. */
export const cli = {
  "cli.usage": `Cách dùng: npm run -s ancu -- LỆNH …

  screen    rà soát: hộ nào thuộc diện phải bố trí
  inspect   xem trong tệp có gì, đọc được bao nhiêu, vướng ở đâu
  convert   chuyển tệp bất kỳ sang GeoJSON hoặc CSV, tọa độ WGS 84, chữ Unicode
  units …   danh mục xã, phường trước và sau 01/7/2025; đổi mã từ danh mục này sang danh mục kia
  plan …    tệp phương án: lập, nhập, rà soát, chốt danh sách, diễn biến, tiến độ, nhật ký, gộp, kiểm tra

Thêm --help sau tên lệnh để xem cách dùng của lệnh. --lang vi|en chọn ngôn ngữ (mặc định vi).
Mã thoát: 0 xong; 1 bị từ chối, lý do ghi ở luồng lỗi chuẩn; 2 gõ sai cách dùng.
`,
  "cli.screen.usage": `Cách dùng: npm run -s ancu -- screen --units TỆP --households TỆP --out TỆP.geojson|.csv|.gpkg […]

  --units TỆP            ranh giới xã (GeoJSON): code, name, district
  --households TỆP       danh sách hộ (GeoJSON hoặc CSV): id, ethnicity, lon, lat …
  --forests TỆP          rừng: name, kind
  --forest-coverage all|zones
                         ngoài mọi vùng của lớp là: all = đã khảo sát, không có; zones = chưa khảo sát
  --hazards TỆP          vùng nguy cơ: kind, level; dùng được nhiều lần
  --hazard-coverage all|zones
  --roads TỆP            đường
  --centres TỆP          trung tâm xã: code
  --rules TỆP            quy tắc (JSON); không ghi thì dùng quy tắc mặc định
  --out TỆP              kết quả, mỗi hộ một đối tượng hoặc một dòng; bỏ được nếu chỉ cần số liệu
                         (--summary hoặc --json)
  --summary TỆP.json     số liệu tổng hợp
  --skip-bad             vẫn chạy khi có vùng không đọc được; kết quả sẽ ghi rõ
  --json                 in số liệu tổng hợp dạng JSON ra luồng chuẩn
  --lang vi|en           ngôn ngữ (mặc định vi)

Lớp có vùng mà không ghi --…-coverage thì được hiểu là zones: ngoài các vùng là chưa xác định.
`,
  "cli.inspect.usage": `Cách dùng: npm run -s ancu -- inspect TỆP [--units TỆP] [--json] [--lang vi|en]

Cho biết định dạng, tệp dùng được làm lớp nào, số đối tượng nhận và từ chối, lý do, và các cột.
`,
  "cli.wrong-usage": "Gõ sai cách dùng: {detail}",
  "cli.unknown-command": "Không có lệnh “{command}”.",
  "cli.missing-option": "Thiếu {option}.",
  "cli.option-choice": "{option} ghi “{given}”; chỉ nhận: {allowed}.",
  "cli.one-file": "Lệnh inspect cần đúng một tệp.",
  "cli.unknown-option": "không có {option}",
  "cli.option-value": "{option} cần một giá trị đi kèm",
  "cli.unexpected": "không rõ “{given}” để làm gì",
  "cli.no-file": "Không mở được tệp {file}: không có tệp này hoặc không có quyền đọc.",
  "cli.no-folder": "Không có thư mục để ghi {file}. Tạo thư mục trước rồi chạy lại.",
  "cli.option-twice": "{option} chỉ được ghi một lần",
  "cli.cannot-write": "Không ghi được {file}: {reason}. Chưa có gì được ghi.",
  "cli.out-ending": "Không rõ ghi {file} theo định dạng nào. Đặt đuôi .geojson, .csv hoặc .gpkg.",
  "cli.out-is-input": "{file} vừa là tệp đầu vào vừa là tệp kết quả. Chọn tên khác để không mất dữ liệu gốc.",
  "cli.out-twice": "{file} được dùng cho cả kết quả và số liệu tổng hợp. Chọn hai tên khác nhau.",
  "cli.reading": "Đọc {file} …",
  "cli.read": "  {accepted} nhận, {rejected} từ chối, trong tổng số {read}",
  "cli.screening": "Rà soát {households} hộ …",
  "cli.layer-refused":
    "Dừng lại: {count} đối tượng của lớp không đọc được. Mất một vùng có thể làm một nhà trông như an toàn. Sửa tệp, hoặc thêm --skip-bad để chạy thiếu các vùng đó (kết quả sẽ ghi rõ).",
  "cli.nothing-accepted": "Dừng lại: tệp {file} không có đối tượng nào dùng được làm {wanted}.",
  "cli.skipped": "CHÚ Ý: bỏ qua {count} đối tượng của tệp {file} không đọc được; kết quả có thể thiếu vùng.",
  "cli.coverage-assumed":
    "Lớp {file} không ghi phạm vi khảo sát; hiểu là chỉ khoanh vùng, bên ngoài là chưa xác định (--{option} all nếu lớp phủ cả địa bàn).",
  "cli.replaced": "Cột {columns} đã có trong danh sách hộ; giá trị cũ được thay bằng kết quả lần này.",
  "cli.screen.done":
    "{households} hộ: {eligible} thuộc diện, {unknown} chưa xác định, {no} không thuộc diện. {rejected} dòng bị từ chối.",
  "cli.screen.written": "Đã ghi {file}",

  "cli.inspect.format": "Định dạng: {format}",
  "cli.inspect.count": "Số đối tượng: {count}",
  "cli.inspect.geometry": "Loại hình: {kinds}",
  "cli.inspect.no-geometry": "không có hình",
  "cli.inspect.needs": "cần {wanted}; tệp có: {given}",
  "cli.inspect.unlikely": "(ít khả năng)",
  "cli.inspect.table": "bảng không có hình",
  "cli.inspect.coordinates": "Tọa độ:",
  "cli.inspect.possible": "Dùng được làm:",
  "cli.inspect.none": "Chưa dùng được làm lớp nào. Lý do của từng lớp:",
  "cli.inspect.reading": "{layer}: nhận {accepted}, từ chối {rejected}",
  "cli.inspect.located": "{located} hộ có vị trí, {unlocated} hộ chưa có vị trí",
  "cli.inspect.rejected": "Từ chối:",
  "cli.inspect.notes": "Ghi chú:",
  "cli.inspect.columns": "Các cột:",
  "cli.inspect.column": "{name}: có giá trị {filled}/{count}, {distinct} giá trị khác nhau; ví dụ: {sample}",
  "cli.inspect.column-empty": "{name}: trống",
} as const satisfies Record<`cli.${string}`, string>;
