/** Names as others wrote them, put into every encoding; kept outside the project for their terms. */
import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { decodeText, encodeText, guessEncoding, type TextKind } from "../../../src/core/encodings/index.ts";
import { ENCODINGS } from "../../../src/core/intake/meaning.ts";
import { seeded, shown, typed } from "./corpus.ts";

const REAL = resolve(import.meta.dirname, "../../../../shared/real-data");
const LISTS = [
  ["villages", "settlements/villages_geonames_wof.geojson", "name_vi"],
  ["communes of 2025", "admin/communes_2025_full_old_daklak.geojson", "fullName"],
  ["communes of 2009", "admin/communes_2009_census.geojson", "commune_vn"],
  ["roads", "infra/roads_osm_2026-07.geojson", "name"],
] as const;
const COLUMNS = 10;

function namesOf(file: string, property: string): readonly string[] {
  const { features } = JSON.parse(readFileSync(resolve(REAL, file), "utf8")) as {
    readonly features: readonly { readonly properties: Readonly<Record<string, unknown>> }[];
  };
  return features.flatMap(({ properties }) => {
    const name = properties[property];
    return typeof name === "string" && name !== "" ? [name.normalize("NFC")] : [];
  });
}

describe.each(LISTS)("%s", (_, file, property) => {
  test.runIf(existsSync(resolve(REAL, file)))("columns of 5 to 40 of them, right or asked", () => {
    const names = namesOf(file, property);
    const random = seeded(9);
    let columns = 0;
    let right = 0;
    let wrongAndSure = 0;
    for (const encoding of ENCODINGS)
      for (const from of ["bytes", "unicode"] satisfies TextKind[]) {
        if (encoding === "unicode" && from === "bytes") continue;
        for (let turn = 0; turn < COLUMNS; turn++) {
          const texts: string[] = [];
          const values: string[] = [];
          for (let row = 5 + Math.floor(random() * 36); row > 0; row--) {
            const name = names[Math.floor(random() * names.length)]!;
            const text = encoding === "tcvn3" ? typed(name) : name;
            const bytes = encodeText(text, encoding);
            if (bytes === null) continue;
            texts.push(text);
            values.push(encoding === "unicode" || from === "bytes" ? bytes : shown(bytes));
          }
          const guesses = guessEncoding(values, from);
          const read = values.map((value) => decodeText(value, guesses.ranked[0]!.value, from));
          const same = read.every((text, at) => text === texts[at]);
          columns++;
          if (same) right++;
          else if (guesses.confidence === "high") wrongAndSure++;
        }
      }
    expect(wrongAndSure).toBe(0);
    expect(right / columns).toBeGreaterThanOrEqual(0.99);
  });
});
