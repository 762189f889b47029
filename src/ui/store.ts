/**
 * What is being looked at, and nothing else: plan data stays in the database, household columns in the compute
 * worker. Here are the tab, what is chosen, switches, drafts that were not saved, and the newest answers.
 */
import { create } from "zustand";
import type { ComputeEvent, ListSort, Totals } from "../compute/protocol.ts";
import type { ArealGeometry } from "../core/model/geometry.ts";
import type { SiteForm } from "../core/model/site.ts";
import type { Problem } from "../core/outcome.ts";
import type { Rules } from "../core/screening/rule-set.ts";
import type { LonLat } from "../core/units.ts";
import type { Remembered } from "../intake/protocol.ts";
import { DEFAULT_SWITCHES } from "../map/default-switches.ts";
import type { LayerSwitches } from "../map/plan-map.ts";
import type {
  MergePreview,
  PlanInfo,
  Recovery,
  StorageState,
  StoredPlan,
  Touched,
} from "../plan/protocol.ts";
import type { Language, TextKey, TextValues } from "../text/say.ts";
import type { Damaged } from "./actions/storage.ts";
import type { WaitingTable } from "./intake/waiting.ts";
import { type ColumnFilters, FIRST_FILTERS } from "./table-columns.ts";
import type { Selection, Tab } from "./url.ts";

/** Truth about storage, shown under the plan's name. */
export type SaveState =
  | { readonly state: "saved" }
  | { readonly state: "saving" }
  | { readonly state: "not-saved"; readonly problem: Problem };

/** One thing to tell, in place: a problem of the data or a sentence of ours. */
export type Notice =
  | { readonly kind: "problem"; readonly problem: Problem }
  /** What is worth knowing of something that was done: the first is the sentence, the others are listed under it. */
  | { readonly kind: "notes"; readonly notes: readonly Problem[] }
  | { readonly kind: "done" | "warn"; readonly key: TextKey; readonly values?: TextValues };

/** A shape that is being drawn or edited and is in no plan yet. */
export interface SketchSession {
  /** The site whose shape is edited; null for a new one. */
  readonly siteId: string | null;
  /** `draw` while vertices are being set, `edit` once there is a closed shape. */
  readonly mode: "draw" | "edit";
  readonly geometry: ArealGeometry | null;
  readonly complete: boolean;
  readonly vertices: number;
  readonly name: string;
  readonly form: SiteForm;
  readonly capacity: number | null;
}

export type DialogName =
  | "keys"
  | "new-plan"
  | "freeze"
  | "extend-baseline"
  | "late-changes"
  | "record-events"
  | "record-decision"
  | "rename"
  | "export"
  | "merge"
  | "remove-site"
  | "rescue"
  | "recovered"
  | "history";
export type LegendEvent = Extract<ComputeEvent, { type: "legend" }>;

export interface MapState {
  readonly zoom: number;
  readonly scale: number;
  readonly metresPerPixel: number;
  readonly center: LonLat | null;
  readonly pointer: LonLat | null;
}

/** Everything the interface looks at. */
export interface View {
  readonly language: Language;
  /** Who works here; null: no name given. */
  readonly author: string | null;
  readonly tab: Tab;
  readonly selection: Selection | null;
  /** The commune the household list is narrowed to; stays while its households are looked at. */
  readonly listUnit: string | null;
  readonly filters: ColumnFilters;
  readonly sort: ListSort;
  /** How many households are chosen for doing something with all of them; who they are the worker knows. */
  readonly chosen: number;
  /** Grows whenever households were chosen or let go. */
  readonly marks: number;
  /** The next drag on the map draws a box and chooses what lies in it. */
  readonly boxing: boolean;
  readonly plan: PlanInfo | null;
  /** What is being opened right now: shown instead of the start page. */
  readonly opening: boolean;
  readonly kept: readonly StoredPlan[];
  /** Room in this browser; null until it was asked. */
  readonly storage: StorageState | null;
  /** The damaged plan that the dialog offers to read; null when there is none. */
  readonly damaged: Damaged | null;
  /** What was read of a damaged plan, shown once. */
  readonly recovery: Recovery | null;
  readonly save: SaveState;
  readonly writerGone: boolean;
  readonly notice: Notice | null;
  readonly live: string;
  readonly dialog: DialogName | null;
  readonly panelOpen: boolean;
  readonly drawerOpen: boolean;
  /** Height of the open drawer in CSS pixels; null: as the style has it. */
  readonly drawerPx: number | null;
  readonly legendOpen: boolean;
  readonly layersOpen: boolean;
  readonly coordinatesOpen: boolean;
  readonly switches: LayerSwitches;
  readonly rules: Rules | null;
  readonly draft: Rules | null;
  readonly totals: Totals | null;
  readonly screening: boolean;
  readonly work: { readonly done: number; readonly total: number } | null;
  readonly legend: LegendEvent | null;
  /** Grows whenever rows of that table moved: what was read from it is asked for again. */
  readonly versions: Readonly<Record<Touched["table"], number>>;
  /** Grows whenever the compute worker has taken in something new. */
  readonly computed: number;
  /** Grows whenever a file left the program. */
  readonly exported: number;
  readonly sketch: SketchSession | null;
  /** Tables of chosen files that are not in the plan yet, in the order given. */
  readonly waiting: readonly WaitingTable[];
  /** The one of them that is looked at; null: the data of the plan are. */
  readonly wizard: number | null;
  /** How files of each sender were read, newest first; asked for when files come. */
  readonly remembered: readonly Remembered[];
  /** Copies of the plan that wait to be merged; null when none do. */
  readonly merge: MergePreview | null;
  /** True while copies are compared with the plan. */
  readonly mergeLooking: boolean;
  readonly map: MapState;
  readonly mapProblem: { readonly code: "map.no-webgl" | "map.tiles"; readonly detail: string } | null;
}

/** The order before anyone has chosen one: by commune. */
const FIRST_SORT: ListSort = { column: "unitName", descending: false };
const NO_VERSIONS = {
  household: 0,
  layer: 0,
  raster: 0,
  site: 0,
  event: 0,
  baseline: 0,
  decision: 0,
  target: 0,
  rule_set: 0,
  plan: 0,
};

/** The state that belongs to one open plan: thrown away when another is opened. */
export const NOTHING_OPEN = {
  selection: null,
  listUnit: null,
  filters: FIRST_FILTERS,
  sort: FIRST_SORT,
  chosen: 0,
  boxing: false,
  plan: null,
  save: { state: "saved" },
  writerGone: false,
  rules: null,
  draft: null,
  totals: null,
  screening: false,
  work: null,
  legend: null,
  sketch: null,
  waiting: [],
  wizard: null,
  remembered: [],
  merge: null,
  mergeLooking: false,
  coordinatesOpen: false,
} as const satisfies Partial<View>;

/** The one store. Written by `actions/`, read by components through selectors. */
export const useView = create<View>(() => ({
  ...NOTHING_OPEN,
  language: "vi",
  author: null,
  tab: "screening",
  opening: false,
  kept: [],
  storage: null,
  damaged: null,
  recovery: null,
  notice: null,
  live: "",
  dialog: null,
  panelOpen: true,
  drawerOpen: false,
  drawerPx: null,
  marks: 0,
  legendOpen: true,
  layersOpen: false,
  switches: DEFAULT_SWITCHES,
  versions: NO_VERSIONS,
  computed: 0,
  exported: 0,
  map: { zoom: 0, scale: 0, metresPerPixel: 0, center: null, pointer: null },
  mapProblem: null,
}));

/** Reads the store outside a component. */
export const view = useView.getState;
/** Writes parts of the store. */
export const setView = useView.setState;
