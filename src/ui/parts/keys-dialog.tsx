/** All keys in one table. */
import type { TextKey } from "../../text/say.ts";
import { useSay } from "../hooks/use-say.ts";
import { Dialog } from "./dialog.tsx";

const KEYS: readonly (readonly [keys: readonly string[], what: TextKey])[] = [
  [["1", "2", "3", "4"], "keys.tabs"],
  [["/"], "keys.search"],
  [["F6", "Shift F6"], "keys.regions"],
  [["?"], "keys.keys"],
  [["["], "keys.panel"],
  [["]"], "keys.card"],
  [["`"], "keys.drawer"],
  [["L"], "keys.layers"],
  [["H"], "history.key"],
  [["N", "P"], "keys.households"],
  [["Space", "Ctrl A"], "keys.choose"],
  [["Shift"], "keys.choose-run"],
  [["+", "-", "0"], "keys.zoom"],
  [["V"], "keys.draw"],
  [["E"], "keys.edit"],
  [["T"], "keys.coordinates"],
  [["Space"], "keys.place"],
  [["Backspace"], "keys.vertex"],
  [["Enter"], "keys.finish"],
  [["Esc"], "keys.escape"],
  [["Ctrl Z", "Ctrl Y"], "keys.undo"],
];

/** Opened by `?` and by the help button. */
export function KeysDialog() {
  const t = useSay();
  return (
    <Dialog title={t("keys.title")} wide>
      <div className="keys-table">
        {KEYS.map(([keys, what]) => (
          <div key={what}>
            <span>{t(what)}</span>
            <span className="nw">
              {keys.map((key) => (
                <span key={key}>
                  <kbd>{key}</kbd>{" "}
                </span>
              ))}
            </span>
          </div>
        ))}
      </div>
      <p className="small mut msg-space">{t("keys.note")}</p>
    </Dialog>
  );
}
