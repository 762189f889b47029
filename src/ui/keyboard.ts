/** Which key does what. Pure: a key press and what has focus in, the name of an action out. */

export const ACTIONS = [
  "tab.screening",
  "tab.placement",
  "tab.progress",
  "tab.data",
  "search",
  "region.next",
  "region.previous",
  "keys",
  "undo",
  "redo",
  "escape",
  "finish",
  "panel",
  "card",
  "drawer",
  "layers",
  "history",
  "household.next",
  "household.previous",
  "site.draw",
  "site.edit",
  "site.coordinates",
  "site.vertex-back",
  "map.in",
  "map.out",
  "map.all",
] as const;
export type KeyAction = (typeof ACTIONS)[number];

/** The part of a keyboard event that decides. */
export interface KeyPress {
  readonly key: string;
  readonly ctrl: boolean;
  readonly shift: boolean;
  readonly alt: boolean;
  /** Focus is in a field that takes text. */
  readonly inText: boolean;
  /** A dialog is open: only Escape, which the dialog itself handles. */
  readonly inDialog: boolean;
  /** The map has focus. */
  readonly onMap: boolean;
  /** A shape is being drawn or edited. */
  readonly drawing: boolean;
}

const LETTERS: Readonly<Record<string, KeyAction>> = {
  "1": "tab.screening",
  "2": "tab.placement",
  "3": "tab.progress",
  "4": "tab.data",
  "/": "search",
  "?": "keys",
  "[": "panel",
  "]": "card",
  "`": "drawer",
  l: "layers",
  h: "history",
  n: "household.next",
  p: "household.previous",
  v: "site.draw",
  e: "site.edit",
  t: "site.coordinates",
};

/** The action of a key press, or null when the key is not ours (the browser or the field has it). */
export function actionOf(press: KeyPress): KeyAction | null {
  const { key, ctrl, shift, alt, inText, inDialog, onMap, drawing } = press;
  if (key === "F6") return shift ? "region.previous" : "region.next";
  if (inDialog || alt) return null;
  if (ctrl) {
    if (inText) return null;
    const letter = key.toLowerCase();
    if (letter === "z") return shift ? "redo" : "undo";
    return letter === "y" ? "redo" : null;
  }
  if (key === "Escape") return inText && !drawing ? null : "escape";
  if (inText) return null;
  if (drawing && key === "Backspace") return "site.vertex-back";
  if (drawing && onMap && key === "Enter") return "finish";
  if (onMap && (key === "+" || key === "=")) return "map.in";
  if (onMap && key === "-") return "map.out";
  if (onMap && key === "0") return "map.all";
  return LETTERS[key.length === 1 ? key.toLowerCase() : key] ?? null;
}
