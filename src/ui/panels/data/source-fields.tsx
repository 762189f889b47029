/** Where a layer comes from, asked for when it is taken in. Everything may be left empty: then it is not known. */
import { numberOf } from "../../../core/formats/values.ts";
import type { IsoDate } from "../../../core/units.ts";
import type { Provenance } from "../../../plan/protocol.ts";
import type { TextKey } from "../../../text/say.ts";
import { useSay } from "../../hooks/use-say.ts";
import { readDate } from "../../today.ts";

/** As typed. */
export type SourceTexts = Readonly<Record<"date" | "provider" | "licence" | "accuracy" | "crs", string>>;
export const NO_SOURCE: SourceTexts = { date: "", provider: "", licence: "", accuracy: "", crs: "" };
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

/** What the fields say; `bad`: why they cannot be taken so. */
export function readSource(texts: SourceTexts): {
  readonly source: { readonly date: IsoDate | null; readonly provenance: Provenance };
  readonly bad: TextKey | null;
} {
  const text = (value: string) => (value.trim() === "" ? null : value.trim());
  const date = text(texts.date) === null ? null : readDate(texts.date);
  const accuracy = numberOf(texts.accuracy);
  const accuracyM = typeof accuracy === "number" && accuracy >= 0 ? accuracy : null;
  const provenance = {
    provider: text(texts.provider),
    licence: text(texts.licence),
    accuracyM,
    sourceCrs: text(texts.crs),
  };
  const bad =
    date === null && text(texts.date) !== null
      ? "provenance.bad-date"
      : accuracyM === null && text(texts.accuracy) !== null
        ? "provenance.bad-accuracy"
        : null;
  return { source: { date, provenance }, bad };
}
