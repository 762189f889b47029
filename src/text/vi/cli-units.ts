/** `ancu units`. */
export const cliUnits = {
  "cli.units.usage": `Cách dùng: npm run -s ancu -- units list [--list 2025-07|2025-03] [--json] [--out KQ.csv]
           npm run -s ancu -- units convert MÃ|TÊN… | --file TỆP --column CỘT [--table BẢNG] | --all [--from 2025-03|2025-07]

  list           các đơn vị hành chính cấp xã, huyện và tỉnh cũ, hợp thành từ đơn vị nào
  convert        đổi mã từ danh mục này sang danh mục kia (mặc định từ 2025-03 sang 2025-07)
  --table BẢNG   trang tính hoặc lớp của tệp, khi tệp có nhiều
  --out KQ.csv   ghi kết quả ra tệp
  --json         in kết quả dạng JSON ra luồng chuẩn
  --lang vi|en   ngôn ngữ (mặc định vi)
`,
  "cli.units.part": "(một phần)",
  "cli.units.which": "Ghi mã hoặc tên, hoặc --file kèm --column, hoặc --all; chỉ một trong ba.",
  "cli.units.column": "Không có cột {column}. Các cột: {columns}.",
  "cli.units.counts":
    "Từ {from} sang {to}, tính theo dòng: {one} đổi được, {ambiguous} chưa rõ, {unknown} không xác định, {empty} để trống.",
  "cli.units.split": "  {unit} đã bị chia ({rows}): cần tọa độ hoặc thôn, buôn để chọn {units}",
  "cli.units.merged": "  {unit} gồm nhiều đơn vị cũ ({rows}): cần tọa độ hoặc thôn, buôn để chọn {units}",
  "cli.units.none": "  {code} không có trong danh mục {list} ({rows})",
  "cli.units.name": "  “{name}” chưa rõ là đơn vị nào ({rows}): {units}",
} as const;
