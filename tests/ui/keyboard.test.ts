import { expect, test } from "vitest";
import { ACTIONS, actionOf, type KeyAction, type KeyPress } from "../../src/ui/keyboard.ts";

const plain: KeyPress = {
  key: "",
  ctrl: false,
  shift: false,
  alt: false,
  inText: false,
  inDialog: false,
  onMap: false,
  drawing: false,
};
const press = (key: string, more: Partial<KeyPress> = {}) => actionOf({ ...plain, key, ...more });

const KEYS: Record<KeyAction, Partial<KeyPress>> = {
  "tab.screening": { key: "1" },
  "tab.placement": { key: "2" },
  "tab.progress": { key: "3" },
  "tab.data": { key: "4" },
  search: { key: "/" },
  "region.next": { key: "F6" },
  "region.previous": { key: "F6", shift: true },
  keys: { key: "?", shift: true },
  undo: { key: "z", ctrl: true },
  redo: { key: "y", ctrl: true },
  escape: { key: "Escape" },
  finish: { key: "Enter", onMap: true, drawing: true },
  panel: { key: "[" },
  card: { key: "]" },
  drawer: { key: "`" },
  layers: { key: "l" },
  history: { key: "h" },
  "household.next": { key: "n" },
  "household.previous": { key: "p" },
  "site.draw": { key: "v" },
  "site.edit": { key: "e" },
  "site.coordinates": { key: "t" },
  "site.vertex-back": { key: "Backspace", drawing: true },
  "map.in": { key: "+", onMap: true },
  "map.out": { key: "-", onMap: true },
  "map.all": { key: "0", onMap: true },
};

test("every action has its key", () => {
  for (const action of ACTIONS) expect(actionOf({ ...plain, ...KEYS[action] })).toBe(action);
});

test("capital letters do the same, Ctrl Shift Z does again", () => {
  expect(press("V")).toBe("site.draw");
  expect(press("Z", { ctrl: true, shift: true })).toBe("redo");
});

test("nothing is taken from a text field but moving between regions", () => {
  for (const action of ACTIONS) {
    const asked = actionOf({ ...plain, ...KEYS[action], inText: true, onMap: false, drawing: false });
    expect(asked).toBe(action.startsWith("region.") ? action : null);
  }
});

test("an open dialog keeps its keys", () => {
  for (const key of ["1", "v", "Escape", "?"]) expect(press(key, { inDialog: true })).toBeNull();
  expect(press("z", { ctrl: true, inDialog: true })).toBeNull();
});

test("keys of the map work only on the map, Alt and unknown keys never", () => {
  for (const key of ["+", "-", "0"]) expect(press(key)).toBeNull();
  expect(press("Enter", { drawing: true })).toBeNull();
  expect(press("Backspace")).toBeNull();
  expect(press("1", { alt: true })).toBeNull();
  expect(press("x")).toBeNull();
  expect(press("ArrowUp", { onMap: true })).toBeNull();
});
