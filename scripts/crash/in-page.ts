/** What runs in the page: the program's own plan worker, as it was built, asked over its own wire. */
import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import type { Page } from "playwright-core";
import type { PlanApi } from "../../src/plan/protocol.ts";
import type { Step } from "./steps.ts";

type Plan = PlanApi & { start(demo: string, tell: unknown): Promise<void> };
interface Comlink {
  wrap(worker: Worker): Plan;
  proxy<T>(value: T): T;
}
interface OurWindow {
  comlink: Comlink;
  plan: Plan;
  /** Tells that a step was answered: as accepted, or why not. */
  answered(index: number, problem: string | null): Promise<void>;
}
declare const window: OurWindow;

/** The worker's file in the built program: the one that takes the plan's lock. */
export function workerFile(dist: string): string {
  const files = readdirSync(join(dist, "assets")).filter((name) => /^worker.*\.js$/.test(name));
  const ours = files.find((name) => readFileSync(join(dist, "assets", name), "utf8").includes("ancu-plan"));
  if (!ours) throw new Error(`${dist} has no plan worker: build the program first (npm run build).`);
  return ours;
}

/** Opens an empty page of the program's own address and starts the worker in it. */
export async function openWorker(page: Page, url: string, worker: string): Promise<void> {
  const comlink = readFileSync(
    join(dirname(createRequire(import.meta.url).resolve("comlink")), "../esm/comlink.mjs"),
    "utf8",
  );
  // The compiler of scripts names functions by a helper of its own, which a page does not know.
  await page.addInitScript("globalThis.__name = (made) => made");
  await page.route("**/crash-page", (route) =>
    route.fulfill({ contentType: "text/html", body: "<!doctype html>" }),
  );
  await page.route("**/crash-comlink", (route) =>
    route.fulfill({ contentType: "text/javascript", body: comlink }),
  );
  await page.goto(`${url}crash-page`);
  // As text: a test's compiler puts a helper of its own in the place of an import, which a page does not know.
  await page.evaluate(`import("./crash-comlink").then((made) => { window.comlink = made; })`);
  await page.evaluate(async (file) => {
    const { wrap, proxy } = window.comlink;
    const plan = wrap(new Worker(file, { type: "module", name: "plan" }));
    window.plan = plan;
    await plan.start(
      "demo/demo.gpkg",
      proxy(() => undefined),
    );
  }, `assets/${worker}`);
}

/** Opens the kept plan; the problem's code when it is refused. */
export function openPlan(page: Page, id: string): Promise<string | null> {
  return page.evaluate(async (wanted) => {
    const opened = await window.plan.open(wanted);
    return opened.ok ? null : opened.problem.code;
  }, id);
}

/** Takes a file in as a kept plan; gives its id. */
export function keepPlan(page: Page, bytes: Uint8Array): Promise<string> {
  return page.evaluate(async (text) => {
    const opened = await window.plan.openFile(
      "p.gpkg",
      Uint8Array.from(atob(text), (c) => c.charCodeAt(0)),
    );
    if (!opened.ok) throw new Error(opened.problem.code);
    return opened.value.id;
  }, Buffer.from(bytes).toString("base64"));
}

/** The bytes of the open plan, or of its newest automatic copy; null when there is no copy. */
export async function bytesIn(page: Page, what: "plan" | "newest-copy"): Promise<Uint8Array | null> {
  const text = await page.evaluate(async (wanted) => {
    const { plan } = window;
    const id = (await plan.info())!.id;
    const [newest] = wanted === "plan" ? [] : await plan.copies(id);
    if (wanted !== "plan" && !newest) return null;
    const found = newest ? await plan.copyBytes(id, newest.key) : await plan.copy();
    if (!found.ok) throw new Error(found.problem.code);
    const parts: string[] = [];
    for (let at = 0; at < found.value.length; at += 30_000) {
      parts.push(String.fromCharCode(...found.value.subarray(at, at + 30_000)));
    }
    return btoa(parts.join(""));
  }, what);
  return text === null ? null : new Uint8Array(Buffer.from(text, "base64"));
}

/** Does the steps one after another, telling after each. Ends with the last, or never when the browser is killed. */
export function doSteps(page: Page, steps: readonly Step[]): Promise<void> {
  return page.evaluate(async (all) => {
    const { plan } = window;
    const bytesOf = (text: string) => Uint8Array.from(atob(text), (c) => c.charCodeAt(0));
    const act = async (step: Step) => {
      if (step.do === "undo" || step.do === "redo") return plan[step.do]();
      if (step.do === "merge") {
        const look = await plan.lookMerge([{ name: "ban-sao.gpkg", bytes: bytesOf(step.bytes) }]);
        return look.ok ? plan.merge(look.value.staged, {}) : look;
      }
      const input = step.input as object;
      if (step.text === undefined) return plan.run(step.name, input as never);
      const read = await plan.read("ho.csv", new TextEncoder().encode(step.text));
      return read.ok ? plan.run(step.name, { ...input, staged: read.value.staged } as never) : read;
    };
    for (const [i, step] of all.entries()) {
      const outcome = await act(step);
      // Waited for, so that never more than one change is done and not heard of.
      await window.answered(i, outcome.ok ? null : outcome.problem.code);
    }
  }, steps);
}
