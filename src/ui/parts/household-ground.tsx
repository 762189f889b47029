/** Height, slope and class of hazard where a household lives, by the rasters of the plan. Information, no criterion. */
import type { Ground } from "../../plan/protocol.ts";
import { formatNumber } from "../../text/numbers.ts";
import { useAnswer } from "../hooks/use-answer.ts";
import { type Say, useLanguage, useSay } from "../hooks/use-say.ts";
import { services } from "../services.ts";
import { useView } from "../store.ts";

/** Nothing where the plan has no rasters or the household no place. */
export function HouseholdGround({ id }: { readonly id: string }) {
  const t = useSay();
  const language = useLanguage();
  const versions = useView((state) => state.versions);
  const { value: grounds } = useAnswer(
    () => services().plan.ground(id),
    [id, versions.raster, versions.household],
  );
  if (!grounds || grounds.length === 0) return null;
  const number = (value: number, digits: number) => formatNumber(language, value, digits);
  return (
    <section data-testid="household-ground">
      <div className="sech">
        <h2>{t("ground.title")}</h2>
      </div>
      {grounds.map((ground) => (
        <div key={ground.raster.id}>
          <dl className="facts">
            {linesOf(ground, t, number).map(([name, value]) => (
              <div className="pair" key={name}>
                <dt>{name}</dt>
                <dd className={value === null ? "mut" : undefined}>{value ?? t("ground.unknown")}</dd>
              </div>
            ))}
          </dl>
          <p className="small mut">{fromText(ground, t, number)}</p>
        </div>
      ))}
      <p className="small mut">{t("ground.lead")}</p>
    </section>
  );
}

type Number = (value: number, digits: number) => string;

function linesOf({ raster, height, slope, ...more }: Ground, t: Say, number: Number) {
  if (raster.kind === "classes")
    return [[t("ground.class"), more.class === null ? null : number(more.class, 3)]] as const;
  return [
    [t("ground.height"), height === null ? null : t("ground.height.value", { height: number(height, 0) })],
    [
      t("ground.slope"),
      slope &&
        t("ground.slope.value", { degrees: number(slope.degrees, 0), percent: number(slope.percent, 0) }),
    ],
  ] as const;
}

function fromText({ raster }: Ground, t: Say, number: Number): string {
  const { name, cellM, provenance } = raster;
  const accuracy =
    provenance.accuracyM === null
      ? t("provenance.of.accuracy-unknown")
      : t("provenance.of.accuracy", { accuracy: number(provenance.accuracyM, 1) });
  return t("ground.from", { name, wide: number(cellM[0], 0), high: number(cellM[1], 0), accuracy });
}
