/** Name, form and capacity of a site. */
import { SITE_FORMS, type SiteForm } from "../../../core/model/site.ts";
import { useSay } from "../../hooks/use-say.ts";

/** What these fields hold. */
export interface SiteText {
  readonly name: string;
  readonly form: SiteForm;
  readonly capacity: number | null;
}

/** Tells every change at once; the caller decides when to write. */
export function SiteFields({
  value,
  isNew = false,
  onChange,
}: {
  value: SiteText;
  /** Of a site that is not in the plan yet: its name is where typing goes on. */
  isNew?: boolean;
  onChange: (change: Partial<SiteText>) => void;
}) {
  const t = useSay();
  return (
    <div className="form">
      <label className="label">
        {t("site.name")}
        <input
          className="text"
          data-focus={isNew ? "sketch-name" : undefined}
          value={value.name}
          onChange={({ currentTarget }) => onChange({ name: currentTarget.value })}
        />
      </label>
      <div className="two">
        <label className="label">
          {t("site.form")}
          <select
            className="text"
            value={value.form}
            onChange={({ currentTarget }) => {
              const form = SITE_FORMS.find((each) => each === currentTarget.value);
              if (form) onChange({ form });
            }}
          >
            {SITE_FORMS.map((form) => (
              <option key={form} value={form}>
                {t(`site.form.${form}`)}
              </option>
            ))}
          </select>
        </label>
        <label className="label">
          {t("site.capacity")}
          <input
            className="text"
            type="number"
            min={0}
            step={1}
            value={value.capacity ?? ""}
            onChange={({ currentTarget: { value: typed } }) => {
              const capacity = typed === "" ? null : Number(typed);
              if (capacity === null || (Number.isInteger(capacity) && capacity >= 0)) onChange({ capacity });
            }}
          />
        </label>
      </div>
    </div>
  );
}
