/** Words that stand in nearly every list of the province: they weigh more than a syllable that could be. */
import { ETHNIC_GROUPS } from "../admin/ethnic-groups.ts";
import { unitsOf } from "../admin/units.ts";
import { DISTRICTS } from "../admin/units-data.ts";

const FAMILY =
  "nguyễn trần lê phạm hoàng huỳnh phan vũ võ đặng bùi đỗ hồ ngô dương lý đoàn đinh trịnh mai đào lương trương " +
  "tô hà lò lường vàng giàng sùng lầu thào mùa cứ hạng vừ tráng lù hầu ma nông hoàng triệu bế đàm " +
  "niê êban mlô ayŭn kbuôr ksơr kpă hmok knul byă adrơng enuôl êñuôl buôn krông rcăm hwing liêng hra";
const GIVEN = "văn thị đức hữu ngọc quốc thành hùng dũng hồng lệ thủy bình tuấn phúc phước sơn";
const WORDS =
  "xã phường huyện tỉnh thị trấn phố thôn buôn bản làng ấp tổ dân tộc khối xóm khu vực hộ chủ khẩu nghèo cận " +
  "không có chưa đã và của là được tại năm ngày số nữ giới tính họ tên đất rừng nhà ở sông suối hồ đường đèo " +
  "ghi chú diện tích đặc dụng phòng sản xuất sạt lở lũ quét ống ngập lụt nguy cơ cao thấp trung rất " +
  "di cư tự do kế hoạch bố trí sắp xếp định tái ổn địa chỉ mã loại trạng thái tình trạng hiện đến từ quá sắp";
/** What lists of households and notes say, more often than any syllable that could be. */
const LIST_WORDS =
  "mức sống thuộc đối tượng chính sách kiên cố bán tạm thoát phát sinh kết quả điều kiện kinh tế làm nông nghiệp " +
  "lâm ngư buôn cha mẹ vợ chồng con già yếu khuyết tật đơn thân neo đã mất chuyển đi về nơi khác mới cũ trước sau " +
  "chờ xác minh giấy tờ đủ thiếu vay vốn nước sạch điện trẻ em học nghề việc công nhân viên cán bộ thường trú tạm " +
  "kinh độ vĩ tọa lô khoảnh tiểu thửa bản đồ số tờ rẫy ruộng cà phê hồ tiêu cao su nguồn nhà gỗ xây lợp tôn ngói " +
  "đông tây nam bắc gần xa cách trung tâm đến đường quốc lộ liên cầu trường trạm đập thủy điện hòa phú tân";
/** Other spellings than the lists have. */
const SPELLINGS = "đăk lăk hoà m'drăk mđrăk hmông h'mông m'nông êđê giarai tuy";

const PLACES = [...unitsOf("2025-03"), ...unitsOf("2025-07")].flatMap(({ name, aliases }) => [
  name,
  ...aliases,
]);
const DISTRICT_NAMES = DISTRICTS.map(({ name }) => name);
const GROUPS = ETHNIC_GROUPS.map(({ name }) => name);

const KNOWN: ReadonlySet<string> = new Set(
  [FAMILY, GIVEN, WORDS, LIST_WORDS, SPELLINGS, ...PLACES, ...DISTRICT_NAMES, ...GROUPS].flatMap((list) =>
    list.normalize("NFC").toLowerCase().split(" "),
  ),
);

/** Whether a word in small letters of form C is a family name, a place, an ethnic group or a word of lists. */
export function isKnownWord(word: string): boolean {
  return KNOWN.has(word);
}
