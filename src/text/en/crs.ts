/** Where each coordinate system is used: `crs.used.<code>`. */
import type { crs as vi } from "../vi/crs.ts";

export const crs: Record<keyof typeof vi, string> = {
  "crs.used.EPSG:4326": "GPS, maps on the web",
  "crs.used.EPSG:4756": "longitude and latitude printed on Vietnamese maps",
  "crs.used.EPSG:4147": "older maps, before 2000",
  "crs.used.EPSG:4131": "older maps, before 1975",
  "crs.used.EPSG:5896": "3° zone west of 103°30'",
  "crs.used.EPSG:5897":
    "3° zone from 103°30' to 106°30'; Hà Nội, Hà Nam, Ninh Bình, Thanh Hóa, Vĩnh Phúc, Cần Thơ, Bạc Liêu, Đồng Tháp, Hậu Giang",
  "crs.used.EPSG:5898": "3° zone east of 106°30'; Quảng Ngãi",
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
  "crs.used.EPSG:3405": "topographic maps west of 108°",
  "crs.used.EPSG:3406": "topographic maps east of 108°",
  "crs.used.EPSG:32648": "GPS devices and satellite images west of 108°",
  "crs.used.EPSG:32649": "GPS devices and satellite images east of 108°",
  "crs.used.EPSG:3148": "older maps, before 1975, west of 108°",
  "crs.used.EPSG:3149": "older maps, before 1975, east of 108°",
  "crs.used.EPSG:2044": "older maps, before 2000, west of 108°",
  "crs.used.EPSG:3857": "background maps of the web; its metres are 2.5 % longer than those on the ground",
  "crs.used.EPSG:2045": "older maps, before 2000, east of 108°",
};
