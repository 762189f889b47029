/** Every field of the source, as it was written. Text only: markup in data is shown, never run. */
import type { Json } from "../../core/model/household.ts";
import { useSay } from "../hooks/use-say.ts";

/** Folded, because the card has already said what matters. */
export function HouseholdProperties({ properties }: { properties: Readonly<Record<string, Json>> }) {
  const t = useSay();
  const entries = Object.entries(properties);
  if (entries.length === 0) return null;
  return (
    <details className="more properties">
      <summary>{t("card.properties", { n: entries.length })}</summary>
      <dl className="facts">
        {entries.map(([name, value]) => (
          <div key={name} className="pair">
            <dt>{name}</dt>
            <dd>
              {value === null ? "–" : typeof value === "object" ? JSON.stringify(value) : String(value)}
            </dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
