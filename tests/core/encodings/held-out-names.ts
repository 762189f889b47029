/** Names as people bear them and villages are called, made of words that no list of the guesses was chosen by. */
import { pick, type Random } from "./corpus.ts";

const words = (text: string) => text.split(" ");
const FAMILY = words(
  "Nguyễn Trần Lê Phạm Bùi Võ Chế Thạch Sơn Danh Lâm Mạc Thân Từ Ông Ninh Lục Vi Hứa Chu Mẫn Khương Thi Ninh Bàn Phùng Viên Đàng Lữ",
);
const MIDDLE = words(
  "Văn Thị Ái Bích Cẩm Duy Hải Huy Kỳ Lệ Mạnh Nhật Phương Quỳnh Sỹ Thùy Tiến Trọng Tường Việt Vĩnh Ỷ Yến Đăng",
);
const GIVEN = words(
  "Ánh Ấn Ẩn Bảo Bổn Cảnh Chiến Cường Diễm Diệu Dũng Dưỡng Đạt Đệ Điểm Định Độ Đồng Giản Hạnh Hậu Hiển Hiệp Hoạch Hòe Huấn Huệ Hưởng Kế Khải Khiêm Khuê Kiệt Lẫm Liễu Lĩnh Lộc Luyến Lượng Mẫn Mến Mỵ Nghĩa Nghị Nguyện Nguyệt Nhẫn Nhạn Nhị Nhớ Oánh Phú Phượng Quyết Quyền Quý Sáng Sửu Tài Tấn Thảo Thắm Thể Thiện Thoại Thuận Thưởng Tỉnh Tịnh Toản Trạch Triển Trữ Tuyển Tỵ Uyển Vấn Viễn Vịnh Vượng Xuyến Ý Yên",
);
const PEOPLE = [
  "Y Thih Niê",
  "H'Loan Êban",
  "Y Bhiông Niê",
  "H’Yuôm Kbuôr",
  "Y Pốt Niê",
  "H'Nhuên Byă",
  "Y Ƀlŏ Mlô",
  "H'Čuôr Ayŭn",
  "Y Ñiă Êñuôl",
  "H Gŭ Hđơk",
  "Y Krŭ Ênuôl",
  "H'Ƀhuôč Niê Kdăm",
  "Điểu K'Lứ",
  "K'Brêu",
  "Thị Ngoăi",
  "Điểu Krứ",
  "Rơ Châm H'Phik",
  "Siu Blưn",
  "Kpuih Jơ",
  "Rah Lan Hlêl",
  "Nay H'Ñăn",
  "La O Thị Bướm",
  "Lê Mô Y Sứt",
  "Sô Y Ơi",
  "Mang Thị Đợi",
  "Hờ A Dế",
  "Cứ Seo Lìn",
  "Ma A Páo",
  "Thào Thị Chống",
  "Lầu Chứ Pó",
  "Vàng Mí Sính",
  "Hoàng Thị Lẻ",
  "Nông Ích Đạo",
  "Lục Văn Pảo",
  "Bế Thị Nhình",
  "Tẩn Chỉn Lụa",
  "Triệu Mùi Sểnh",
  "Đặng Chòi Pu",
];
const VILLAGES = [
  "Buôn Ea Drăng",
  "Buôn Ƀir",
  "Buôn Čư̆ Mblim",
  "Buôn Akŏ Dhông",
  "Buôn Păm Lăm",
  "Buôn Ko Tam",
  "Buôn Krang Kuôr",
  "Buôn Đăk Tuôr",
  "Bon Bu Prăng",
  "Bon U2 Đắk Huýt",
  "Thôn Sình Ka Hẻng",
  "Thôn Noh Prông",
  "Thôn Ea Rớt",
  "Cụm Cư Rang",
  "Bản Pắc Nặm",
  "Bản Nậm Cắn",
  "Khe Ngầu",
  "Thôn Phước Huệ",
  "Thôn Đá Mài",
  "Suối Mây",
  "Làng Ốp",
  "Làng Kông Yang",
  "Buôn Ma Giàng",
  "Buôn Bầu Bèng",
  "Thôn Xí Thoại",
  "Thôn Hà Rai",
];

const kinh = (random: Random) => `${pick(random, FAMILY)} ${pick(random, MIDDLE)} ${pick(random, GIVEN)}`;
const peoples = (random: Random) => pick(random, PEOPLE);
const villages = (random: Random) => pick(random, VILLAGES);

/** As `KINDS` of the corpus. */
export const HELD_OUT: Readonly<Record<string, (random: Random) => string>> = {
  kinh,
  peoples,
  villages,
  everybody: (random) => pick(random, [kinh, peoples])(random),
  addresses: (random) => `${pick(random, ["", "Số 5, ", "Tổ 2 "])}${villages(random)}`,
  twoNames: (random) => `${kinh(random)} - ${kinh(random)}`,
};
