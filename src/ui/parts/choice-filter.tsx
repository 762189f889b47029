/** Ticks which of the things a column says are listed; each with how many households say it. */
import { useState } from "react";
import type { Choice, CodedColumnName, ColumnFilter } from "../../compute/protocol.ts";
import { foldText } from "../../core/model/fold-text.ts";
import { formatNumber } from "../../text/numbers.ts";
import { filterBy } from "../actions/table.ts";
import { useAnswer } from "../hooks/use-answer.ts";
import { type Say, useLanguage, useSay } from "../hooks/use-say.ts";
import { listQuestion } from "../household-list.ts";
import { services } from "../services.ts";
import { useView } from "../store.ts";
import { criterionOf } from "../table-columns.ts";

/** More than this can be searched in. */
const FEW = 12;
const MOST_SHOWN = 200;

interface Props {
  readonly column: CodedColumnName;
  readonly filter: ColumnFilter | undefined;
}

/** Counts follow the filters of the other columns. What is ticked and listed no more stays, with 0. */
export function ChoiceFilter({ column, filter }: Props) {
  const t = useSay();
  const language = useLanguage();
  const [text, setText] = useState("");
  const computed = useView((state) => state.computed);
  const { value: found } = useAnswer(
    () => services().compute.choices(column, listQuestion().filter),
    [column, computed],
  );
  if (!found) return <p className="small mut">{t("screening.loading")}</p>;
  const ticked = filter?.kind === "choice" ? filter.values : null;
  const gone = (ticked ?? [])
    .filter((value) => found.every((choice) => choice.value !== value))
    .map((value): Choice => ({ value, label: value, households: 0 }));
  const wanted = foldText(text);
  const matching = [...found, ...gone].filter((choice) =>
    foldText(choiceLabel(column, choice, t)).includes(wanted),
  );
  const tick = (value: string | null, on: boolean) => {
    const before = ticked ?? [];
    const values = on ? [...before, value] : before.filter((each) => each !== value);
    filterBy(column, values.length === 0 ? null : { kind: "choice", values });
  };
  return (
    <>
      {found.length > FEW && (
        <input
          className="text"
          data-autofocus
          aria-label={t("filter.find")}
          placeholder={t("filter.find")}
          value={text}
          onChange={({ currentTarget }) => setText(currentTarget.value)}
        />
      )}
      <div className="filterlist">
        {matching.slice(0, MOST_SHOWN).map((choice) => (
          <label className="opt" key={choice.value ?? ""}>
            <input
              type="checkbox"
              className="tick"
              checked={ticked?.includes(choice.value) ?? false}
              onChange={({ currentTarget }) => tick(choice.value, currentTarget.checked)}
            />
            <span className="cut">{choiceLabel(column, choice, t)}</span>
            <span className="mut">{formatNumber(language, choice.households)}</span>
          </label>
        ))}
      </div>
      {matching.length > MOST_SHOWN && (
        <p className="small mut">{t("filter.more", { n: matching.length - MOST_SHOWN })}</p>
      )}
      <button type="button" className="link small" onClick={() => filterBy(column, null)}>
        {t("filter.clear")}
      </button>
    </>
  );
}

/** What a column says, in words. */
function choiceLabel(column: CodedColumnName, { value, label }: Choice, t: Say): string {
  if (criterionOf(column)) return t(`finding.${value as "hit" | "clear" | "unknown"}`);
  switch (column) {
    case "eligible":
      return t(`eligible.${value as "yes" | "no" | "unknown"}`);
    case "decision":
      return t(`decision.state.${value as "none"}`);
    case "status":
      return value === "none" ? t("status.none") : t(`status.${value as "moved"}`);
    case "migrant":
      return value === null ? t("filter.blank") : t(value === "yes" ? "table.yes" : "table.no");
    case "located":
      return t(value === "yes" ? "located.yes" : "located.no");
    case "unitName":
      return value === null ? t("unit.none") : (label ?? value);
    default:
      return label ?? t("filter.blank");
  }
}
