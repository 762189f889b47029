/** Households that may be added to a list, each with a box to leave it out. */
import type { HouseholdDetail } from "../../../plan/protocol.ts";
import { useAnswer } from "../../hooks/use-answer.ts";
import { useSay } from "../../hooks/use-say.ts";
import { services } from "../../services.ts";

/** More than this are taken or left together. */
const LISTED = 200;

interface Props {
  readonly ids: readonly string[];
  /** Those that are left out. */
  readonly left: ReadonlySet<string>;
  readonly onChange: (left: ReadonlySet<string>) => void;
}

export function FoundList({ ids, left, onChange }: Props) {
  const t = useSay();
  const shown = ids.slice(0, LISTED);
  const { value: details } = useAnswer(
    () => Promise.all(shown.map((id) => services().plan.household(id))),
    [shown.join("\n")],
  );
  const turn = (id: string) => {
    const next = new Set(left);
    if (!next.delete(id)) next.add(id);
    onChange(next);
  };
  const none = ids.every((id) => left.has(id));
  return (
    <fieldset className="found" data-testid="found-list">
      <legend className="small">
        <label className="row">
          <input
            type="checkbox"
            checked={left.size === 0}
            ref={(box) => {
              if (box) box.indeterminate = left.size > 0 && !none;
            }}
            onChange={() => onChange(left.size === 0 ? new Set(ids) : new Set())}
          />
          {t("extend.all", { n: ids.length })}
        </label>
      </legend>
      <ul>
        {shown.map((id, i) => (
          <li key={id}>
            <label className="row small">
              <input type="checkbox" checked={!left.has(id)} onChange={() => turn(id)} />
              <span>{nameOf(details?.[i] ?? null, id)}</span>
            </label>
          </li>
        ))}
      </ul>
      {ids.length > LISTED && <p className="small mut">{t("extend.more", { n: ids.length - LISTED })}</p>}
    </fieldset>
  );
}

function nameOf(detail: HouseholdDetail | null, id: string): string {
  const { head, village } = detail?.household ?? { head: null, village: null };
  return [head, village, id].filter((part) => part !== null).join(" · ");
}
