/**
 * Archives become the files in them, so that readers never see one. Spreadsheets and KMZ are archives as well and
 * stay whole. What an archive claims of its sizes is not believed: unpacking stops at the limits.
 */
import { crc32 } from "../formats/zip/crc32.ts";
import { inflateBounded } from "../formats/zip/inflate-bounded.ts";
import { isZip, packedBytes, type ZipEntry, zipEntries } from "../formats/zip/zip-directory.ts";
import type { Problem, ProblemCode } from "../outcome.ts";
import type { SourceFile } from "./dataset.ts";

export interface Unpacked {
  /** Files that were no archives, and those of the archives, named `archive.zip/folder/inner.shp`. */
  readonly files: readonly SourceFile[];
  /** One for every archive or entry that could not be opened. */
  readonly refused: readonly Problem[];
  /** Names of entries that hold nothing for us. */
  readonly unused: readonly string[];
}
export interface UnpackLimits {
  /** Entries of all archives together. */
  readonly entries: number;
  /** Unpacked bytes of all archives together. */
  readonly bytes: number;
  /** An entry may grow so many times, once it is larger than `ratioFrom` bytes. */
  readonly ratio: number;
  readonly ratioFrom: number;
}

/**
 * A province's layers as shapefiles unpack to some 300 MB and a few hundred files. Tables with wide empty columns
 * shrink to a hundredth; nothing that people make shrinks to a thousandth.
 */
export const UNPACK_LIMITS: UnpackLimits = {
  entries: 2_000,
  bytes: 1_000_000_000,
  ratio: 400,
  ratioFrom: 20_000_000,
};

const MB = 1_000_000;
const STORED = 0;
const DEFLATED = 8;
/** An archive in an archive is opened, one in that is not. */
const MOST_DEPTH = 2;
const OTHER_ARCHIVES: readonly (readonly [kind: string, first: readonly number[]])[] = [
  ["RAR", [0x52, 0x61, 0x72, 0x21, 0x1a, 0x07]],
  ["7-Zip", [0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c]],
  ["GZIP", [0x1f, 0x8b, 0x08]],
];
const JUNK = /(?:^|\/)(?:__MACOSX\/|\.DS_Store$|Thumbs\.db$|desktop\.ini$|\._[^/]*$)/i;
/** Spreadsheets of Office and OpenDocument, documents beside them. */
const OFFICE = /^(?:\[Content_Types\]\.xml|mimetype)$/i;
const GEODATABASE = /^(?:.*\/)?([^/]+\.gdb)\//i;

/** Opens every archive among the files, by content; a chosen file that is none stays as it is. */
export function unpack(files: readonly SourceFile[], limits: UnpackLimits = UNPACK_LIMITS): Unpacked {
  const opening = new Opening(limits);
  for (const file of files) opening.file(file, 0);
  return opening;
}

class Opening implements Unpacked {
  readonly files: SourceFile[] = [];
  readonly refused: Problem[] = [];
  readonly unused: string[] = [];
  private entries = 0;
  private bytes = 0;

  constructor(private readonly limits: UnpackLimits) {}

  /** `depth`: archives around it. */
  file(file: SourceFile, depth: number): void {
    const { name, bytes } = file;
    const other = OTHER_ARCHIVES.find(([, first]) => first.every((byte, i) => bytes[i] === byte));
    if (other) this.refuse("archive.other-kind", name, { kind: other[0] });
    else if (!isZip(bytes)) this.files.push(file);
    else this.archive(file, depth);
  }

  private refuse(code: ProblemCode, file: string, values?: Problem["values"]): void {
    this.refused.push(values ? { code, file, values } : { code, file });
  }

  private archive(file: SourceFile, depth: number): void {
    const found = zipEntries(file.bytes, this.limits.entries);
    if (/\.(?:kmz|xlsx|xlsm|xlsb|ods)$/i.test(file.name) || found?.some(({ name }) => OFFICE.test(name))) {
      this.files.push(file);
      return;
    }
    const entries = found?.filter(({ isFolder }) => !isFolder) ?? [];
    if (found === null) this.refuse("archive.cut", file.name);
    else if (depth >= MOST_DEPTH) this.refuse("archive.nested", file.name, { name: lastPart(file.name) });
    else if (entries.length === 0) this.refuse("archive.empty", file.name);
    else this.open(file, entries, depth);
  }

  private open(file: SourceFile, entries: readonly ZipEntry[], depth: number): void {
    const seen = new Set<string>();
    const geodatabases = new Set<string>();
    for (const entry of entries) {
      if (JUNK.test(entry.name)) this.unused.push(`${file.name}/${entry.name}`);
      else if (GEODATABASE.test(entry.name)) geodatabases.add(GEODATABASE.exec(entry.name)![1]!);
      else if (!this.entry(file, entry, seen, depth)) break;
    }
    for (const name of geodatabases) this.refuse("archive.geodatabase", file.name, { name });
  }

  /** False when a limit of the whole was reached and nothing more is to be opened. */
  private entry(archive: SourceFile, entry: ZipEntry, seen: Set<string>, depth: number): boolean {
    const { name } = entry;
    const file = archive.name;
    this.entries++;
    if (this.entries > this.limits.entries) {
      this.refuse("archive.too-many", file, { file, limit: this.limits.entries });
      return false;
    }
    if (isTrick(name)) this.refuse("archive.path", file, { name: printable(name) });
    else if (seen.has(name.toLowerCase())) this.refuse("archive.twice", file, { name });
    else if (entry.isEncrypted) this.refuse("archive.encrypted", file, { name });
    else if (entry.method !== STORED && entry.method !== DEFLATED)
      this.refuse("archive.method", file, { name });
    else {
      seen.add(name.toLowerCase());
      return this.unpacked(archive, entry, depth);
    }
    return true;
  }

  private unpacked(archive: SourceFile, entry: ZipEntry, depth: number): boolean {
    const { name } = entry;
    const packed = packedBytes(archive.bytes, entry);
    if (packed === null) {
      this.refuse("archive.damaged", archive.name, { name });
      return true;
    }
    const left = this.limits.bytes - this.bytes;
    const grown = Math.max(this.limits.ratioFrom, packed.length * this.limits.ratio);
    const result =
      entry.method === STORED
        ? packed.length > left
          ? { kind: "too-large" as const }
          : { kind: "done" as const, bytes: packed.slice() }
        : inflateBounded(packed, Math.min(left, grown));
    if (result.kind === "too-large" && left > grown) {
      this.refuse("archive.ratio", archive.name, { name, limit: this.limits.ratio });
      return true;
    }
    if (result.kind === "too-large") {
      const limit = Math.round(this.limits.bytes / MB);
      this.refuse("archive.too-large", archive.name, { file: archive.name, limit });
      return false;
    }
    if (result.kind === "damaged" || crc32(result.bytes) !== entry.crc) {
      this.refuse("archive.damaged", archive.name, { name });
      return true;
    }
    this.bytes += result.bytes.length;
    this.file({ name: `${archive.name}/${name}`, bytes: result.bytes }, depth + 1);
    return true;
  }
}

/** Nothing is ever written to where a name says; an archive with such names was made to do harm or is broken. */
function isTrick(name: string): boolean {
  return (
    name === "" ||
    name.startsWith("/") ||
    /^[a-z]:/i.test(name) ||
    name.split("/").includes("..") ||
    hasControl(name)
  );
}

/** Bytes below a blank: never in a name that a system lets people give. Three of them are letters of VISCII. */
function hasControl(name: string): boolean {
  for (const sign of name)
    if (sign < " " && !"\u0002\u0005\u0006\u0014\u0019\u001e".includes(sign)) return true;
  return false;
}

function printable(name: string): string {
  return Array.from(name.slice(0, 100), (sign) => (sign < " " ? "·" : sign)).join("");
}

function lastPart(name: string): string {
  return name.slice(name.lastIndexOf("/") + 1);
}
