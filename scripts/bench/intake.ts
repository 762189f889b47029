/** `npm run bench -- intake`: files as the offices have them, from their bytes to checked rows. */
import { openTable, type RegisterReading, readerFor } from "../../src/core/formats/index.ts";
import type { SourceTools } from "../../src/core/intake/dataset.ts";
import type { Outcome } from "../../src/core/outcome.ts";
import { fail } from "../../src/core/outcome.ts";
import { IntakeSession } from "../../src/intake/session.ts";
import type { Bench, Contestant } from "./contest.ts";
import { type IntakeFile, officeCsv, plainCsv, sheetXlsx } from "./data/intake-files.ts";
import { placesOf } from "./open.ts";

/** Rows of the sheet, whatever the register's number is. */
const SHEET_ROWS = 50_000;
/** Memory told in megabytes stands among figures of milliseconds under this name. */
const MEGA = 1e6;

/** The engines for other formats are not asked for. */
const NO_TOOLS: SourceTools = {
  gdal: async () => fail("intake.tool-missing"),
  sqlite: async () => fail("intake.tool-missing"),
};

/** To "checked" in the session that the worker holds; the floor is what has to be done in any case. */
export const intake: Bench = {
  name: "intake",
  n: 500_000,
  prepare({ seed, n }) {
    const plain = plainCsv(seed, n);
    const office = officeCsv(seed, n);
    const sheet = sheetXlsx(seed, Math.min(n, SHEET_ROWS));
    const floor = {
      title: "scanned and read as our own CSV",
      run: () => void scannedAndRead(plain),
    };
    let straight: RegisterReading | null = null;
    const reader: Contestant = {
      name: "the file straight into the reader of our own files",
      run() {
        straight = scannedAndRead(plain);
      },
      answers: () => placesOf(straight!.columns),
    };
    return {
      data: [plain, office, sheet].map(
        ({ name, rows, bytes }) => `${name}: ${rows} rows, ${Math.round(bytes.length / MEGA)} MB`,
      ),
      contests: [
        {
          key: "intake.plain",
          title: "CSV in UTF-8, degrees, our words: opened, looked at, checked",
          ours: readToChecked(plain),
          peers: [reader],
          floor,
        },
        {
          key: "intake.office",
          title: "the same in TCVN3, VN-2000 with decimal commas, poverty in their words",
          ours: readToChecked(office),
          peers: [],
          floor,
        },
        {
          key: "intake.sheet",
          title: "XLSX of 20 columns: opened, looked at, checked",
          ours: readToChecked(sheet),
          peers: [],
        },
      ],
    };
  },
};

function scannedAndRead({ bytes, name }: Pick<IntakeFile, "bytes" | "name">): RegisterReading {
  const reading = readerFor("households").read(good(openTable(bytes, name))) as RegisterReading;
  if (reading.columns.count === 0) throw new Error(`${name}: nothing was read`);
  return reading;
}

/** The whole way, with the time of each part of it. */
function readToChecked(file: IntakeFile): Contestant {
  let parts: Record<string, number> = {};
  let result: Uint8Array | null = null;
  return {
    name: "ours",
    async run() {
      const session = new IntakeSession(NO_TOOLS);
      const from = performance.now();
      const { items } = await session.open([file]);
      const { id } = items[0]!;
      const opened = performance.now();
      good(await session.view(id));
      const viewed = performance.now();
      const { accepted, read } = good(await session.check(id));
      const checked = performance.now();
      if (read !== file.rows || accepted !== file.rows)
        throw new Error(`${file.name}: ${accepted} of ${read} accepted`);
      result = good(await session.result(id)).bytes;
      parts = { opened: opened - from, viewed: viewed - opened, checked: checked - viewed };
    },
    answers: () => placesOf(scannedAndRead({ name: "result.csv", bytes: result! }).columns),
    figures: () => parts,
  };
}

function good<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problem));
  return outcome.value;
}
