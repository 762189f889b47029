/** Both lists of ethnic groups side by side: the same codes name different peoples, only a person can tell. */
import { useId } from "react";
import type { ColumnView, NameCount } from "../../../intake/protocol.ts";
import { useSay } from "../../hooks/use-say.ts";

interface Props {
  readonly lists: NonNullable<ColumnView["lists"]>;
  readonly value: "A" | "B" | null;
  readonly onChange: (list: "A" | "B") => void;
}

/** Which list is right is seen by which names and numbers make sense here. */
export function IntakeEthnicLists({ lists, value, onChange }: Props) {
  const t = useSay();
  const name = useId();
  return (
    <fieldset className="msg-space">
      <legend className="small mut">{t("intake.lists.question")}</legend>
      <div className="intake-lists">
        {(["A", "B"] as const).map((list) => (
          <div key={list}>
            <label className="choice">
              <input
                type="radio"
                className="tick"
                name={name}
                checked={value === list}
                onChange={() => onChange(list)}
              />
              <b>{t(`intake.lists.${list}`)}</b>
            </label>
            <Names counts={lists[list]} />
          </div>
        ))}
      </div>
    </fieldset>
  );
}

function Names({ counts }: { counts: readonly NameCount[] }) {
  const t = useSay();
  return (
    <table>
      <tbody>
        {counts.map(({ code, name, rows }) => (
          <tr key={code}>
            <td className="num">{code}</td>
            <td>{name ?? <span className="mut">{t("intake.lists.no-name")}</span>}</td>
            <td className="r">{t("intake.values.count", { n: rows })}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
