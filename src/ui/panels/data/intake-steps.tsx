/** The five steps, all in sight, each with its state in words. */
import { useSay } from "../../hooks/use-say.ts";
import { STEPS, type Step, type StepName, stepsOf } from "../../intake/steps.ts";
import type { WaitingTable } from "../../intake/waiting.ts";
import { Icon } from "../../parts/icon.tsx";
import { IntakeFileStep } from "./intake-file-step.tsx";
import { IntakeRowsStep } from "./intake-rows-step.tsx";
import { IntakeTakeStep } from "./intake-take-step.tsx";

/** The steps whose work is beside the panel lead there. */
export function IntakeSteps({ table }: { table: WaitingTable }) {
  const t = useSay();
  return (
    <div className="sec">
      <ol className="intake-steps">
        {stepsOf(table).map((step) => (
          <StepLine key={step.name} step={step} table={table} />
        ))}
      </ol>
      <div className="msg intake-note">
        <Icon name="shield" />
        <div>{t("intake.local")}</div>
      </div>
    </div>
  );
}

/** Where the work of a step is, outside of the panel. */
const SECTIONS: Readonly<Partial<Record<StepName, string>>> = {
  place: "intake-place",
  columns: "intake-columns",
  rows: "intake-rows",
};

/** Brings the section of a step into sight and puts the focus on its heading. */
function goTo(id: string): void {
  const heading = document.getElementById(id);
  heading?.scrollIntoView({ block: "nearest" });
  heading?.focus();
}

function StepLine({ step, table }: { step: Step; table: WaitingTable }) {
  const t = useSay();
  const { name, state, says } = step;
  const section = SECTIONS[name];
  const title = t(`intake.step.${name}`);
  return (
    <li className={`intake-step is-${state}`} aria-current={state === "now" ? "step" : undefined}>
      <span className="disc" aria-hidden="true">
        {state === "done" ? <Icon name="check" size={14} weight={2.2} /> : STEPS.indexOf(name) + 1}
      </span>
      <div>
        {section ? (
          <button type="button" className="intake-step-name" onClick={() => goTo(section)}>
            {title}
          </button>
        ) : (
          <b>{title}</b>
        )}
        <span className="unseen">{t(`intake.state.${state}`)}</span>
        <p className="small mut" data-testid={`intake-step-${name}`}>
          {t(says.key, says.values)}
        </p>
        {name === "file" && <IntakeFileStep table={table} />}
        {name === "rows" && <IntakeRowsStep table={table} />}
        {name === "take" && <IntakeTakeStep table={table} />}
      </div>
    </li>
  );
}
