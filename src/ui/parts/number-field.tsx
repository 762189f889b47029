/** A small number inside a sentence: arrow keys step, what is typed counts as soon as it is a valid number. */
import { useEffect, useState } from "react";

interface Props {
  readonly label: string;
  readonly value: number | null;
  readonly range: { readonly min: number; readonly max: number; readonly step: number };
  readonly unit?: string;
  /** Empty is allowed and means null. */
  readonly optional?: boolean;
  readonly onChange: (value: number | null) => void;
}

/** A labelled number field with its unit behind the number. */
export function NumberField({ label, value, range, unit, optional = false, onChange }: Props) {
  const [text, setText] = useState(value === null ? "" : String(value));
  useEffect(
    () => setText((old) => (Number(old) === value && old !== "" ? old : value === null ? "" : String(value))),
    [value],
  );
  const valid = isValid(text, range, optional);
  return (
    <span className={valid ? "field" : "field bad"}>
      <input
        type="number"
        aria-label={unit ? `${label} (${unit})` : label}
        aria-invalid={!valid}
        value={text}
        min={range.min}
        max={range.max}
        step={range.step}
        style={{ width: `${Math.max(1, text.length) + 0.2}ch` }}
        onChange={({ currentTarget: { value: typed } }) => {
          setText(typed);
          if (isValid(typed, range, optional)) onChange(typed === "" ? null : Number(typed));
        }}
        onBlur={() => setText(value === null ? "" : String(value))}
      />
      {unit && <span aria-hidden="true">&nbsp;{unit}</span>}
    </span>
  );
}

function isValid(text: string, { min, max }: Props["range"], optional: boolean): boolean {
  if (text === "") return optional;
  const value = Number(text);
  return Number.isInteger(value) && value >= min && value <= max;
}
