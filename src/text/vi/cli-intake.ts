/** `ancu convert`, and what `ancu inspect` says of files that are not in our words. */

export const cliIntake = {
  "cli.intake.units":
    "Đổi mã xã từ {from} sang {to}, {rows} dòng: {one} đổi được; {ambiguous} thuộc đơn vị đã chia, trong đó {open} còn để ngỏ; {unknown} không có trong danh mục.",
  "cli.convert.usage": `Cách dùng: npm run -s ancu -- convert TỆP… --out KQ.geojson|KQ.csv [tùy chọn]

Đọc tệp của nơi gửi (Excel, MapInfo, Shapefile, KML, GeoPackage …) và ghi lại theo WGS 84, chữ Unicode.
Không ghi gì khi chưa chắc hệ tọa độ: lệnh nêu các khả năng để chọn.

  --crs EPSG:9218        hệ tọa độ của tệp, bất kể tệp ghi gì
  --encoding MÃ          auto, unicode, utf-8, tcvn3, vni, viscii, windows-1258, html, viqr, by-value (mặc định: nhận theo từng cột)
  --mapping M.json       ý nghĩa các cột (phần "meaning" của inspect --json, sửa lại nếu cần)
  --table TÊN            trang tính hoặc lớp, khi tệp có nhiều
  --units TỆP            ranh giới xã để kiểm chứng vị trí
  --json                 in báo cáo dạng JSON ra luồng chuẩn
  --lang vi|en           ngôn ngữ (mặc định vi)
`,
  "cli.convert.ending": "Không rõ ghi {file} theo định dạng nào. Đặt đuôi .geojson hoặc .csv.",
  "cli.convert.tables": "Tệp có nhiều bảng: {tables}. Chọn một bằng --table.",
  "cli.convert.place":
    "Chưa chắc hệ tọa độ của {file} nên chưa ghi gì. Chọn bằng --crs, hoặc thêm --units để kiểm chứng.",
  "cli.convert.done": "Đã ghi {out}: {written} dòng, {rejected} dòng bị từ chối.",
  "cli.intake.table": "{name}: {format}, {read} dòng hoặc đối tượng",
  "cli.intake.as": "  Giống {layer}. Các cột:",
  "cli.intake.as-unknown": "  Chưa rõ là lớp nào. Các cột:",
  "cli.intake.column": "{name} [{encoding}] là {field}: {sample}",
  "cli.intake.unsure": "(chưa chắc)",
  "cli.intake.place": "{crs}: {rows} dòng, trong các xã {inside}, đúng xã đã khai {declared}, lệch {shift}",
  "cli.intake.place-unsure": "Chưa chắc hệ tọa độ: phải có người xem trên bản đồ.",
  "cli.intake.no-table": "Tệp không có bảng “{table}”. Các bảng: {tables}.",
  "cli.intake.nothing": "Tệp không có bảng hay lớp nào đọc được.",
  "cli.intake.question.as": "Tệp là gì? Trả lời bằng --as. Các khả năng:",
  "cli.intake.question.place": "Hệ tọa độ nào? Trả lời bằng --crs. Các khả năng:",
  "cli.intake.question.unit-list":
    'Mã xã theo danh mục nào? Ghi "unitList" là "2025-03" hoặc "2025-07" trong tệp của --mapping.',
  "cli.intake.question.field":
    'Cột “{name}” có phải là {field} không? Ghi "field" của cột trong tệp của --mapping. Các khả năng:',
  "cli.intake.question.encoding":
    'Cột “{name}” dùng bảng mã nào? Ghi "encoding" của cột trong tệp của --mapping. Các khả năng:',
  "cli.intake.question.values":
    'Giá trị của cột “{name}” nghĩa là gì? Ghi "values" của cột trong tệp của --mapping. Đang hiểu:',
} as const;
