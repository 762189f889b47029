/** `ancu plan rasters`. */
export const cliRasters = {
  "cli.plan.rasters.usage": `Cách dùng: npm run -s ancu -- plan rasters PHƯƠNG-ÁN.gpkg [--sample | --at KINH,VĨ | --add TỆP.tif | --remove MÃ|TÊN] […]

  không có gì thêm       liệt kê các ảnh (độ cao, cấp nguy cơ) trong phương án
  --sample               độ cao, độ dốc, cấp tại nơi ở của mọi hộ có tọa độ, dạng CSV; ô trống: chưa xác định
  --at KINH,VĨ           như trên, tại một vị trí (độ thập phân, WGS 84)
  --add TỆP.tif          nhập một GeoTIFF, giữ nguyên dạng ô
    --as terrain|classes độ cao hoặc cấp nguy cơ (mặc định: theo trị số trong ảnh)
    --crs EPSG:MÃ        hệ tọa độ, khi tệp không ghi rõ
    --datum CHỮ          mốc độ cao, ví dụ "Hòn Dấu"
    --name, --date, --provider, --licence
  --remove MÃ|TÊN        bỏ một ảnh
  --author TÊN           người thực hiện, ghi vào nhật ký
  --json                 in ra luồng chuẩn: revision, rasters, và ground hoặc households`,
  "cli.plan.rasters.at": "--at cần kinh độ và vĩ độ dạng 107.95,12.66; đã ghi: {given}.",
  "cli.plan.rasters.missing": "Không có ảnh nào mang mã hoặc tên {name}, hoặc có nhiều ảnh cùng tên.",
  "cli.plan.rasters.removed": "Đã bỏ ảnh {name}.",
  "cli.plan.rasters.added": "Đã nhập {file} vào {plan}: {kind}.",
  "cli.plan.rasters.none": "Phương án chưa có ảnh nào.",
  "cli.plan.rasters.no-raster": "{file} không phải ảnh dạng ô (GeoTIFF).",
  "cli.plan.rasters.crs": "Không có hệ tọa độ {given}. Ghi mã như EPSG:9218.",
  "cli.plan.rasters.place": "Chưa chắc {file} dùng hệ tọa độ nào. Ghi --crs; khả năng: {guesses}.",
  "cli.plan.rasters.row":
    "{kind}: {name} ({id})\n  {width} × {height} ô, mỗi ô {wide} × {high} m; từ {least} đến {greatest}; {missing} không có trị số; tệp {source}",
} as const;
