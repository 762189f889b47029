/**
 * Households at sites, and the cheapest way to push some of them on: from site a to site b costs what the origin
 * that minds it least has to pay more. The least of every pair is kept, so that a way is looked for among the sites
 * alone, by Dijkstra's method with potentials.
 */

const NONE = -1;

export class SiteMoves {
  private readonly flows: Int32Array;
  /** Origins with households at a site. */
  private readonly at: number[][];
  /** At `a * k + b`: what the move from a to b costs more, and the origin that would make it. */
  private readonly extra: Float64Array;
  private readonly mover: Int32Array;
  private readonly potential: Float64Array;
  private sink = 0;
  private readonly costs: Float64Array;
  private readonly reach: Float64Array;
  private readonly from: Int32Array;
  private readonly settled: Uint8Array;

  /** `cost` of one household; `Infinity`: not allowed. The last site takes whoever has no other. */
  constructor(
    origins: number,
    private readonly k: number,
    cost: (origin: number, site: number) => number,
  ) {
    this.flows = new Int32Array(origins * k);
    this.at = Array.from({ length: k }, () => []);
    this.extra = new Float64Array(k * k).fill(Number.POSITIVE_INFINITY);
    this.mover = new Int32Array(k * k).fill(NONE);
    this.potential = new Float64Array(k);
    this.costs = new Float64Array(origins * k);
    this.reach = new Float64Array(k);
    this.from = new Int32Array(k);
    this.settled = new Uint8Array(k);
    for (let origin = 0; origin < origins; origin++) {
      for (let site = 0; site < k; site++) this.costs[origin * k + site] = cost(origin, site);
    }
  }

  flow(origin: number, site: number): number {
    return this.flows[origin * this.k + site]!;
  }

  /** What one more place is worth at each site: 0 where there is room. */
  prices(): Float64Array {
    return this.potential.map((potential) => Math.max(0, this.sink - potential));
  }

  /** Sends up to `waiting` households of an origin the cheapest way and takes the room they need. Returns how many. */
  send(origin: number, waiting: number, room: Float64Array): number {
    this.findWays(origin);
    const end = this.cheapestEnd(room);
    this.shiftPotentials(end);
    let sent = Math.min(waiting, room[end]!);
    for (let site = end; this.from[site] !== NONE; site = this.from[site]!) {
      const a = this.from[site]!;
      sent = Math.min(sent, this.flow(this.mover[a * this.k + site]!, a));
    }
    this.push(origin, end, sent);
    room[end] = room[end]! - sent;
    return sent;
  }

  /** Cheapest ways from the origin to every site, less the potentials. All k are settled: k is small. */
  private findWays(origin: number): void {
    const { k, reach, from, settled, potential } = this;
    for (let site = 0; site < k; site++) reach[site] = this.costs[origin * k + site]! - potential[site]!;
    from.fill(NONE);
    settled.fill(0);
    for (let turn = 0; turn < k; turn++) {
      let a = NONE;
      for (let site = 0; site < k; site++) {
        if (settled[site] === 0 && (a === NONE || reach[site]! < reach[a]!)) a = site;
      }
      if (a === NONE || reach[a] === Number.POSITIVE_INFINITY) return;
      settled[a] = 1;
      const here = reach[a]! + potential[a]!;
      for (let b = 0; b < k; b++) {
        const there = here + this.extra[a * k + b]! - potential[b]!;
        if (settled[b] === 0 && there < reach[b]!) {
          reach[b] = there;
          from[b] = a;
        }
      }
    }
  }

  private cheapestEnd(room: Float64Array): number {
    let end = this.k - 1;
    for (let site = 0; site < this.k; site++) {
      if (room[site]! > 0 && this.total(site) < this.total(end)) end = site;
    }
    return end;
  }

  private total(site: number): number {
    return this.reach[site]! + this.potential[site]!;
  }

  private shiftPotentials(end: number): void {
    const far = this.total(end) - this.sink;
    for (let site = 0; site < this.k; site++) {
      this.potential[site] = this.potential[site]! + Math.min(this.reach[site]!, far);
    }
    this.sink += far;
  }

  /** Moves households along the way found, from its end back to the origin. */
  private push(origin: number, end: number, count: number): void {
    let site = end;
    while (this.from[site] !== NONE) {
      const a = this.from[site]!;
      const mover = this.mover[a * this.k + site]!;
      this.add(mover, site, count);
      this.take(mover, a, count);
      site = a;
    }
    this.add(origin, site, count);
  }

  private add(origin: number, a: number, count: number): void {
    const { k } = this;
    const at = origin * k + a;
    const had = this.flows[at]!;
    this.flows[at] = had + count;
    if (had > 0) return;
    this.at[a]!.push(origin);
    for (let b = 0; b < k; b++) this.offer(origin, a, b);
  }

  private take(origin: number, a: number, count: number): void {
    const { k } = this;
    const at = origin * k + a;
    this.flows[at] = this.flows[at]! - count;
    if (this.flows[at]! > 0) return;
    const here = this.at[a]!;
    here[here.indexOf(origin)] = here.at(-1)!;
    here.pop();
    for (let b = 0; b < k; b++) {
      if (this.mover[a * k + b] !== origin) continue;
      this.extra[a * k + b] = Number.POSITIVE_INFINITY;
      this.mover[a * k + b] = NONE;
      for (const other of here) this.offer(other, a, b);
    }
  }

  /** Origin `origin`, which has households at a, could send them on to b. */
  private offer(origin: number, a: number, b: number): void {
    if (a === b) return;
    const { k, costs } = this;
    const more = costs[origin * k + b]! - costs[origin * k + a]!;
    if (more >= this.extra[a * k + b]!) return;
    this.extra[a * k + b] = more;
    this.mover[a * k + b] = origin;
  }
}
