/** Every sentence in English. The compiler refuses a missing one (each part is checked against its Vietnamese). */
import { checks } from "./en/checks.ts";
import { cli } from "./en/cli.ts";
import { cliIntake } from "./en/cli-intake.ts";
import { cliPlan } from "./en/cli-plan.ts";
import { cliPlanImport } from "./en/cli-plan-import.ts";
import { cliRasters } from "./en/cli-rasters.ts";
import { cliSites } from "./en/cli-sites.ts";
import { cliUnits } from "./en/cli-units.ts";
import { commands } from "./en/commands.ts";
import { crs } from "./en/crs.ts";
import { intakeFields } from "./en/intake-fields.ts";
import { intakeRepairs } from "./en/intake-repairs.ts";
import { intakeWhy } from "./en/intake-why.ts";
import { map } from "./en/map.ts";
import { problemsChecks } from "./en/problems-checks.ts";
import { problemsCompute } from "./en/problems-compute.ts";
import { problemsFile } from "./en/problems-file.ts";
import { problemsFormats } from "./en/problems-formats.ts";
import { problemsIntake } from "./en/problems-intake.ts";
import { problemsMeaning } from "./en/problems-meaning.ts";
import { problemsMerge } from "./en/problems-merge.ts";
import { problemsOutside } from "./en/problems-outside.ts";
import { problemsPlace } from "./en/problems-place.ts";
import { problemsPlan } from "./en/problems-plan.ts";
import { problemsRecord } from "./en/problems-record.ts";
import { problemsShapefiles } from "./en/problems-shapefiles.ts";
import { problemsSheets } from "./en/problems-sheets.ts";
import { problemsStorage } from "./en/problems-storage.ts";
import { uiData } from "./en/ui-data.ts";
import { uiHistory } from "./en/ui-history.ts";
import { uiHousehold } from "./en/ui-household.ts";
import { uiIntake } from "./en/ui-intake.ts";
import { uiIntakeRegister } from "./en/ui-intake-register.ts";
import { uiIntakeRows } from "./en/ui-intake-rows.ts";
import { uiIntakeUnits } from "./en/ui-intake-units.ts";
import { uiMerge } from "./en/ui-merge.ts";
import { uiPlacement } from "./en/ui-placement.ts";
import { uiProgress } from "./en/ui-progress.ts";
import { uiRaster } from "./en/ui-raster.ts";
import { uiReasons } from "./en/ui-reasons.ts";
import { uiScreening } from "./en/ui-screening.ts";
import { uiShell } from "./en/ui-shell.ts";
import { uiStorage } from "./en/ui-storage.ts";
import { uiTable } from "./en/ui-table.ts";
import { uiWords } from "./en/ui-words.ts";
import { words } from "./en/words.ts";
import type { TextKey } from "./vi.ts";

export const en: Record<TextKey, string> = {
  ...problemsFile,
  ...problemsPlan,
  ...problemsRecord,
  ...problemsMerge,
  ...problemsStorage,
  ...problemsOutside,
  ...words,
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
  ...cli,
};
