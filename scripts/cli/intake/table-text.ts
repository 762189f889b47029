/** A table that nobody has explained yet, in words. */
import type { Why } from "../../../src/core/intake/ranked.ts";
import { formatNumber, formatPercent } from "../../../src/text/numbers.ts";
import { groupTexts, withoutFile } from "../../../src/text/problem-text.ts";
import { type Language, say, type TextKey, type TextValues } from "../../../src/text/say.ts";
import type { TableReport } from "./table-report.ts";
import { unitsLine } from "./units-line.ts";

/** Lines for a person, indented under the file. */
export function tableText(language: Language, report: TableReport): string[] {
  const t = (key: TextKey, values?: TextValues) => say(language, key, values);
  const name = report.table === "" ? report.file : `${report.file} · ${report.table}`;
  const lines = [
    t("cli.intake.table", { name, format: report.format, read: report.read }),
    report.as[0]
      ? t("cli.intake.as", { layer: say(language, `word.layer.${report.as[0].value}`) })
      : t("cli.intake.as-unknown"),
  ];
  for (const column of report.columns) {
    const field = column.field === null ? "–" : say(language, `intake.field.${column.field}`);
    const sample = column.read.join(" · ") || "–";
    const sure = column.encodingConfidence === "high" ? "" : ` ${t("cli.intake.unsure")}`;
    lines.push(
      `    ${t("cli.intake.column", { name: column.name, encoding: column.encoding, field, sample })}${sure}`,
    );
  }
  for (const place of report.places) lines.push(...placeLines(language, place));
  if (report.places.length > 0 && report.placeConfidence === "low")
    lines.push(`  ${t("cli.intake.place-unsure")}`);
  if (report.units) lines.push(`  ${unitsLine(language, report.units)}`);
  for (const text of groupTexts(language, report.notes.map(withoutFile))) lines.push(`    ${text}`);
  return lines;
}

/** Lines for one system that the numbers can be in, with its proof and its reasons. */
export function placeLines(
  language: Language,
  { place, proof, why }: TableReport["places"][number],
): string[] {
  const { rows, insideAny, insideDeclared, declared, shiftM } = proof;
  const share = (count: number | null, of: number) =>
    count === null || of === 0 ? "–" : formatPercent(language, (100 * count) / of);
  const values = {
    crs: place.crs,
    rows,
    inside: share(insideAny, rows),
    declared: share(insideDeclared, declared),
    shift: shiftM === null ? "–" : `${formatNumber(language, Math.round(shiftM))} m`,
  };
  return [
    `    ${say(language, "cli.intake.place", values)}`,
    ...why.map((one) => `      ${whyText(language, one)}`),
  ];
}

/** A reason in words. */
export function whyText(language: Language, { code, values }: Why): string {
  return say(language, `intake.why.${code}`, values ?? {});
}
