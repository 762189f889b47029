/** Turns key presses into actions. What a key means is decided in `keyboard.ts`. */
import { useEffect } from "react";
import { doKey } from "../actions/keys.ts";
import { actionOf } from "../keyboard.ts";
import { view } from "../store.ts";

const NOT_TEXT = new Set(["checkbox", "radio", "range", "button", "submit"]);

function takesText(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target instanceof HTMLInputElement) return !NOT_TEXT.has(target.type);
  return (
    target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement || target.isContentEditable
  );
}

/** Listens on the whole page while the program runs. */
export function useKeyboard(): void {
  useEffect(() => {
    const hear = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing) return;
      const target = event.target instanceof HTMLElement ? event.target : null;
      const action = actionOf({
        key: event.key,
        ctrl: event.ctrlKey || event.metaKey,
        shift: event.shiftKey,
        alt: event.altKey,
        inText: takesText(target),
        // A dialog that this very key has closed is still around what had focus.
        inDialog: view().dialog !== null || target?.closest("[role=dialog]") != null,
        onMap: target?.closest(".map-host") != null,
        drawing: view().sketch !== null,
      });
      if (action && doKey(action)) event.preventDefault();
    };
    document.addEventListener("keydown", hear);
    return () => document.removeEventListener("keydown", hear);
  }, []);
}
