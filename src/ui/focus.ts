/** Keeps keyboard focus on the page when the control that has it goes away. */

/** Name of a new site, else the first button at the foot of the panel. */
export const SKETCH_START = "[data-focus='sketch-name'], [data-region='panel'] .foot button";
/** First button at the foot of the panel. */
export const PANEL_FOOT = "[data-region='panel'] .foot button";
/** The button that opens typed coordinates. */
export const COORDINATES_BUTTON = "[data-focus='coordinates']";

/** Puts focus on the first match at once, before the control that has it goes. */
export function focusOn(selector: string): void {
  document.querySelector<HTMLElement>(selector)?.focus();
}

/** How long a control may take to come onto the page (milliseconds). */
const WAIT_MS = 2000;

/** Waits for a match and puts focus on it, unless focus has gone somewhere else in the meantime. */
export function keepFocus(selector: string, since = performance.now()): void {
  requestAnimationFrame(() => {
    const { activeElement } = document;
    if (activeElement !== null && activeElement !== document.body && activeElement.isConnected) {
      if (!activeElement.matches(selector)) return;
    } else if (document.querySelector(selector)) {
      focusOn(selector);
      return;
    }
    if (performance.now() - since < WAIT_MS) keepFocus(selector, since);
  });
}
