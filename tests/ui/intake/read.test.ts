/** The queue of files over a worker that is a double: what is asked of it, what is kept when it is stopped. */
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { fail, ok } from "../../../src/core/outcome.ts";
import type { CheckedTable, IntakeItem, MeaningChange, Opened } from "../../../src/intake/protocol.ts";
import {
  acceptRepairs,
  changeMeaning,
  dropEntry,
  followWaiting,
  setTable,
  stopReading,
  takeIn,
} from "../../../src/ui/intake/read.ts";
import { takeTable } from "../../../src/ui/intake/take.ts";
import { type IntakeReader, intakeStarts } from "../../../src/ui/intake/worker-link.ts";
import { setView, view } from "../../../src/ui/store.ts";
import { placeView, REFUSED, viewOf } from "./example.ts";

const plan = vi.hoisted(() => ({
  intakeKnowledge: vi.fn(),
  read: vi.fn(),
  run: vi.fn(),
}));
vi.mock("../../../src/ui/services.ts", () => ({ services: () => ({ plan, map: null, compute: {} }) }));

/** A worker that reads every file as one table; a file named `slow…` it never finishes. */
class Double implements IntakeReader {
  readonly asked: string[] = [];
  private readonly views = new Map<string, ReturnType<typeof viewOf>>();
  constructor(private readonly id: string) {}
  async setContext() {
    this.asked.push("context");
  }
  async open(files: Parameters<IntakeReader["open"]>[0]): Promise<Opened> {
    const file = files[0]!.name;
    this.asked.push(`open ${files.map(({ name }) => name).join("+")}`);
    if (file.startsWith("slow")) await new Promise(() => {});
    if (file.startsWith("bad")) {
      return { items: [], refused: [{ code: "intake.unused", file }], unused: [] };
    }
    const id = `${this.id}/${file}`;
    const item: IntakeItem = { ...viewOf().item, id, file };
    this.views.set(id, viewOf({ item, places: [placeView("EPSG:4326", 10)] }));
    return { items: [item], refused: [], unused: [] };
  }
  async view(id: string) {
    this.asked.push(`view ${id}`);
    return ok(this.views.get(id)!);
  }
  async change(id: string, change: MeaningChange) {
    this.asked.push(`change ${id} ${change.kind}`);
    const before = this.views.get(id)!;
    const meaning =
      change.kind === "whole"
        ? change.meaning
        : change.kind === "as"
          ? { ...before.meaning, as: change.as }
          : before.meaning;
    this.views.set(id, { ...before, meaning });
    return ok(this.views.get(id)!);
  }
  async rows() {
    return [];
  }
  async check() {
    return ok<CheckedTable>({
      read: 10,
      accepted: 9,
      unlocated: 0,
      rejected: [REFUSED],
      findings: [],
      notes: [],
    });
  }
  async repair(_id: string, findings: readonly string[]) {
    this.asked.push(`repair ${findings.join(",")}`);
    return ok<CheckedTable>({ read: 10, accepted: 10, unlocated: 0, rejected: [], findings: [], notes: [] });
  }
  async raster() {
    return fail("raster.empty");
  }
  async result(id: string) {
    const { meaning } = this.views.get(id)!;
    return ok({
      as: meaning.as,
      name: "ho.csv",
      bytes: new Uint8Array(),
      rows: new Uint32Array(),
      rowIs: "row" as const,
      rejected: [REFUSED],
      notes: [],
      format: "csv" as const,
      meaning,
    });
  }
  async cells() {
    return [];
  }
  async lookAt() {
    return null;
  }
  async rejectedFile() {
    return ok(new Uint8Array());
  }
  async forget(id: string) {
    this.asked.push(`forget ${id}`);
  }
  stop() {
    this.asked.push("stop");
  }
}

let workers: Double[] = [];
const file = (name: string) => new File(["id\n1"], name);
const names = () => view().waiting.map(({ name, state }) => `${name} ${state}`);
const settled = () =>
  vi.waitFor(() => {
    const { waiting } = view();
    expect(
      waiting.every(({ state, checked, name }) => name.startsWith("slow") || state === "refused" || checked),
    ).toBe(true);
  });

beforeEach(() => {
  workers = [];
  followWaiting();
  setView({ waiting: [], wizard: null, notice: null });
  intakeStarts(() => {
    const worker = new Double(String(workers.length + 1));
    workers.push(worker);
    return worker;
  });
  plan.intakeKnowledge.mockResolvedValue({ units: null, unitList: null, remembered: [] });
});
afterEach(() => vi.clearAllMocks());

test("files are read one group after the other, each becomes a table of its own, the first is looked at", async () => {
  takeIn([file("a.csv"), file("b.shp"), file("b.dbf"), file("bad.txt")]);
  expect(names()).toEqual(["a.csv reading", "b.shp reading", "bad.txt reading"]);
  await settled();
  expect(names()).toEqual(["a.csv ready", "b.shp ready", "bad.txt refused"]);
  expect(workers[0]!.asked.filter((asked) => asked.startsWith("open"))).toEqual([
    "open a.csv",
    "open b.shp+b.dbf",
    "open bad.txt",
  ]);
  expect(view().wizard).toBe(view().waiting[0]!.key);
});

test("stopping ends the worker; tables that were read come back with what was said of them", async () => {
  takeIn([file("a.csv")]);
  await settled();
  const { key, said } = view().waiting[0]!;
  setTable(key, { said: { ...said, sender: "Xã Ea Mẫu" } });
  await changeMeaning(key, { kind: "as", as: "units" });
  takeIn([file("slow.csv"), file("c.csv")]);
  await vi.waitFor(() => expect(workers[0]!.asked).toContain("open slow.csv"));
  stopReading(view().waiting[1]!.key);
  expect(workers[0]!.asked.at(-1)).toBe("stop");
  await settled();
  expect(names()).toEqual(["a.csv ready", "c.csv ready"]);
  const [a] = view().waiting;
  expect([a!.key, a!.said.sender, a!.view?.meaning.as]).toEqual([key, "Xã Ea Mẫu", "units"]);
  expect(workers[1]!.asked).toContain("change 2/a.csv as");
});

test("leaving the last one ends the worker; leaving one of several only forgets it", async () => {
  takeIn([file("a.csv"), file("b.csv")]);
  await settled();
  const [a, b] = view().waiting;
  dropEntry(a!.key);
  expect(workers[0]!.asked.at(-1)).toBe("forget 1/a.csv");
  expect(view().wizard).toBe(b!.key);
  dropEntry(b!.key);
  expect(view().waiting).toEqual([]);
  expect(view().wizard).toBeNull();
});

test("accepted repairs are asked for by name and stay accepted after another change", async () => {
  takeIn([file("a.csv")]);
  await settled();
  const { key } = view().waiting[0]!;
  const finding = {
    id: "f1",
    problem: REFUSED,
    rows: [7],
    at: null,
    weight: "stops" as const,
    repair: { code: "leave-out-row" as const },
  };
  await acceptRepairs(key, [finding]);
  expect(workers[0]!.asked.at(-1)).toBe("repair f1");
  await changeMeaning(key, { kind: "unit-list", unitList: "2025-07" });
  expect(workers[0]!.asked.at(-1)).toBe("repair f1");
  expect(view().waiting[0]!.checked?.accepted).toBe(10);
});

describe("into the plan", () => {
  const staged = (rejected: number) => ({
    staged: "s1",
    file: "ho.csv",
    format: "csv",
    as: "households",
    readings: [
      {
        as: "households",
        read: 10,
        accepted: 10 - rejected,
        rejected: Array.from({ length: rejected }, () => REFUSED),
        notes: [],
        located: 9,
      },
    ],
  });
  const changed = { info: {}, label: {}, touched: [] };

  test("the table goes with its sender, and leaves the queue", async () => {
    takeIn([file("a.csv")]);
    await settled();
    const { key, said } = view().waiting[0]!;
    setTable(key, { said: { ...said, sender: " Xã Ea Mẫu " } });
    plan.read.mockResolvedValue(ok(staged(1)));
    plan.run.mockResolvedValue(ok(changed));
    expect(await takeTable(key)).toBe(true);
    expect(plan.read.mock.calls[0]![2]).toMatchObject({ sender: "Xã Ea Mẫu", as: "households" });
    expect(plan.run.mock.calls[0]!.slice(0, 2)).toEqual([
      "households.import",
      { staged: "s1", replace: false },
    ]);
    expect(view().waiting).toEqual([]);
  });

  test("rows that only the plan refuses are shown before anything is written", async () => {
    takeIn([file("a.csv")]);
    await settled();
    const { key } = view().waiting[0]!;
    plan.read.mockResolvedValue(ok(staged(3)));
    plan.run.mockResolvedValue(ok(changed));
    expect(await takeTable(key)).toBe(false);
    expect(plan.run).not.toHaveBeenCalled();
    expect(view().waiting[0]!.late).toHaveLength(2);
    expect(view().notice).toMatchObject({ key: "intake.late", values: { n: 2 } });
    expect(await takeTable(key)).toBe(true);
  });

  test("a refusal is said and the table waits on", async () => {
    takeIn([file("a.csv")]);
    await settled();
    plan.read.mockResolvedValue(ok(staged(1)));
    plan.run.mockResolvedValue({ ok: false, problem: { code: "plan.read-only" } });
    expect(await takeTable(view().waiting[0]!.key)).toBe(false);
    expect(names()).toEqual(["a.csv ready"]);
  });
});
