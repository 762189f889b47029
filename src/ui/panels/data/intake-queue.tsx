/** Every table that waits, with its state in words; choosing one looks at it. */
import type { TextKey } from "../../../text/say.ts";
import { useSay } from "../../hooks/use-say.ts";
import { missingOf } from "../../intake/steps.ts";
import type { WaitingTable } from "../../intake/waiting.ts";
import { Icon, type IconName } from "../../parts/icon.tsx";
import { setView, useView } from "../../store.ts";

/** In the order in which the files were given. */
export function IntakeQueue() {
  const t = useSay();
  const waiting = useView((state) => state.waiting);
  const wizard = useView((state) => state.wizard);
  if (waiting.length === 0) return null;
  return (
    <nav aria-label={t("data.queue")} className="intake-queue">
      <ul>
        {waiting.map((table) => {
          const state = stateOf(table);
          return (
            <li key={table.key}>
              <button
                type="button"
                aria-current={table.key === wizard || undefined}
                onClick={() => setView({ wizard: table.key })}
              >
                <Icon name={ICONS[state]} size={14} />
                <span className="cut">{table.name}</span>
                <span className="small mut nw">{t(SAYS[state], { n: missingOf(table).length })}</span>
              </button>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}

type QueueState = "reading" | "refused" | "left" | "ready" | "taking";
const ICONS: Readonly<Record<QueueState, IconName>> = {
  reading: "file",
  refused: "stop",
  left: "question",
  ready: "check",
  taking: "file",
};
const SAYS: Readonly<Record<QueueState, TextKey>> = {
  reading: "intake.queue.reading",
  refused: "intake.queue.refused",
  left: "intake.queue.left",
  ready: "intake.queue.ready",
  taking: "intake.queue.taking",
};

function stateOf(table: WaitingTable): QueueState {
  if (table.state !== "ready") return table.state;
  if (!table.checked && !table.unchecked) return "reading";
  return missingOf(table).length > 0 ? "left" : "ready";
}
