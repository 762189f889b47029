/** `ancu plan sites` and `ancu plan assign`. */
export const cliSites = {
  "cli.plan.sites.usage": `Cách dùng: npm run -s ancu -- plan sites PHƯƠNG-ÁN.gpkg list|check|add […]

  list             liệt kê các điểm bố trí
  check            kiểm tra từng điểm với vùng nguy cơ, rừng, ranh giới xã, các điểm khác
  add --file TỆP   thêm các điểm từ tệp GeoJSON: id, name, form, capacity (nếu đã biết)
    --author TÊN   người thực hiện, ghi vào nhật ký
  --json           in ra luồng chuẩn
  --lang vi|en     ngôn ngữ (mặc định vi)

Tệp có một điểm sai thì không điểm nào được thêm.
`,
  "cli.plan.sites.none": "Phương án chưa có điểm bố trí nào.",
  "cli.plan.sites.title": "{id}: {name}, {area}, {capacity} hộ",
  "cli.plan.sites.title-open": "{id}: {name}, {area}, chưa ghi sức chứa",
  "cli.plan.sites.added": "Đã thêm {count} điểm bố trí từ tệp {file}.",
  "cli.plan.sites.empty": "Tệp {file} không có điểm nào.",
  "cli.plan.sites.none-taken": "Không thêm điểm nào từ tệp {file}: có {count} điểm sai.",
  "cli.plan.assign.usage": `Cách dùng: npm run -s ancu -- plan assign PHƯƠNG-ÁN.gpkg […]

Xếp các hộ cần di dời và chưa di dời vào các điểm bố trí: nhiều hộ nhất mà sức chứa cho phép và, trong các cách
xếp đó, tổng khoảng cách thẳng từ nhà đến điểm là nhỏ nhất. Hộ đã chọn nơi bằng tay giữ nguyên.

  --max-distance MÉT   không xếp hộ nào đi xa hơn
  --include-blocked    dùng cả các điểm đang bị chặn (vùng nguy cơ, rừng đặc dụng …)
  --on NGÀY            ngày xếp, ghi vào phương án; bắt buộc, trừ khi dùng --dry-run
  --dry-run            chỉ tính, không ghi
  --author TÊN         người thực hiện, ghi vào nhật ký
  --json               in ra luồng chuẩn: assigned, left, distanceM, boundM, bySite, villagesSplit, rows
  --lang vi|en         ngôn ngữ (mặc định vi)
`,
  "cli.plan.assign.distance": "--max-distance cần là số mét lớn hơn 0; đã ghi: {given}.",
  "cli.plan.assign.site": "{name}: {households} hộ, sức chứa {capacity}",
  "cli.plan.assign.site-open": "{name}: {households} hộ, chưa ghi sức chứa",
  "cli.plan.assign.site-blocked": "{name}: {households} hộ, đang bị chặn nên không nhận thêm hộ",
  "cli.plan.assign.done": "Xếp được {assigned} trên {households} hộ, trung bình {mean}, xa nhất {longest}.",
  "cli.plan.assign.nobody": "Không xếp được hộ nào trong {households} hộ.",
  "cli.plan.assign.left.no-home": "{count} hộ chưa có nơi xếp: chưa rõ tọa độ nhà.",
  "cli.plan.assign.left.no-site": "{count} hộ chưa có nơi xếp: không điểm nào nhận được hộ.",
  "cli.plan.assign.left.too-far": "{count} hộ chưa có nơi xếp: mọi điểm đều xa hơn giới hạn.",
  "cli.plan.assign.left.no-room": "{count} hộ chưa có nơi xếp: hết chỗ.",
  "cli.plan.assign.best": "Không cách xếp nào khác cho từng ấy hộ có tổng khoảng cách nhỏ hơn.",
  "cli.plan.assign.split": "{count} thôn, buôn có hộ đi nhiều điểm hoặc còn hộ ở lại.",
  "cli.plan.assign.dry": "Chỉ tính: chưa ghi gì vào phương án.",
  "cli.plan.assign.unknown":
    "{count} hộ chưa đủ dữ liệu để biết có phải di dời hay không; các hộ này không được xếp.",
} as const;
