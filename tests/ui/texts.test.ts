import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { expect, test } from "vitest";
import { en } from "../../src/text/en.ts";
import { vi } from "../../src/text/vi.ts";

const ROOT = resolve(import.meta.dirname, "../..");
const filesOf = (folder: string): string[] =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: "utf8" })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => join(ROOT, folder, name));
const placeholders = (sentence: string) =>
  [...new Set([...sentence.matchAll(/\{(\w+)/g)].map((match) => match[1]!))].sort();

test("both languages have the same keys", () => {
  expect(Object.keys(en).sort()).toEqual(Object.keys(vi).sort());
});

test("no key is written in two files of one language", () => {
  for (const language of ["vi", "en"]) {
    const keys = filesOf(`src/text/${language}`).flatMap((file) =>
      [...readFileSync(file, "utf8").matchAll(/^ {2}"([^"]+)":/gm)].map((match) => match[1]!),
    );
    expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
    expect(keys.length).toBeGreaterThan(400);
  }
});

test("both languages name the same values in each sentence of the interface", () => {
  const own = readdirSync(join(ROOT, "src/text/vi")).filter((name) => name.startsWith("ui-"));
  const keys = own.flatMap((name) =>
    [...readFileSync(join(ROOT, "src/text/vi", name), "utf8").matchAll(/^ {2}"([^"]+)":/gm)].map(
      (match) => match[1]!,
    ),
  ) as (keyof typeof vi)[];
  expect(keys.length).toBeGreaterThan(300);
  for (const key of keys) {
    expect([key, placeholders(en[key])]).toEqual([key, placeholders(vi[key])]);
  }
});

test("Vietnamese sentences keep to the wording rules", () => {
  for (const [key, sentence] of Object.entries(vi)) {
    if (!sentence) continue;
    expect([key, /!|\bbạn\b|vui lòng|[→≤≥✓]/i.test(sentence)]).toEqual([key, false]);
    expect([key, sentence.normalize("NFC") === sentence]).toEqual([key, true]);
  }
});

test("every sentence of the interface is used somewhere", () => {
  const code = [...filesOf("src/ui"), join(ROOT, "src/main.tsx")]
    .map((file) => readFileSync(file, "utf8"))
    .join("\n");
  const own = readdirSync(join(ROOT, "src/text/vi")).filter((name) => name.startsWith("ui-"));
  const whole = new Set([...code.matchAll(/["'`]([\w.-]+)["'`]/g)].map((match) => match[1]!));
  const patterns = [...code.matchAll(/`([a-z][\w-]*\.(?:[\w.-]*\$\{[^}]+\}[\w.-]*)+)`/g)].map(
    (match) => new RegExp(`^${match[1]!.replace(/\./g, "\\.").replace(/\$\{[^}]+\}/g, "[\\w.-]+")}$`),
  );
  const unused = own
    .flatMap((name) =>
      [...readFileSync(join(ROOT, "src/text/vi", name), "utf8").matchAll(/^ {2}"([^"]+)":/gm)].map(
        (m) => m[1]!,
      ),
    )
    .filter((key) => !whole.has(key) && !patterns.some((pattern) => pattern.test(key)));
  expect(unused).toEqual([]);
});
