/** `ancu plan sites` and `ancu plan assign`. */
import type { cliSites as viCliSites } from "../vi/cli-sites.ts";

export const cliSites: Record<keyof typeof viCliSites, string> = {
  "cli.plan.sites.usage": `Usage: npm run -s ancu -- plan sites PLAN.gpkg list|check|add […]

  list             list the resettlement sites
  check            check each site against hazard zones, forest, commune borders and other sites
  add --file FILE  add sites from a GeoJSON file: id, name, form, capacity (if known)
    --author NAME  who does it, written into the history
  --json           print to standard output
  --lang vi|en     language (vi unless given)

If one site of the file is wrong, none is added.
`,
  "cli.plan.sites.none": "The plan has no resettlement site yet.",
  "cli.plan.sites.title": "{id}: {name}, {area}, {capacity} households",
  "cli.plan.sites.title-open": "{id}: {name}, {area}, capacity not said yet",
  "cli.plan.sites.added": "Added {count} sites from {file}.",
  "cli.plan.sites.empty": "{file} holds no site.",
  "cli.plan.sites.none-taken": "No site of {file} was added: {count} are wrong.",
  "cli.plan.assign.usage": `Usage: npm run -s ancu -- plan assign PLAN.gpkg […]

Sends households that must move and have not moved to resettlement sites: as many as there is room for and, among
those ways, with the least total straight distance from home to site. Households sent by hand stay.

  --max-distance M     nobody is sent farther, metres
  --include-blocked    use sites that are blocked too (hazard zone, special-use forest …)
  --on DATE            day of the assignment, written into the plan; needed unless --dry-run is given
  --dry-run            work it out, write nothing
  --author NAME        who does it, written into the history
  --json               print to standard output: assigned, left, distanceM, boundM, bySite, villagesSplit, rows
  --lang vi|en         language (vi unless given)
`,
  "cli.plan.assign.distance": "--max-distance must be a number of metres above 0; given: {given}.",
  "cli.plan.assign.site": "{name}: {households} households, capacity {capacity}",
  "cli.plan.assign.site-open": "{name}: {households} households, capacity not said yet",
  "cli.plan.assign.site-blocked": "{name}: {households} households, blocked and hence taking no more",
  "cli.plan.assign.done":
    "Assigned {assigned} of {households} households, {mean} on average, {longest} at most.",
  "cli.plan.assign.nobody": "None of {households} households could be assigned.",
  "cli.plan.assign.left.no-home": "{count} households are left: where they live is not known.",
  "cli.plan.assign.left.no-site": "{count} households are left: no site can take any.",
  "cli.plan.assign.left.too-far": "{count} households are left: every site is farther than the limit.",
  "cli.plan.assign.left.no-room": "{count} households are left: there is no room.",
  "cli.plan.assign.best": "No other way of serving as many has a smaller total distance.",
  "cli.plan.assign.split":
    "{count} villages have households going to several sites, or some that stay behind.",
  "cli.plan.assign.dry": "Worked out only: nothing was written into the plan.",
  "cli.plan.assign.unknown":
    "Of {count} households it is not known whether they must move; they are not assigned.",
};
