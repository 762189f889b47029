/** What the file holds. Recognised by its columns and shapes; a person can say otherwise. */
import type { StagedFile } from "../../../plan/protocol.ts";
import { useSay } from "../../hooks/use-say.ts";

interface Props {
  readonly staged: StagedFile;
  readonly value: StagedFile["as"];
  readonly onChange: (as: StagedFile["as"]) => void;
}

/** Best reading first. */
export function StagedMeaning({ staged, value, onChange }: Props) {
  const t = useSay();
  return (
    <label className="label">
      {staged.as === null ? t("data.meaning.unsure") : t("data.meaning")}
      <select
        className="text"
        value={value ?? ""}
        onChange={({ currentTarget }) =>
          onChange(staged.readings.find(({ as }) => as === currentTarget.value)?.as ?? null)
        }
      >
        {value === null && <option value="">{t("data.choose-meaning")}</option>}
        {staged.readings.map(({ as }) => (
          <option key={as} value={as}>
            {t(as === "households" ? "data.households" : `layer.${as}`)}
          </option>
        ))}
      </select>
    </label>
  );
}
