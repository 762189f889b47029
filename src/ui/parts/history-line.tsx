/** One entry of the history: what, by whom, when; and the fields that it changed. */
import type { HistoryLine } from "../../plan/protocol.ts";
import { commandText } from "../actions/run.ts";
import { changeText, subjectOf } from "../history-words.ts";
import { type Say, useLanguage, useSay } from "../hooks/use-say.ts";

/** The sentence of an entry. An undo or redo names what it turned round. */
export function entryText(line: HistoryLine, t: Say): string {
  const what = commandText(line);
  return line.kind === "undo" || line.kind === "redo" ? t(`history.${line.kind}`, { what }) : what;
}

/** What was done; struck out once it is undone, which is also said in words. */
export function HistoryWhat({ line }: { readonly line: HistoryLine }) {
  const t = useSay();
  return (
    <>
      {line.undone ? <s>{entryText(line, t)}</s> : <span>{entryText(line, t)}</span>}
      {line.undone && <span className="history-state">{t("history.undone")}</span>}
      {line.kind === "merged" && line.target && (
        <span className="small mut history-from">
          {t("history.merged", { files: line.target.values.files ?? commandText(line.target) })}
        </span>
      )}
    </>
  );
}

/** Who, as they named themselves. */
export function HistoryWho({ line }: { readonly line: HistoryLine }) {
  const t = useSay();
  return line.author === null ? <span className="mut">{t("history.no-author")}</span> : <b>{line.author}</b>;
}

/** Field by field, before → after. Nothing where the entry tells of no field. */
export function HistoryChanges({ line }: { readonly line: HistoryLine }) {
  const t = useSay();
  const language = useLanguage();
  if (line.changes.length === 0) return null;
  return (
    <dl className="history-changes">
      {line.changes.map((change) => (
        <div key={`${change.table} ${change.key} ${change.op} ${change.field}`} className="pair">
          <dt>{subjectOf(change, t)}</dt>
          <dd>{changeText(change, t, language)}</dd>
        </div>
      ))}
    </dl>
  );
}
