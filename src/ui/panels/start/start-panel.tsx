/** Before anything is open: which layers answer which question. */
import { useSay } from "../../hooks/use-say.ts";
import { Icon } from "../../parts/icon.tsx";

const NEEDS = ["units", "households", "forests", "hazards", "roads", "centres"] as const;

/** A missing layer means "unknown", never "safe": said before the first file is opened. */
export function StartPanel() {
  const t = useSay();
  return (
    <>
      <div className="scroll">
        <section className="sec">
          <h1>{t("need.title")}</h1>
          <p className="small mut need-lead">{t("need.lead")}</p>
          <ul>
            {NEEDS.map((name) => (
              <li className="need" key={name}>
                <Icon name="layers" size={18} />
                <div>
                  <b>{t(name === "households" ? "data.households" : `layer.${name}`)}</b>
                  <div className="small mut">{t(`need.${name}`)}</div>
                </div>
              </li>
            ))}
          </ul>
        </section>
      </div>
      <div className="foot small private">
        <Icon name="shield" size={18} />
        <span>{t("need.private")}</span>
      </div>
    </>
  );
}
