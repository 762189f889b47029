/** The worker that helps the compute worker over shared memory: nothing but the wires. */
import { doTask, type Task } from "./task.ts";

globalThis.onmessage = ({ data }: MessageEvent<Task>) => doTask(data);
globalThis.postMessage("ready");
