/** Where each coordinate system is used: `crs.used.<code>`. Provinces as they were before July 2025 (EPSG registry v11.022). */
import type { CrsCode } from "../../core/crs/definitions.ts";

export const crs = {
  "crs.used.EPSG:4326": "GPS, bản đồ trên mạng",
  "crs.used.EPSG:4756": "kinh độ, vĩ độ in trên bản đồ Việt Nam",
  "crs.used.EPSG:4147": "bản đồ cũ trước năm 2000",
  "crs.used.EPSG:4131": "bản đồ cũ trước năm 1975",
  "crs.used.EPSG:5896": "múi 3° phía tây 103°30'",
  "crs.used.EPSG:5897":
    "múi 3° từ 103°30' đến 106°30'; Hà Nội, Hà Nam, Ninh Bình, Thanh Hóa, Vĩnh Phúc, Cần Thơ, Bạc Liêu, Đồng Tháp, Hậu Giang",
  "crs.used.EPSG:5898": "múi 3° phía đông 106°30'; Quảng Ngãi",
  "crs.used.EPSG:5899": "Quảng Ninh, Đà Nẵng, Quảng Nam, Lâm Đồng, Đồng Nai, Bà Rịa – Vũng Tàu",
  "crs.used.EPSG:9205": "Điện Biên, Lai Châu",
  "crs.used.EPSG:9206": "Sơn La",
  "crs.used.EPSG:9207": "Cà Mau, Kiên Giang",
  "crs.used.EPSG:9208": "An Giang, Lào Cai, Nghệ An, Phú Thọ, Yên Bái",
  "crs.used.EPSG:9209":
    "Bắc Ninh, Hà Giang, Hà Tĩnh, Hải Dương, Hưng Yên, Nam Định, Sóc Trăng, Tây Ninh, Thái Bình, Trà Vinh, Vĩnh Long",
  "crs.used.EPSG:9210": "Hải Phòng, TP. Hồ Chí Minh, Bến Tre, Bình Dương, Cao Bằng, Long An, Tiền Giang",
  "crs.used.EPSG:9211": "Hòa Bình, Quảng Bình, Tuyên Quang",
  "crs.used.EPSG:9212": "Bình Phước, Quảng Trị",
  "crs.used.EPSG:9213": "Bắc Kạn, Thái Nguyên",
  "crs.used.EPSG:9214": "Bắc Giang, Thừa Thiên Huế",
  "crs.used.EPSG:9215": "Lạng Sơn",
  "crs.used.EPSG:9216": "Kon Tum",
  "crs.used.EPSG:9217": "Bình Định, Khánh Hòa, Ninh Thuận",
  "crs.used.EPSG:9218": "Đắk Lắk, Phú Yên, Đắk Nông, Gia Lai, Bình Thuận",
  "crs.used.EPSG:3405": "bản đồ địa hình phía tây 108°",
  "crs.used.EPSG:3406": "bản đồ địa hình phía đông 108°",
  "crs.used.EPSG:32648": "máy GPS, ảnh vệ tinh, phía tây 108°",
  "crs.used.EPSG:32649": "máy GPS, ảnh vệ tinh, phía đông 108°",
  "crs.used.EPSG:3148": "bản đồ cũ trước năm 1975, phía tây 108°",
  "crs.used.EPSG:3149": "bản đồ cũ trước năm 1975, phía đông 108°",
  "crs.used.EPSG:2044": "bản đồ cũ trước năm 2000, phía tây 108°",
  "crs.used.EPSG:3857": "bản đồ nền trên mạng; mét của hệ này dài hơn thực địa 2,5 %",
  "crs.used.EPSG:2045": "bản đồ cũ trước năm 2000, phía đông 108°",
} as const satisfies Record<`crs.used.${CrsCode}`, string>;
