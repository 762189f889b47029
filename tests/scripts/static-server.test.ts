import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { parseRange, type RunningServer, serveFolder } from "../../scripts/serve/static-server.ts";

let base: string;
let server: RunningServer;

beforeAll(async () => {
  base = mkdtempSync(join(tmpdir(), "an-cu-serve-"));
  mkdirSync(join(base, "dist"));
  writeFileSync(join(base, "secret.txt"), "not yours");
  writeFileSync(join(base, "dist/index.html"), "<p>An Cư</p>");
  writeFileSync(join(base, "dist/ten.pmtiles"), "0123456789");
  server = await serveFolder(join(base, "dist"));
});
afterAll(async () => {
  await server.close();
  rmSync(base, { recursive: true });
});

describe("range requests", () => {
  test.each([
    ["bytes=0-3", 206, "0123", "bytes 0-3/10"],
    ["bytes=4-", 206, "456789", "bytes 4-9/10"],
    ["bytes=-2", 206, "89", "bytes 8-9/10"],
    ["bytes=8-99", 206, "89", "bytes 8-9/10"],
  ])("%s", async (range, status, body, contentRange) => {
    const answer = await fetch(`${server.url}ten.pmtiles`, { headers: { range } });
    expect(answer.status).toBe(status);
    expect(await answer.text()).toBe(body);
    expect(answer.headers.get("content-range")).toBe(contentRange);
  });

  test.each(["bytes=10-", "bytes=5-2", "bytes=-0", "bytes=a-b", "lines=0-1"])(
    "%s is refused",
    async (range) => {
      const answer = await fetch(`${server.url}ten.pmtiles`, { headers: { range } });
      expect(answer.status).toBe(416);
      expect(answer.headers.get("content-range")).toBe("bytes */10");
    },
  );

  test("nothing can be asked of an empty file", () => {
    expect(parseRange("bytes=0-", 0)).toBe("bad");
    expect(parseRange("bytes=-1", 0)).toBe("bad");
    expect(parseRange(undefined, 0)).toBeNull();
  });
});

test("sends the headers that isolate the page and keep it on its own origin", async () => {
  const answer = await fetch(server.url);
  expect(await answer.text()).toContain("An Cư");
  expect(answer.headers.get("cross-origin-embedder-policy")).toBe("require-corp");
  expect(answer.headers.get("content-security-policy")).toContain("default-src 'self'");
});

test("gives nothing outside its folder", async () => {
  // fetch() would tidy the path; a raw request does not.
  const status = (path: string): Promise<number | undefined> =>
    new Promise((done, failed) => {
      const { hostname, port } = new URL(server.url);
      request({ hostname, port, path }, (answer) => {
        answer.resume();
        done(answer.statusCode);
      })
        .on("error", failed)
        .end();
    });
  expect(await status("/../secret.txt")).toBe(404);
  expect(await status("/%2e%2e/secret.txt")).toBe(404);
  expect(await status("/..%2fsecret.txt")).toBe(404);
  expect(await status("/%")).toBe(400);
  expect(await status("/missing.js")).toBe(404);
});

test("only reads", async () => {
  expect((await fetch(server.url, { method: "POST", body: "x" })).status).toBe(405);
});
