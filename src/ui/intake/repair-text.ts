/** What a repair does, in words of people. */
import type { CheckFinding } from "../../core/intake/checks/finding.ts";
import { FIELDS_OF, type FieldName } from "../../core/intake/fields.ts";
import { hasText, type TextKey } from "../../text/say.ts";
import type { Say } from "../hooks/use-say.ts";
import { fieldText, wordText } from "./value-words.ts";

const FIELDS: ReadonlySet<string> = new Set(Object.values(FIELDS_OF).flat());

/** `many`: without the values of one row. Empty when there is no repair. */
export function repairText(t: Say, { repair }: CheckFinding, many = false): string {
  if (!repair) return "";
  const plain = `intake.repair.${repair.code}.all`;
  if (many && hasText(plain)) return t(plain as TextKey);
  if (repair.code === "set-value") {
    const { field, to } = repair.values ?? {};
    const named = String(field ?? "");
    const name = FIELDS.has(named) ? fieldText(t, named as FieldName) : named;
    if (to === null || to === undefined) return t("intake.rows.repair.empty", { field: name });
    return t("intake.rows.repair.value", { field: name, to: wordText(t, String(to)) });
  }
  const key = `intake.repair.${repair.code}`;
  return hasText(key) ? t(key as TextKey, repair.values) : repair.code;
}
