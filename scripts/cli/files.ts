/** Files of the command line: read whole, written whole or not at all. */
import fs from "node:fs";
import path from "node:path";

/** The bytes, or null when the file cannot be opened. */
export function readBytes(file: string): Uint8Array | null {
  try {
    return fs.readFileSync(file);
  } catch {
    return null;
  }
}

/** Bytes of a file before it is read; 0 when it cannot be asked. */
export function sizeOf(file: string): number {
  return fs.statSync(file, { throwIfNoEntry: false })?.size ?? 0;
}

export interface FileToWrite {
  readonly file: string;
  /** Text or bytes, piece by piece. */
  readonly pieces: Iterable<string | Uint8Array>;
}

/**
 * Writes all files under temporary names beside them and renames them at the end: a run that fails leaves
 * what was there before. Null when done, else the file and the system's reason.
 */
export function writeAll(
  files: readonly FileToWrite[],
): { readonly file: string; readonly reason: string } | null {
  // The last step would fail here, when other files have been put in place already.
  const folder = files.find(({ file }) => fs.statSync(file, { throwIfNoEntry: false })?.isDirectory());
  if (folder) return { file: folder.file, reason: "EISDIR" };
  const written: { readonly temporary: string; readonly file: string }[] = [];
  for (const { file, pieces } of files) {
    const temporary = `${file}.${process.pid}.part`;
    try {
      const handle = fs.openSync(temporary, "w");
      written.push({ temporary, file });
      try {
        for (const piece of pieces) writePiece(handle, piece);
        fs.fsyncSync(handle);
      } finally {
        fs.closeSync(handle);
      }
    } catch (error) {
      for (const part of written) fs.rmSync(part.temporary, { force: true });
      if (!isSystemError(error)) throw error;
      return { file, reason: error.code };
    }
  }
  for (const { temporary, file } of written) {
    try {
      fs.renameSync(temporary, file);
    } catch (error) {
      for (const part of written) fs.rmSync(part.temporary, { force: true });
      if (!isSystemError(error)) throw error;
      return { file, reason: error.code };
    }
  }
  return null;
}

function writePiece(handle: number, piece: string | Uint8Array): void {
  const bytes = typeof piece === "string" ? Buffer.from(piece) : piece;
  for (let at = 0; at < bytes.length; ) at += fs.writeSync(handle, bytes, at);
}

function isSystemError(error: unknown): error is Error & { readonly code: string } {
  return error instanceof Error && "code" in error && typeof error.code === "string";
}

/** True when two names lead to the same file, whether it is there or not. */
export function sameFile(a: string, b: string): boolean {
  return realName(a) === realName(b);
}

function realName(file: string): string {
  const whole = path.resolve(file);
  try {
    return fs.realpathSync(whole);
  } catch {
    return whole;
  }
}

/** True when the folder a file would be written to is there. */
export function hasFolder(file: string): boolean {
  return fs.statSync(path.dirname(path.resolve(file)), { throwIfNoEntry: false })?.isDirectory() ?? false;
}

/** When the newest of some files was last changed, ISO 8601: dates a result by its data, not by the clock. */
export function newestOf(files: readonly string[]): string {
  const times = files.map((file) => fs.statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0);
  return new Date(Math.max(0, ...times)).toISOString();
}
