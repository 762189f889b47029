// The helping thread as Node runs it: loads the same code as the browser's worker.
import { parentPort } from "node:worker_threads";
import { register } from "tsx/esm/api";

register();
const { doTask } = await import("../../../src/compute/crew/task.ts");
parentPort.on("message", doTask);
parentPort.postMessage("ready");
