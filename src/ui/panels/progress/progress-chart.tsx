/** The curve 2021–2030: closed ground up to 2025, the past solid, what is needed dashed, this pace dotted. */
import { type ReactNode, useEffect, useId, useRef, useState } from "react";
import { meets } from "../../../core/targets/meets.ts";
import type { ClosedTarget, ProgressReport } from "../../../core/targets/progress.ts";
import { endOf } from "../../../core/targets/target-on.ts";
import { formatDate, formatNumber } from "../../../text/numbers.ts";
import { formatShare } from "../../../text/share.ts";
import { useLanguage, useSay } from "../../hooks/use-say.ts";
import { aimOf, neededPerYear, outlookOf, shortOf, yearOf } from "../../pace.ts";

const LEFT = 40;
const RIGHT = 70;
const TOP = 14;
const BOTTOM = 26;
const YEARS = [2021, 2022, 2023, 2024, 2025, 2026, 2027, 2028, 2029, 2030];

/** Takes the size of its place; the same numbers stand in the card and the table, so it is one picture to a reader. */
export function ProgressChart({ report }: { report: ProgressReport }) {
  const box = useRef<HTMLDivElement>(null);
  const [size, setSize] = useState({ width: 0, height: 0 });
  useEffect(() => {
    const watch = new ResizeObserver(([entry]) => {
      if (entry) setSize({ width: entry.contentRect.width, height: entry.contentRect.height });
    });
    if (box.current) watch.observe(box.current);
    return () => watch.disconnect();
  }, []);
  return (
    <div ref={box} className="chart-box">
      {size.width > 200 && size.height > 100 && <Chart report={report} {...size} />}
    </div>
  );
}

interface Scale {
  readonly x: (year: number) => number;
  readonly y: (percent: number) => number;
  readonly right: number;
  readonly bottom: number;
}

function Chart({ report, width, height }: { report: ProgressReport; width: number; height: number }) {
  const t = useSay();
  const language = useLanguage();
  const right = width - RIGHT;
  const bottom = height - BOTTOM;
  const scale: Scale = {
    x: (year) => LEFT + ((year - 2021) / 10) * (right - LEFT),
    y: (percent) => bottom - (percent / 100) * (bottom - TOP),
    right,
    bottom,
  };
  const { total } = report;
  const percent = formatShare(language, total.percent, total.target);
  const rolling = formatShare(language, total.rolling.percent, null);
  return (
    <svg
      width={width}
      height={height}
      role="img"
      aria-label={t(total.added > 0 ? "progress.chart.rolling" : "progress.chart", {
        on: formatDate(report.asOf),
        percent,
        rolling,
      })}
    >
      <Ground scale={scale} years={report.targets.map(({ year }) => year)} />
      <Curve scale={scale} report={report} />
      <Future scale={scale} report={report} />
      <Milestones scale={scale} report={report} />
      <text x={LEFT - 7} y={scale.y(100) + 4} className="ax" textAnchor="end">
        {formatNumber(language, 100, 0)}&nbsp;%
      </text>
    </svg>
  );
}

/** `years` of the targets, the earliest first; up to the end of that one the ground is hatched. */
function Ground({ scale, years: bold }: { scale: Scale; years: readonly number[] }) {
  const id = useId();
  const { x, y, right, bottom } = scale;
  const [closed] = bold;
  const width = closed === undefined ? 0 : Math.max(0, x(closed + 1) - x(2021));
  return (
    <>
      <defs>
        <pattern id={id} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <path d="M0 0V6" stroke="#e6e2d7" strokeWidth="2" />
        </pattern>
      </defs>
      <rect x={x(2021)} y={TOP} width={width} height={bottom - TOP} fill="#f8f6f1" />
      <rect x={x(2021)} y={TOP} width={width} height={bottom - TOP} fill={`url(#${id})`} opacity=".6" />
      {[0, 20, 40, 60, 80, 100].map((value) => (
        <g key={value}>
          <path d={`M${LEFT} ${y(value)}H${right}`} stroke={value ? "#e3dfd5" : "#7f888e"} />
          {value < 100 && (
            <text x={LEFT - 7} y={y(value) + 4} className="ax" textAnchor="end">
              {value}
            </text>
          )}
        </g>
      ))}
      {YEARS.map((year) => (
        <g key={year}>
          <path d={`M${x(year)} ${bottom}v5`} stroke="#7f888e" />
          <text
            x={(x(year) + x(year + 1)) / 2}
            y={bottom + 17}
            className={bold.includes(year) ? "axb" : "ax"}
            textAnchor="middle"
          >
            {year}
          </text>
        </g>
      ))}
      <path d={`M${x(2031)} ${bottom}v5`} stroke="#7f888e" />
    </>
  );
}

/** Points inside the ten years of the plan. */
function pointsOf(
  report: ProgressReport,
  of: "percent" | "rollingPercent" = "percent",
): (readonly [year: number, percent: number])[] {
  return report.curve.flatMap(({ on, [of]: percent }) => {
    const year = yearOf(on);
    return percent === null || year < 2021 || year > 2031 ? [] : [[year, percent] as const];
  });
}

function pathOf(
  points: readonly (readonly [year: number, percent: number])[],
  x: Scale["x"],
  y: Scale["y"],
): string {
  return points.map(([year, percent], i) => `${i ? "L" : "M"}${x(year)} ${y(percent)}`).join("");
}

function Curve({ scale: { x, y, bottom }, report }: { scale: Scale; report: ProgressReport }) {
  const t = useSay();
  const language = useLanguage();
  const points = pointsOf(report);
  const last = points.at(-1);
  const first = points[0];
  if (!last || !first) return null;
  const line = pathOf(points, x, y);
  const leftward = last[0] > 2029;
  const rolling = report.total.added > 0 ? pathOf(pointsOf(report, "rollingPercent"), x, y) : null;
  return (
    <>
      {rolling && (
        <path
          d={rolling}
          data-testid="progress-curve-rolling"
          className="line rolling"
          strokeDasharray="1 4"
        />
      )}
      <path d={`${line}L${x(last[0])} ${bottom}L${x(first[0])} ${bottom}z`} fill="#0b5d57" fillOpacity=".1" />
      <path d={line} stroke="#0b5d57" strokeWidth="3" fill="none" strokeLinejoin="round" />
      {points.slice(0, -1).map(([year, percent]) => (
        <circle
          key={year}
          cx={x(year)}
          cy={y(percent)}
          r="3.6"
          fill="#fff"
          stroke="#0b5d57"
          strokeWidth="2"
        />
      ))}
      <path d={`M${x(last[0])} ${y(last[1])}V${bottom}`} stroke="#0b5d57" />
      <circle cx={x(last[0])} cy={y(last[1])} r="5" fill="#0b5d57" stroke="#fff" strokeWidth="2" />
      <text
        x={x(last[0]) + (leftward ? -9 : 9)}
        y={y(last[1]) + (last[1] < 12 ? -10 : 18)}
        textAnchor={leftward ? "end" : "start"}
        className="now"
      >
        {t("progress.now", {
          on: formatDate(report.asOf),
          percent: formatShare(language, last[1], report.total.target),
        })}
      </text>
    </>
  );
}

function Future({ scale, report }: { scale: Scale; report: ProgressReport }) {
  const t = useSay();
  const language = useLanguage();
  const { x, y, right } = scale;
  const outlook = outlookOf(report);
  const aim = aimOf(report, report.asOf);
  const needed = neededPerYear(report.total, report.asOf, aim);
  const last = pointsOf(report).at(-1);
  if (!outlook || !last || !aim || needed === null) return null;
  const before = report.targets.filter(({ year }) => year < aim.year).at(-1);
  const end = x(aim.year + 1);
  const keys: (readonly [style: string, key: ReactNode, className: string])[] = [
    [
      "8 4",
      t("progress.line.needed", {
        n: formatNumber(language, needed, 1),
      }),
      "needed",
    ],
    ["3 3", t("progress.line.pace", { n: outlook.pace }), "pace"],
  ];
  if (report.total.added > 0) keys.push(["1 4", t("progress.rolling.line"), "rolling"]);
  if (before) {
    const values = { from: formatNumber(language, before.value), to: formatNumber(language, aim.value) };
    keys.push(["2 4", t("progress.line.straight", values), "straight"]);
  }
  // Where the dashed line leaves room: right of the curve, or above it while little is done.
  const low = last[1] < 45;
  const keyX = x(low ? 2026.45 : 2028.9);
  const keyY = low ? TOP + 16 : y(58);
  return (
    <>
      {before && (
        <path
          d={`M${x(before.year + 1)} ${y(before.value)}L${end} ${y(aim.value)}`}
          className="line straight"
          strokeDasharray="2 4"
        />
      )}
      <path
        d={`M${x(last[0])} ${y(last[1])}L${end} ${y(aim.value)}`}
        className="line needed"
        strokeDasharray="8 4"
      />
      <path
        d={`M${x(last[0])} ${y(last[1])}L${x(outlook.doneIn ?? aim.year + 1)} ${y(outlook.percentThen)}`}
        className="line pace"
        strokeDasharray="3 3"
      />
      {keys.map(([dash, text, name], i) => (
        <g key={name} transform={`translate(${keyX} ${keyY + i * 20})`}>
          <path d="M-30-4h22" className={`line ${name}`} strokeDasharray={dash} />
          <text className={`key ${name}`}>{text}</text>
        </g>
      ))}
      {outlook.percentThen < 96 && aim.year === 2030 && (
        <text x={right + 13} y={y(outlook.percentThen) + 5} className="key pace">
          {formatShare(language, outlook.percentThen, aim.value)}
        </text>
      )}
    </>
  );
}

function Milestones({ scale: { x, y, right, bottom }, report }: { scale: Scale; report: ProgressReport }) {
  const language = useLanguage();
  const shown = report.targets.filter(({ year }) => year >= 2021 && year <= 2030);
  const closed = report.closed[0];
  return (
    <>
      {shown.map(({ id, year, value }) => (
        <g key={id}>
          <path d={`M${x(year + 1)} ${TOP}V${bottom}`} stroke="#1b2226" strokeWidth="1.2" />
          <path
            d={`M${x(year + 1) - 7} ${y(value)}l7-7 7 7-7 7z`}
            fill="#fff"
            stroke="#1b2226"
            strokeWidth="2"
          />
          {year === 2030 && (
            <text x={right + 13} y={y(value) + 4} className="axb">
              {formatNumber(language, value)}&nbsp;%
            </text>
          )}
        </g>
      ))}
      {closed &&
        closed.total.percent !== null &&
        closed.target.year >= 2024 &&
        closed.target.year <= 2030 && <ClosedTag scale={{ x, y, right, bottom }} closed={closed} />}
    </>
  );
}

/** What the first target came to, left of its line. */
function ClosedTag({ scale: { x, y }, closed: { target, total } }: { scale: Scale; closed: ClosedTarget }) {
  const t = useSay();
  const language = useLanguage();
  const met = meets(total.done, total.baseline, target);
  const short = shortOf(total, target);
  const tone = met ? "#1d6238" : "#744c00";
  const end = x(yearOf(endOf(target)));
  return (
    <g>
      <rect x={end - 246} y={TOP + 4} width="232" height="38" rx="4" fill="#fff" stroke={tone} />
      <path d={`M${end - 14} ${TOP + 26}L${end - 6} ${y(target.value) - 6}`} stroke={tone} />
      <text x={end - 237} y={TOP + 20} className="tag" fill={tone}>
        {t(met ? "progress.tag.met" : "progress.tag.not-met", {
          year: String(target.year),
          percent: formatNumber(language, target.value),
        })}
      </text>
      <text x={end - 237} y={TOP + 35} className="tag-more">
        {t(met || short === null ? "progress.tag.done" : "progress.tag.short", {
          percent: formatShare(language, total.percent, target.value),
          done: total.done,
          n: short ?? 0,
        })}
      </text>
    </g>
  );
}
