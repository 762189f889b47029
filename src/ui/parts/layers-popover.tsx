/** Switches of what the map draws: layers, hazard kinds and levels, opacity of fills. */
import { Slider } from "@mantine/core";
import { HAZARD_KINDS, type HazardKind } from "../../core/model/layers.ts";
import { DEFAULT_SWITCHES } from "../../map/default-switches.ts";
import type { LayerSwitches } from "../../map/plan-map.ts";
import { useSay } from "../hooks/use-say.ts";
import { setView, useView } from "../store.ts";
import { IconButton } from "./button.tsx";
import { Icon } from "./icon.tsx";
import { LayerSources } from "./layer-sources.tsx";

const SIMPLE = ["households", "specialUse", "otherForest", "buffer", "roads", "units", "relief"] as const;

function change(part: Partial<LayerSwitches>): void {
  setView({ switches: { ...useView.getState().switches, ...part } });
}

/** Opens beside the zoom buttons; `L` opens and closes it. */
export function LayersPopover() {
  const t = useSay();
  const open = useView((state) => state.layersOpen);
  const switches = useView((state) => state.switches);
  if (!open) return null;
  return (
    <section className="float layers-pop" aria-label={t("layers.title")}>
      <div className="sech">
        <h2>{t("layers.title")}</h2>
        <IconButton small label={t("shell.close")} onClick={() => setView({ layersOpen: false })}>
          <Icon name="x" size={14} />
        </IconButton>
      </div>
      {SIMPLE.map((name) => (
        <label className="opt" key={name}>
          <input
            type="checkbox"
            className="tick"
            checked={switches[name]}
            onChange={({ currentTarget }) => change({ [name]: currentTarget.checked })}
          />
          {t(`layers.${name}`)}
        </label>
      ))}
      {HAZARD_KINDS.map((kind) => (
        <HazardSwitches key={kind} kind={kind} />
      ))}
      <div className="small mut">{t("layers.opacity")}</div>
      <Slider
        value={Math.round(switches.opacity * 100)}
        min={10}
        max={100}
        step={5}
        label={(value) => `${value} %`}
        thumbLabel={t("layers.opacity")}
        onChange={(value) => change({ opacity: value / 100 })}
      />
      <button type="button" className="link small" onClick={() => setView({ switches: DEFAULT_SWITCHES })}>
        {t("layers.reset")}
      </button>
      <LayerSources />
    </section>
  );
}

function HazardSwitches({ kind }: { kind: HazardKind }) {
  const t = useSay();
  const hazards = useView((state) => state.switches.hazards);
  const { on, levels } = hazards[kind];
  const set = (part: Partial<LayerSwitches["hazards"][HazardKind]>) =>
    change({ hazards: { ...hazards, [kind]: { ...hazards[kind], ...part } } });
  return (
    <fieldset>
      <legend className="unseen">{t(`hazard.${kind}`)}</legend>
      <label className="opt">
        <input
          type="checkbox"
          className="tick"
          checked={on}
          onChange={({ currentTarget }) => set({ on: currentTarget.checked })}
        />
        {t(`layers.${kind}`)}
      </label>
      {on && (
        <div className="levels">
          {levels.map((shown, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the index is the level
            <label key={index}>
              <input
                type="checkbox"
                className="tick"
                aria-label={t("layers.level", { level: index + 1 })}
                checked={shown}
                onChange={({ currentTarget: { checked } }) => {
                  const [a, b, c, d, e] = levels.map((old, at) => (at === index ? checked : old));
                  set({ levels: [a!, b!, c!, d!, e!] });
                }}
              />
              {index + 1}
            </label>
          ))}
        </div>
      )}
    </fieldset>
  );
}
