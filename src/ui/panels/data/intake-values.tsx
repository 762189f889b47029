/** Every different value of a column with what it means in our words. */
import type { ReadAs } from "../../../core/formats/layers/layer-reader.ts";
import { LEVEL_SCALES, possibleScales, scaleMeaning } from "../../../core/intake/columns/level-scales.ts";
import { wordsOf } from "../../../core/intake/columns/value-words.ts";
import type { FieldName } from "../../../core/intake/fields.ts";
import type { ValueMeaning } from "../../../core/intake/meaning.ts";
import type { ValueCount } from "../../../intake/protocol.ts";
import { useSay } from "../../hooks/use-say.ts";
import { fieldText, wordText } from "../../intake/value-words.ts";
import { meansOf, withMeaning } from "../../intake/values.ts";

interface Props {
  readonly as: ReadAs;
  readonly field: FieldName;
  readonly values: readonly ValueCount[];
  readonly value: ValueMeaning | null;
  readonly onChange: (value: ValueMeaning) => void;
}

/** A value without a meaning is not known; that is a choice too, and it is never "no". */
export function IntakeValues({ as, field, values, value, onChange }: Props) {
  const t = useSay();
  const words = wordsOf(field, as);
  if (!words) return null;
  const given = values.map((each) => each.given);
  const scales = field === "level" ? possibleScales(given) : [];
  return (
    <div className="intake-values">
      {scales.length > 0 && (
        <label className="label">
          {t("intake.values.scale")}
          <select
            className="text"
            value=""
            onChange={({ currentTarget }) => {
              const scale = LEVEL_SCALES.find((each) => each === currentTarget.value);
              if (scale) onChange(scaleMeaning(given, scale));
            }}
          >
            <option value="">{t("intake.choose")}</option>
            {scales.map((scale) => (
              <option key={scale} value={scale}>
                {t(`intake.scale.${scale}`)}
              </option>
            ))}
          </select>
        </label>
      )}
      <table>
        <thead>
          <tr>
            <th>{t("intake.values.given")}</th>
            <th className="r">{t("intake.values.rows")}</th>
            <th>{t("intake.values.means", { field: fieldText(t, field) })}</th>
          </tr>
        </thead>
        <tbody>
          {values.map(({ given: one, rows, means }) => (
            <tr key={one}>
              <td>{one}</td>
              <td className="r">{t("intake.values.count", { n: rows })}</td>
              <td>
                <select
                  className="text"
                  aria-label={t("intake.values.of", { given: one })}
                  value={meansOf(value, one, means) ?? ""}
                  onChange={({ currentTarget }) =>
                    onChange(withMeaning(values, value, one, currentTarget.value || null))
                  }
                >
                  <option value="">{t("intake.values.unknown")}</option>
                  {words.map((word) => (
                    <option key={word} value={word}>
                      {wordText(t, word)}
                    </option>
                  ))}
                </select>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
