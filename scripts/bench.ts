/** `npm run bench -- overlay`: how fast our kernels are, next to other people's and to what is possible at all. */
import { runBench } from "./bench/run.ts";
import { terminal } from "./cli/terminal.ts";

process.exitCode = await runBench(process.argv.slice(2), terminal);
