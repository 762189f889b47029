/** Where a layer comes from, asked for when it is taken in. Everything may be left empty: then it is not known. */
import { useSay } from "../../hooks/use-say.ts";
import type { SourceTexts } from "../../source-texts.ts";

const FIELDS = ["date", "provider", "licence", "accuracy", "crs"] as const;

interface Props {
  readonly value: SourceTexts;
  readonly onChange: (value: SourceTexts) => void;
}

/** Five fields in a fold. */
export function SourceFields({ value, onChange }: Props) {
  const t = useSay();
  return (
    <details className="more msg-space">
      <summary>{t("provenance.fields")}</summary>
      <div className="form">
        {FIELDS.map((field) => (
          <label className="label" key={field}>
            {t(`provenance.${field}`)}
            <input
              className="text"
              value={value[field]}
              placeholder={field === "date" ? t("date.form") : undefined}
              onChange={({ currentTarget }) => onChange({ ...value, [field]: currentTarget.value })}
            />
          </label>
        ))}
      </div>
    </details>
  );
}
