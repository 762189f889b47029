/** What the table holds and who sent it. Recognised by columns and shapes; a person can say otherwise. */
import { useId } from "react";
import type { ReadAs } from "../../../core/formats/layers/layer-reader.ts";
import { FIELDS_OF } from "../../../core/intake/fields.ts";
import { useSay } from "../../hooks/use-say.ts";
import { neededQuestions } from "../../intake/questions.ts";
import { changeMeaning, setTable } from "../../intake/read.ts";
import { rememberedOf, sendersOf } from "../../intake/sender.ts";
import { NOTHING_SAID, type WaitingTable } from "../../intake/waiting.ts";
import { useView } from "../../store.ts";
import { IntakeRasterChoice } from "./intake-raster-choice.tsx";

const ALL = Object.keys(FIELDS_OF) as readonly ReadAs[];

/** Best guess first, then everything else it could be. */
export function IntakeFileStep({ table }: { table: WaitingTable }) {
  const t = useSay();
  const list = useId();
  const remembered = useView((state) => state.remembered);
  const { view, said, key } = table;
  if (!view) return null;
  const unsure = neededQuestions(view).some(({ kind }) => kind === "as");
  const guesses = view.as.map(({ value }) => value);
  const others = ALL.filter((as) => !guesses.includes(as));
  const chooseMeaning = (as: ReadAs) => {
    // What lies outside and what may be lost was said of the other meaning; it has to be said again.
    const { coverage, skip, repairs } = NOTHING_SAID;
    setTable(key, { said: { ...said, coverage, skip, repairs } });
    void changeMeaning(key, { kind: "as", as });
  };
  const leaveSender = (sender: string) => {
    const before = rememberedOf(remembered, sender, view);
    if (before && before !== view.from) void changeMeaning(key, { kind: "whole", meaning: before.meaning });
  };
  return (
    <>
      {view.raster && <IntakeRasterChoice table={table} raster={view.raster} />}
      {!view.meaning.raster && (
        <label className="label msg-space">
          {t(unsure ? "data.meaning.unsure" : "data.meaning")}
          <select
            className="text"
            value={unsure ? "" : view.meaning.as}
            onChange={({ currentTarget }) => {
              const as = ALL.find((each) => each === currentTarget.value);
              if (as) chooseMeaning(as);
            }}
          >
            {unsure && <option value="">{t("data.choose-meaning")}</option>}
            {[...guesses, ...others].map((as) => (
              <option key={as} value={as}>
                {t(as === "households" ? "data.households" : `layer.${as}`)}
              </option>
            ))}
          </select>
        </label>
      )}
      <label className="label msg-space">
        {t("intake.sender")}
        <input
          className="text"
          list={list}
          value={said.sender}
          onChange={({ currentTarget }) => setTable(key, { said: { ...said, sender: currentTarget.value } })}
          onBlur={({ currentTarget }) => leaveSender(currentTarget.value)}
        />
        <datalist id={list}>
          {sendersOf(remembered).map((sender) => (
            <option key={sender} value={sender} />
          ))}
        </datalist>
      </label>
      {view.from && (
        <p className="small mut">
          {t("intake.sender.from", { sender: view.from.sender, file: view.from.file })}
        </p>
      )}
    </>
  );
}
