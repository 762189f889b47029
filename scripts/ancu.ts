/** The command line: everything that is not drawing can also be done without a browser. */
import { runAncu } from "./cli/run.ts";
import { terminal } from "./cli/terminal.ts";

// `npm run` starts in the project's folder; the names people type mean the folder they stand in.
if (process.env.INIT_CWD && process.env.npm_lifecycle_event === "ancu") process.chdir(process.env.INIT_CWD);
process.exitCode = await runAncu(process.argv.slice(2), terminal);
