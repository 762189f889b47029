/** Every page and index of the file, as the engine itself checks them. */
import type { PlanCheck } from "./finding.ts";

const MOST = 10;

export const pages: PlanCheck = {
  name: "pages",
  look({ db }) {
    const told = db.selectValues(`PRAGMA integrity_check(${MOST})`).map(String);
    if (told.length === 1 && told[0] === "ok") return [];
    return told.map((text) => ({ key: "cli.plan.check.engine", values: { text } }));
  },
};
