import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { scanCsv } from "../../../src/core/formats/csv/csv-scan.ts";
import { type CsvSourceTable, csvSource } from "../../../src/core/formats/csv/csv-source.ts";
import { writeCsv } from "../../../src/core/formats/csv/csv-write.ts";
import { openTable } from "../../../src/core/formats/index.ts";
import { setOwn } from "../../../src/core/formats/normalise.ts";
import { canonicalRows } from "../../../src/core/intake/canonical-bytes.ts";
import { sampleColumn } from "../../../src/core/intake/columns/column-sample.ts";
import { sampleCells } from "../../../src/core/intake/columns/sample-cells.ts";
import { communeCodes } from "../../../src/core/intake/commune-codes.ts";
import { columnKeys, type SourceTable } from "../../../src/core/intake/dataset.ts";
import { decodedColumn } from "../../../src/core/intake/decoded.ts";
import type { RowEdit } from "../../../src/core/intake/edits.ts";
import { FIELDS_OF, type FieldName } from "../../../src/core/intake/fields.ts";
import { type Interpreted, interpret } from "../../../src/core/intake/interpret.ts";
import type { ColumnMeaning, Encoding, Meaning } from "../../../src/core/intake/meaning.ts";
import { openCanonical } from "../../../src/core/intake/open-canonical.ts";
import { pointAt } from "../../../src/core/intake/place-list.ts";
import { standsAsWritten } from "../../../src/core/intake/plain-cell.ts";
import type { Json } from "../../../src/core/model/household.ts";

const NO_TOOLS = {
  gdal: () => Promise.reject(new Error("not asked for")),
  sqlite: () => Promise.reject(new Error("not asked for")),
};

/** The slow way: every value asked for, every cell made into text. */
function slowCsv(rows: Interpreted): Uint8Array {
  const columns = [...rows.columns.map(({ name }) => name), ...(rows.points ? ["lon", "lat"] : [])];
  const records = Array.from(rows.source, (row, i) => {
    const record: Record<string, Json> = {};
    for (const { name, value } of rows.columns) setOwn(record, name, value(row));
    const at = rows.points && pointAt(rows.points, i);
    if (at) [record.lon, record.lat] = at;
    return record;
  });
  return writeCsv(columns, records, { bom: false });
}

const CELLS = [
  "",
  " ",
  "H-1",
  "Nguyễn Văn Ấm",
  "Y Thũ Byă",
  "H'Bia Niê",
  "'=1+1",
  "=1+1",
  "-5",
  "- không rõ",
  "không rõ",
  "chưa xác định",
  "Cư Né",
  "Ðắk Lắk ð",
  "Đắk Lắk".normalize("NFD"),
  " Buôn Trấp ",
  "a\u00a0",
  'nói "to"',
  "một, hai",
  "một\r\nhai",
  "một;hai",
  "4",
  "4 khẩu",
  "nghèo",
  "không nghèo",
  "có",
  "24163",
  "107.600000",
  "107,6",
  "12.5",
  "108.123456789012345",
  "0",
  "450354,09",
  "1402293.02",
  "NaN",
  "\u{1f3e0}",
  "__proto__",
  "&#7855;",
];
const FIELDS: readonly (FieldName | null)[] = [null, null, ...FIELDS_OF.households];
const ENCODINGS: readonly Encoding[] = ["unicode", "unicode", "unicode", "tcvn3", "vni", "html", "by-value"];

interface Made {
  readonly bytes: Uint8Array;
  readonly table: CsvSourceTable;
}

async function tableOf(text: string): Promise<Made | null> {
  const bytes = new TextEncoder().encode(text);
  const main = { name: "ho.csv", bytes };
  const read = await csvSource.read({ main, companions: [] }, NO_TOOLS);
  return read.ok ? { bytes, table: read.value.tables[0] as CsvSourceTable } : null;
}

const quoted = (cell: string) => `"${cell.replaceAll('"', '""')}"`;
const needsQuotes = (cell: string) => /[",;\t\r\n]/.test(cell);

const FILE = fc
  .record({
    columns: fc.integer({ min: 1, max: 6 }),
    rows: fc.integer({ min: 1, max: 40 }),
    separator: fc.constantFrom(",", ";", "\t"),
    end: fc.constantFrom("\n", "\r\n", "\r"),
    bom: fc.boolean(),
    footer: fc.boolean(),
    seed: fc.infiniteStream(fc.nat(0xffff)),
  })
  .map(({ columns, rows, separator, end, bom, footer, seed }) => {
    const next = () => seed.next().value as number;
    const names = ["Mã hộ", "Họ tên", "Dân tộc", "X", "Y", "Ghi chú"].slice(0, columns);
    const line = () =>
      names
        .map(() => CELLS[next() % CELLS.length]!)
        .map((cell) => (needsQuotes(cell) || next() % 7 === 0 ? quoted(cell) : cell))
        .join(separator);
    // Values come again, as they do: then what was written before is found.
    const some = Array.from({ length: 1 + (next() % 8) }, line);
    const lines = Array.from({ length: rows }, () =>
      next() % 3 === 0 ? line() : some[next() % some.length]!,
    );
    if (footer) lines.push(`Tổng cộng${separator.repeat(columns - 1)}`);
    return `${bom ? "\ufeff" : ""}${[names.join(separator), ...lines].join(end)}${end}`;
  });

/** Any meaning, likely or not: whatever a person says must be written the same way. */
function meaningFrom(table: SourceTable, pick: (most: number) => number): Meaning {
  const keys = columnKeys(table.columns);
  const used = new Set<FieldName>();
  const columns = keys.map((column): ColumnMeaning => {
    const wanted = FIELDS[pick(FIELDS.length)]!;
    const field = wanted !== null && !used.has(wanted) ? wanted : null;
    if (field !== null) used.add(field);
    const means = [
      ["nghèo", "poor"],
      ["có", "not-poor"],
    ] as const;
    const values = field === "poverty" && pick(2) === 0 ? ({ kind: "words", means } as const) : null;
    return {
      column,
      encoding: ENCODINGS[pick(ENCODINGS.length)]!,
      capitals: pick(6) === 0 ? "upper" : "as-written",
      field,
      values,
    };
  });
  const place: Meaning["place"] =
    keys.length < 2 || pick(4) === 0
      ? null
      : {
          kind: "columns",
          crs: pick(2) === 0 ? "EPSG:4326" : "EPSG:9218",
          east: keys[pick(keys.length)]!,
          north: keys[pick(keys.length)]!,
        };
  const constants: Meaning["constants"] = pick(3) === 0 ? [{ field: "village", value: "Buôn Trấp, xã" }] : [];
  const unitList = pick(2) === 0 ? null : pick(2) === 0 ? "2025-07" : "2025-03";
  return { as: "households", columns, place, constants, unitList };
}

function editsFrom(table: SourceTable, pick: (most: number) => number): Map<number, RowEdit> {
  const edits = new Map<number, RowEdit>();
  for (let row = 0; row < table.count; row++) {
    const what = pick(8);
    if (what === 0) edits.set(row, { leaveOut: true });
    if (what === 1) edits.set(row, { unlocated: true });
    if (what === 2)
      edits.set(row, { values: new Map([["members", null] as const, ["head", 'A "B"'] as const]) });
    if (what === 3) edits.set(row, { geometry: { type: "Point", coordinates: [108.05, 12.68] } });
  }
  return edits;
}

describe("rows in our words, copied from the file where it says them", () => {
  test("are byte for byte what is written value by value, with every cell where it is said to lie", async () => {
    let compared = 0;
    await fc.assert(
      fc.asyncProperty(FILE, fc.infiniteStream(fc.nat(0xffff)), async (text, stream) => {
        const made = await tableOf(text);
        if (made === null) return;
        const pick = (most: number) => (stream.next().value as number) % most;
        const meaning = meaningFrom(made.table, pick);
        const edits = editsFrom(made.table, pick);
        const codes = communeCodes(pick(2) === 0 ? null : "2025-07");
        const fast = interpret(made.table, meaning, edits, codes);
        const slow = interpret(made.table, meaning, edits, codes);
        const { bytes, scan } = canonicalRows(fast);
        for (const [at, column] of meaning.columns.entries()) {
          const value = decodedColumn(made.table, at, column);
          const { cells, text: kind } = made.table;
          const plain = standsAsWritten(kind, column.encoding, column.capitals);
          expect(sampleCells("x", cells, at, value, plain)).toEqual(
            sampleColumn("x", made.table.count, value),
          );
        }
        if (scan === null) return;
        compared++;
        expect(new TextDecoder().decode(bytes)).toBe(new TextDecoder().decode(slowCsv(slow)));
        expect(fast.notes()).toEqual(slow.notes());
        const found = scanCsv(bytes, ",".charCodeAt(0));
        expect(scan.count).toBe(found.count);
        expect([...scan.recordStart]).toEqual([...found.recordStart.subarray(0, found.count)]);
        expect([...scan.firstCell]).toEqual([...found.firstCell.subarray(0, found.count + 1)]);
        expect([...scan.cellEnd]).toEqual([...found.cellEnd.subarray(0, scan.cellEnd.length)]);
        expect([...scan.row]).toEqual([...found.row.subarray(0, found.count)]);
        expect([...scan.marks]).toEqual([...found.marks.subarray(0, found.count)]);
      }),
      { seed: 5, numRuns: 600 },
    );
    expect(compared).toBeGreaterThan(300);
  });

  test("are opened as the plan opens them", async () => {
    const lines = Array.from(
      { length: 12_000 },
      (_, i) => `H${i},Y Bhăm Niê ${i % 700},Buôn ${i % 40},${1 + (i % 6)},107.${100 + i},12.5`,
    );
    const made = (await tableOf(`id,head,village,members,lon,lat\n${lines.join("\n")}\n`))!;
    const place = { kind: "columns", crs: "EPSG:4326", east: "lon", north: "lat" } as const;
    const columns = (["id", "head", "village", "members"] as const).map(
      (field): ColumnMeaning => ({
        column: field,
        encoding: "unicode",
        capitals: "as-written",
        field,
        values: null,
      }),
    );
    const meaning: Meaning = { as: "households", columns, place, constants: [], unitList: null };
    const rows = canonicalRows(interpret(made.table, meaning, new Map(), communeCodes(null)));
    expect(rows.scan).not.toBeNull();
    const here = openCanonical(rows, "ho.csv");
    const there = openTable(rows.bytes, "ho.csv");
    if (!here.ok || !there.ok) throw new Error("not opened");
    expect(here.value.columns).toEqual(there.value.columns);
    expect([here.value.read, here.value.rejected, here.value.notes]).toEqual([
      there.value.read,
      there.value.rejected,
      there.value.notes,
    ]);
    expect(here.value.first(50).features.map(({ properties }) => properties)).toEqual(
      there.value.first(50).features.map(({ properties }) => properties),
    );
    expect([...here.value.cells!.record]).toEqual([...there.value.cells!.record]);
  });

  test("a row with nothing to be said, and one column alone, are no CSV and lose nothing", async () => {
    for (const text of ["head,village\nkhông rõ,không rõ\nY Bhăm,Buôn Trấp\n", "head\tother\nY\t\n"]) {
      const made = (await tableOf(text))!;
      const columns = columnKeys(made.table.columns)
        .slice(0, 2)
        .map(
          (column, at): ColumnMeaning => ({
            column,
            encoding: "unicode",
            capitals: "as-written",
            field: at === 0 ? "head" : "village",
            values: null,
          }),
        );
      const rows = interpret(
        made.table,
        { as: "households", columns, place: null, constants: [], unitList: null },
        new Map(),
        communeCodes(null),
      );
      const opened = openCanonical(canonicalRows(rows), "ho.csv");
      if (!opened.ok) throw new Error(opened.problem.code);
      expect(opened.value.read).toBe(made.table.count);
    }
  });

  test("a column of more different values than are remembered is counted the same", async () => {
    const texts = [
      (i: number) => `H${i % 45_000}`,
      (i: number) => `${i % 41_000}.5`,
      (i: number) => `Nguyễn ${i % 39_000 === 7 ? '"x"' : i % 39_000}`,
      (i: number) => (i > 30_000 && i % 3 === 0 ? `${i}e2` : `${i}`),
      (i: number) => (i < 5 ? ` H${i} ` : `H${i % 30_000}`),
      (i: number) => (i % 20_000 < 10 ? "" : `Nguyễn ${i % 34_000}`.normalize(i % 2 ? "NFD" : "NFC")),
    ];
    const quote = (cell: string) => `"${cell.replaceAll('"', '""')}"`;
    const lines = Array.from({ length: 60_000 }, (_, i) =>
      texts.map((of) => (/"/.test(of(i)) ? quote(of(i)) : of(i))).join(","),
    );
    const { table } = (await tableOf(`a,b,c,d,e,f\n${lines.join("\n")}\n`))!;
    for (const at of texts.keys()) {
      const value = decodedColumn(table, at, { encoding: "unicode", capitals: "as-written" });
      const fast = sampleCells("x", table.cells, at, value, { letters: true });
      expect(fast).toEqual(sampleColumn("x", table.count, value));
    }
  });
});
