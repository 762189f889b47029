/** The thin bar of work that takes longer than a moment, with its count. */
import { useSay } from "../hooks/use-say.ts";
import { useView } from "../store.ts";

/** Nothing when nothing is under way. */
export function WorkBar() {
  const t = useSay();
  const work = useView((state) => state.work);
  const opening = useView((state) => state.opening);
  if (!work && !opening) return null;
  const share = work && work.total > 0 ? (work.done / work.total) * 100 : 100;
  const label = work ? t("shell.working", { done: work.done, total: work.total }) : t("shell.opening");
  return (
    <div
      className="workbar"
      role="progressbar"
      aria-label={label}
      aria-valuenow={work ? Math.round(share) : undefined}
      title={label}
    >
      <i style={{ width: `${share}%` }} />
    </div>
  );
}
