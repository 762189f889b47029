/** The command line as people start it: through npm, from a folder of their own. */
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterEach, expect, test } from "vitest";

const ROOT = resolve(import.meta.dirname, "../..");
const folder = mkdtempSync(join(tmpdir(), "an-cu-"));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test("a file name means the folder people stand in, not the project's", () => {
  writeFileSync(join(folder, "ho.csv"), "id,head,lon,lat\nH1,Y Mẫu,108.2,12.7\n");
  const done = spawnSync(
    "npm",
    ["--prefix", ROOT, "run", "-s", "ancu", "--", "inspect", "ho.csv", "--json"],
    {
      cwd: folder,
      encoding: "utf8",
      timeout: 60_000,
    },
  );
  expect(done.status, done.stderr).toBe(0);
  expect(JSON.parse(done.stdout)).toMatchObject({ file: "ho.csv", read: 1 });
});
