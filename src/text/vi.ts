/** Every sentence in Vietnamese, the first text. One file per part of the program; this is the list. */
import { checks } from "./vi/checks.ts";
import { cli } from "./vi/cli.ts";
import { cliIntake } from "./vi/cli-intake.ts";
import { cliPlan } from "./vi/cli-plan.ts";
import { cliPlanImport } from "./vi/cli-plan-import.ts";
import { cliRasters } from "./vi/cli-rasters.ts";
import { cliSites } from "./vi/cli-sites.ts";
import { cliUnits } from "./vi/cli-units.ts";
import { commands } from "./vi/commands.ts";
import { crs } from "./vi/crs.ts";
import { intakeFields } from "./vi/intake-fields.ts";
import { intakeRepairs } from "./vi/intake-repairs.ts";
import { intakeWhy } from "./vi/intake-why.ts";
import { map } from "./vi/map.ts";
import { problemsChecks } from "./vi/problems-checks.ts";
import { problemsCompute } from "./vi/problems-compute.ts";
import { problemsFile } from "./vi/problems-file.ts";
import { problemsFormats } from "./vi/problems-formats.ts";
import { problemsIntake } from "./vi/problems-intake.ts";
import { problemsMeaning } from "./vi/problems-meaning.ts";
import { problemsMerge } from "./vi/problems-merge.ts";
import { problemsOutside } from "./vi/problems-outside.ts";
import { problemsPlace } from "./vi/problems-place.ts";
import { problemsPlan } from "./vi/problems-plan.ts";
import { problemsRecord } from "./vi/problems-record.ts";
import { problemsShapefiles } from "./vi/problems-shapefiles.ts";
import { problemsSheets } from "./vi/problems-sheets.ts";
import { problemsStorage } from "./vi/problems-storage.ts";
import { uiData } from "./vi/ui-data.ts";
import { uiHistory } from "./vi/ui-history.ts";
import { uiHousehold } from "./vi/ui-household.ts";
import { uiIntake } from "./vi/ui-intake.ts";
import { uiIntakeRegister } from "./vi/ui-intake-register.ts";
import { uiIntakeRows } from "./vi/ui-intake-rows.ts";
import { uiIntakeUnits } from "./vi/ui-intake-units.ts";
import { uiMerge } from "./vi/ui-merge.ts";
import { uiPlacement } from "./vi/ui-placement.ts";
import { uiProgress } from "./vi/ui-progress.ts";
import { uiRaster } from "./vi/ui-raster.ts";
import { uiReasons } from "./vi/ui-reasons.ts";
import { uiScreening } from "./vi/ui-screening.ts";
import { uiShell } from "./vi/ui-shell.ts";
import { uiStorage } from "./vi/ui-storage.ts";
import { uiTable } from "./vi/ui-table.ts";
import { uiWords } from "./vi/ui-words.ts";
import { words } from "./vi/words.ts";

export const vi = {
  ...problemsFile,
  ...problemsPlan,
  ...problemsRecord,
  ...problemsMerge,
  ...problemsStorage,
  ...problemsOutside,
  ...words,
  ...cli,
  ...problemsCompute,
  ...checks,
  ...commands,
  ...map,
  ...uiHistory,
  ...uiMerge,
  ...uiStorage,
  ...uiHousehold,
  ...cliIntake,
  ...cliPlan,
  ...cliPlanImport,
  ...cliRasters,
  ...cliSites,
  ...cliUnits,
  ...uiWords,
  ...uiShell,
  ...uiTable,
  ...uiScreening,
  ...uiReasons,
  ...uiPlacement,
  ...uiProgress,
  ...uiData,
  ...problemsSheets,
  ...problemsShapefiles,
  ...problemsFormats,
  ...problemsPlace,
  ...problemsMeaning,
  ...problemsChecks,
  ...problemsIntake,
  ...crs,
  ...intakeWhy,
  ...intakeRepairs,
  ...intakeFields,
  ...uiIntake,
  ...uiRaster,
  ...uiIntakeRegister,
  ...uiIntakeRows,
  ...uiIntakeUnits,
} as const;
export type TextKey = keyof typeof vi;
