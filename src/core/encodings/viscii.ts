/** VISCII (RFC 1456): every letter one byte, six of them among the control codes. */
import { byteTable } from "./byte-table.ts";
import { cp1252Sign } from "./cp1252.ts";

/** Source: RFC 1456; compared with iconv's VISCII in the tests. */
export const VISCII = byteTable(
  [
    "ẠẮẰẶẤẦẨẬẼẸẾỀỂỄỆỐ",
    "ỒỔỖỘỢỚỜỞỊỎỌỈỦŨỤỲ",
    "Õắằặấầẩậẽẹếềểễệố",
    "ồổỗỠƠộờởịỰỨỪỬơớƯ",
    "ÀÁÂÃẢĂẳẵÈÉÊẺÌÍĨỳ",
    "ĐứÒÓÔạỷừửÙÚỹỵÝỡư",
    "àáâãảăữẫèéêẻìíĩỉ",
    "đựòóôõỏọụùúũủýợỮ",
  ],
  { 2: "Ẳ", 5: "Ẵ", 6: "Ẫ", 20: "Ỷ", 25: "Ỹ", 30: "Ỵ" },
  cp1252Sign,
);
