/** Fields that every row needs and no column says, and the list that commune codes are of. */
import { wordsOf } from "../../../core/intake/columns/value-words.ts";
import type { FieldName } from "../../../core/intake/fields.ts";
import { type ColumnMeaning, LIST_VERSIONS } from "../../../core/intake/meaning.ts";
import type { IntakeView } from "../../../intake/protocol.ts";
import { useSay } from "../../hooks/use-say.ts";
import { fieldsAsked } from "../../intake/columns.ts";
import { changeMeaning } from "../../intake/read.ts";
import { fieldText, wordText } from "../../intake/value-words.ts";
import type { WaitingTable } from "../../intake/waiting.ts";
import { Icon } from "../../parts/icon.tsx";

/** Each can be given by a column or, where it has words of its own, be one for all rows. */
export function IntakeMissingFields({ table, view }: { table: WaitingTable; view: IntakeView }) {
  const t = useSay();
  const { constants, unitList, as } = view.meaning;
  const fields = [...new Set([...fieldsAsked(view), ...constants.map(({ field }) => field)])];
  const asksList = view.questions.some(({ kind }) => kind === "unit-list");
  const hasCodes = asksList || unitList !== null || view.columns.some(({ meaning }) => saysCommune(meaning));
  if (fields.length === 0 && !hasCodes) return null;
  const chosenFor = (field: FieldName) => {
    const constant = constants.find((each) => each.field === field);
    return constant ? `value ${constant.value}` : "";
  };
  const choose = (field: FieldName, chosen: string) => {
    const [kind, ...rest] = chosen.split(" ");
    const value = rest.join(" ");
    if (kind === "column") {
      const column = view.columns.find(({ meaning }) => meaning.column === value);
      if (column) {
        void changeMeaning(table.key, {
          kind: "column",
          column: { ...column.meaning, field, values: null },
        });
      }
      return;
    }
    const constant = kind !== "value" ? null : field === "level" ? Number(value) : value;
    void changeMeaning(table.key, { kind: "constant", field, value: constant });
  };
  return (
    <div className="intake-missing">
      {fields.map((field) => (
        <label className="label" key={field}>
          <span className="row">
            {fieldsAsked(view).includes(field) && <Icon name="question" size={14} />}
            {t("intake.field.whole", { field: fieldText(t, field) })}
          </span>
          <select
            className="text"
            value={chosenFor(field)}
            onChange={({ currentTarget }) => choose(field, currentTarget.value)}
          >
            <option value="">{t("intake.choose")}</option>
            {(wordsOf(field, as) ?? []).map((word) => (
              <option key={word} value={`value ${word}`}>
                {t("intake.field.every-row", { value: wordText(t, word) })}
              </option>
            ))}
            {view.columns.map(({ meaning, name }) => (
              <option key={meaning.column} value={`column ${meaning.column}`}>
                {t("intake.field.in-column", { column: name })}
              </option>
            ))}
          </select>
        </label>
      ))}
      {hasCodes && (
        <label className="label">
          <span className="row">
            {asksList && <Icon name="question" size={14} />}
            {t("intake.unit-list")}
          </span>
          <select
            className="text"
            value={asksList ? ASKED : (unitList ?? NONE)}
            onChange={({ currentTarget }) =>
              void changeMeaning(table.key, {
                kind: "unit-list",
                unitList: LIST_VERSIONS.find((list) => list === currentTarget.value) ?? null,
              })
            }
          >
            {asksList && <option value={ASKED}>{t("intake.choose")}</option>}
            {LIST_VERSIONS.map((list) => (
              <option key={list} value={list}>
                {asksList && list === unitList
                  ? t("intake.unit-list.likely", { list: t(`intake.unit-list.${list}`) })
                  : t(`intake.unit-list.${list}`)}
              </option>
            ))}
            <option value={NONE}>{t("intake.unit-list.unknown")}</option>
          </select>
        </label>
      )}
    </div>
  );
}

/** Not answered yet: a guess that stands chosen already could not be chosen by a person. */
const ASKED = "asked";
const NONE = "none";

function saysCommune({ field }: ColumnMeaning): boolean {
  return field === "commune_code" || field === "commune_name";
}
