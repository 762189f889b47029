/** A newer list over the register: added, changed, same and gone are told before, and done as told. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { dump, emptyStore, must, stage } from "./example-plan.ts";

const OLD = `id,head,ethnicity,members,village,lon,lat,so_nha
H1,Y Một,Ê Đê,4,Buôn Ea,108.2,12.7,12
H2,Y Hai,,3,Buôn Ea,,,
H3,Y Ba,Mnông,5,Buôn Ki,108.3,12.7,
`;
const NEW = `id,head,ethnicity,members,village,lon,lat,poverty
H1,Y Một,,5,Buôn Ea,108.20000005,12.7,
H2,Y Hai,Ê Đê,3,Buôn Ea,108.25,12.75,nghèo
H4,Y Bốn,Kinh,2,Buôn Ki,108.3,12.8,
`;

function planWith(csv: string) {
  const { store, db } = emptyStore();
  stage(store, "old", "ho-2025.csv", csv);
  must(store, "households.import", { staged: "old", replace: false });
  return { store, db };
}

test("what would happen is told and adds up; a blank takes nothing away", () => {
  const { store } = planWith(OLD);
  stage(store, "new", "ho-2026.csv", NEW);
  const told = store.compareRegister("new");
  expect(told).toMatchObject({
    ok: true,
    value: {
      added: 1,
      changed: 2,
      same: 0,
      gone: 1,
      addedIds: ["H4"],
      goneIds: ["H3"],
      changes: [
        { id: "H1", head: "Y Một", fields: ["members"], values: [{ before: 4, after: 5 }] },
        {
          id: "H2",
          fields: ["ethnicity", "poverty", "at"],
          values: [
            { before: null, after: "Ê Đê" },
            { before: null, after: "nghèo" },
            { before: null, after: [108.25, 12.75] },
          ],
        },
      ],
      addedHeads: ["Y Bốn"],
      goneHeads: ["Y Ba"],
      alike: 0,
    },
  });
  must(store, "households.update", { staged: "new" });
  expect(store.household("H1")!.facts).toMatchObject({ members: 5, ethnicity: "Ê Đê", at: [108.2, 12.7] });
  expect(store.household("H2")!.facts).toMatchObject({
    ethnicity: "Ê Đê",
    poverty: "nghèo",
    at: [108.25, 12.75],
  });
  expect(store.household("H3")!.facts.head).toBe("Y Ba");
  expect(store.household("H4")!.facts.ethnicity).toBe("Kinh");
  // A column of the older list's own stays beside what changed.
  expect(store.household("H1")!.properties).toMatchObject({ so_nha: "12", members: 5 });
});

test("a household that seems to have come back under another id is told, one of several of a name is not", () => {
  const { store } = planWith(OLD);
  const list = `id,head,village,lon,lat
H1,Y Một,Buôn Ea,108.2,12.7
H9,Y BA,buôn ki,108.3,12.7
H8,Y Hai,Buôn Ea,,
H7,Y Hai,Buôn Ea,,
`;
  stage(store, "new", "ho-2026.csv", list);
  expect(store.compareRegister("new")).toMatchObject({
    ok: true,
    value: { added: 3, gone: 2, alike: 1, alikes: [{ id: "H9", goneId: "H3", head: "Y BA" }] },
  });
});

test("an update that was done leaves nothing to do, and undo brings back the rows as they were", () => {
  const line = fc.record({
    id: fc.integer({ min: 1, max: 12 }),
    head: fc.constantFrom("", "Y Một", "Y Hai"),
    members: fc.constantFrom("", "1", "7"),
    lon: fc.constantFrom("", "108.2", "108.3"),
  });
  const list = fc.uniqueArray(line, { minLength: 1, maxLength: 10, selector: ({ id }) => id });
  const csv = (rows: readonly { id: number; head: string; members: string; lon: string }[]) =>
    `id,head,members,lon,lat\n${rows.map((r) => `H${r.id},${r.head},${r.members},${r.lon},${r.lon && "12.7"}\n`).join("")}`;
  fc.assert(
    fc.property(list, list, (older, newer) => {
      const { store, db } = planWith(csv(older));
      const before = dump(db).household;
      stage(store, "new", "moi.csv", csv(newer));
      const told = store.compareRegister("new");
      if (!told.ok) throw new Error(told.problem.code);
      const { added, changed, same, gone } = told.value;
      expect(added + changed + same).toBe(newer.length);
      expect(changed + same + gone).toBe(older.length);
      must(store, "households.update", { staged: "new" });
      stage(store, "again", "moi.csv", csv(newer));
      expect(store.compareRegister("again")).toMatchObject({
        value: { added: 0, changed: 0, same: newer.length },
      });
      store.undo();
      expect(dump(db).household).toEqual(before);
    }),
    { numRuns: 30 },
  );
});
