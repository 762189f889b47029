/** The automatic copies of one kept plan: open one as a plan of its own, or save it as a file. */
import { useEffect, useState } from "react";
import type { PlanCopy, StoredPlan } from "../../plan/protocol.ts";
import { formatFixed } from "../../text/numbers.ts";
import { openCopy, saveCopyFile, whenWritten } from "../actions/storage.ts";
import { useLanguage, useSay } from "../hooks/use-say.ts";
import { services } from "../services.ts";
import { useView } from "../store.ts";
import { Button } from "./button.tsx";

/** Below its plan when that is unfolded. */
export function CopiesList({ plan }: { plan: StoredPlan }) {
  const t = useSay();
  const language = useLanguage();
  const copies = useCopies(plan.id);
  if (!copies) return null;
  if (copies.length === 0) return <p className="small mut copies">{t("copies.none")}</p>;
  return (
    <ul className="copies" aria-label={t("copies.of", { name: plan.name })}>
      {copies.map((copy) => {
        const when = whenWritten(copy.at);
        const mb = formatFixed(language, copy.bytes / 1_000_000, 1);
        return (
          <li key={copy.key}>
            <span className="small">{t("copies.line", { ...when, revision: copy.revision, mb })}</span>
            <span className="sp" />
            <Button small label={t("copies.open.of", when)} onClick={() => openCopy(plan.id, copy)}>
              {t("copies.open")}
            </Button>
            <Button
              small
              label={t("copies.save.of", when)}
              onClick={() => saveCopyFile(plan.id, plan.name, copy)}
            >
              {t("copies.save")}
            </Button>
          </li>
        );
      })}
    </ul>
  );
}

/** Copies of a plan, asked again when the room changes (a copy was made); null until they are known. */
export function useCopies(id: string): readonly PlanCopy[] | null {
  const [copies, setCopies] = useState<readonly PlanCopy[] | null>(null);
  const storage = useView((state) => state.storage);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new answer about room is the sign that a copy came
  useEffect(() => {
    let here = true;
    void services()
      .plan.copies(id)
      .then((found) => here && setCopies(found));
    return () => {
      here = false;
    };
  }, [id, storage]);
  return copies;
}
