/** What could be done about a finding: `intake.repair.<code>`. Said on the button that accepts it. */
import type { RepairCode } from "../../core/intake/checks/finding.ts";

export const intakeRepairs = {
  "intake.repair.leave-out-row": "Bỏ dòng này",
  "intake.repair.keep-unlocated": "Giữ hộ, để chưa có vị trí",
  "intake.repair.swap-coordinates": "Đổi chỗ kinh độ và vĩ độ",
  "intake.repair.set-place": "Đặt vào vị trí sau khi sửa số",
  "intake.repair.set-value": "Ghi {field} là {to}",
  "intake.repair.drop-repeated-vertices": "Bỏ đỉnh trùng",
  "intake.repair.turn-ring": "Đảo chiều vòng ranh giới",
  "intake.repair.close-ring": "Khép kín vòng ranh giới",
  "intake.repair.cut-spike": "Cắt bỏ gai",
  "intake.repair.untangle": "Gỡ chỗ tự cắt",
} as const satisfies Record<`intake.repair.${RepairCode}`, string>;
