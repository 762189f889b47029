/** Problems of household facts, decisions and additions: `problem.<code>`. */
import type { RecordProblem } from "../../core/problem-codes/plan.ts";

export const problemsRecord = {
  "problem.household.exists": "Đã có hộ mang mã {id} trong phương án. Dùng mã khác hoặc sửa hộ đang có.",
  "problem.household.value": "Giá trị ở mục {field} của hộ {id} không hợp lệ. Sửa lại mục này rồi lưu.",
  "problem.household.far": "Tọa độ {lon}; {lat} của hộ {id} nằm xa địa bàn tỉnh. Đã lưu; cần kiểm tra lại.",
  "problem.row.measure": "“{given}” không phải là một số từ 0 trở lên; để là chưa biết, vẫn giữ nguyên văn.",
  "problem.row.measure-unclear":
    "Không rõ dấu trong “{given}” là dấu thập phân hay dấu hàng nghìn; để là chưa biết, vẫn giữ nguyên văn. Ghi 1500 hoặc 1,5.",
  "problem.row.year": "“{given}” không phải là một năm; để là chưa biết, vẫn giữ nguyên văn.",
  "problem.decision.reason": "Chưa ghi lý do của quyết định. Ghi lý do rồi lưu.",
  "problem.decision.date":
    "Ngày quyết định {on} không hợp lệ. Nhập một ngày từ năm 1976 đến hôm nay, dạng ngày/tháng/năm.",
  "problem.decision.nobody": "Chưa chọn hộ nào để ghi quyết định.",
  "problem.baseline.extend-date":
    "Ngày bổ sung {on} không hợp lệ. Nhập một ngày từ ngày chốt danh sách {name} ({frozenOn}) đến hôm nay.",
  "problem.baseline.extend-nobody": "Chưa có hộ nào để bổ sung vào danh sách gốc {name}.",
  "problem.baseline.already":
    "{count} hộ đã có trong danh sách gốc {name}, trong đó có hộ {id}. Bỏ các hộ này rồi bổ sung lại.",
  "problem.progress.not-known":
    "Nhật ký của phương án bắt đầu từ {from} nên không biết số liệu trước ngày đó. Chọn ngày từ {from} trở đi.",
} as const satisfies Record<`problem.${RecordProblem}`, string>;
