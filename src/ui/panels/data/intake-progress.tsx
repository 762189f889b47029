/** What the worker is at, and how far: a sentence, a percentage where it is known, and a bar. */
import type { IntakeProgress as Told } from "../../../intake/protocol.ts";
import { useSay } from "../../hooks/use-say.ts";
import { useIntakeProgress } from "../../intake/progress.ts";

/** `id`: the table that is waited for; null: files that are no tables yet. Until the worker tells, `first` is said. */
export function IntakeProgress({ id, first }: { readonly id: string | null; readonly first: Told["stage"] }) {
  const t = useSay();
  // Of another table: this one waits its turn.
  const progress = useIntakeProgress((state) => (state.progress?.id === id ? state.progress : null));
  const share = progress?.share ?? null;
  const percent = share === null ? null : Math.floor(share * 100);
  const label = t(`intake.progress.${progress?.stage ?? first}`);
  const count = percent === null ? null : t("intake.progress.share", { percent });
  return (
    <div className="intake-progress-box">
      <p className="row small">
        <span>{label}</span>
        <span className="sp" />
        {count && <span>{count}</span>}
      </p>
      <div
        className={percent === null ? "intake-progress" : "intake-progress known"}
        role="progressbar"
        aria-label={label}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={percent ?? undefined}
        aria-valuetext={count ?? undefined}
      >
        <i style={percent === null ? undefined : { width: `${percent}%` }} />
      </div>
    </div>
  );
}
