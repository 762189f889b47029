/** Problems of columns and their values: `problem.<code>`. */
import type { MeaningProblem } from "../../core/problem-codes/intake.ts";

export const problemsMeaning = {
  "problem.meaning.more-unknown":
    "Còn {count} dòng có giá trị khác chưa được gán nghĩa, đều coi là chưa biết.",
  "problem.meaning.value-unknown":
    "Giá trị “{given}” ở {count} dòng chưa được gán nghĩa nên coi là chưa biết.",
  "problem.meaning.syntax":
    "Tệp cách đọc sai cú pháp JSON ở dòng {line}, cột {column}. Sửa chỗ đó rồi đọc lại.",
  "problem.meaning.missing": "Tệp cách đọc thiếu “{key}”. Thêm mục đó.",
  "problem.meaning.type": "“{key}” là {given} nhưng phải là {wanted}. Sửa lại trong tệp cách đọc.",
  "problem.meaning.choice": "“{key}” là {given}, chỉ được là một trong: {allowed}.",
  "problem.meaning.unknown-key":
    "Tệp cách đọc có mục “{key}” mà chương trình không biết. Sửa tên mục hoặc bỏ đi.",
  "problem.meaning.field-not-of": "Trường {as} không thuộc loại dữ liệu này. Chọn trường khác cho “{key}”.",
  "problem.meaning.field-twice":
    "Trường {as} được gán cho cả hai cột “{first}” và “{second}”. Chỉ giữ một cột.",
  "problem.meaning.column-twice": "Cột “{given}” được nói đến hai lần trong cách đọc. Bỏ một lần.",
  "problem.meaning.column-missing":
    "Tệp không có cột “{given}” nói trong cách đọc. Các cột của tệp: {columns}.",
  "problem.meaning.word": "“{given}” không phải giá trị của trường {as}. Được dùng: {allowed}.",
  "problem.meaning.place-column":
    "Tọa độ lấy từ cột “{given}” nhưng tệp không có cột đó. Chọn lại cột tọa độ.",
  "problem.meaning.column-added": "Cột “{given}” chưa có trong lần nhập trước. Xem cột này được hiểu là gì.",
  "problem.meaning.column-gone":
    "Cột “{given}” của lần nhập trước không còn trong tệp này. Trường {as} sẽ trống nếu không chọn cột khác.",
  "problem.meaning.value-new":
    "Giá trị “{given}” chưa có trong lần nhập trước. Cho biết nghĩa, nếu không thì coi là chưa biết.",
} as const satisfies Record<`problem.${MeaningProblem}`, string>;
