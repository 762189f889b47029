/**
 * Opens the built program in a real browser for one task. Every request is watched: one that leaves this
 * machine fails the test, and so does an error in the console or an uncaught exception.
 */
import { existsSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { type BrowserContext, chromium, type Page } from "playwright-core";
import { expect } from "vitest";
import { type RunningServer, serveFolder } from "../../../scripts/serve/static-server.ts";
import { BROWSER_ARGS, findBrowser } from "./find-browser.ts";

const ROOT = resolve(import.meta.dirname, "../../..");
export const DIST = join(ROOT, "dist");
/** Pictures of the panels are written here (not kept in the repository). */
export const SHOTS = join(ROOT, "tests/browser/shots");

/** Chromium's own notes about software rendering. */
const HARMLESS = [/GPU stall due to ReadPixels/, /GL Driver Message/, /Automatic fallback to software WebGL/];

export interface App {
  readonly page: Page;
  readonly context: BrowserContext;
  readonly url: string;
  /** Folder of the browser's profile: kept between two openings of the same one. */
  readonly profile: string;
  /** A further tab of the same browser. */
  tab(query?: string): Promise<Page>;
  /** Ends the browser as a power cut would: no page is asked, nothing is flushed. */
  kill(): Promise<void>;
  /** Closes the browser in order and checks that nothing left this machine and nothing failed in the console. */
  close(): Promise<void>;
  shot(name: string): Promise<void>;
}

let server: RunningServer | null = null;
/** The built program, served once for all tests of a file. */
export async function startServer(): Promise<RunningServer> {
  if (!existsSync(join(DIST, "index.html")))
    throw new Error("dist/ is missing: run npm run build first (npm test does).");
  server ??= await serveFolder(DIST);
  return server;
}
export async function stopServer(): Promise<void> {
  await server?.close();
  server = null;
}

export interface OpenOptions {
  /** What follows the address, such as `?plan=demo`. */
  readonly query?: string;
  readonly profile?: string;
  readonly size?: { readonly width: number; readonly height: number };
}

/** Opens the program in a browser of its own. */
export async function openApp({ query = "", profile, size }: OpenOptions = {}): Promise<App> {
  const { url } = await startServer();
  const folder = profile ?? mkdtempSync(join(tmpdir(), "an-cu-profile-"));
  const { executablePath, channel } = await findBrowser();
  const context = await chromium.launchPersistentContext(folder, {
    ...(executablePath ? { executablePath } : { channel }),
    headless: true,
    args: [...BROWSER_ARGS],
    viewport: size ?? { width: 1366, height: 768 },
    locale: "vi-VN",
    timezoneId: "Asia/Ho_Chi_Minh",
    acceptDownloads: true,
    timeout: 60_000,
  });
  const outside: string[] = [];
  const wrong: string[] = [];
  let killed = false;
  const watch = (page: Page): void => {
    page.on("pageerror", (error) => wrong.push(`uncaught: ${error.message}`));
    page.on("console", (message) => {
      if (message.type() !== "error") return;
      if (HARMLESS.some((pattern) => pattern.test(message.text()))) return;
      wrong.push(`console: ${message.text()} (${message.location().url})`);
    });
  };
  context.on("request", (request) => {
    const { protocol, hostname } = new URL(request.url());
    if (/^(blob|data|about|chrome|devtools):$/.test(protocol) || hostname === "127.0.0.1") return;
    outside.push(request.url());
  });
  context.on("page", watch);
  const page = context.pages()[0] ?? (await context.newPage());
  watch(page);
  page.setDefaultTimeout(30_000);
  await page.goto(url + query);
  return {
    page,
    context,
    url,
    profile: folder,
    async tab(more = "") {
      const next = await context.newPage();
      next.setDefaultTimeout(30_000);
      await next.goto(url + more);
      return next;
    },
    async kill() {
      killed = true;
      const session = await context.newCDPSession(page);
      await session.send("Browser.crash").catch(() => undefined);
      await context.close().catch(() => undefined);
    },
    async close() {
      if (!killed) await context.close();
      if (profile === undefined) rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
      expect(outside, "requests that left this machine").toEqual([]);
      expect(wrong, "errors in the browser").toEqual([]);
    },
    async shot(name) {
      mkdirSync(SHOTS, { recursive: true });
      await page.screenshot({ path: join(SHOTS, `${name}.png`) });
    },
  };
}
