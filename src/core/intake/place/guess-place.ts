/**
 * Where the rows of a table may lie: which columns or shapes hold the numbers, which of two is the northing, and in
 * every system in which they fit. Numbers alone never tell a central meridian from its neighbour, nor VN-2000 from
 * WGS 84 of the same grid: all of them are named, and the communes decide (`prove-place.ts`).
 */
import type { CrsCode } from "../../crs/definitions.ts";
import { recogniseCrs } from "../../crs/recognise.ts";
import { columnKeys, type SourceTable } from "../dataset.ts";
import type { PlaceMeaning } from "../meaning.ts";
import type { Guesses, Ranked } from "../ranked.ts";
import { systemsNamed } from "./axis-names.ts";
import { findPairs } from "./find-pairs.ts";
import { type Fit, fitsOf, systemRanges } from "./fit.ts";
import { type Hints, rankFit } from "./rank-fit.ts";
import { type Pairs, SAMPLE_ROWS, spreadRows, vertexPairs } from "./sample.ts";

/** What is known of the columns before their place. */
export interface PlaceFacts {
  /** Names as decoded, in the order of the columns. */
  readonly names: readonly string[];
  /** Columns that look like numbers; left out: found here. */
  readonly numeric?: readonly boolean[];
}

const NONE: Guesses<PlaceMeaning> = { ranked: [], confidence: "low" };
/** More ways than these are never shown. */
const MOST = 24;

/** Best first; empty when the table holds no numbers that lie in Vietnam under any system. */
export function guessPlace(table: SourceTable, facts: PlaceFacts): Guesses<PlaceMeaning> {
  const rows = spreadRows(table.count, SAMPLE_ROWS);
  const declared = table.crs ? recogniseCrs(table.crs) : null;
  const shapes = vertexPairs(table);
  if (shapes.both > 0) {
    const hints = { declared, named: systemsNamed(`${table.name} ${table.file}`), pair: null, usual: false };
    return chosen(
      ranked(shapes, hints, ({ crs, axes }) => ({ kind: "geometry", crs, axes })),
      declared,
    );
  }
  const keys = columnKeys(table.columns);
  const found = findPairs(table, facts, rows).flatMap((pair) => {
    const names = pair.columns.map((column) => facts.names[column] ?? "");
    const named = systemsNamed(names.join(" "));
    const other = systemsNamed(`${table.name} ${table.file} ${facts.names.join(" ")}`);
    const hints: Hints = {
      declared,
      named: named.length > 0 ? named : other,
      pair,
      usual: pair.device,
      names,
    };
    const [a, b] = pair.columns.map((column) => keys[column]!) as [string, string];
    return ranked(pair.numbers, hints, ({ crs, axes }) => {
      const [east, north] = axes === "xy" ? [a, b] : [b, a];
      return { kind: "columns", crs, east, north };
    });
  });
  return chosen(found, declared);
}

type Sure = Ranked<PlaceMeaning> & { readonly sure: boolean };

function ranked(numbers: Pairs, hints: Hints, meaning: (fit: Fit) => PlaceMeaning): readonly Sure[] {
  const fits = fitsOf(numbers, systemRanges());
  return fits.map((fit) => ({ value: meaning(fit), ...rankFit(fit, fits, numbers.both, hints) }));
}

function chosen(all: readonly Sure[], declared: Guesses<CrsCode> | null): Guesses<PlaceMeaning> {
  const sorted = all.toSorted((a, b) => b.score - a.score).slice(0, MOST);
  const first = sorted[0];
  if (!first) return NONE;
  const said = declared?.ranked[0]?.value === first.value.crs && declared.confidence === "high";
  const confidence = first.sure && (said || declared === null) ? "high" : "low";
  return { ranked: sorted.map(({ sure: _, ...guess }) => guess), confidence };
}
