/** Files that were read and wait for a decision, over the map. */
import { useSay } from "../../hooks/use-say.ts";
import { useView } from "../../store.ts";
import { StagedCard } from "./staged-card.tsx";

/** Nothing while no file waits. */
export function FileQueue() {
  const t = useSay();
  const queue = useView((state) => state.queue);
  if (queue.length === 0) return null;
  return (
    <section className="queue" aria-label={t("data.queue")}>
      {queue.map((item) => (
        <StagedCard key={item.key} item={item} />
      ))}
    </section>
  );
}
