/** The command line: everything that is not drawing can also be done without a browser. */
import { runAncu } from "./cli/run.ts";
import { terminal } from "./cli/terminal.ts";

process.exitCode = await runAncu(process.argv.slice(2), terminal);
