/** `tsx scripts/build-demo-plan.ts`: makes `data/demo/demo.gpkg` from the sources beside it. */
import { join, resolve } from "node:path";
import { savePlanFile } from "../src/plan/node.ts";
import { demoPlan } from "./build/demo-plan.ts";

const FOLDER = resolve(import.meta.dirname, "../data/demo");
const TARGET = join(FOLDER, "demo.gpkg");

const started = performance.now();
const store = await demoPlan(FOLDER);
await savePlanFile(TARGET, store);
const { households } = store.snapshot();
const seconds = ((performance.now() - started) / 1000).toFixed(1);
process.stdout.write(`data/demo/demo.gpkg: ${households.count} households, ${seconds} s\n`);
store.close();
