/** Refused features of a layer: leaving them out has to be said, beside how many they are. */
import { setTable } from "../../intake/read.ts";
import { checkedReading, layerKindOf } from "../../intake/steps.ts";
import type { WaitingTable } from "../../intake/waiting.ts";
import { SkipBox } from "./skip-box.tsx";

/** Nothing for households, whose refused rows are only named, and while nothing would be lost. */
export function IntakeRowsStep({ table }: { table: WaitingTable }) {
  const { said, key } = table;
  const layer = layerKindOf(table);
  const reading = checkedReading(table);
  if (!layer || !reading || reading.rejected.length === 0 || reading.accepted === 0) return null;
  const lost = reading.rejected.length;
  return (
    <SkipBox
      kind={layer}
      count={lost}
      value={said.skip?.as === layer && said.skip.lost >= lost}
      onChange={(skip) => setTable(key, { said: { ...said, skip: skip ? { as: layer, lost } : null } })}
    />
  );
}
