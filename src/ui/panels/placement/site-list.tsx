/** The sites of the plan with their state and whether a check blocks them. */
import type { Site } from "../../../core/model/site.ts";
import { formatHectares } from "../../../text/numbers.ts";
import { choose } from "../../actions/look.ts";
import { boundsOf } from "../../coordinates.ts";
import { useAnswer } from "../../hooks/use-answer.ts";
import { useLanguage, useSay } from "../../hooks/use-say.ts";
import { services } from "../../services.ts";
import { useView } from "../../store.ts";

/** A row chooses its site and shows it on the map. */
export function SiteList({ sites }: { sites: readonly Site[] }) {
  const t = useSay();
  if (sites.length === 0) {
    return (
      <section className="sec">
        <p className="small mut">{t("placement.none")}</p>
      </section>
    );
  }
  return (
    <ul aria-label={t("placement.list")}>
      {sites.map((site) => (
        <li key={site.id}>
          <SiteRow site={site} />
        </li>
      ))}
    </ul>
  );
}

function SiteRow({ site }: { site: Site }) {
  const t = useSay();
  const language = useLanguage();
  const computed = useView((state) => state.computed);
  const { value } = useAnswer(() => services().compute.checkSite(site.geometry, site.id), [site, computed]);
  const result = value?.ok ? value.value : null;
  const blocked = result?.checks.filter(({ state }) => state === "blocked").length ?? 0;
  return (
    <button
      type="button"
      className="site-row"
      onClick={() => {
        choose({ kind: "site", id: site.id });
        services().map?.fit(boundsOf(site.geometry), true);
      }}
    >
      <b className="cut">{site.name}</b>
      <span className="small mut">{t(`site.status.${site.status}`)}</span>
      <span className={blocked > 0 ? "small mut cut" : "small mut whole"}>
        {[
          t(`site.form.${site.form}`),
          result?.unit?.name,
          result && formatHectares(language, result.areaM2),
          site.capacity === null ? null : t("placement.households", { n: site.capacity }),
        ]
          .filter(Boolean)
          .join(" · ")}
      </span>
      {blocked > 0 && <span className="small err-text">{t("placement.blocking", { n: blocked })}</span>}
    </button>
  );
}
