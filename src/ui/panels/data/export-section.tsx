/** Results out. Which file, of which commune or former district; personal data asks first. */
import { useState } from "react";
import type { ExportRequest } from "../../../compute/protocol.ts";
import { exportFile } from "../../actions/export.ts";
import { useSay } from "../../hooks/use-say.ts";
import { Button } from "../../parts/button.tsx";
import { setView, useView } from "../../store.ts";
import { ExportLog } from "./export-log.tsx";
import { useExport } from "./use-export.ts";

/** Files with households ask; sites alone are not personal data. */
export function ExportSection() {
  const t = useSay();
  const totals = useView((state) => state.totals);
  const [unitCode, setUnit] = useState("");
  const [district, setDistrict] = useState("");
  const units = (totals?.byUnit ?? []).filter(({ code }) => code !== null);
  const districts = [...new Set(units.flatMap((unit) => (unit.district ? [unit.district] : [])))];
  const ask = (request: ExportRequest) => {
    useExport.setState({ request });
    setView({ dialog: "export" });
  };
  const empty = totals ? null : t("screening.loading");
  return (
    <section className="sec">
      <h2>{t("export.title")}</h2>
      <p className="small mut">{t("export.lead")}</p>
      <div className="form msg-space">
        <Button blocked={empty} onClick={() => ask({ what: "to-move" })}>
          {t("export.to-move")}
        </Button>
        <Button blocked={empty} onClick={() => exportFile({ what: "sites" })}>
          {t("export.sites")}
        </Button>
        {units.length > 0 && (
          <div className="row">
            <select
              className="text"
              aria-label={t("export.unit.choose")}
              value={unitCode}
              onChange={({ currentTarget }) => setUnit(currentTarget.value)}
            >
              <option value="">{t("export.unit.choose")}</option>
              {units.map((unit) => (
                <option key={unit.code} value={unit.code ?? ""}>
                  {unit.name ?? unit.code}
                </option>
              ))}
            </select>
            <Button
              blocked={unitCode === "" ? t("export.unit.first") : null}
              onClick={() => ask({ what: "unit", unitCode })}
              label={t("export.unit")}
            >
              {t("export.button")}
            </Button>
          </div>
        )}
        {districts.length > 0 && (
          <div className="row">
            <select
              className="text"
              aria-label={t("export.district.choose")}
              value={district}
              onChange={({ currentTarget }) => setDistrict(currentTarget.value)}
            >
              <option value="">{t("export.district.choose")}</option>
              {districts.map((name) => (
                <option key={name} value={name}>
                  {name}
                </option>
              ))}
            </select>
            <Button
              blocked={district === "" ? t("export.district.first") : null}
              onClick={() => ask({ what: "district", district })}
              label={t("export.district")}
            >
              {t("export.button")}
            </Button>
          </div>
        )}
      </div>
      <ExportLog />
    </section>
  );
}
