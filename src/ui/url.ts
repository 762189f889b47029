/** What is being looked at, as the page's address: `#/ra-soat?ho=…`. Pure, so that it can be tested without a page. */

export const TABS = ["screening", "placement", "progress", "data"] as const;
export type Tab = (typeof TABS)[number];

/** What the card, the map and the tables show as chosen. */
export type Selection =
  | { readonly kind: "household"; readonly id: string }
  | { readonly kind: "unit"; readonly code: string }
  | { readonly kind: "site"; readonly id: string };

/** Tab and selection together: what the address bar holds. */
export interface Place {
  readonly tab: Tab;
  readonly selection: Selection | null;
}

const SLUGS: Readonly<Record<Tab, string>> = {
  screening: "ra-soat",
  placement: "bo-tri",
  progress: "tien-do",
  data: "du-lieu",
};

/** Reads the hash of an address; anything unknown is the first tab with nothing chosen. */
export function readPlace(hash: string): Place {
  const [path = "", query = ""] = hash.replace(/^#\/?/, "").split("?");
  const tab = TABS.find((name) => SLUGS[name] === path) ?? "screening";
  const values = new URLSearchParams(query);
  const household = values.get("ho");
  const unit = values.get("xa");
  const site = values.get("diem");
  if (household) return { tab, selection: { kind: "household", id: household } };
  if (unit) return { tab, selection: { kind: "unit", code: unit } };
  if (site) return { tab, selection: { kind: "site", id: site } };
  return { tab, selection: null };
}

/** Writes the hash that `readPlace` reads. */
export function writePlace({ tab, selection }: Place): string {
  const values = new URLSearchParams();
  if (selection?.kind === "household") values.set("ho", selection.id);
  if (selection?.kind === "unit") values.set("xa", selection.code);
  if (selection?.kind === "site") values.set("diem", selection.id);
  const query = values.toString();
  return `#/${SLUGS[tab]}${query ? `?${query}` : ""}`;
}
