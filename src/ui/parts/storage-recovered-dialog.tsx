/** What was read of a damaged plan, table by table, and that it is not the whole plan. */
import type { Recovery } from "../../plan/protocol.ts";
import { formatNumber } from "../../text/numbers.ts";
import { hasText, say } from "../../text/say.ts";
import { useLanguage, useSay } from "../hooks/use-say.ts";
import { setView, useView } from "../store.ts";
import { Button } from "./button.tsx";
import { Dialog } from "./dialog.tsx";
import { Message } from "./message.tsx";

/** What a planner looks for first comes first. */
const ORDER = [
  "household",
  "event",
  "decision",
  "baseline",
  "baseline_member",
  "site",
  "assignment",
  "target",
];

/** Shown once, when the new plan is open. */
export function RecoveredDialog() {
  const t = useSay();
  const recovery = useView((state) => state.recovery);
  if (!recovery) return null;
  const close = () => setView({ dialog: null, recovery: null });
  const whole = recovery.tables.every(({ lost }) => lost === 0);
  return (
    <Dialog title={t("rescued.title")} onClose={close} wide>
      <Message kind={whole ? "ok" : "warn"}>
        {t(whole ? "rescued.whole" : "rescued.not-whole")}{" "}
        {t(recovery.historyKept ? "rescued.history" : "rescued.no-history")}
      </Message>
      <Counts tables={recovery.tables} />
      <div className="dialog-foot">
        <Button kind="pri" onClick={close}>
          {t("rescued.close")}
        </Button>
      </div>
    </Dialog>
  );
}

function Counts({ tables }: Pick<Recovery, "tables">) {
  const t = useSay();
  const language = useLanguage();
  const place = (table: string) => (ORDER.includes(table) ? ORDER.indexOf(table) : ORDER.length);
  const shown = tables
    .filter(({ read, lost }) => read > 0 || lost !== 0)
    .sort((a, b) => place(a.table) - place(b.table));
  return (
    <table className="rescued-table msg-space">
      <thead>
        <tr>
          <th scope="col">{t("rescued.table")}</th>
          <th scope="col">{t("rescued.read")}</th>
          <th scope="col">{t("rescued.lost")}</th>
        </tr>
      </thead>
      <tbody>
        {shown.map(({ table, read, lost }) => {
          const key = `rescued.${table}`;
          return (
            <tr key={table}>
              <th scope="row">{hasText(key) ? say(language, key) : table}</th>
              <td>{formatNumber(language, read)}</td>
              <td className={lost === 0 ? "" : "warn"}>
                {lost === null ? t("rescued.lost.unknown") : formatNumber(language, lost)}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
