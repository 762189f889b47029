/** Neighbours with kdbush, a static k-d tree of points. The tree is kept, apart from the clusters. */
import KDBush from "kdbush";
import type { Contestant } from "../contest.ts";
import { named } from "./versions.ts";

/** Plane coordinates of every `every`th point. */
export interface Sample {
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly every: number;
}

/** The tree over all points. */
export function treeOf(x: Float64Array, y: Float64Array): KDBush {
  const tree = new KDBush(x.length);
  for (let i = 0; i < x.length; i++) tree.add(x[i]!, y[i]!);
  return tree.finish();
}

/** Others within a radius of each point of the sample. */
export function kdbushCounts(x: Float64Array, y: Float64Array, sample: Sample, radiusM: number): Contestant {
  const out = new Int32Array(sample.x.length);
  const { each, every } = counter(x, y, sample, radiusM, (i, found) => {
    out[i] = found - 1; // itself
  });
  return { name: named("kdbush"), every, run: each, answers: () => [out] };
}

/** 1 for each point of the sample with fewer than so many others. */
export function kdbushFew(
  x: Float64Array,
  y: Float64Array,
  sample: Sample,
  { radiusM, fewerThan }: { readonly radiusM: number; readonly fewerThan: number },
): Contestant {
  const out = new Int32Array(sample.x.length);
  const { each, every } = counter(x, y, sample, radiusM, (i, found) => {
    out[i] = found - 1 < fewerThan ? 1 : 0;
  });
  return { name: named("kdbush"), every, run: each, answers: () => [out] };
}

function counter(
  x: Float64Array,
  y: Float64Array,
  sample: Sample,
  radiusM: number,
  take: (i: number, found: number) => void,
) {
  const tree = treeOf(x, y);
  const room = new Uint32Array(x.length);
  const each = () => {
    for (let i = 0; i < sample.x.length; i++) {
      take(i, tree.withinInto(sample.x[i]!, sample.y[i]!, radiusM, room));
    }
  };
  return { each, every: sample.every };
}

/** Groups of points linked by at most `linkM`, numbered in order of first appearance: tree, then union-find. */
export function kdbushClusters(x: Float64Array, y: Float64Array, linkM: number): Contestant {
  const group = new Int32Array(x.length);
  return {
    name: `${named("kdbush")} + union-find`,
    run() {
      const tree = treeOf(x, y);
      const room = new Uint32Array(x.length);
      const root = Uint32Array.from(x, (_, i) => i);
      for (let i = 0; i < x.length; i++) {
        const found = tree.withinInto(x[i]!, y[i]!, linkM, room);
        for (let k = 0; k < found; k++) if (room[k]! > i) join(root, i, room[k]!);
      }
      numberGroups(root, group);
    },
    answers: () => [group],
  };
}

function rootOf(root: Uint32Array, i: number): number {
  let at = i;
  while (root[at] !== at) {
    root[at] = root[root[at]!]!;
    at = root[at]!;
  }
  return at;
}

/** The root of a group is its first point. */
function join(root: Uint32Array, a: number, b: number): void {
  const [first, second] = [rootOf(root, a), rootOf(root, b)];
  if (first < second) root[second] = first;
  else root[first] = second;
}

function numberGroups(root: Uint32Array, group: Int32Array): void {
  let groups = 0;
  for (let i = 0; i < root.length; i++) {
    const first = rootOf(root, i);
    group[i] = first === i ? groups++ : group[first]!;
  }
}
