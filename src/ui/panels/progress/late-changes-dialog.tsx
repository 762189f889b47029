/** Who changed the past after a day was over: when, which household, what it said before and says now. */
import type { LateChange } from "../../../plan/protocol.ts";
import { formatDate, formatTime } from "../../../text/numbers.ts";
import { showHousehold } from "../../actions/look.ts";
import { type Say, useLanguage, useSay } from "../../hooks/use-say.ts";
import { closeDialog, Dialog } from "../../parts/dialog.tsx";
import { today } from "../../today.ts";
import { useAudit, useQuestion } from "./use-progress.ts";

/** More than this are counted, not listed: the whole history is told elsewhere. */
const LISTED = 200;

export function LateChangesDialog() {
  const t = useSay();
  const language = useLanguage();
  const asOf = useQuestion((state) => state.asOf);
  const changes = useAudit()?.changes ?? [];
  const on = formatDate(asOf);
  return (
    <Dialog title={t("audit.title", { on })} wide>
      <p className="small mut">{t("audit.lead", { on })}</p>
      <div className="late-changes">
        <table data-testid="late-changes">
          <thead>
            <tr>
              <th>{t("audit.when")}</th>
              <th>{t("audit.who")}</th>
              <th>{t("audit.household")}</th>
              <th>{t("audit.before")}</th>
              <th>{t("audit.after")}</th>
            </tr>
          </thead>
          <tbody>
            {changes.slice(0, LISTED).map((change, i) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: one entry may change several events of one household
              <tr key={`${change.seq} ${i}`}>
                <td className="nw">
                  {formatDate(today(new Date(change.at)))} {formatTime(language, change.at)}
                </td>
                <td>{change.author ?? <span className="mut">{t("history.no-author")}</span>}</td>
                <td>
                  <button
                    type="button"
                    className="link"
                    onClick={() => {
                      closeDialog();
                      void showHousehold(change.householdId);
                    }}
                  >
                    {change.householdId}
                  </button>
                </td>
                <td>{saying(change.before, t)}</td>
                <td>{saying(change.after, t)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {changes.length > LISTED && (
        <p className="small mut">{t("audit.more", { n: changes.length - LISTED })}</p>
      )}
    </Dialog>
  );
}

function saying(said: LateChange["before"], t: Say): string {
  return said === null
    ? t("audit.nothing")
    : t("audit.event", { what: t(`event.${said.kind}`), on: formatDate(said.on) });
}
