/**
 * Finds a browser for tests and the crash rounds, in this order: CHROME_BIN, the system's Chromium, an installed Edge or Chrome,
 * the Chromium inside the npm package `@sparticuz/chromium` (Linux x64). None is a failure that says what to
 * do: browser tests are never skipped.
 */
import { existsSync, mkdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

export interface FoundBrowser {
  /** The program file, where it is known; else `channel` says which installed browser is meant. */
  readonly executablePath?: string;
  readonly channel?: string;
  readonly from: string;
}

/**
 * WebGL through SwiftShader, no background traffic of the browser's own, and the true quota: else the browser tells
 * every page ten gigabytes more than it uses, whatever there is.
 */
export const BROWSER_ARGS: readonly string[] = [
  "--no-sandbox",
  "--use-angle=swiftshader",
  "--enable-unsafe-swiftshader",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-default-apps",
  "--disable-domain-reliability",
  "--disable-quic",
  "--disable-sync",
  "--disable-features=StaticStorageQuota",
  "--no-first-run",
  "--no-default-browser-check",
  "--metrics-recording-only",
  "--lang=vi-VN",
];

const SYSTEM = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/snap/bin/chromium",
];
const CHANNELS: Partial<Record<NodeJS.Platform, ReadonlyArray<readonly [channel: string, path: string]>>> = {
  win32: [
    ["msedge", "C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe"],
    ["chrome", "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe"],
  ],
  darwin: [
    ["chrome", "/Applications/Google Chrome.app"],
    ["msedge", "/Applications/Microsoft Edge.app"],
  ],
};

/** Where to look for a browser and what to do when there is none is said in the head of this file. */
export async function findBrowser(): Promise<FoundBrowser> {
  const wanted = process.env.CHROME_BIN;
  if (wanted) {
    if (existsSync(wanted)) return { executablePath: wanted, from: "CHROME_BIN" };
    throw new Error(`CHROME_BIN names ${wanted}, which does not exist. Correct it or unset it.`);
  }
  const system = SYSTEM.find((path) => existsSync(path));
  if (system) return { executablePath: system, from: "system" };
  const channel = CHANNELS[process.platform]?.find(([, path]) => existsSync(path));
  if (channel) return { channel: channel[0], executablePath: channel[1], from: channel[0] };
  if (process.platform === "linux" && process.arch === "x64") return { ...(await packaged()), from: "npm" };
  throw new Error(
    "No browser for the tests. Install Chromium, Chrome or Edge, or set CHROME_BIN to the path of one, then run npm test again.",
  );
}

/** Unpacks the packaged Chromium into a folder of its own, with the libraries it brings along. */
async function packaged(): Promise<{ executablePath: string }> {
  const folder = join(tmpdir(), "an-cu-chromium");
  mkdirSync(folder, { recursive: true });
  const before = { TMPDIR: process.env.TMPDIR, AWS: process.env.AWS_EXECUTION_ENV };
  process.env.TMPDIR = folder;
  // Makes the package unpack its own copies of nss and friends; has to be set before the first unpacking.
  process.env.AWS_EXECUTION_ENV = "AWS_Lambda_nodejs22.x";
  try {
    const { default: chromium } = await import("@sparticuz/chromium");
    return { executablePath: await chromium.executablePath() };
  } finally {
    restore("TMPDIR", before.TMPDIR);
    restore("AWS_EXECUTION_ENV", before.AWS);
  }
}

function restore(name: string, value: string | undefined): void {
  if (value === undefined) delete process.env[name];
  else process.env[name] = value;
}
