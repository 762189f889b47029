/** How the sentence of the plan is read, and what the other reading would answer. */
import type { Rules } from "../../../core/screening/rule-set.ts";
import { tryRules } from "../../actions/screen.ts";
import { useSay } from "../../hooks/use-say.ts";
import { Segmented } from "../../parts/segmented.tsx";
import { withReading } from "../../rules-draft.ts";
import { useView } from "../../store.ts";

/** Strict or wide. */
export function ReadingRow({ rules }: { rules: Rules }) {
  const t = useSay();
  const totals = useView((state) => state.totals);
  const other = totals ? totals.otherReading.yes - totals.total.yes : null;
  const known = totals !== null && totals.rules.reading === rules.reading && other !== null;
  return (
    <div className="row reading">
      <span className="small mut nw">{t("screening.reading")}</span>
      <Segmented
        label={t("screening.reading")}
        value={rules.reading}
        options={[
          { value: "strict", label: t("screening.strict") },
          { value: "wide", label: t("screening.wide") },
        ]}
        onChange={(reading) => tryRules(withReading(rules, reading))}
      />
      {known && (
        <span className="small mut nw">
          {rules.reading === "strict"
            ? t("screening.wide-adds", { n: other })
            : t("screening.strict-takes", { n: -other })}
        </span>
      )}
    </div>
  );
}
