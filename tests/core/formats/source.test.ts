import { expect, test } from "vitest";
import { openTable } from "../../../src/core/formats/index.ts";
import { openSource } from "../../../src/core/formats/source.ts";
import { bytesOf } from "./read.ts";

test.each([0, 1, 2, 3])(
  "the beginning of a long text is never cut inside a letter (%i bytes before)",
  (before) => {
    const text = `${"a".repeat(before)}${"ế".repeat(150_000)}`;
    const opened = openSource(bytesOf(text), "a");
    expect(opened.ok && opened.value.start).toBe(text.slice(0, 100_000));
  },
);

test("a long empty beginning is looked through", () => {
  const text = `${"\n".repeat(400_000)}{"type":"FeatureCollection","features":[]}`;
  expect(openTable(bytesOf(text), "a.json")).toMatchObject({
    ok: true,
    value: { format: "geojson", read: 0 },
  });
});

test.each(["id,a\n", "no table here ", '{"type":', "<?xml ?>"])(
  "bytes far behind that are no UTF-8 are told before anything else: %j",
  (start) => {
    const bytes = new Uint8Array([...bytesOf(start.padEnd(400_000, "x\n")), 0xff]);
    const line = start.padEnd(400_000, "x\n").split("\n").length;
    expect(openTable(bytes, "a.csv")).toMatchObject({
      ok: false,
      problem: { code: "file.not-utf8", values: { line } },
    });
  },
);
