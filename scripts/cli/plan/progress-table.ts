/** Progress as a table: percentages are cut, with as many decimals as it takes to stay on their side of the target. */
import { cutPercent, percentDigits } from "../../../src/core/targets/percent-digits.ts";
import type { ProgressReport, ProgressRow } from "../../../src/core/targets/progress.ts";
import { formatNumber } from "../../../src/text/numbers.ts";
import type { TextKey } from "../../../src/text/say.ts";
import type { Speaker } from "./speaker.ts";
import { table } from "./table.ts";

const COLUMNS = ["code", "name", "baseline", "done", "percent", "target", "met", "last12"] as const;
/** Only where households were added to the frozen list. */
const ROLLING = ["rolling", "rolling-done", "rolling-percent"] as const;
const TEXTS: readonly string[] = ["code", "name", "met"];

/** `none` names the row of households of which the group is not known. */
export function progressTable(report: ProgressReport, none: TextKey, speaker: Speaker): string[] {
  const columns = report.baseline.added > 0 ? [...COLUMNS, ...ROLLING] : COLUMNS;
  const total = { ...report.total, code: "", name: speaker.say("progress.total") };
  return table(
    columns.map((column) => speaker.say(`cli.plan.progress.column.${column}`)),
    [...report.rows, total].map((row) => cellsOf(row, none, speaker).slice(0, columns.length)),
    columns.map((column) => (TEXTS.includes(column) ? "left" : "right")),
  );
}

/** In the order of all columns. */
function cellsOf(row: ProgressRow, none: TextKey, speaker: Speaker): string[] {
  const number = (value: number) => formatNumber(speaker.language, value);
  const percent = (value: number | null) => {
    if (value === null) return "–";
    const digits = percentDigits(value, row.target);
    return `${formatNumber(speaker.language, cutPercent(value, digits), digits)}\u00a0%`;
  };
  return [
    row.code ?? "–",
    row.name ?? speaker.say(none),
    number(row.baseline),
    number(row.done),
    percent(row.percent),
    row.target === null ? "–" : `${row.comparator} ${number(row.target)}\u00a0%`,
    row.met === null ? "–" : speaker.say(row.met ? "cli.plan.progress.met" : "cli.plan.progress.not-met"),
    number(row.last12),
    number(row.rolling.baseline),
    number(row.rolling.done),
    percent(row.rolling.percent),
  ];
}
