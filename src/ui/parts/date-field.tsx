/** A date typed as dd/mm/yyyy, whatever the browser's own language is. */
import { useEffect, useId, useState } from "react";
import type { IsoDate } from "../../core/units.ts";
import { formatDate } from "../../text/numbers.ts";
import { useSay } from "../hooks/use-say.ts";
import { readDate } from "../today.ts";

interface Props {
  readonly label: string;
  readonly value: IsoDate;
  readonly onChange: (value: IsoDate) => void;
  readonly bare?: boolean;
  /** What is no day is handed on as it was typed, for a command to refuse: nothing is recorded on another date. */
  readonly asTyped?: boolean;
}

/** Counts as soon as it is a day that exists; until then it is marked and, unless `asTyped`, the old date holds. */
export function DateField({ label, value, onChange, bare, asTyped = false }: Props) {
  const t = useSay();
  const id = useId();
  const [text, setText] = useState(formatDate(value));
  useEffect(() => {
    setText((old) => (old === value || readDate(old) === value ? old : formatDate(value)));
  }, [value]);
  const bad = readDate(text) === null;
  const field = (
    <input
      id={id}
      className="text"
      aria-label={bare ? label : undefined}
      value={text}
      inputMode="numeric"
      placeholder={t("date.form")}
      aria-invalid={bad}
      onChange={({ currentTarget }) => {
        setText(currentTarget.value);
        const date = readDate(currentTarget.value);
        if (date || asTyped) onChange(date ?? currentTarget.value);
      }}
      onBlur={() => !(asTyped && bad) && setText(formatDate(value))}
    />
  );
  if (bare) return field;
  return (
    <label className="label" htmlFor={id}>
      {label}
      {field}
    </label>
  );
}
