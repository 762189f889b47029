/** The numbers a site check rests on. None is a constant of nature: each is a parameter with its source beside it. */
export interface SiteLimits {
  /**
   * Smaller sites get a reminder. 0.1 ha: our starting value, about one house plot with garden; the plan
   * gives no least area.
   */
  readonly leastAreaM2: number;
  /**
   * Scale of the hazard and forest maps and the error that goes with it: 1 mm on a 1:50,000 sheet is 50 m on
   * the ground. Landslide zoning of the mountain provinces is published at 1:50,000.
   */
  readonly mapScale: number;
  readonly mapErrorM: number;
  /** Farther from every road gets a reminder. Our starting value; the plan gives no number. */
  readonly roadM: number;
  /**
   * A smaller overlap counts as touching, not as overlapping: an outline snapped to a boundary and rounded
   * to a centimetre overlaps it by slivers. It still reads as a distance of 0 m, which is a reminder.
   */
  readonly leastOverlapM2: number;
}

export const DEFAULT_SITE_LIMITS: SiteLimits = {
  leastAreaM2: 1000,
  mapScale: 50_000,
  mapErrorM: 50,
  roadM: 1000,
  leastOverlapM2: 1,
};
