/** What a list of households does to the register there is: is added, laid over it, or takes its place. */
import { useEffect, useId, useState } from "react";
import type { RegisterUpdate } from "../../../plan/protocol.ts";
import { useSay } from "../../hooks/use-say.ts";
import { compareTable } from "../../intake/take.ts";
import type { Said, WaitingTable } from "../../intake/waiting.ts";

const WAYS = ["add", "update", "replace"] as const;
type Way = (typeof WAYS)[number];

interface Props {
  readonly table: WaitingTable;
  readonly onChange: (said: Partial<Said>) => void;
}

/** Three sentences to choose from; under the second, what it would change, before anything is written. */
export function IntakeRegisterChoice({ table, onChange }: Props) {
  const t = useSay();
  const name = useId();
  const { replace, update } = table.said;
  const way: Way = replace ? "replace" : update ? "update" : "add";
  const choose = (next: Way) => onChange({ replace: next === "replace", update: next === "update" });
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
      {way === "update" && table.checked && <Comparison table={table} />}
    </fieldset>
  );
}

function Comparison({ table }: { table: WaitingTable }) {
  const t = useSay();
  const [told, setTold] = useState<RegisterUpdate | null>(null);
  const { key, checked } = table;
  useEffect(() => {
    let asked = checked !== null;
    setTold(null);
    void compareTable(key).then((update) => {
      if (asked) setTold(update);
    });
    return () => {
      asked = false;
    };
  }, [key, checked]);
  if (!told) return <p className="small mut">{t("intake.register.comparing")}</p>;
  const { added, changed, same, gone } = told;
  return (
    <div className="small msg-space" data-testid="register-update">
      <p>{t("intake.register.told", { added, changed, same, gone })}</p>
      {told.byField.length > 0 && (
        <ul>
          {told.byField.map(({ field, rows }) => (
            <li key={field}>
              {t("intake.register.field", { field: t(`word.fact.${factOf(field)}` as never), rows })}
            </li>
          ))}
        </ul>
      )}
      {told.goneIds.length > 0 && (
        <p className="mut">{t("intake.register.gone", { ids: told.goneIds.slice(0, 10).join(", ") })}</p>
      )}
    </div>
  );
}

/** Longitude and latitude are one fact. */
function factOf(field: string): string {
  return field === "lon" || field === "lat" ? "at" : field;
}
