/** What undo, redo and the history name: `command.<name>`, with the values of the journal label. */
export const commands = {
  "command.site.add": "Thêm điểm bố trí {name}",
  "command.site.reshape": "Sửa ranh giới điểm bố trí {name}",
  "command.site.describe": "Sửa thông tin điểm bố trí {name}",
  "command.site.remove": "Xóa điểm bố trí {name}",
  "command.event.add": "Ghi diễn biến của hộ {household}",
  "command.event.remove": "Xóa diễn biến của hộ {household}",
  "command.events.add": "Ghi diễn biến “{kind}” cho {count} hộ",
  "command.events.import": "Ghi {count} diễn biến của các hộ",
  "command.rules.set": "Đổi quy tắc rà soát",
  "command.plan.rename": "Đổi tên phương án thành {name}",
  "command.baseline.freeze": "Chốt danh sách gốc {name} ({count} hộ)",
  "command.layer.remove": "Bỏ lớp {name}",
  "command.layer.import": "Nhập lớp {name} ({count} đối tượng)",
  "command.households.import": "Nhập {count} hộ từ tệp {file}",
} as const satisfies Record<`command.${string}`, string>;
