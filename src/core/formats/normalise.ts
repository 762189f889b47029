/** Text to Unicode form C: the same Vietnamese letter must be the same characters everywhere. */
import type { Json } from "../model/household.ts";

/** Counts the texts it changed, so that the change can be told. */
export class Normaliser {
  changed = 0;

  text(value: string): string {
    // ASCII and most real text is already in form C; normalize() then gives an equal string.
    const normal = value.normalize("NFC");
    if (normal !== value) this.changed++;
    return normal;
  }

  json(value: Json): Json {
    if (typeof value === "string") return this.text(value);
    if (value === null || typeof value !== "object") return value;
    if (isList(value)) return value.map((item) => this.json(item));
    return this.record(value);
  }

  record(value: { readonly [key: string]: Json }): Record<string, Json> {
    const out: Record<string, Json> = {};
    for (const key of Object.keys(value)) setOwn(out, this.text(key), this.json(value[key]!));
    return out;
  }
}

/** `Array.isArray` that also narrows read-only lists. */
export function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}

/** True for a JSON object. */
export function isRecord(value: Json | undefined): value is { readonly [key: string]: Json } {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Sets an own property whatever its name: a file may hold a column called `__proto__`. */
export function setOwn(target: Record<string, Json>, key: string, value: Json): void {
  if (key === "__proto__") {
    Object.defineProperty(target, key, { value, enumerable: true, writable: true, configurable: true });
  } else target[key] = value;
}
