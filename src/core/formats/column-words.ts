/** Names of columns as offices write them. */
import { folded, matches, startsWith } from "./word-list.ts";

const GROUP_NAMES = startsWith(
  "tọa độ | toạ độ | thông tin | trong đó | chia ra | số hộ | số khẩu | nhân khẩu",
  "diện tích | địa chỉ | vị trí | nơi ở | nơi đi | nơi đến | kinh phí | nhu cầu | kế hoạch",
  "thực hiện | hộ nghèo",
);

/** What stands over several columns and is not itself one of them. */
export function isGroupName(text: string): boolean {
  return isColumnName(text) || matches(GROUP_NAMES, text);
}

/** Names of columns that are hardly ever a value. */
const COLUMN_NAMES = new Set(
  [
    "stt | tt | số tt | số thứ tự | họ và tên | họ tên | tên chủ hộ | chủ hộ | họ tên chủ hộ",
    "họ và tên chủ hộ | xã | thôn | thôn buôn | thôn/buôn | thôn, buôn | buôn | huyện | tỉnh",
    "địa chỉ | dân tộc | ghi chú | x | y | tọa độ | toạ độ | tọa độ x | tọa độ y | toạ độ x",
    "toạ độ y | số khẩu | nhân khẩu | số nhân khẩu | khẩu | số hộ | số người | diện tích",
    "mã hộ | mã | tên | id | năm sinh | giới tính | cccd | số cccd | loại đất | tên xã",
    "kinh độ | vĩ độ | name | lon | lat | code | hộ nghèo | hoàn cảnh | nguy cơ",
    "loại thiên tai | cấp độ | đvt | đơn vị | địa danh | nội dung | xã/phường | xã, phường",
    "tên thôn | tên hộ | hiện trạng | stt. | lớp | phân loại",
  ].flatMap((line) => line.split(" | ").map(folded)),
);

/** The name of a column as offices write it. */
export function isColumnName(text: string): boolean {
  return COLUMN_NAMES.has(folded(text).replace(/ ?\(.*\)$/, ""));
}
