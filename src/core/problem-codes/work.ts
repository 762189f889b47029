/** Problems of rules, sites, computing and exports. */

/** Problems of a rule set. */
export type RuleProblem =
  | "rules.syntax"
  | "rules.missing"
  | "rules.type"
  | "rules.choice"
  | "rules.least"
  | "rules.most"
  | "rules.whole"
  | "rules.empty"
  | "rules.remote-empty"
  | "rules.unknown-key";

/** Problems of a site. */
export type SiteProblem =
  | "site.missing"
  | "site.field"
  | "site.form"
  | "site.capacity"
  | "site.no-area"
  | "site.id-taken"
  | "assignment.fixed"
  | "assignment.none"
  | "site.shape"
  | "site.self-crossing"
  | "site.too-small"
  | "site.name-missing"
  | "site.blocked";

/** Problems of computing and of taking results out. */
export type ComputeProblem = "compute.fault" | "export.unit-missing" | "export.district-missing";
