import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { TOKENS } from "../../src/map/tokens.ts";

test("the map draws with the colours of the interface", () => {
  const css = readFileSync(join(import.meta.dirname, "../../src/ui/tokens.css"), "utf8");
  const declared = new Map(
    [...css.matchAll(/--([\w-]+):\s*(#[0-9a-f]{6})\b/gi)].map((match) => [
      match[1]!,
      match[2]!.toUpperCase(),
    ]),
  );
  expect(declared.size).toBeGreaterThan(40);
  for (const [name, value] of Object.entries(TOKENS)) {
    expect([name, declared.get(name)]).toEqual([name, value.toUpperCase()]);
  }
});
