/** Resettlement sites (điểm bố trí) and what a check says of them. */

import type { LonLat } from "../units.ts";
import type { ArealGeometry } from "./geometry.ts";

/** Decision 590/QĐ-TTg: concentrated, inserted into an existing village, stabilised in place. */
export const SITE_FORMS = ["concentrated", "inserted", "in-place"] as const;
export type SiteForm = (typeof SITE_FORMS)[number];
/** `draft` while being worked on; `proposal` what is put forward; `decision` what a person decided. */
export const SITE_STATUSES = ["draft", "proposal", "decision"] as const;
export type SiteStatus = (typeof SITE_STATUSES)[number];

export interface Site {
  readonly id: string;
  readonly name: string;
  readonly form: SiteForm;
  readonly status: SiteStatus;
  /** Households it can take; null when not yet said. */
  readonly capacity: number | null;
  readonly note: string | null;
  readonly geometry: ArealGeometry;
}

/** Order of seriousness is the order here. */
export const CHECK_STATES = ["blocked", "warning", "unknown", "passed"] as const;
export type CheckState = (typeof CHECK_STATES)[number];

/** One line of the live check. Codes: `hazard:landslide:5`, `forest:special-use`, `unit-border`, `overlap`, `size`, `shape`. */
export interface SiteCheck {
  readonly code: string;
  readonly state: CheckState;
  /** Overlapping area on the ellipsoid, null when overlap is not what is checked. */
  readonly areaM2: number | null;
  /** Overlap divided by the area of the site, 0…1. */
  readonly share: number | null;
  /** From the outline (never the vertices) to the nearest edge; 0 when overlapping; null when not measured. */
  readonly distanceM: number | null;
  /** The sentence `check.<reason>` in `src/text` and the values it names. */
  readonly reason: string;
  readonly values: Readonly<Record<string, string | number | null>>;
  /** The offending part, for drawing; null when there is none. */
  readonly part: ArealGeometry | null;
}

export interface SiteCheckResult {
  readonly areaM2: number;
  readonly perimeterM: number;
  /** A point certainly inside the site. */
  readonly at: LonLat;
  /** Code and name of the unit that contains `at`, null outside every unit or without a unit layer. */
  readonly unit: { readonly code: string; readonly name: string } | null;
  /** Sorted: blocked, warning, unknown, passed. */
  readonly checks: readonly SiteCheck[];
}
