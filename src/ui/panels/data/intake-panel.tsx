/** One table on its way into the plan: the steps, what is still missing, and the button that puts it in. */
import { useEffect, useRef } from "react";
import { useProblemText, useSay } from "../../hooks/use-say.ts";
import { stopReading } from "../../intake/read.ts";
import type { WaitingTable } from "../../intake/waiting.ts";
import { Button } from "../../parts/button.tsx";
import { Icon } from "../../parts/icon.tsx";
import { Message } from "../../parts/message.tsx";
import { setView, useView } from "../../store.ts";
import { ImportButton } from "./import-button.tsx";
import { IntakeFoot } from "./intake-foot.tsx";
import { IntakeLeave } from "./intake-leave.tsx";
import { IntakeProgress } from "./intake-progress.tsx";
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
  useFocusAfter();
  const as = table.view?.meaning.as;
  const raster = table.view?.meaning.raster;
  return (
    <section className="intake-panel" aria-label={table.name}>
      <div className="scroll">
        <div className="sec">
          <div className="row">
            <button type="button" className="link small" onClick={() => setView({ wizard: null })}>
              {t("intake.back")}
            </button>
            <span className="sp" />
            {table.state !== "taking" && table.state !== "reading" && <IntakeLeave table={table} />}
          </div>
          <h1 ref={title} tabIndex={-1}>
            {t(raster ? `raster.title.${raster}` : as ? `intake.title.${as}` : "intake.title")}
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

/** When the panel goes and the focus with it, whoever works by keyboard goes on from the title of what comes. */
function useFocusAfter(): void {
  useEffect(
    () => () => {
      requestAnimationFrame(() => {
        if (document.activeElement !== null && document.activeElement !== document.body) return;
        const next = document.querySelector<HTMLElement>("[data-region=panel] h1");
        next?.setAttribute("tabindex", "-1");
        next?.focus();
      });
    },
    [],
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
        <ImportButton />
      </div>
    );
  }
  if (table.state === "reading") {
    return (
      <div className="sec">
        <p aria-live="polite">{t("intake.reading", { file: table.name })}</p>
        <IntakeProgress id={table.item?.id ?? null} first={table.item ? "view" : "open"} />
        <Button onClick={() => stopReading(table.key)}>{t("intake.stop")}</Button>
      </div>
    );
  }
  return <IntakeSteps table={table} />;
}
