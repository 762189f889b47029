/** What people call our fields, the words values are brought to, and ways of numbering levels. */
import type { LevelScale } from "../../core/intake/columns/level-scales.ts";
import type { ValueWord } from "../../core/intake/columns/value-words.ts";
import type { FieldName } from "../../core/intake/fields.ts";

/** `intake.field.<field>`, `intake.value.<word>` (`unknown` for a value without meaning), `intake.scale.<scale>`. */
export const intakeFields = {
  "word.meaning.commune_name": "tên xã",
  "word.meaning.district_name": "tên huyện",
  "intake.field.id": "Mã hộ",
  "intake.field.head": "Chủ hộ",
  "intake.field.ethnicity": "Dân tộc",
  "intake.field.members": "Số khẩu",
  "intake.field.poverty": "Diện nghèo",
  "intake.field.migrant": "Di cư ngoài quy hoạch",
  "intake.field.village": "Thôn, buôn",
  "intake.field.commune_code": "Mã xã",
  "intake.field.commune_name": "Tên xã",
  "intake.field.district_name": "Tên huyện",
  "intake.field.commune_list": "Danh mục mã xã",
  "intake.field.coordinate_source": "Nguồn tọa độ",
  "intake.field.coordinate_accuracy_m": "Sai số tọa độ (m)",
  "intake.field.ethnicity_code": "Mã dân tộc",
  "intake.field.ethnicity_list": "Danh mục mã dân tộc",
  "intake.field.poverty_year": "Năm rà soát nghèo",
  "intake.field.residential_land_m2": "Đất ở",
  "intake.field.production_land_m2": "Đất sản xuất",
  "intake.field.house_state": "Tình trạng nhà",
  "intake.field.cause": "Nguyên nhân di dời",
  "intake.field.code": "Mã đơn vị",
  "intake.field.name": "Tên",
  "intake.field.district": "Huyện cũ",
  "intake.field.province": "Tỉnh cũ",
  "intake.field.kind": "Loại",
  "intake.field.subzone": "Phân khu",
  "intake.field.level": "Mức nguy cơ",
  "intake.field.class": "Cấp đường",
  "intake.value.poor": "nghèo",
  "intake.value.near-poor": "cận nghèo",
  "intake.value.average": "mức sống trung bình",
  "intake.value.not-poor": "không nghèo",
  "intake.value.true": "có",
  "intake.value.false": "không",
  "intake.value.special-use": "rừng đặc dụng",
  "intake.value.protection": "rừng phòng hộ",
  "intake.value.production": "rừng sản xuất",
  "intake.value.buffer": "vùng đệm",
  "intake.value.strict": "bảo vệ nghiêm ngặt",
  "intake.value.recovery": "phục hồi sinh thái",
  "intake.value.service": "dịch vụ – hành chính",
  "intake.value.landslide": "sạt lở",
  "intake.value.flash-flood": "lũ quét",
  "intake.value.pipe-flood": "lũ ống",
  "intake.value.1": "mức 1, thấp nhất",
  "intake.value.2": "mức 2",
  "intake.value.3": "mức 3",
  "intake.value.4": "mức 4",
  "intake.value.5": "mức 5, cao nhất",
  "intake.value.main": "đường chính",
  "intake.value.minor": "đường nhỏ",
  "intake.value.unknown": "chưa biết",
  "intake.scale.five-up": "5 mức, 1 là thấp nhất",
  "intake.scale.five-down": "5 mức, 1 là cao nhất",
  "intake.scale.four-up": "4 mức, 1 là thấp, 4 là rất cao",
  "intake.scale.four-down": "4 mức, 1 là rất cao, 4 là thấp",
} as const satisfies Record<
  | `intake.field.${FieldName}`
  | "word.meaning.commune_name"
  | "word.meaning.district_name"
  | `intake.value.${ValueWord | "unknown"}`
  | `intake.scale.${LevelScale}`,
  string
>;
