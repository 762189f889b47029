/** What an open plan answers from its rows alone, whoever asks and whatever was done before. */
import type { HouseholdAssignment } from "../core/model/assignment.ts";
import type { Baseline } from "../core/model/event.ts";
import type { Site } from "../core/model/site.ts";
import type { Outcome } from "../core/outcome.ts";
import type { Rules } from "../core/screening/rule-set.ts";
import type { PlanProgressRequest } from "../core/targets/plan-progress.ts";
import type { ProgressReport } from "../core/targets/progress.ts";
import type { IsoDate, LonLat } from "../core/units.ts";
import { readExports } from "./export-log.ts";
import { auditOf } from "./history/audit.ts";
import { progressKnownOn } from "./history/progress-known-on.ts";
import type {
  Audit,
  ExportLine,
  Ground,
  HouseholdDetail,
  IntakeKnowledge,
  LayerRow,
  RasterRow,
} from "./protocol.ts";
import { type ImportedFile, readRegisterImports } from "./read-imports.ts";
import { readIntakeKnowledge } from "./read-intake-knowledge.ts";
import {
  readAssignments,
  readBaselines,
  readCurrentRules,
  readHousehold,
  readLayers,
  readSites,
} from "./read-plan.ts";
import { readProvinces, type UnitProvince } from "./read-provinces.ts";
import {
  groundAt,
  groundOfHousehold,
  openRasters,
  readRasters,
  type SampledHousehold,
  sampleHouseholds,
} from "./read-rasters.ts";
import { bytesOf, type Database, type Sqlite3Static } from "./sqlite.ts";

/** The reading part of `PlanStore`. Changes nothing. */
export abstract class PlanAnswers {
  constructor(
    protected readonly sqlite: Sqlite3Static,
    protected readonly db: Database,
  ) {}

  /** What was changed, after a day was over, of what had happened up to it. */
  audit(asOf: IsoDate): Audit {
    return auditOf(this.db, asOf);
  }

  /** Progress by the events as they were recorded at the end of `knownOn`. */
  progressKnownOn(request: PlanProgressRequest, knownOn: IsoDate): Outcome<ProgressReport> {
    return progressKnownOn(this.sqlite, this.db, request, knownOn);
  }
  layers(): LayerRow[] {
    return readLayers(this.db);
  }

  /** Rasters in the order they came in. */
  rasters(): RasterRow[] {
    return readRasters(this.db);
  }
  /** What they say of where a household lives; empty when it has no place. */
  ground(householdId: string): Ground[] {
    return groundOfHousehold(this.db, householdId);
  }

  /** What they say of where every household with a place lives, in the order of the register. */
  sampleHouseholds(): SampledHousehold[] {
    return sampleHouseholds(this.db);
  }
  /** What they say of a place (WGS 84 degrees). */
  groundAt(at: LonLat): Ground[] {
    return groundAt(openRasters(this.db), at);
  }

  /** Former province of each unit. */
  provinces(): UnitProvince[] {
    return readProvinces(this.db);
  }

  /** Files whose households are in the plan, and their rows that could not be taken in. */
  registerImports(): ImportedFile[] {
    return readRegisterImports(this.db);
  }

  intakeKnowledge(): IntakeKnowledge {
    return readIntakeKnowledge(this.sqlite, this.db);
  }
  sites(): Site[] {
    return readSites(this.db);
  }
  assignments(): HouseholdAssignment[] {
    return readAssignments(this.db);
  }
  rules(): Rules {
    return readCurrentRules(this.db);
  }
  baselines(): Baseline[] {
    return readBaselines(this.sqlite, this.db);
  }
  household(id: string): HouseholdDetail | null {
    return readHousehold(this.db, id);
  }

  /** Files that left the program, newest first. */
  exports(limit: number): ExportLine[] {
    return readExports(this.db, limit);
  }

  /** The plan as the bytes of a `.gpkg`. */
  copy(): Uint8Array {
    return bytesOf(this.sqlite, this.db);
  }
}
