/** One column closely: how its text could be read, which field it could be and why, and what its values mean. */
import { useId, useState } from "react";
import type { ColumnMeaning } from "../../../core/intake/meaning.ts";
import type { Ranked } from "../../../core/intake/ranked.ts";
import type { ColumnView, IntakeView } from "../../../intake/protocol.ts";
import { hasText, type TextKey } from "../../../text/say.ts";
import { type Say, useSay } from "../../hooks/use-say.ts";
import { changeMeaning } from "../../intake/read.ts";
import { fieldText } from "../../intake/value-words.ts";
import type { WaitingTable } from "../../intake/waiting.ts";
import { Button } from "../../parts/button.tsx";
import { Dialog } from "../../parts/dialog.tsx";
import { IntakeEthnicLists } from "./intake-ethnic-lists.tsx";
import { IntakeValues } from "./intake-values.tsx";

interface Props {
  readonly table: WaitingTable;
  readonly view: IntakeView;
  readonly column: ColumnView;
  readonly onClose: () => void;
}

/** Nothing changes before it is applied. */
export function IntakeColumnDialog({ table, view, column, onClose }: Props) {
  const t = useSay();
  const name = useId();
  const [draft, setDraft] = useState<ColumnMeaning>(column.meaning);
  const apply = () => {
    onClose();
    void changeMeaning(table.key, { kind: "column", column: draft });
  };
  const capitals = ["as-written", "upper", "words"] as const;
  return (
    <Dialog wide title={t("intake.column.title", { column: column.name })} onClose={onClose}>
      <dl className="intake-facts small">
        <dt>{t("intake.column.raw")}</dt>
        <dd className="raw">{column.raw.join(" · ")}</dd>
        {column.fields[0] && (
          <>
            <dt>{t("intake.column.field")}</dt>
            <dd>
              {column.fields
                .slice(0, 3)
                .map((each) => `${fieldText(t, each.value)} (${whyOf(t, each)})`)
                .join("; ")}
            </dd>
          </>
        )}
      </dl>
      {column.encodings.length > 0 && (
        <fieldset className="msg-space">
          <legend className="small mut">{t("intake.column.encoding")}</legend>
          {column.encodings.map((each) => (
            <label className="choice" key={each.value}>
              <input
                type="radio"
                className="tick"
                name={name}
                checked={draft.encoding === each.value}
                onChange={() => setDraft({ ...draft, encoding: each.value })}
              />
              <span>
                <b>{each.read.join(" · ")}</b>
                <span className="small mut choice-more">
                  {t(`intake.encoding.${each.value}`)}: {whyOf(t, each)}
                </span>
              </span>
            </label>
          ))}
          {draft.encoding === "tcvn3" && (
            <label className="label msg-space">
              {t("intake.capitals")}
              <select
                className="text"
                value={draft.capitals}
                onChange={({ currentTarget }) => {
                  const chosen = capitals.find((each) => each === currentTarget.value);
                  if (chosen) setDraft({ ...draft, capitals: chosen });
                }}
              >
                {capitals.map((each) => (
                  <option key={each} value={each}>
                    {t(`intake.capitals.${each}`)}
                  </option>
                ))}
              </select>
            </label>
          )}
        </fieldset>
      )}
      {isLand(draft.field) && (
        <label className="label msg-space">
          {t("intake.land.question")}
          <select
            className="text"
            value={draft.values?.kind === "hectares" ? "hectares" : "square-metres"}
            onChange={({ currentTarget }) =>
              setDraft({
                ...draft,
                values: currentTarget.value === "hectares" ? { kind: "hectares" } : null,
              })
            }
          >
            <option value="square-metres">{t("intake.land.square-metres")}</option>
            <option value="hectares">{t("intake.land.hectares")}</option>
          </select>
        </label>
      )}
      {column.lists && (
        <IntakeEthnicLists
          lists={column.lists}
          value={draft.values?.kind === "ethnic-codes" ? draft.values.list : null}
          onChange={(list) => setDraft({ ...draft, values: { kind: "ethnic-codes", list } })}
        />
      )}
      {column.values && !column.lists && draft.field && (
        <IntakeValues
          as={view.meaning.as}
          field={draft.field}
          values={column.values}
          value={draft.values}
          onChange={(values) => setDraft({ ...draft, values })}
        />
      )}
      <div className="dialog-foot">
        <Button onClick={onClose}>{t("shell.cancel")}</Button>
        <Button kind="pri" onClick={apply}>
          {t("intake.apply")}
        </Button>
      </div>
    </Dialog>
  );
}

/** Areas of land come in square metres or in hectares, and the numbers do not say which. */
function isLand(field: ColumnMeaning["field"]): boolean {
  return field === "residential_land_m2" || field === "production_land_m2";
}

function whyOf(t: Say, { why }: Pick<Ranked<unknown>, "why">): string {
  const reasons = why.flatMap(({ code, values }) => {
    const key = `intake.why.${code}`;
    return hasText(key) ? [t(key as TextKey, values)] : [];
  });
  return reasons.length > 0 ? reasons.join("; ") : t("intake.why.not-told");
}
