/** A whole sentence with fields in it: the sentence is one text, the fields take the places it names. */
import { Fragment, type ReactNode } from "react";
import type { TextKey } from "../../text/say.ts";
import { useSay } from "../hooks/use-say.ts";

const MARK = "\u0001";

/** Puts `fields[name]` where the sentence says `{name}`. */
export function Filled({ text, fields }: { text: TextKey; fields: Readonly<Record<string, ReactNode>> }) {
  const t = useSay();
  const marked = Object.fromEntries(Object.keys(fields).map((name) => [name, `${MARK}${name}${MARK}`]));
  return t(text, marked)
    .split(MARK)
    .map((part, index) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one sentence keep their order
      <Fragment key={index}>{index % 2 === 1 ? fields[part] : part}</Fragment>
    ));
}
