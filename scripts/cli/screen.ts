/** `ancu screen`: who must move. */
import {
  arealLayer,
  centreLayer,
  geoJsonChunks,
  roadLayer,
  writeCsv,
} from "../../src/core/formats/index.ts";
import { columnsFrom } from "../../src/core/model/columns.ts";
import type { Household, Json } from "../../src/core/model/household.ts";
import type { Coverage, ReferenceLayers } from "../../src/core/model/layers.ts";
import { factsOf, type ScreenFacts } from "../../src/core/screening/facts.ts";
import { prepareScreening } from "../../src/core/screening/prepare.ts";
import { DEFAULT_RULES, type Rules } from "../../src/core/screening/rule-set.ts";
import { readRules } from "../../src/core/screening/rules-file.ts";
import { screen } from "../../src/core/screening/screen.ts";
import { totalsOf } from "../../src/core/screening/totals.ts";
import { problemText } from "../../src/text/problem-text.ts";
import { type Language, say } from "../../src/text/say.ts";
import type { Command, ExitCode } from "./command.ts";
import { hasFolder, readBytes, sameFile, writeAll } from "./files.ts";
import type { Options } from "./options.ts";
import { type ReadFile, REFUSED, type Refused, readLayer } from "./read-layer.ts";
import { screenSummary } from "./screen-summary.ts";
import type { Terminal } from "./terminal.ts";
