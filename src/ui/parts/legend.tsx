/** The legend: folds to its title, and is folded from the start in short windows. */
import { HOUSEHOLD_STATUSES } from "../../core/model/event.ts";
import { useLanguage, useSay } from "../hooks/use-say.ts";
import { type LegendItem, legendItems } from "../legend-items.ts";
import { setView, useView } from "../store.ts";
import { Icon } from "./icon.tsx";
import { Mark } from "./mark.tsx";
import { HazardSwatch, Patch } from "./swatch.tsx";

const STATUSES = HOUSEHOLD_STATUSES.filter((status) => status !== "none");

/** Bottom left of the map. */
export function Legend() {
  const t = useSay();
  const tab = useView((state) => state.tab);
  const legend = useView((state) => state.legend);
  const switches = useView((state) => state.switches);
  const legendOpen = useView((state) => state.legendOpen);
  const drawing = useView((state) => state.sketch !== null);
  const chosen = useView((state) => state.chosen > 0);
  const items = legendItems(tab, legend, switches, drawing, chosen);
  return (
    <section className={legendOpen ? "float legend" : "float legend folded"} aria-label={t("legend.title")}>
      <button
        type="button"
        className="head"
        aria-expanded={legendOpen}
        onClick={() => setView({ legendOpen: !legendOpen })}
      >
        <h2>{t("legend.title")}</h2>
        <Icon name={legendOpen ? "down" : "up"} size={14} />
      </button>
      {legendOpen &&
        items.map((item) => <Line key={"hazard" in item ? item.hazard : item.kind} item={item} />)}
    </section>
  );
}

function Line({ item }: { item: LegendItem }) {
  const t = useSay();
  const language = useLanguage();
  switch (item.kind) {
    case "findings":
      return (
        <div className="lg">
          <Mark name="yes" />
          {t("legend.yes")}
          <Mark name="unknown" />
          {t("legend.unknown")}
          <Mark name="no" />
          {t("legend.no")}
        </div>
      );
    case "statuses":
      return (
        <div className="lg-statuses">
          <div className="lg">
            <Mark name="unknown" />
            {t("legend.unknown")}
          </div>
          <div className="lg">
            <Mark name="no" />
            {t("eligible.no.short")}
          </div>
          {STATUSES.map((name) => (
            <div className="lg" key={name}>
              <Mark name={name} />
              {t(`status.${name}`)}
            </div>
          ))}
        </div>
      );
    case "cluster":
      return (
        <div className="lg">
          <Mark name="donut" size={20} />
          {t("legend.cluster")}
        </div>
      );
    case "chosen":
      return (
        <div className="lg">
          <Mark name="chosen" />
          {t("legend.chosen")}
        </div>
      );
    case "hazard":
      return (
        <div className="lg">
          <span className="sw">
            {item.levels.map((level) => (
              <HazardSwatch key={level} kind={item.hazard} level={level} />
            ))}
          </span>
          {t(`legend.${item.hazard}`, {
            levels: item.levels.map((level) => level.toLocaleString(language)).join(" · "),
          })}
        </div>
      );
    default:
      return (
        <div className="lg">
          <Patch name={item.kind} />
          {t(`legend.${item.kind}`)}
        </div>
      );
  }
}
