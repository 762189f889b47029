/** How the texts of a MapInfo exchange file are read: as UTF-8 when it says so and they are, else as bytes. */
import type { Problem } from "../../outcome.ts";
import { utf8End } from "../text/utf8-fit.ts";
import type { MifHeader } from "./mif-header.ts";

/** Part of the Encoding Standard that browsers, workers and Node all have; core is compiled without DOM types. */
declare const TextDecoder: new (label: string) => { decode(bytes: Uint8Array): string };

export interface Letters {
  readonly text: "unicode" | "bytes";
  /** A text of one sign per byte as it is meant to be held. */
  read(bytes: string): string;
  readonly notes: readonly Problem[];
}

const UTF8 = /^utf-?8$/i;

/** `mid` null when there is none. */
export function lettersOf({ charset, columns }: MifHeader, mid: Uint8Array | null, file: string): Letters {
  const plain = (text: string) => text;
  if (!UTF8.test(charset)) return { text: "bytes", read: plain, notes: [] };
  const names = bytesOf(columns.map(({ name }) => name).join("\n"));
  const all = [names, mid ?? names].every((bytes) => utf8End(bytes, 0, bytes.length) === bytes.length);
  if (!all) {
    const note: Problem = { code: "mif.encoding", file, values: { said: charset } };
    return { text: "bytes", read: plain, notes: [note] };
  }
  const decoder = new TextDecoder("utf-8");
  return { text: "unicode", read: (text) => decoder.decode(bytesOf(text)), notes: [] };
}

function bytesOf(text: string): Uint8Array {
  return Uint8Array.from(text, (sign) => sign.charCodeAt(0));
}
