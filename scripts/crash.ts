/** `npm run crash -- [--rounds 200] [--seed N] [--cli]`: kills the program at random moments and looks what is left. */
import { runCrash } from "./crash/run.ts";

process.exit(await runCrash(process.argv.slice(2)));
