/** Workbooks cut short or with bits turned: taken or refused, never thrown at, always at an end. */
import fc from "fast-check";
import { unzipSync, zipSync } from "fflate";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { sheets } from "../../../src/core/formats/sheets/sheets.ts";
import { problemText } from "../../../src/text/problem-text.ts";
import { leftOut } from "./sheet-rows.ts";
import { type BookType, groupOf, readSheets, rowsOf, workbook } from "./workbooks.ts";

// The library tells of every record it does not know.
beforeAll(() => {
  vi.spyOn(console, "error").mockImplementation(() => undefined);
});
afterAll(() => {
  vi.restoreAllMocks();
});

const ROWS = [
  ["DANH SÁCH HỘ"],
  ["TT", "Họ tên", "X", "Ngày"],
  ["Xã Cư Pui"],
  ...Array.from({ length: 12 }, (_, i) => [
    ...[i + 1, `Y Bhăm ${i}`, 450354.09 + i],
    { t: "n" as const, v: 45977 + i, z: "dd/mm/yyyy" },
  ]),
  ["Tổng cộng", null, 12],
];
const BOOKS = new Map(
  (["xlsx", "xlsb", "biff8", "biff5"] as BookType[]).map((type) => [
    type,
    workbook({ "Sheet 1": { rows: ROWS, merges: ["A1:D1"] }, b: { rows: ROWS, hidden: 1 } }, type),
  ]),
);

async function survives(bytes: Uint8Array): Promise<void> {
  if (!sheets.recognise(groupOf(bytes))) return;
  const found = await readSheets(bytes);
  if (!found.ok) {
    expect(problemText("vi", found.problem)).toContain("a.xlsx");
    return;
  }
  for (const table of found.value.tables) {
    expect(table.count).toBeGreaterThan(0);
    expect(rowsOf(table)).toHaveLength(table.count);
    expect(leftOut(table.notes)).toBeGreaterThanOrEqual(0);
  }
}

test.each([...BOOKS])("%s with bits turned or cut short", async (_, book) => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.nat(book.length - 1), fc.nat(255)), { maxLength: 8 }),
      fc.oneof(fc.constant(book.length), fc.nat(book.length)),
      async (flips, length) => {
        const bytes = book.slice(0, length);
        for (const [at, mask] of flips) if (at < length) bytes[at]! ^= mask;
        await survives(bytes);
      },
    ),
    { seed: 5, numRuns: 300 },
  );
});

test("parts with bits turned in an archive that is whole", async () => {
  const parts = unzipSync(BOOKS.get("xlsx")!);
  const names = Object.keys(parts).filter((name) => name.startsWith("xl/") || name.startsWith("["));
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...names),
      fc.array(fc.tuple(fc.nat(100_000), fc.nat(255)), { minLength: 1, maxLength: 6 }),
      fc.boolean(),
      async (name, flips, cut) => {
        const part = parts[name]!.slice(0, cut ? flips[0]![0] % parts[name]!.length : undefined);
        for (const [at, mask] of flips) if (part.length > 0) part[at % part.length]! ^= mask;
        await survives(zipSync({ ...parts, [name]: part }, { level: 0 }));
      },
    ),
    { seed: 6, numRuns: 500 },
  );
});
