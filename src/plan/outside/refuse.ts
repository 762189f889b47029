/** Finds rows of other programs that cannot stand, says why, and puts them back as they were. */
import type { Problem } from "../../core/outcome.ts";
import type { OutsideProblem } from "../../core/problem-codes/plan.ts";
import { readRules } from "../../core/screening/rules-file.ts";
import { orderProblem } from "../commands/event-order.ts";
import type { TableName } from "../rows.ts";
import type { Database } from "../sqlite.ts";
import type { SqlRow } from "../statements.ts";
import { CHECKS, type Check, REMOVAL_CHECKS, typeCheck } from "./checks.ts";
import { NAMING_COLUMNS } from "./log-triggers.ts";
import { formerly, isShaped, loggedColumns } from "./logged-columns.ts";
import { changedTables } from "./what-changed.ts";

/** So many refusals are kept with their reason; what is over is counted. */
export const TOLD = 1000;
/** So much of a value is quoted. */
const QUOTED = 60;

/** What was refused so far. */
export interface Refusals {
  readonly file: string;
  /** Today in Vietnam. */
  readonly today: string;
  /** Tables that were made anew: what their rows were is not known, so nothing is held against it. */
  readonly remade: readonly TableName[];
  readonly problems: Problem[];
}

/** Looks until nothing more has to be put back: one refusal can be the reason of another. */
export function refuseWrongRows(db: Database, refusals: Refusals): void {
  db.createFunction({
    name: "outside_rules",
    arity: 1,
    deterministic: true,
    directOnly: true,
    xFunc: (_context: number, rules: unknown) => (typeof rules === "string" && readRules(rules).ok ? 1 : 0),
  });
  for (;;) {
    let refused = 0;
    for (const table of changedTables(db)) {
      const before = refusedCount(db);
      lookAtTable(db, table, refusals);
      if (table === "event" && !refusals.remade.includes(table)) lookAtOrder(db, refusals);
      if (refusedCount(db) > before) putBack(db, table, refusals);
      refused += refusedCount(db) - before;
    }
    if (refused === 0) return;
  }
}

/** What can only be said of a row whose former state is known, or that a register brought in anew need not satisfy. */
const NOT_IF_REMADE: readonly OutsideProblem[] = ["outside.ours", "outside.reference"];

/** Rows refused so far. */
export function refusedCount(db: Database): number {
  return Number(db.selectValue("SELECT count(*) FROM temp.outside_net WHERE refused = 1"));
}

const ROWS = (table: TableName) =>
  `FROM temp.outside_net n JOIN outside_change c ON c.fid = n.log LEFT JOIN "${table}" t ON t.fid = n.row_fid
   LEFT JOIN temp.outside_fault f ON f.log = n.log
   WHERE n.table_name = '${table}' AND n.refused = 0`;

function lookAtTable(db: Database, table: TableName, refusals: Refusals): void {
  const remade = refusals.remade.includes(table);
  const checks = checksOf(db, table).filter(({ code }) => !(remade && NOT_IF_REMADE.includes(code)));
  const put = (holds: string) =>
    holds.replaceAll(":today", `'${refusals.today}'`).replaceAll(":remade", remade ? "1" : "0");
  const fails = ({ column, holds }: Check) => {
    const changed =
      column === "geom" ? "c.before_geom IS NOT t.geom" : `${formerly(column)} IS NOT t."${column}"`;
    return `(n.kind <> 'remove' AND (${put(holds)}) IS NOT TRUE AND (NOT c.existed OR ${changed}))`;
  };
  const gone = REMOVAL_CHECKS[table];
  const leaves = gone ? `(n.kind = 'remove' AND (${gone.holds}) IS NOT TRUE)` : "0";
  // One pass finds the rows; only those are asked column by column.
  db.exec(`DROP TABLE IF EXISTS temp.outside_suspect;
    CREATE TEMP TABLE outside_suspect AS SELECT n.log ${ROWS(table)} AND (${[...checks.map(fails), leaves].join(" OR ")})`);
  if (db.selectValue("SELECT EXISTS (SELECT 1 FROM temp.outside_suspect)") === 0) return;
  const suspects = `${ROWS(table)} AND n.log IN (SELECT log FROM temp.outside_suspect)`;
  const told = new Set<string>();
  const name = NAMING_COLUMNS[table].map((c) => `coalesce(t."${c}", ${formerly(c)}, '')`).join(" || ' ' || ");
  const tell = (row: SqlRow, code: OutsideProblem, column: string | null, allowed: string | undefined) => {
    if (refusals.problems.length >= TOLD || told.has(`${row.log} ${column}`)) return;
    told.add(`${row.log} ${column}`);
    const values = {
      table,
      fid: String(row.row_fid),
      id: String(row.name),
      value: quoted(row.value),
      allowed: allowed ?? "",
    };
    refusals.problems.push({
      code,
      file: refusals.file,
      ...(column === null ? {} : { field: column }),
      values,
    });
  };
  for (const check of checks) {
    const value = check.column === "geom" ? "NULL" : `t."${check.column}"`;
    const sql = `SELECT n.log, n.row_fid, ${name} AS name, ${value} AS value, f.fault ${suspects} AND ${fails(check)} LIMIT ${TOLD}`;
    for (const row of db.selectObjects(sql) as SqlRow[]) {
      const code =
        check.column === "geom" ? (`outside.shape-${row.fault ?? "missing"}` as OutsideProblem) : check.code;
      tell(row, code, check.column, check.allowed);
    }
  }
  if (gone) {
    const sql = `SELECT n.log, n.row_fid, ${name} AS name, NULL AS value ${suspects} AND ${leaves} LIMIT ${TOLD}`;
    for (const row of db.selectObjects(sql) as SqlRow[]) tell(row, gone.code, null, undefined);
  }
  db.exec("UPDATE temp.outside_net SET refused = 1 WHERE log IN (SELECT log FROM temp.outside_suspect)");
}

function checksOf(db: Database, table: TableName): readonly Check[] {
  const columns = db.selectObjects(`SELECT name, upper(type) AS type, "notnull" FROM pragma_table_info(?)`, [
    table,
  ]);
  const logged = new Set(loggedColumns(db, table).map(({ name }) => name));
  const types = columns
    .filter(({ name }) => logged.has(String(name)))
    .map((column) => typeCheck(String(column.name), String(column.type), column.notnull === 0))
    .filter((check) => check !== null);
  if (!isShaped(db, table)) return [...CHECKS[table], ...types];
  const holds = `f.fault IS NULL AND ${table === "household" ? "1" : "t.geom IS NOT NULL"}`;
  return [...CHECKS[table], { column: "geom", code: "outside.shape-missing", holds }, ...types];
}

function quoted(value: unknown): string {
  if (value === null || value === undefined) return "–";
  if (value instanceof Uint8Array) return `BLOB (${value.length})`;
  const text = String(value);
  return text.length > QUOTED ? `${text.slice(0, QUOTED)}…` : text;
}

/** A household whose events cannot have followed one another: those that another program wrote are at fault. */
function lookAtOrder(db: Database, { file, problems }: Refusals): void {
  const touched = `SELECT t.household_id FROM temp.outside_net n JOIN event t ON t.fid = n.row_fid
     WHERE n.table_name = 'event' AND n.refused = 0 AND n.kind <> 'remove'`;
  const statement = db.prepare(`SELECT household_id, kind, happened_on FROM event
     WHERE household_id IN (${touched}) ORDER BY household_id, fid`);
  const wrong: string[] = [];
  let household: string | null = null;
  let events: { kind: never; on: string }[] = [];
  const look = () => {
    const problem = household === null ? null : orderProblem(household, events);
    if (!problem) return;
    wrong.push(household!);
    if (problems.length < TOLD) problems.push({ ...problem, file });
  };
  try {
    while (statement.step()) {
      const [id, kind, on] = statement.get([]) as [string, never, string];
      if (id !== household) {
        look();
        [household, events] = [id, []];
      }
      events.push({ kind, on });
    }
    look();
  } finally {
    statement.finalize();
  }
  for (const id of wrong) {
    db.exec({
      sql: `UPDATE temp.outside_net SET refused = 1 WHERE table_name = 'event' AND kind <> 'remove'
              AND row_fid IN (SELECT fid FROM event WHERE household_id = ?)`,
      bind: [id],
    });
  }
}

/** Makes refused rows of a table what they were. What stands in their place under their name is refused with them. */
function putBack(db: Database, table: TableName, { file, problems }: Refusals): void {
  const naming = NAMING_COLUMNS[table];
  const former = naming.map((column) => formerly(column)).join(", ");
  const inTheWay = `SELECT n.log, n.row_fid, ${naming.map((c) => `t."${c}"`).join(" || ' ' || ")} AS name
    FROM temp.outside_net n JOIN "${table}" t ON t.fid = n.row_fid
    WHERE n.table_name = '${table}' AND n.refused = 0 AND (${naming.map((c) => `t."${c}"`).join(", ")}) IN
      (SELECT ${former} FROM temp.outside_net m JOIN outside_change c ON c.fid = m.log
       WHERE m.table_name = '${table}' AND m.refused = 1 AND c.existed = 1)`;
  for (let rows = db.selectObjects(inTheWay); rows.length > 0; rows = db.selectObjects(inTheWay)) {
    for (const { log, row_fid, name } of rows) {
      db.exec({ sql: "UPDATE temp.outside_net SET refused = 1 WHERE log = ?", bind: [log!] });
      const values = { table, fid: String(row_fid), id: String(name), value: String(name), allowed: "" };
      if (problems.length < TOLD) problems.push({ code: "outside.key", file, field: naming[0], values });
    }
  }
  const refused = (kind: string) =>
    `SELECT row_fid FROM temp.outside_net WHERE table_name = '${table}' AND refused = 1 AND kind = '${kind}'`;
  db.exec(`DELETE FROM "${table}" WHERE fid IN (${refused("insert")})`);
  const columns = loggedColumns(db, table).map(({ name }) => name);
  const shaped = isShaped(db, table);
  // Names first make way: two rows may have exchanged theirs.
  db.exec(`UPDATE "${table}" SET "${naming.at(-1)}" = 'outside/' || fid WHERE fid IN (${refused("update")})`);
  const sets = columns.map((column) => `"${column}" = ${formerly(column)}`);
  if (shaped) sets.push("geom = c.before_geom");
  db.exec(`UPDATE "${table}" SET ${sets.join(", ")} FROM outside_change c
    WHERE c.table_name = '${table}' AND c.row_fid = "${table}".fid AND "${table}".fid IN (${refused("update")})`);
  const names = ["fid", ...(shaped ? ["geom"] : []), ...columns].map((column) => `"${column}"`).join(", ");
  const values = [
    "c.row_fid",
    ...(shaped ? ["c.before_geom"] : []),
    ...columns.map((column) => formerly(column)),
  ];
  db.exec(`INSERT INTO "${table}" (${names}) SELECT ${values.join(", ")} FROM outside_change c
    WHERE c.table_name = '${table}' AND c.row_fid IN (${refused("remove")})
      AND NOT EXISTS (SELECT 1 FROM "${table}" t WHERE t.fid = c.row_fid)`);
}
