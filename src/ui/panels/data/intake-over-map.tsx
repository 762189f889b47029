/** What lies over the map while a table is placed: what the marks mean, and the box that says it was looked at. */
import { useEffect } from "react";
import { useSay } from "../../hooks/use-say.ts";
import { asksToSee, boundsOf, chosenPlace, crsName, placeKey, rivalPlace } from "../../intake/place-guess.ts";
import { changeMeaning, setTable } from "../../intake/read.ts";
import type { WaitingTable } from "../../intake/waiting.ts";
import { services } from "../../services.ts";

/** Draws the chosen guess and the likeliest mistake on the map as long as it is there. */
export function IntakeOverMap({ table }: { table: WaitingTable }) {
  const t = useSay();
  const { view, looked } = table;
  const chosen = view ? chosenPlace(view) : null;
  const rival = view && chosen ? rivalPlace(view) : null;
  // One row is looked at alone: thousands of points would lie over it.
  const points = looked ? null : (chosen?.proof.sample ?? null);
  const mistake = rival?.proof.sample ?? null;
  useEffect(() => {
    const { map } = services();
    if (!points) return;
    map?.setProof({ chosen: points, mistake });
    const bbox = boundsOf(points);
    map?.resize();
    if (bbox) map?.fit(bbox, false);
    return () => services().map?.setProof(null);
  }, [points, mistake]);
  if (looked) return null;
  if (!view || !chosen) return null;
  const name = crsName(chosen.crs);
  const other = rival && crsName(rival.crs);
  const key = placeKey(view.meaning.place);
  return (
    <div className="intake-over">
      <div className="float legend intake-legend">
        <div className="lg">
          <svg width="14" height="14" aria-hidden="true">
            <circle cx="7" cy="7" r="4" className="proof-dot" />
          </svg>
          {t("intake.legend.chosen", { name: t(name.key, name.values) })}
        </div>
        {other && (
          <div className="lg">
            <svg width="14" height="14" aria-hidden="true">
              <path d="M3 3l8 8M11 3l-8 8" className="proof-cross" />
            </svg>
            {t(other.key, other.values)}
          </div>
        )}
      </div>
      {/* What was ticked stays in sight, also when the answer has made it unnecessary. */}
      {(asksToSee(view) || table.said.seen === key) && (
        <label className="float intake-seen">
          <input
            type="checkbox"
            className="tick"
            data-testid="intake-seen"
            checked={table.said.seen === key}
            onChange={({ currentTarget }) => sayThatSeen(table, currentTarget.checked ? key : null)}
          />
          <b>{t("intake.seen")}</b>
        </label>
      )}
    </div>
  );
}

/** Whoever finds the points in the right place has answered which system they are in, too. */
function sayThatSeen(table: WaitingTable, seen: string | null): void {
  setTable(table.key, { said: { ...table.said, seen } });
  const asked = table.view?.questions.some(({ kind }) => kind === "place");
  const place = table.view?.meaning.place;
  if (seen !== null && asked && place) void changeMeaning(table.key, { kind: "place", place });
}
