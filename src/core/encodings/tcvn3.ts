/**
 * TCVN3 (ABC, fonts `.VnTime`): the upper half of TCVN 5712:1993 VN1. The fonts have no capitals with accents
 * but Ă Â Đ Ê Ô Ơ Ư; the standard has them in 80–9F and among the control codes, and so has this table.
 */
import { byteTable } from "./byte-table.ts";
import { cp1252Sign } from "./cp1252.ts";

/** Source: TCVN 5712:1993, table VN1; compared with iconv's TCVN5712-1 in the tests. B0–B4 are marks there. */
export const TCVN3 = byteTable(
  [
    "ÀẢÃÁẠẶẬÈẺẼÉẸỆÌỈĨ",
    "ÍỊÒỎÕÓỌỘỜỞỠỚỢÙỦŨ",
    "·ĂÂÊÔƠƯĐăâêôơưđẰ",
    "·····àảãáạẲằẳẵắẴ",
    "ẮẦẨẪẤỀặầẩẫấậèỂẻẽ",
    "éẹềểễếệìỉỄẾỒĩíịò",
    "Ổỏõóọồổỗốộờởỡớợù",
    "ỖủũúụừửữứựỳỷỹýỵỐ",
  ],
  {
    1: "Ú",
    2: "Ụ",
    4: "Ừ",
    5: "Ử",
    6: "Ữ",
    17: "Ứ",
    18: "Ự",
    19: "Ỳ",
    20: "Ỷ",
    21: "Ỹ",
    22: "Ý",
    23: "Ỵ",
  },
  cp1252Sign,
);

/**
 * Codes that are a capital in the standard and a quotation mark, dash, bullet or three points in the fonts:
 * one text may hold "M’Drắk" and "LÒ". Which one it is, is read from the word around it.
 */
export const TCVN3_PUNCTUATION: ReadonlySet<number> = new Set([
  0x82, 0x84, 0x85, 0x8b, 0x91, 0x92, 0x93, 0x94, 0x95, 0x96, 0x97, 0x9b,
]);

/** Any of these codes, as a byte or as the sign of Windows-1252. */
export const TCVN3_DOUBTFUL =
  /[\u0082\u0084\u0085\u008b\u0091-\u0097\u009b\u201a\u201e\u2026\u2039\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u203a]/u;
