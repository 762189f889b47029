/** One column. Encoding and field are chosen here; what its values mean, in a dialog of its own. */
import type { Encoding } from "../../../core/intake/meaning.ts";
import type { ColumnView, IntakeView } from "../../../intake/protocol.ts";
import { useSay } from "../../hooks/use-say.ts";
import { coordinateOf, encodingsOf, fieldsOf, isNumbers, questionOf } from "../../intake/columns.ts";
import { changeMeaning } from "../../intake/read.ts";
import { fieldText } from "../../intake/value-words.ts";
import type { WaitingTable } from "../../intake/waiting.ts";
import { Button } from "../../parts/button.tsx";
import { Icon } from "../../parts/icon.tsx";

interface Props {
  readonly table: WaitingTable;
  readonly view: IntakeView;
  readonly column: ColumnView;
  readonly onOpen: () => void;
}

/** Raw values are shown as they are in the file, so that a wrong reading can be told by eye. */
export function IntakeColumnRow({ table, view, column, onOpen }: Props) {
  const t = useSay();
  const { meaning, name } = column;
  const question = questionOf(view, meaning);
  const coordinate = coordinateOf(view, meaning.column);
  const set = (part: Partial<typeof meaning>) =>
    void changeMeaning(table.key, { kind: "column", column: { ...meaning, ...part } });
  const preview = (encoding: Encoding) => {
    const read = column.encodings.find(({ value }) => value === encoding)?.read.join(" · ");
    const plain = t(`intake.encoding.${encoding}`);
    return read ? t("intake.encoding.preview", { encoding: plain, read }) : plain;
  };
  const numbers = isNumbers(column);
  return (
    <tr className={question ? "on" : undefined} data-testid={`intake-column-${meaning.column}`}>
      <td>
        <button type="button" className="rowbtn intake-name" onClick={onOpen}>
          {name === "" ? meaning.column : name}
        </button>
      </td>
      <td className="raw">
        <span className="cut">{column.raw.join(" · ")}</span>
      </td>
      <td>
        {numbers ? (
          <span className="mut">{t("intake.encoding.numbers")}</span>
        ) : (
          <select
            className="text"
            aria-label={t("intake.encoding.of", { column: name })}
            value={meaning.encoding}
            onChange={({ currentTarget }) => {
              const encoding = encodingsOf(column).find((each) => each === currentTarget.value);
              if (encoding) set({ encoding });
            }}
          >
            {encodingsOf(column).map((encoding) => (
              <option key={encoding} value={encoding}>
                {encoding === meaning.encoding ? t(`intake.encoding.${encoding}`) : preview(encoding)}
              </option>
            ))}
          </select>
        )}
      </td>
      <td>
        <span className="cut intake-read">{column.read.join(" · ")}</span>
      </td>
      <td>
        {coordinate && meaning.field === null ? (
          t(`intake.coordinate.${coordinate}`)
        ) : (
          <select
            className="text"
            aria-label={t("intake.field.of", { column: name })}
            value={meaning.field ?? ""}
            onChange={({ currentTarget }) => {
              const field = fieldsOf(view, column).find((each) => each === currentTarget.value) ?? null;
              set({ field, values: null });
            }}
          >
            <option value="">{t("intake.field.none")}</option>
            {fieldsOf(view, column).map((field) => (
              <option key={field} value={field}>
                {fieldText(t, field)}
              </option>
            ))}
          </select>
        )}
      </td>
      <td>
        <Check view={view} column={column} onOpen={onOpen} onRight={() => set({})} />
      </td>
    </tr>
  );
}

/** `onRight`: a person says that the column is understood rightly as it is. */
function Check({
  view,
  column,
  onOpen,
  onRight,
}: Pick<Props, "view" | "column" | "onOpen"> & { readonly onRight: () => void }) {
  const t = useSay();
  const question = questionOf(view, column.meaning);
  const filled = view.item.read - column.empty;
  if (question) {
    return (
      <span className="row intake-ask">
        <Icon name="question" size={14} />
        {t(`intake.ask.${question}`)}
        {question !== "values" && (
          <Button small onClick={onRight}>
            {t("intake.right")}
          </Button>
        )}
        <Button small onClick={onOpen}>
          {t("intake.choose")}
        </Button>
      </span>
    );
  }
  if (column.understood !== null && column.understood < filled) {
    return (
      <span className="row intake-ask">
        <Icon name="question" size={14} />
        <button type="button" className="link" onClick={onOpen}>
          {t("intake.check.partly", { n: column.understood, of: filled })}
        </button>
      </span>
    );
  }
  return (
    <span className="row intake-fine">
      {filled === 0 ? (
        <span className="mut">{t("intake.check.empty")}</span>
      ) : (
        <>
          <Icon name="check" size={14} weight={2} />
          {t(column.understood === null ? "intake.check.filled" : "intake.check.understood", {
            n: column.understood ?? filled,
          })}
        </>
      )}
    </span>
  );
}
