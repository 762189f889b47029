/** What `inspect` found, in words. */
import type { Problem } from "../../src/core/outcome.ts";
import { formatNumber } from "../../src/text/numbers.ts";
import { groupTexts, problemText, withoutFile } from "../../src/text/problem-text.ts";
import { type Language, say } from "../../src/text/say.ts";
import type { Inspection } from "./inspect.ts";

/** A reading below this is told as unlikely. */
const UNLIKELY = 0.3;

/** Lines for a person; the file's name stands on the command line, so it is not repeated. */
export function inspectionText(language: Language, report: Inspection): string {
  const lines = [
    say(language, "cli.inspect.format", { format: report.format === "csv" ? "CSV" : "GeoJSON" }),
    say(language, "cli.inspect.count", { count: report.read }),
  ];
  const kinds = report.geometry
    .map(
      ({ kind, count }) =>
        `${kind ?? say(language, "cli.inspect.no-geometry")} ${formatNumber(language, count)}`,
    )
    .join(", ");
  const shapes = report.format === "csv" ? say(language, "cli.inspect.table") : kinds || "–";
  if (report.format === "geojson") lines.push(say(language, "cli.inspect.geometry", { kinds: shapes }));
  lines.push("", say(language, report.readings.length > 0 ? "cli.inspect.possible" : "cli.inspect.none"));
  for (const reading of report.readings) lines.push(...readingLines(language, reading));
  for (const { as, wants, problem } of report.reasons) {
    const layer = say(language, `word.layer.${as}`);
    const wanted = say(language, `word.wanted.${wants}`);
    const why =
      problem === null
        ? say(language, "cli.inspect.needs", { wanted, given: shapes })
        : problemText(language, withoutFile(problem));
    lines.push(`  ${layer}: ${why}`);
  }
  lines.push(...listed(language, "cli.inspect.coordinates", report.coordinates, ""));
  lines.push("", say(language, "cli.inspect.columns"));
  for (const { name, filled, distinct, sample } of report.columns) {
    const values = { name, filled, count: report.rows, distinct, sample: sample.join(" · ") };
    lines.push(
      `  ${say(language, filled === 0 ? "cli.inspect.column-empty" : "cli.inspect.column", values)}`,
    );
  }
  return `${lines.join("\n")}\n`;
}

function readingLines(language: Language, reading: Inspection["readings"][number]): string[] {
  const { as, likeness, accepted, rejected, located, notes } = reading;
  const values = { layer: say(language, `word.layer.${as}`), accepted, rejected: rejected.length };
  const unlikely = likeness < UNLIKELY ? ` ${say(language, "cli.inspect.unlikely")}` : "";
  const lines = [`  ${say(language, "cli.inspect.reading", values)}${unlikely}`];
  if (located !== null) {
    lines.push(`    ${say(language, "cli.inspect.located", { located, unlocated: accepted - located })}`);
  }
  lines.push(...listed(language, "cli.inspect.rejected", rejected, "    "));
  lines.push(...listed(language, "cli.inspect.notes", notes, "    "));
  return lines;
}

function listed(
  language: Language,
  title: "cli.inspect.rejected" | "cli.inspect.notes" | "cli.inspect.coordinates",
  problems: readonly Problem[],
  indent: string,
): string[] {
  if (problems.length === 0) return [];
  const texts = groupTexts(language, problems.map(withoutFile));
  return [`${indent}${say(language, title)}`, ...texts.map((text) => `${indent}  ${text}`)];
}
