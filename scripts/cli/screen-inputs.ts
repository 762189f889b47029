/** Everything `screen` works on: the register, the layers and the rules. */
import path from "node:path";
import { arealLayer, centreLayer, type LayerFeature, roadLayer } from "../../src/core/formats/index.ts";
import { decodeText } from "../../src/core/formats/text/decode-text.ts";
import type { ArealLayer, Coverage, ReferenceLayers } from "../../src/core/model/layers.ts";
import { DEFAULT_RULES, type Rules } from "../../src/core/screening/rule-set.ts";
import { readRules } from "../../src/core/screening/rules-file.ts";
import { problemText } from "../../src/text/problem-text.ts";
import { type Language, say } from "../../src/text/say.ts";
import { readBytes } from "./files.ts";
import type { Options } from "./options.ts";
import { REFUSED, type ReadFile, type Refused, readLayer } from "./read-layer.ts";
import type { Terminal } from "./terminal.ts";

export const COVERAGES = ["all", "zones"] as const satisfies readonly Coverage[];
/** Options that name a file to read. */
export const INPUTS = ["units", "households", "forests", "hazards", "roads", "centres", "rules"] as const;

export interface ScreenInputs {
  readonly households: ReadFile<"households">;
  readonly layers: ReferenceLayers;
  readonly rules: Rules;
  /** Layers with features that could not be read and were left out on request. */
  readonly skipped: readonly { readonly file: string; readonly count: number }[];
}

/** Reads all files; refused at the first that cannot be used. */
export function readInputs(options: Options, terminal: Terminal, language: Language): ScreenInputs | Refused {
  const rules = rulesOfFile(options.value("rules"), terminal, language);
  if (rules === REFUSED) return REFUSED;
  const reader = new LayerFiles(options, terminal, language);
  const units = reader.areal("units", options.value("units"), "all");
  const forests = reader.areal("forests", options.value("forests"), reader.coverage("forest-coverage"));
  const coverage = reader.coverage("hazard-coverage");
  const hazards = options.values("hazards").map((file) => reader.areal("hazards", file, coverage));
  const roads = reader.read("roads", options.value("roads"));
  const centres = reader.read("centres", options.value("centres"));
  const households = readLayer(options.value("households")!, "households", terminal, language);
  const known = hazards.filter((layer) => layer !== REFUSED && layer !== null);
  if (
    reader.refused ||
    households === REFUSED ||
    units === REFUSED ||
    forests === REFUSED ||
    roads === REFUSED ||
    centres === REFUSED
  ) {
    return REFUSED;
  }
  return {
    households,
    rules,
    skipped: reader.skipped,
    layers: {
      units,
      forests: forests === null ? [] : [forests],
      hazards: known,
      roads: roads && roadLayer(roads.result.accepted, headOf(roads)),
      centres: centres && centreLayer(centres.result.accepted, headOf(centres)),
    },
  };
}

type ArealKind = "units" | "forests" | "hazards";
type AttributesOf<K extends ArealKind> =
  ReadFile<K>["result"]["accepted"][number] extends LayerFeature<infer A> ? A : never;

/** Reads the layers one by one and keeps what was left out. */
class LayerFiles {
  readonly skipped: { file: string; count: number }[] = [];
  refused = false;

  constructor(
    private readonly options: Options,
    private readonly terminal: Terminal,
    private readonly language: Language,
  ) {}

  /** What was said, or zones only: nobody said that the rest was looked at. */
  coverage(option: "forest-coverage" | "hazard-coverage"): Coverage {
    const given = COVERAGES.find((coverage) => coverage === this.options.value(option));
    const files =
      option === "forest-coverage" ? this.options.values("forests") : this.options.values("hazards");
    if (given === undefined) {
      for (const file of files) {
        const values = { file: path.basename(file), option };
        this.terminal.tell(say(this.language, "cli.coverage-assumed", values));
      }
    }
    return given ?? "zones";
  }

  read<K extends "roads" | "centres" | ArealKind>(
    kind: K,
    file: string | null,
  ): ReadFile<K> | null | Refused {
    if (file === null) return null;
    const found = readLayer(file, kind, this.terminal, this.language);
    if (found === REFUSED) {
      this.refused = true;
      return REFUSED;
    }
    const count = found.result.rejected.length;
    if (count === 0) return found;
    if (this.options.has("skip-bad")) {
      this.skipped.push({ file: found.name, count });
      return found;
    }
    this.terminal.tell(say(this.language, "cli.layer-refused", { file: found.name, count }));
    this.refused = true;
    return REFUSED;
  }

  areal<K extends ArealKind>(
    kind: K,
    file: string | null,
    coverage: Coverage,
  ): ArealLayer<AttributesOf<K>> | null | Refused {
    const found = this.read(kind, file);
    if (found === null || found === REFUSED) return found;
    const features = found.result.accepted as readonly LayerFeature<AttributesOf<K>>[];
    return arealLayer(features, coverage, headOf(found));
  }
}

function headOf({ name }: { readonly name: string }) {
  return { name, date: null };
}

/** The rules of a file, the default ones without a file; refused with the reason told. */
export function rulesOfFile(file: string | null, terminal: Terminal, language: Language): Rules | Refused {
  if (file === null) return DEFAULT_RULES;
  const bytes = readBytes(file);
  if (bytes === null) {
    terminal.tell(say(language, "cli.no-file", { file }));
    return REFUSED;
  }
  const name = path.basename(file);
  // Never a guess at letters: a garbled "Ê Đê" in the list of majority groups would change who must move.
  const text = decodeText(bytes, name);
  const rules = text.ok ? readRules(text.value, name) : text;
  if (rules.ok) return rules.value;
  terminal.tell(problemText(language, rules.problem));
  return REFUSED;
}
