/** A file of any format, explained by guesses and options, handed to the plan as the wizard does it. */
import type { CrsCode } from "../../../src/core/crs/definitions.ts";
import type { ReadAs } from "../../../src/core/formats/layers/layer-reader.ts";
import { missingColumn } from "../../../src/core/intake/columns/meaning-json.ts";
import type { Meaning, PlaceMeaning } from "../../../src/core/intake/meaning.ts";
import type { UnitsReport } from "../../../src/core/intake/unit-conversion.ts";
import type { Outcome } from "../../../src/core/outcome.ts";
import type { IntakeView, Remembered } from "../../../src/intake/protocol.ts";
import type { IntakeSession } from "../../../src/intake/session.ts";
import type { StagedReading } from "../../../src/plan/protocol.ts";
import type { PlanStore } from "../../../src/plan/store.ts";
import { oneTable } from "../intake/one-table.ts";
import { openQuestions, questionLines } from "../intake/open-questions.ts";
import { openSources } from "../intake/open-sources.ts";
import { unitsLine, unitsReport } from "../intake/units-line.ts";
import type { Speaker } from "./speaker.ts";

/** What a person says of a file beforehand; null and empty: left to the guesses. */
export interface SaidOfSource {
  /** Files that belong to it, beyond those of its name. */
  readonly more: readonly string[];
  readonly table: string | null;
  readonly crs: CrsCode | null;
  readonly mapping: Meaning | null;
  /** Who sent it: an earlier reading of theirs that the plan keeps is taken over. */
  readonly sender: string | null;
}

export const NOTHING_SAID: SaidOfSource = { more: [], table: null, crs: null, mapping: null, sender: null };

export interface SourceRead {
  readonly reading: StagedReading;
  readonly file: string;
  /** What the table is called, for the name of a layer. */
  readonly table: string;
  readonly place: PlaceMeaning | null;
  readonly from: Remembered | null;
  /** What became of commune codes of another list than the plan's; null where they are not turned. */
  readonly units: UnitsReport | null;
}

/** Null: refused, or something about it is open; that was told, with what to do. */
export async function readSource(
  store: PlanStore,
  staged: string,
  { file, as }: { readonly file: string; readonly as: ReadAs | null },
  said: SaidOfSource,
  speaker: Speaker,
): Promise<SourceRead | null> {
  const { terminal, language } = speaker;
  const opened = await openSources([file, ...said.more], null, terminal, language);
  const item = opened && oneTable(opened, said.table, terminal, language);
  if (!item) return null;
  const { session } = opened;
  const known = store.intakeKnowledge();
  // Only what was said of this sender: a reading nobody asked for would be a guess without a reason.
  const remembered = known.remembered.filter(({ sender }) => sender === said.sender);
  await session.setContext({ ...known, remembered });
  const explained = await explain(session, item.id, as, said, speaker);
  if (explained === null) return null;
  if (!explained.ok) {
    speaker.refuse(explained.problem);
    return null;
  }
  const view = explained.value;
  if (view.raster && view.meaning.raster) {
    speaker.stop("cli.plan.import.raster", { file: item.file });
    return null;
  }
  const open = said.mapping ? [] : openQuestions(view);
  if (open.length > 0) {
    speaker.tell("cli.plan.import.open", { file: item.file });
    for (const line of questionLines(language, view, open)) terminal.tell(line);
    return null;
  }
  const result = await session.result(item.id);
  if (!result.ok) {
    speaker.refuse(result.problem);
    return null;
  }
  const { name, bytes, ...origin } = result.value;
  const read = store.read(staged, item.file, bytes, { ...origin, sender: said.sender });
  if (!read.ok) {
    speaker.refuse(read.problem);
    return null;
  }
  const units = unitsReport(session, item.id);
  if (units) terminal.tell(`  ${unitsLine(language, units)}`);
  if (view.from) speaker.tell("cli.plan.import.from", { sender: view.from.sender, file: view.from.file });
  const { place } = origin.meaning;
  return { reading: read.value.readings[0]!, file: item.file, table: name, place, from: view.from, units };
}

/** The view with everything said that a person says by options; null: it does not fit the file, which was told. */
async function explain(
  session: IntakeSession,
  id: string,
  as: ReadAs | null,
  { mapping, crs }: SaidOfSource,
  speaker: Speaker,
): Promise<Outcome<IntakeView> | null> {
  let view = await session.view(id);
  if (!view.ok) return view;
  const { file } = view.value.item;
  if (mapping) {
    const keys = view.value.meaning.columns.map(({ column }) => column);
    const missing = missingColumn(mapping, keys, { file });
    if (missing) {
      speaker.refuse(missing);
      return null;
    }
    if (as !== null && as !== mapping.as) {
      speaker.stop("cli.plan.import.mapping-as", { as, given: mapping.as });
      return null;
    }
    view = await session.change(id, { kind: "whole", meaning: mapping });
  } else if (as !== null && !(view.value.from && view.value.meaning.as === as)) {
    view = await session.change(id, { kind: "as", as });
  }
  if (!view.ok || crs === null) return view;
  // Which columns hold the place was said by a person, now or of the sender's earlier file: only the system changes.
  const told = mapping || view.value.from ? view.value.meaning.place : null;
  const place = told ? { ...told, crs } : placeIn(view.value, crs);
  if (place === null) {
    speaker.stop("cli.plan.import.no-place", { file, crs });
    return null;
  }
  return session.change(id, { kind: "place", place });
}

/** Where the rows lie when their numbers are of this system: as guessed for it, else as now meant. */
function placeIn({ places, meaning }: IntakeView, crs: CrsCode): PlaceMeaning | null {
  const guessed = places.find(({ value }) => value.crs === crs)?.value;
  const now = meaning.place ?? places[0]?.value;
  return guessed ?? (now ? { ...now, crs } : null);
}
