/** What a list of households does to the register there is: is added, laid over it, or takes its place. */
import { useEffect, useId, useState } from "react";
import type { RegisterUpdate } from "../../../plan/protocol.ts";
import { formatNumber } from "../../../text/numbers.ts";
import { useLanguage, useSay } from "../../hooks/use-say.ts";
import { setTable } from "../../intake/read.ts";
import { idsTaken, type RegisterWay, wayOf } from "../../intake/register.ts";
import { compareTable } from "../../intake/take.ts";
import { factText } from "../../intake/value-words.ts";
import type { Said, WaitingTable } from "../../intake/waiting.ts";
import { Button } from "../../parts/button.tsx";
import { Message } from "../../parts/message.tsx";
import { useView } from "../../store.ts";
import { IntakeRegisterDialog, type RegisterGroup } from "./intake-register-dialog.tsx";

const WAYS: readonly RegisterWay[] = ["add", "update", "replace"];
/** Meanings are changed in quick succession: only the last one is compared. */
const WAIT_MS = 300;

interface Props {
  readonly table: WaitingTable;
  readonly onChange: (said: Partial<Said>) => void;
}

/** Nothing to choose in a plan without households. The comparison is told whatever is chosen, before anything is written. */
export function IntakeRegisterChoice({ table, onChange }: Props) {
  const t = useSay();
  const name = useId();
  const none = useView(({ totals }) => totals !== null && totals.total.households === 0);
  useComparison(table, !none);
  if (none) {
    if (!table.checked) return null;
    const n = table.checked.accepted - table.late.length;
    return <p className="small msg-space">{t("intake.register.first", { n })}</p>;
  }
  const way = wayOf(table.said);
  const choose = (next: RegisterWay) => onChange({ replace: next === "replace", update: next === "update" });
  return (
    <fieldset className="msg-space">
      <legend className="small mut">{t("intake.register.question")}</legend>
      {WAYS.map((one) => (
        <label className="choice" key={one}>
          <input
            type="radio"
            className="tick"
            name={name}
            checked={way === one}
            onChange={() => choose(one)}
          />
          <span>
            <b>{t(`intake.register.${one}`)}</b>
            <span className="small mut choice-more">{t(`intake.register.${one}.more`)}</span>
          </span>
        </label>
      ))}
      {table.checked && <Comparison update={table.compared} way={way} />}
    </fieldset>
  );
}

/** Asks the plan what the list would change whenever the check is new. */
function useComparison({ key, checked, compared }: WaitingTable, wanted: boolean): void {
  const ask = wanted && checked !== null && checked.accepted > 0 && compared === null;
  useEffect(() => {
    if (!ask) return;
    let asked = true;
    const timer = setTimeout(() => {
      void compareTable(key).then((update) => {
        if (asked && update) setTable(key, { compared: update });
      });
    }, WAIT_MS);
    return () => {
      asked = false;
      clearTimeout(timer);
    };
  }, [ask, key]);
}

const GROUPS = ["added", "changed", "same", "gone"] as const;

function Comparison({ update, way }: { readonly update: RegisterUpdate | null; readonly way: RegisterWay }) {
  const t = useSay();
  const language = useLanguage();
  const [open, setOpen] = useState<RegisterGroup | null>(null);
  if (!update) {
    return (
      <p className="small mut msg-space" aria-live="polite">
        {t("intake.register.comparing")}
      </p>
    );
  }
  const taken = idsTaken(update);
  const bad = (group: (typeof GROUPS)[number]) =>
    (way === "add" && (group === "changed" || group === "same")) || (way === "replace" && group === "gone");
  const first = update.changed > 0 ? "changed" : update.added > 0 ? "added" : "gone";
  return (
    <div className="small msg-space" data-testid="register-update" aria-live="polite">
      <table className="intake-register">
        <caption>{t("intake.register.compared")}</caption>
        <tbody>
          {GROUPS.map((group) => (
            <tr key={group} className={bad(group) && update[group] > 0 ? "bad" : undefined}>
              <th scope="row">
                {t(`intake.register.${group}`)}
                {update[group] > 0 && (
                  <span className="choice-more">{t(`intake.register.effect.${way}.${group}`)}</span>
                )}
              </th>
              <td className="r num">{formatNumber(language, update[group])}</td>
            </tr>
          ))}
          {update.alike > 0 && (
            <tr>
              <th scope="row">
                {t("intake.register.alike")}
                <span className="choice-more">{t("intake.register.effect.alike")}</span>
              </th>
              <td className="r num">{formatNumber(language, update.alike)}</td>
            </tr>
          )}
        </tbody>
      </table>
      {way !== "add" && update.byField.length > 0 && (
        <ul>
          {factRows(update).map(([fact, rows]) => (
            <li key={fact}>{t("intake.register.field", { field: factText(t, fact), rows })}</li>
          ))}
        </ul>
      )}
      {way === "add" && taken > 0 && <Message kind="err">{t("intake.register.taken", { n: taken })}</Message>}
      {way === "replace" && update.gone > 0 && (
        <Message kind="warn">{t("intake.register.loses", { n: update.gone })}</Message>
      )}
      {update.alike > 0 && (
        <Message kind="warn">{t("intake.register.alike.why", { n: update.alike })}</Message>
      )}
      {update.added + update.changed + update.gone > 0 && (
        <div className="msg-space">
          <Button small onClick={() => setOpen(first)}>
            {t("intake.register.show")}
          </Button>
        </div>
      )}
      {open && <IntakeRegisterDialog update={update} first={open} onClose={() => setOpen(null)} />}
    </div>
  );
}

/** Longitude and latitude are one fact: the larger count is that of the households whose place differs. */
function factRows({ byField }: RegisterUpdate): readonly (readonly [fact: string, rows: number])[] {
  const rows = new Map<string, number>();
  for (const { field, rows: n } of byField) {
    const fact = field === "lon" || field === "lat" ? "at" : field;
    rows.set(fact, Math.max(rows.get(fact) ?? 0, n));
  }
  return [...rows];
}
