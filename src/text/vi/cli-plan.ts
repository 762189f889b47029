/** Command line: plan …. */
export const cliPlan = {
  "cli.plan.usage": `Cách dùng: npm run -s ancu -- plan LỆNH PHƯƠNG-ÁN.gpkg …

  new        lập phương án mới từ các tệp dữ liệu
  import     nhập danh sách hộ hoặc một lớp vào phương án
  screen     rà soát theo quy tắc của phương án
  sites      liệt kê, kiểm tra, thêm điểm bố trí
  assign     xếp các hộ cần di dời vào các điểm bố trí
  baseline   chốt danh sách gốc, xem các danh sách đã chốt, bổ sung hộ
  event      ghi diễn biến của hộ, từng hộ hoặc cả tệp
  progress   tiến độ đến một ngày
  history    ai đã làm gì, khi nào
  undo, redo hoàn tác, làm lại thao tác sau cùng
  check      kiểm tra tệp phương án, cứu dữ liệu từ tệp hỏng
  merge      gộp các bản của cùng một phương án

Thêm --help sau tên lệnh để xem cách dùng của lệnh.
Lệnh bị từ chối thì tệp phương án giữ nguyên. Mã thoát: 0 xong; 1 bị từ chối; 2 gõ sai cách dùng.
`,
  "cli.plan.screen.usage": `Cách dùng: npm run -s ancu -- plan screen PHƯƠNG-ÁN.gpkg […]

  --out TỆP              kết quả từng hộ (.geojson, .csv, .gpkg)
  --summary TỆP.json     số liệu tổng hợp
  --rules TỆP            thử quy tắc khác; phương án không đổi
  --json                 in số liệu tổng hợp ra luồng chuẩn: như lệnh screen, thêm plan, decided
  --lang vi|en           ngôn ngữ (mặc định vi)
`,
  "cli.plan.baseline.usage": `Cách dùng: npm run -s ancu -- plan baseline PHƯƠNG-ÁN.gpkg --name TÊN --on NGÀY [--target relocation|migrants]
           npm run -s ancu -- plan baseline PHƯƠNG-ÁN.gpkg --extend TÊN --on NGÀY [--document SỐ]
           npm run -s ancu -- plan baseline PHƯƠNG-ÁN.gpkg --list

  --name TÊN             chốt danh sách gốc mới: các hộ phải bố trí theo quy tắc và các quyết định
  --on NGÀY              ngày chốt, viết dạng 2025-12-31
  --target relocation|migrants
                         relocation (mặc định): hộ phải bố trí; migrants: hộ di cư ngoài quy hoạch
  --extend TÊN           bổ sung vào danh sách đã chốt các hộ mới thuộc diện; tính riêng từ ngày bổ sung
  --document SỐ          văn bản làm căn cứ bổ sung
  --list                 các danh sách đã chốt
  --author TÊN           người thực hiện, ghi vào nhật ký
  --json                 in kết quả ra luồng chuẩn: id, name, target, on, households, unknown, included,
                         excluded, revision; với --extend: id, name, on, added, unknown, revision
  --lang vi|en           ngôn ngữ (mặc định vi)
`,
  "cli.plan.event.usage": `Cách dùng: npm run -s ancu -- plan event PHƯƠNG-ÁN.gpkg --household MÃ --kind LOẠI --on NGÀY [--document SỐ] [--note CHỮ]
           npm run -s ancu -- plan event PHƯƠNG-ÁN.gpkg --file TỆP.csv

  --household MÃ         mã hộ
  --kind LOẠI            identified, planned, land-allocated, moved, settled, stabilised-in-place, returned,
                         split, left, died, removed
  --on NGÀY              ngày xảy ra, viết dạng 2025-12-31
  --document SỐ          số văn bản
  --note CHỮ             ghi chú
  --file TỆP.csv         bảng có các cột household, kind, on, document, note; nhận cả tệp hoặc không nhận dòng nào
  --author TÊN           người thực hiện, ghi vào nhật ký
  --json                 in kết quả ra luồng chuẩn: id, household, kind, on, revision; với --file: file, events,
                         households, revision
  --lang vi|en           ngôn ngữ (mặc định vi)
`,
  "cli.plan.progress.usage": `Cách dùng: npm run -s ancu -- plan progress PHƯƠNG-ÁN.gpkg --as-of NGÀY […]

  --as-of NGÀY           tính các diễn biến đến hết ngày này, viết dạng 2025-12-31
  --by unit|district|province
                         chia theo xã (mặc định), huyện cũ hoặc tỉnh cũ
  --baseline TÊN         danh sách gốc; không ghi thì lấy danh sách sớm nhất của chỉ tiêu
  --target relocation|migrants
  --known-on NGÀY        số liệu như đã ghi nhận đến hết ngày này
  --audit                kê các sửa đổi, sau ngày --as-of, về những việc đã xảy ra đến ngày đó
  --json                 in ra luồng chuẩn: asOf, target, baseline, rows, total, …, plan, knownOn, audit
  --lang vi|en           ngôn ngữ (mặc định vi)

Tỷ lệ trong bảng được cắt bớt, không làm tròn lên.
`,
  "cli.plan.history.usage": `Cách dùng: npm run -s ancu -- plan history PHƯƠNG-ÁN.gpkg [--household MÃ | --site MÃ | --layer MÃ] […]

  --household MÃ         chỉ các thao tác liên quan đến hộ này, kèm từng mục đã đổi
  --site MÃ|TÊN          như trên, với một điểm bố trí
  --layer MÃ|TÊN         như trên, với một lớp
  --limit SỐ             số thao tác, mới nhất trước (mặc định 50)
  --json                 in ra luồng chuẩn: revision, entries, more
  --lang vi|en           ngôn ngữ (mặc định vi)
`,
  "cli.plan.undo.usage": `Cách dùng: npm run -s ancu -- plan undo PHƯƠNG-ÁN.gpkg [--author TÊN] [--json] [--lang vi|en]

Hoàn tác thao tác sau cùng và cho biết đó là thao tác nào. Nhật ký giữ cả thao tác lẫn lần hoàn tác.
--json in ra luồng chuẩn: turned, revision, undo, redo.
`,
  "cli.plan.redo.usage": `Cách dùng: npm run -s ancu -- plan redo PHƯƠNG-ÁN.gpkg [--author TÊN] [--json] [--lang vi|en]

Làm lại thao tác vừa hoàn tác và cho biết đó là thao tác nào.
--json in ra luồng chuẩn: turned, revision, undo, redo.
`,
  "cli.plan.no-plan": "Thiếu tên tệp phương án (.gpkg).",
  "cli.plan.no-file": "Thiếu tên tệp cần nhập.",
  "cli.plan.unexpected": "Không rõ “{given}” để làm gì.",
  "cli.plan.pointless": "{option} không dùng cùng {where}.",
  "cli.plan.date": "{option} ghi “{given}”, không phải một ngày. Viết năm-tháng-ngày, ví dụ 2025-12-31.",
  "cli.plan.number": "{option} ghi “{given}”; cần một số nguyên từ 1 trở lên.",
  "cli.plan.folder": "{file} là một thư mục, không phải tệp phương án.",
  "cli.plan.not-a-plan":
    "Tệp {file} không phải phương án của An Cư. Lập phương án bằng lệnh plan new, rồi nhập dữ liệu vào.",
  "cli.plan.damaged":
    "Tệp {file} bị hỏng hoặc bị cắt cụt nên không mở được. Dùng plan check --recover để cứu phần còn đọc được.",
  "cli.plan.open-elsewhere":
    "Tệp {file} đang mở trong phần mềm khác (còn tệp {beside}). Đóng tệp ở phần mềm đó rồi chạy lại.",
  "cli.plan.waiting": "Một lệnh khác đang ghi vào {file}, chờ đến lượt …",
  "cli.plan.locked":
    "Một lệnh khác vẫn đang ghi vào {file}. Chưa có gì được ghi. Nếu không còn lệnh nào chạy thì xóa tệp {lock} rồi chạy lại.",
  "cli.plan.changed-meanwhile":
    "Tệp {file} vừa được phần mềm khác ghi trong lúc lệnh này chạy. Chưa có gì được ghi. Chạy lại lệnh.",
  "cli.plan.not-saved": "Tệp giữ nguyên; các thay đổi đó chưa được lưu vào nhật ký.",
  "cli.plan.no-memory": "Phương án quá lớn, không đủ bộ nhớ để ghi {file}. Tệp giữ nguyên.",
  "cli.plan.not-saved-yet":
    "Các thay đổi đó được tính trong kết quả này; lệnh ghi tiếp theo sẽ lưu vào nhật ký.",
  "cli.plan.ending": "Tên tệp phương án phải có đuôi .gpkg; đã ghi {file}.",
  "cli.plan.exists": "Đã có {file}. Lệnh này không ghi đè; chọn tên khác hoặc dùng plan import.",
  "cli.plan.unlike": "Dừng lại: phần lớn tệp {file} không giống {wanted} nên không nhập. Kiểm tra lại tệp.",
  "cli.plan.new.done": "Đã lập phương án {file}: {layers} lớp, {households} hộ.",
  "cli.plan.import.done": "Đã nhập {accepted} đối tượng của tệp {file} vào {plan}.",
  "cli.plan.screen.decided":
    "Theo quyết định: thêm {included} hộ, bớt {excluded} hộ; còn {toMove} hộ phải bố trí, {unknown} hộ chưa xác định.",
  "cli.plan.baseline.frozen.relocation":
    "Đã chốt {name} ngày {on}: {households} hộ phải bố trí. {unknown} hộ chưa xác định nên không đưa vào.",
  "cli.plan.baseline.frozen.migrants":
    "Đã chốt {name} ngày {on}: {households} hộ di cư ngoài quy hoạch. {unknown} hộ chưa rõ có di cư hay không nên không đưa vào.",
  "cli.plan.baseline.extended":
    "Đã bổ sung {added} hộ vào {name} từ ngày {on}, tính riêng với số đã chốt. {unknown} hộ chưa xác định nên không đưa vào.",
  "cli.plan.baseline.missing": "Phương án không có danh sách gốc {name}. Xem tên bằng plan baseline --list.",
  "cli.plan.baseline.nobody": "Không có hộ nào mới thuộc diện để bổ sung vào {name}.",
  "cli.plan.baseline.none": "Phương án chưa chốt danh sách gốc nào.",
  "cli.plan.baseline.row": "{name} · {on} · {target} · {households} hộ, bổ sung {added} · {id}",
  "cli.plan.event.done": "Đã ghi hộ {household}: {kind}, ngày {on}.",
  "cli.plan.event.many": "Đã ghi {count} diễn biến của {households} hộ từ tệp {file}.",
  "cli.plan.event.columns":
    "Tệp {file} thiếu cột {columns}. Cần các cột household, kind, on (và document, note nếu có).",
  "cli.plan.event.kind": "{where}: Không có loại diễn biến “{kind}”; chỉ nhận: {allowed}.",
  "cli.plan.event.none-taken":
    "Dừng lại: {count} dòng của tệp {file} không ghi được nên không dòng nào được ghi. Sửa tệp rồi chạy lại.",
  "cli.plan.event.empty": "Tệp {file} không có dòng nào.",
  "cli.plan.progress.head": "{target}, đến {asOf}. Gốc: “{name}” ngày {on}, {count} hộ.",
  "cli.plan.progress.added": "Bổ sung sau khi chốt: {count} hộ, tính riêng trong cột lũy kế.",
  "cli.plan.progress.present":
    "Danh sách này chốt từ cấu trúc tệp cũ, không ghi hộ thuộc xã nào lúc chốt; hộ được tính theo xã hiện nay.",
  "cli.plan.progress.no-province": "chưa rõ tỉnh cũ",
  "cli.plan.progress.column.rolling": "Gốc lũy kế",
  "cli.plan.progress.column.rolling-done": "Đã bố trí",
  "cli.plan.progress.column.rolling-percent": "Tỷ lệ",
  "cli.plan.progress.known-on": "Theo số liệu đã ghi nhận đến hết ngày {on}.",
  "cli.plan.progress.column.code": "Mã",
  "cli.plan.progress.column.name": "Tên",
  "cli.plan.progress.column.baseline": "Gốc",
  "cli.plan.progress.column.done": "Đã bố trí",
  "cli.plan.progress.column.percent": "Tỷ lệ",
  "cli.plan.progress.column.target": "Mốc",
  "cli.plan.progress.column.met": "Đạt mốc",
  "cli.plan.progress.column.last12": "12 tháng",
  "cli.plan.progress.met": "đạt",
  "cli.plan.progress.not-met": "chưa",
  "cli.plan.audit.none": "Sau ngày {on} không có sửa đổi nào về những việc đã ghi đến ngày đó.",
  "cli.plan.audit.head": "Sau ngày {on} có {count} sửa đổi về những việc đã ghi đến ngày đó:",
  "cli.plan.audit.line": "{at} · {author} · hộ {household}: {before}, nay là {after}",
  "cli.plan.audit.event": "{kind} ngày {on}",
  "cli.plan.audit.nothing": "không có",
  "cli.plan.audit.recorded-later": "{count} việc xảy ra đến ngày {on} được ghi lần đầu sau ngày đó.",
  "cli.plan.history.line": "{seq}  {at}  {author}  {what}",
  "cli.plan.history.do": "{what}",
  "cli.plan.history.undone": "{what} (đã hoàn tác)",
  "cli.plan.history.undo": "Hoàn tác: {what}",
  "cli.plan.history.redo": "Làm lại: {what}",
  "cli.plan.history.merged": "{what} (từ bản gộp)",
  "cli.plan.history.nobody": "(không ghi tên)",
  "cli.plan.history.nothing": "Chưa có thao tác nào.",
  "cli.plan.history.more": "Còn thao tác cũ hơn; chỉ hiện {limit} (đổi bằng --limit).",
  "cli.plan.history.no-household": "Phương án không có hộ {id}.",
  "cli.plan.history.no-site": "Phương án không có điểm bố trí {id}.",
  "cli.plan.history.no-layer": "Phương án không có lớp {id}.",
  "cli.plan.history.field": "{thing}, {field}: {before}, nay là {after}",
  "cli.plan.history.insert": "thêm {thing}: {what}",
  "cli.plan.history.update": "đổi {thing}: {what}",
  "cli.plan.history.remove": "bỏ {thing}: {what}",
  "cli.plan.undo.done": "Đã hoàn tác: {what}",
  "cli.plan.redo.done": "Đã làm lại: {what}",
  "cli.plan.check.usage": `Cách dùng: npm run -s ancu -- plan check PHƯƠNG-ÁN.gpkg [--recover TỆP-MỚI.gpkg] [--json] [--lang vi|en]

Kiểm tra các trang của tệp, cấu trúc bảng, các bảng GeoPackage, phạm vi và chỉ mục không gian, các cột lưu sẵn, xã chứa
từng hộ, tham chiếu giữa các bảng, nhật ký và việc hoàn tác, làm lại. Tệp được kiểm tra không bị thay đổi.
Mã thoát 1 khi có sai, kể cả khi dùng --recover.

  --recover TỆP-MỚI      ghi những gì còn đọc được ra một phương án mới
  --json                 in ra luồng chuẩn: file, ok, plan, checks, notSaved, recovered
`,
  "cli.plan.check.state.ok": "đúng      {what}",
  "cli.plan.check.state.note": "lưu ý     {what}",
  "cli.plan.check.state.mended":
    "đã chỉnh  {what} (sai trong tệp, mở ra thì đúng; lệnh ghi tiếp theo sẽ lưu)",
  "cli.plan.check.state.wrong": "SAI       {what}",
  "cli.plan.check.state.skipped": "CHƯA XEM  {what} (không đọc được)",
  "cli.plan.check.pages": "các trang và chỉ mục của tệp",
  "cli.plan.check.opens": "mở được và đọc được toàn bộ",
  "cli.plan.check.form": "bảng, cột, chỉ mục, trigger",
  "cli.plan.check.geopackage": "các bảng của GeoPackage",
  "cli.plan.check.extents": "phạm vi của từng lớp",
  "cli.plan.check.spatial-index": "chỉ mục không gian",
  "cli.plan.check.columns": "các cột lưu sẵn của danh sách hộ",
  "cli.plan.check.units": "xã chứa từng hộ",
  "cli.plan.check.references": "tham chiếu giữa các bảng",
  "cli.plan.check.history": "nhật ký",
  "cli.plan.check.replay": "hoàn tác và làm lại toàn bộ",
  "cli.plan.check.engine": "Cơ sở dữ liệu báo: {text}",
  "cli.plan.check.opens.not": "Không mở được tệp. Dùng --recover để cứu phần còn đọc được.",
  "cli.plan.check.form.older": "Tệp theo cấu trúc cũ; lệnh ghi tiếp theo sẽ nâng lên cấu trúc mới.",
  "cli.plan.check.form.newer":
    "Tệp do phiên bản mới hơn ghi, phiên bản này không kiểm tra được. Cập nhật chương trình.",
  "cli.plan.check.form.missing": "Thiếu {count} phần: {names}.",
  "cli.plan.check.form.other": "{count} phần khác với cấu trúc của chương trình: {names}.",
  "cli.plan.check.geopackage.mark": "Tệp không mang dấu GeoPackage (application_id).",
  "cli.plan.check.geopackage.version": "Phiên bản GeoPackage (user_version) không đúng.",
  "cli.plan.check.geopackage.contents": "gpkg_contents thiếu {count} bảng: {names}.",
  "cli.plan.check.geopackage.geometry": "gpkg_geometry_columns thiếu hoặc khác {count} cột: {names}.",
  "cli.plan.check.geopackage.extensions": "gpkg_extensions thiếu {count} mục: {names}.",
  "cli.plan.check.geopackage.systems": "gpkg_spatial_ref_sys thiếu hoặc khác {count} hệ tọa độ: {names}.",
  "cli.plan.check.geopackage.no-table": "Kê {count} bảng không có trong tệp: {names}.",
  "cli.plan.check.geopackage.no-system": "Dùng {count} hệ tọa độ không được kê: {names}.",
  "cli.plan.check.extents.wrong": "Phạm vi ghi trong tệp không chứa hết các hình của {count} bảng: {names}.",
  "cli.plan.check.spatial-index.missing": "Thiếu chỉ mục không gian hoặc trigger của nó.",
  "cli.plan.check.spatial-index.wrong": "Chỉ mục không khớp với các hình của {count} bảng: {names}.",
  "cli.plan.check.columns.wrong": "Các cột lưu sẵn không khớp với danh sách hộ.",
  "cli.plan.check.units.wrong": "{count} hộ ghi sai xã chứa: {names}.",
  "cli.plan.check.references.broken":
    "Bảng {table} nhắc đến {count} mục không có trong bảng {other}: {names}.",
  "cli.plan.check.references.event": "{count} hộ có diễn biến nhưng không còn trong danh sách hộ: {names}.",
  "cli.plan.check.references.baseline_member":
    "{count} hộ trong danh sách gốc không còn trong danh sách hộ: {names}.",
  "cli.plan.check.references.decision":
    "{count} hộ có quyết định nhưng không còn trong danh sách hộ: {names}.",
  "cli.plan.check.references.assignment":
    "{count} hộ được xếp điểm nhưng không còn trong danh sách hộ: {names}.",
  "cli.plan.check.history.unnamed": "{count} thao tác trong nhật ký không có tên riêng: {names}.",
  "cli.plan.check.history.named-twice": "{count} tên thao tác bị dùng hai lần, từ các số: {names}.",
  "cli.plan.check.history.rows": "Có dòng lưu cũ của {count} thao tác không có trong nhật ký: {names}.",
  "cli.plan.check.history.table": "{count} thao tác lưu dòng của bảng lạ: {names}.",
  "cli.plan.check.history.target": "{count} lần hoàn tác, làm lại nhắc đến thao tác không có: {names}.",
  "cli.plan.check.history.kind": "{count} thao tác thuộc loại lạ: {names}.",
  "cli.plan.check.history.order": "Thứ tự hoàn tác, làm lại không khớp: {text}",
  "cli.plan.check.replay.stuck": "Không hoàn tác hoặc làm lại được thao tác số {seq} ({code}).",
  "cli.plan.check.replay.left":
    "Sau khi hoàn tác toàn bộ vẫn còn dòng ở các bảng: {tables}; nhật ký thiếu phần đã thêm.",
  "cli.plan.check.replay.differs": "Sau khi hoàn tác và làm lại toàn bộ, các bảng sau khác trước: {tables}.",
  "cli.plan.check.right": "{file}: không có sai sót.",
  "cli.plan.check.not-right": "{file}: có sai sót.",
  "cli.plan.check.mark": "cứu từ tệp hỏng",
  "cli.plan.check.table": "  {table}: đọc được {read}, mất {lost}",
  "cli.plan.check.table-unknown": "  {table}: đọc được {read}, không rõ mất bao nhiêu",
  "cli.plan.check.recovered": "Đã ghi phần đọc được, cùng nhật ký, vào {file}.",
  "cli.plan.check.recovered-without-history":
    "Đã ghi phần đọc được vào {file}; nhật ký không còn nguyên nên không hoàn tác được các thao tác cũ.",
  "cli.plan.merge.usage": `Cách dùng: npm run -s ancu -- plan merge GỐC.gpkg BẢN.gpkg … --out TỆP-MỚI.gpkg [--conflicts TỆP.json] […]

Gộp các bản của cùng một phương án. Các tệp đầu vào giữ nguyên; thứ tự các bản không đổi kết quả.

  --out TỆP-MỚI          phương án đã gộp; không ghi đè tệp đã có
  --conflicts TỆP.json   chỗ các bản ghi khác nhau: chưa có tệp thì kê ra tệp và dừng (mã thoát 1); điền số thứ tự
                         hoặc tên tệp của bản được chọn vào "choose" rồi chạy lại
  --author TÊN           người thực hiện, ghi vào nhật ký
  --json                 in ra luồng chuẩn: out, revision, sources, counts, conflicts
  --lang vi|en           ngôn ngữ (mặc định vi)
`,
  "cli.plan.merge.files": "Cần tệp gốc và ít nhất một bản để gộp.",
  "cli.plan.merge.conflict": "{id}  {what}",
  "cli.plan.merge.side": "    {index} · {file}: {value} · {at} · {author}",
  "cli.plan.merge.removed": "(đã xóa)",
  "cli.plan.merge.conflicts": "Các bản ghi khác nhau ở {count} chỗ. Chưa có gì được ghi.",
  "cli.plan.merge.no-list": "Thêm --conflicts TỆP.json để kê ra tệp và chọn.",
  "cli.plan.merge.listed": "Đã kê vào {file}. Điền “choose” của từng chỗ rồi chạy lại lệnh này.",
  "cli.plan.merge.unknown-conflict": "Tệp {file} chọn cho {id}, nhưng các bản này không khác nhau ở chỗ đó.",
  "cli.plan.merge.no-side": "Tệp {file} chọn {choose} cho {id}; chỉ có: {sides}.",
  "cli.plan.merge.not-chosen": "Tệp {file} chưa chọn cho {id}.",
  "cli.plan.merge.not-listed": "Tệp {file} không có {id}. Kê lại ra một tệp mới.",
  "cli.plan.merge.no-choices": "Không đọc được lựa chọn trong tệp {file}: cần tệp JSON do lệnh này kê ra.",
  "cli.plan.merge.nothing": "Các bản không có gì mới.",
  "cli.plan.merge.source": "{file} ({name}): {entries} thao tác mới",
  "cli.plan.merge.done": "Đã ghi phương án gộp vào {file}; {count} chỗ theo lựa chọn.",
} as const satisfies Record<`cli.${string}`, string>;
