/** Words by which people know a title, a total, a signature or a heading of a part in a table of an office. */

/** Beyond this a cell is prose, and is not compared word by word. */
const MOST_SIGNS = 200;

/** Lower case, without marks, one blank between words. */
export function folded(text: string): string {
  return text
    .slice(0, MOST_SIGNS)
    .normalize("NFD")
    .replace(/[\u0300-\u036f]/g, "")
    .toLowerCase()
    .replaceAll("đ", "d")
    .replace(/\s+/g, " ")
    .trim();
}

/**
 * Consonants alone. Every old encoding (TCVN3, VNI, VISCII, Windows-1258, also UTF-8 taken byte by byte) leaves
 * plain consonants what they are, so that words are known before the encoding is.
 */
function skeleton(text: string): string {
  return text
    .slice(0, MOST_SIGNS)
    .normalize("NFC")
    .toLowerCase()
    .replace(/[^ -~]|[aeiouy]/g, "")
    .replace(/ +/g, " ")
    .trim();
}

/** A list of words that a text begins with. */
interface WordList {
  readonly plain: RegExp;
  readonly bones: RegExp;
}

function startsWith(...words: string[]): WordList {
  const pattern = (forms: string[]) =>
    new RegExp(`^(?:${forms.map((form) => form.replace(/[.()*]/g, "\\$&")).join("|")})(?![a-z0-9])`);
  return {
    plain: pattern(words.map(folded)),
    bones: pattern(words.map(skeleton).filter((w) => w.length > 1)),
  };
}

const TITLE = startsWith(
  ...[
    "cộng hòa xã hội",
    "cộng hoà xã hội",
    "độc lập",
    "ủy ban",
    "uỷ ban",
    "ubnd",
    "hđnd",
    "danh sách",
    "bảng",
  ],
  ...["biểu", "mẫu số", "phụ lục", "báo cáo", "tổng hợp", "thống kê", "kèm theo", "(kèm theo", "đơn vị tính"],
  ...[
    "(đơn vị",
    "đvt",
    "sở nông nghiệp",
    "phòng nông nghiệp",
    "ban quản lý",
    "chi cục",
    "hạt kiểm lâm",
    "kế hoạch",
  ],
  ...["năm 20", "thời điểm", "(tính đến", "tính đến", "ban chỉ đạo", "số:", "sở tài nguyên"],
);
const SIGNATURE = startsWith(
  ...[
    "người lập",
    "người tổng hợp",
    "người thống kê",
    "người khảo sát",
    "cán bộ lập",
    "thủ trưởng",
    "chủ tịch",
  ],
  ...[
    "phó chủ tịch",
    "tm.",
    "kt.",
    "tl.",
    "trưởng phòng",
    "trưởng thôn",
    "trưởng buôn",
    "kế toán",
    "xác nhận",
  ],
  ...[
    "ký tên",
    "(ký",
    "ghi chú:",
    "nguồn:",
    "nơi nhận",
    "lưu ý:",
    "ủy ban nhân dân",
    "uỷ ban nhân dân",
    "giám đốc",
  ],
  ...["phó giám đốc", "người kiểm tra", "(ghi chú", "* ghi chú", "đại diện", "hạt trưởng"],
);
const PLACE_DATE = /\bngay\b.{0,12}\bthang\b.{0,12}\bnam\b/;
const PLACE_DATE_BONES = /\bng\b.{0,12}\bthng\b.{0,12}\bnm\b/;

/** Outer before inner: a new commune ends the village before it. */
const HEADINGS: readonly WordList[] = [
  startsWith("tỉnh", "huyện", "thị xã", "thành phố", "tp."),
  startsWith("xã", "phường", "thị trấn", "tt."),
  startsWith("thôn", "buôn", "bon", "làng", "tổ dân phố", "tổ", "tdp", "khối", "ấp", "bản", "khu"),
];
/** Level of a heading that names no kind of place. */
export const OTHER_HEADING = HEADINGS.length;
const ORDINAL = /^(?:[ivxlc]{1,6}|[a-z]|[0-9]{1,2})\s*[.)\-/:]\s*/i;
const ROMAN = /^\(?(?:[IVXLC]{1,6}|[A-H])[.)]?$/;

/** Totals are compared with their marks: Tống is a family name. */
const TOTAL =
  /^(?:tổng(?: cộng| số| toàn)?(?= *[:.(=]| *$)|tổng (?:cộng|số)(?![\p{L}\d])|tổng toàn|cộng(?= *[:.(=]| *$| (?:toàn|xã|phường|thôn|buôn|huyện|chung|dồn|trang|tổ|mục|phần)(?!\p{L}))|tong cong|tong so|cong(?= *[:.(]| *$)|(?:grand |sub)?total(?!\p{L}))/u;
/** Cheap: most cells end here. Between the consonants stands a vowel, whatever bytes it is. */
const MAY_BE_TOTAL = /^\s*(?:[tT].{1,5}[nNtT]|[cC].{1,5}[nN]|[gG][rR]|[sS][uU])/;
const TOTAL_BONES = /^(?:tng cng|tng s)(?![a-z])/;
const TOTAL_BONES_SHORT = /^(?:cng|tng)(?: *[:.(=]| *$)/;

/** A letter that no byte of an old encoding becomes. */
const BEYOND_BYTES = /[^\s -\u00ff]/;
const NOT_ASCII = /[^ -~]/;

function matches(list: WordList, text: string): boolean {
  if (list.plain.test(folded(text))) return true;
  return mayBeOld(text) && list.bones.test(skeleton(text));
}

/** Old letters kept as signs of Latin 1 are found in text files and, as often, in workbooks. */
function mayBeOld(text: string): boolean {
  return NOT_ASCII.test(text) && !BEYOND_BYTES.test(text);
}

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

/** "Tổng cộng", "Cộng xã Cư Pui", "Total". */
export function isTotal(text: string, kind: "unicode" | "bytes"): boolean {
  if (!MAY_BE_TOTAL.test(text)) return false;
  const plain = text.slice(0, MOST_SIGNS).normalize("NFC").toLowerCase().replace(/\s+/g, " ").trim();
  if (TOTAL.test(plain)) return true;
  if (!mayBeOld(text)) return false;
  const bones = skeleton(text);
  return TOTAL_BONES.test(bones) || (kind === "bytes" && TOTAL_BONES_SHORT.test(bones));
}

/** 0 for a district or larger, 1 commune, 2 village; null when the text names no place. "I. Xã Cư Pui" is 1. */
export function headingLevel(text: string): number | null {
  const name = text.trim().replace(ORDINAL, "");
  const level = HEADINGS.findIndex((list) => matches(list, name));
  return level < 0 ? null : level;
}

/** The number of a part where ordinary rows have theirs: I, IV, A. */
export function isPartNumber(text: string): boolean {
  return ROMAN.test(text.trim());
}

/** Names of columns that are hardly ever a value. */
const COLUMN_NAMES = new Set(
  [
    ...["stt", "tt", "số tt", "số thứ tự", "họ và tên", "họ tên", "tên chủ hộ", "chủ hộ", "họ tên chủ hộ"],
    ...[
      "họ và tên chủ hộ",
      "xã",
      "thôn",
      "thôn buôn",
      "thôn/buôn",
      "thôn, buôn",
      "buôn",
      "huyện",
      "tỉnh",
      "địa chỉ",
    ],
    ...["dân tộc", "ghi chú", "x", "y", "tọa độ", "toạ độ", "tọa độ x", "tọa độ y", "toạ độ x", "toạ độ y"],
    ...[
      "số khẩu",
      "nhân khẩu",
      "số nhân khẩu",
      "khẩu",
      "số hộ",
      "số người",
      "diện tích",
      "mã hộ",
      "mã",
      "tên",
      "id",
    ],
    ...[
      "năm sinh",
      "giới tính",
      "cccd",
      "số cccd",
      "loại đất",
      "tên xã",
      "kinh độ",
      "vĩ độ",
      "name",
      "lon",
      "lat",
    ],
    ...[
      "code",
      "hộ nghèo",
      "hoàn cảnh",
      "nguy cơ",
      "loại thiên tai",
      "cấp độ",
      "đvt",
      "đơn vị",
      "địa danh",
      "nội dung",
    ],
    ...["xã/phường", "xã, phường", "tên thôn", "tên hộ", "hiện trạng", "stt.", "lớp", "phân loại"],
  ].map(folded),
);

/** The name of a column as offices write it. */
export function isColumnName(text: string): boolean {
  return COLUMN_NAMES.has(folded(text).replace(/ ?\(.*\)$/, ""));
}
