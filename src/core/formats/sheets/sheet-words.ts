/** Words by which people know a title above a table, and a remark or a signature under it. */
import { folded, matches, mayBeOld, skeleton, startsWith } from "../word-list.ts";

const TITLE = startsWith(
  "cộng hòa xã hội | cộng hoà xã hội | độc lập | ủy ban | uỷ ban | ubnd | hđnd | danh sách",
  "bảng | biểu | mẫu số | phụ lục | báo cáo | tổng hợp | thống kê | kèm theo | (kèm theo",
  "đơn vị tính | (đơn vị | đvt | sở nông nghiệp | phòng nông nghiệp | ban quản lý | chi cục",
  "hạt kiểm lâm | kế hoạch | năm 20 | thời điểm | (tính đến | tính đến | ban chỉ đạo | số:",
  "sở tài nguyên",
);
const SIGNATURE = startsWith(
  "người lập | người tổng hợp | người thống kê | người khảo sát | cán bộ lập | thủ trưởng",
  "chủ tịch | phó chủ tịch | tm. | kt. | tl. | trưởng phòng | trưởng thôn | trưởng buôn",
  "kế toán | xác nhận | ký tên | (ký | ghi chú: | nguồn: | nơi nhận | lưu ý:",
  "ủy ban nhân dân | uỷ ban nhân dân | giám đốc | phó giám đốc | người kiểm tra | (ghi chú",
  "* ghi chú | đại diện | hạt trưởng",
);
const PLACE_DATE = /\bngay\b.{0,12}\bthang\b.{0,12}\bnam\b/;
const PLACE_DATE_BONES = /\bng\b.{0,12}\bthng\b.{0,12}\bnm\b/;

/** Something that stands above a table: who made it, what it is, of when. */
export function isTitle(text: string): boolean {
  return matches(TITLE, text) || isPlaceAndDate(text);
}

/** Something that stands under a table: who signs, remarks, place and date. */
export function isSignature(text: string): boolean {
  return matches(SIGNATURE, text) || isPlaceAndDate(text);
}

function isPlaceAndDate(text: string): boolean {
  return PLACE_DATE.test(folded(text)) || (mayBeOld(text) && PLACE_DATE_BONES.test(skeleton(text)));
}
