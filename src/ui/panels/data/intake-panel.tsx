/** One table on its way into the plan: the steps, what is still missing, and the button that puts it in. */
import { useEffect, useRef } from "react";
import { useProblemText, useSay } from "../../hooks/use-say.ts";
import { dropEntry, stopReading } from "../../intake/read.ts";
import type { WaitingTable } from "../../intake/waiting.ts";
import { Button } from "../../parts/button.tsx";
import { Icon } from "../../parts/icon.tsx";
import { Message } from "../../parts/message.tsx";
import { setView, useView } from "../../store.ts";
import { IntakeFoot } from "./intake-foot.tsx";
import { IntakeQueue } from "./intake-queue.tsx";
import { IntakeSteps } from "./intake-steps.tsx";

/** The left panel while a file is looked at. Nothing of the file is in the plan before its button is pressed. */
export function IntakePanel({ table }: { table: WaitingTable }) {
  const t = useSay();
  const several = useView((state) => state.waiting.length > 1);
  const title = useRef<HTMLHeadingElement>(null);
  // The panel was something else before: whoever works by keyboard goes on from its title.
  // biome-ignore lint/correctness/useExhaustiveDependencies: another table is another panel
  useEffect(() => {
    if (document.activeElement === null || document.activeElement === document.body) title.current?.focus();
  }, [table.key]);
  const as = table.view?.meaning.as;
  return (
    <section className="intake-panel" aria-label={table.name}>
      <div className="scroll">
        <div className="sec">
          <div className="row">
            <button type="button" className="link small" onClick={() => setView({ wizard: null })}>
              {t("intake.back")}
            </button>
            <span className="sp" />
            {table.state !== "taking" && table.state !== "reading" && (
              <Button small onClick={() => dropEntry(table.key)}>
                {t("data.leave")}
              </Button>
            )}
          </div>
          <h1 ref={title} tabIndex={-1}>
            {t(as ? `intake.title.${as}` : "intake.title")}
          </h1>
          <FileLine table={table} />
          {several && <IntakeQueue />}
        </div>
        <Body table={table} />
      </div>
      <IntakeFoot table={table} />
    </section>
  );
}

function FileLine({ table: { name, item } }: { table: WaitingTable }) {
  const t = useSay();
  // The others are named like it and differ by their endings.
  const endings = item && item.files.length > 1 ? item.files.map((file) => file.replace(/^.*\./, ".")) : [];
  return (
    <div className="intake-file small mut">
      <Icon name="file" />
      <span>
        <span className="intake-name">{name}</span>
        {item && (
          <>
            <br />
            {t("intake.file.size", { read: item.read, columns: item.columns })}
            <br />
            {t(`intake.format.${item.format}`)}
            {item.shapes !== "none" && ` · ${t(`intake.shapes.${item.shapes}`)}`}
            {endings.length > 0 && ` · ${endings.join(" ")}`}
          </>
        )}
      </span>
    </div>
  );
}

function Body({ table }: { table: WaitingTable }) {
  const t = useSay();
  const problemText = useProblemText();
  if (table.state === "refused") {
    return (
      <div className="sec">
        {table.problem && (
          <Message kind="err">
            {problemText(table.problem)} {t("data.refused.kept")}
          </Message>
        )}
      </div>
    );
  }
  if (table.state === "reading") {
    return (
      <div className="sec">
        <p aria-live="polite">{t("intake.reading", { file: table.name })}</p>
        <div className="intake-progress" role="progressbar" aria-label={t("data.reading")}>
          <i />
        </div>
        <Button onClick={() => stopReading(table.key)}>{t("intake.stop")}</Button>
      </div>
    );
  }
  return <IntakeSteps table={table} />;
}
