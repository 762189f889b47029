/**
 * PostGIS with the query an expert forces: polygons outside, points inside, grouped by point; polygons whole and
 * cut into pieces. Tables and the index of points are there before, as our index and our order are.
 */
import { once } from "node:events";
import { createWriteStream } from "node:fs";
import { join } from "node:path";
import { finished } from "node:stream/promises";
import { type AreaQuestion, areaQuestions, emptyAnswers } from "../areas.ts";
import type { Column } from "../contest.ts";
import type { Province } from "../data/index.ts";
import type { MeasureOptions } from "../measure.ts";
import { type AskedOutside, isMissing, type Missing, type OutsidePeer } from "../outside.ts";
import { type Postgres, startPostgres } from "./postgres.ts";
import { wkbOfPolygons } from "./wkb.ts";

/** How the polygons lie in the tables. */
const FORMS = ["whole", "pieces"] as const;

/** The smallest number of a containing polygon, or byte `group` the highest rank. */
const FIRST = "min(c.id)";
const RANKS = [0, 1, 2, 3]
  .map((kind) => `(coalesce(max(c.level) FILTER (WHERE c.kind = ${kind}), 0)::int8 << ${8 * kind})`)
  .join(" + ");

/** The peer, with a database in `folder`. */
export function postgisPeer(province: Province, folder: string): OutsidePeer {
  return {
    name: "PostGIS",
    async ask(options): Promise<readonly AskedOutside[] | Missing> {
      const postgres = await startPostgres(folder);
      if (isMissing(postgres)) return postgres;
      try {
        return await askAll(postgres, province, folder, options);
      } finally {
        await postgres.stop();
      }
    },
  };
}

async function askAll(
  postgres: Postgres,
  province: Province,
  folder: string,
  { repeats, budgetMs }: MeasureOptions,
): Promise<AskedOutside[]> {
  const { lon, lat, count } = province.households;
  const points = join(folder, "points.csv");
  await writeLines(points, count, (i) => `${i},${lon[i]},${lat[i]}`);
  await postgres.psql(["-f", sqlFile("postgis-points.sql")], { points });
  const questions = areaQuestions(province);
  for (const question of questions) await load(postgres, question, folder);
  const name = `PostGIS ${(await postgres.psql(["-c", "SELECT postgis_lib_version()"])).trim()}`;

  const asked: AskedOutside[] = [];
  for (const form of FORMS) {
    const sums = questions.map(
      (question) => `SELECT count(*), sum(answer) FROM "${question.name}_${form}_answers"`,
    );
    const samples: number[] = [];
    let spent = 0;
    while (samples.length < repeats + 1 && (samples.length < 2 || spent < budgetMs)) {
      const took = await timed(postgres, sums);
      samples.push(took);
      spent += took;
    }
    const columns: Column[] = [];
    for (const question of questions) columns.push(await answersOf(postgres, question, form, count));
    const [firstMs, ...counted] = samples;
    asked.push({
      contest: "overlay.warm",
      name: `${name}, polygons ${form === "whole" ? "whole" : "in pieces"}`,
      timing: { clock: { firstMs: firstMs!, samples: counted }, processor: null },
      every: 1,
      columns,
    });
  }
  return asked;
}

async function load(postgres: Postgres, question: AreaQuestion, folder: string): Promise<void> {
  const { name, shapes, ranks } = question;
  const areas = join(folder, `${name}.csv`);
  const hex = (f: number) => Buffer.from(wkbOfPolygons(shapes, f)).toString("hex");
  await writeLines(
    areas,
    shapes.count,
    (f) => `${f},${ranks?.group[f] ?? 0},${ranks?.rank[f] ?? 0},${hex(f)}`,
  );
  await postgres.psql(["-f", sqlFile("postgis-layer.sql")], {
    areas,
    whole: `${name}_whole`,
    pieces: `${name}_pieces`,
    whole_answers: `${name}_whole_answers`,
    pieces_answers: `${name}_pieces_answers`,
    answer: ranks ? RANKS : FIRST,
  });
}

/** Milliseconds that the statements take together, as psql tells them: without its own start. */
async function timed(postgres: Postgres, statements: readonly string[]): Promise<number> {
  const args = ["-c", "\\timing on", ...statements.flatMap((statement) => ["-c", statement])];
  const times = [...(await postgres.psql(args)).matchAll(/^Time: ([\d.]+) ms/gm)].map(([, ms]) => Number(ms));
  if (times.length !== statements.length) throw new Error(`${times.length} times of ${statements.length}`);
  return times.reduce((sum, ms) => sum + ms, 0);
}

async function answersOf(
  postgres: Postgres,
  question: AreaQuestion,
  form: (typeof FORMS)[number],
  count: number,
): Promise<Column> {
  const view = `"${question.name}_${form}_answers"`;
  const printed = await postgres.psql(["-c", `COPY (SELECT id, answer FROM ${view}) TO STDOUT CSV`]);
  const out = emptyAnswers(question, count);
  for (const line of printed.split("\n")) {
    const comma = line.indexOf(",");
    if (comma > 0) out[Number(line.slice(0, comma))] = Number(line.slice(comma + 1));
  }
  return out;
}

const sqlFile = (name: string): string => join(import.meta.dirname, name);

async function writeLines(file: string, count: number, line: (i: number) => string): Promise<void> {
  const out = createWriteStream(file, { mode: 0o644 });
  for (let i = 0; i < count; i++) {
    if (!out.write(`${line(i)}\n`)) await once(out, "drain");
  }
  out.end();
  await finished(out);
}
