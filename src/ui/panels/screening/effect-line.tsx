/** What the last change of rules did, said once. */
import { useSay } from "../../hooks/use-say.ts";
import { useView } from "../../store.ts";

/** “thêm 96 hộ, bớt 4 hộ”. */
export function EffectLine() {
  const t = useSay();
  const effect = useView((state) => state.totals?.effect ?? null);
  const draft = useView((state) => state.draft);
  if (!effect || !draft) return null;
  return (
    <div className="effect" data-testid="effect">
      {effect.joined === 0 && effect.left === 0
        ? t("screening.effect.none")
        : t("screening.effect", { joined: effect.joined, left: effect.left })}
    </div>
  );
}
