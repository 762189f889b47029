/** The coordinate system that a `.prj` beside a file says. */
import type { DeclaredCrs, SourceFile } from "../../intake/dataset.ts";
import { startOf } from "../text/source-text.ts";

/** A definition is one to three thousand signs long. */
const MOST_SIGNS = 20_000;

/** Null where there is none, or where it says nothing. */
export function crsBeside(companions: readonly SourceFile[]): DeclaredCrs | null {
  const beside = companions.find(({ name }) => /\.prj$/i.test(name));
  const text = beside ? startOf(beside.bytes, MOST_SIGNS).trim() : "";
  return text === "" ? null : { kind: "wkt", text };
}
