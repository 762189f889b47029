/**
 * Automatic copies as plain files in the browser's private folder, beside the engine's pool and not in it: a pool
 * that cannot be opened does not take the copies with it, and any tab may read them.
 */
import type { PlanCopy } from "../protocol.ts";
import { copyOfName, newestFirst } from "./copy-names.ts";
import { hasPrivateFiles } from "./has-private-files.ts";

const FOLDER = "ancu-copies";
/** What comes last in writing: without its head a file is no copy, so a half-written one is never taken for one. */
const HEAD_BYTES = 100;

/** Copies of a plan, newest first; none where the browser keeps no files. */
export async function listCopies(id: string): Promise<PlanCopy[]> {
  const folder = await folderOf(id);
  if (!folder) return [];
  const found: PlanCopy[] = [];
  for await (const [name, handle] of folder.entries()) {
    if (handle.kind !== "file") continue;
    const file = await (handle as FileSystemFileHandle).getFile();
    const copy = copyOfName(name, file.size);
    if (copy && (await hasHead(file))) found.push(copy);
  }
  return newestFirst(found);
}

/** The bytes of a copy; null when it is not there any more. */
export async function readCopy(id: string, key: string): Promise<Uint8Array | null> {
  const folder = copyOfName(key, 0) ? await folderOf(id) : null;
  const handle = folder && (await ifThere(folder.getFileHandle(key)));
  return handle ? new Uint8Array(await (await handle.getFile()).arrayBuffer()) : null;
}

/** Writes a copy whole or not at all. Throws what the browser throws when it refuses. */
export async function writeCopy(id: string, name: string, bytes: Uint8Array): Promise<void> {
  const folder = await folderOf(id, true);
  if (!folder) throw new Error("copies were asked for where the browser keeps no files");
  await removeHalfWritten(folder);
  const handle = await folder.getFileHandle(name, { create: true });
  try {
    const file = await handle.createSyncAccessHandle();
    try {
      // Some browsers write less than asked without a word when the room ends.
      const body = bytes.subarray(HEAD_BYTES);
      if (file.write(body, { at: HEAD_BYTES }) !== body.length)
        throw new Error("the copy was written in part");
      file.flush();
      if (file.write(bytes.subarray(0, HEAD_BYTES), { at: 0 }) !== HEAD_BYTES) throw new Error("no head");
      file.flush();
    } finally {
      file.close();
    }
  } catch (error) {
    await folder.removeEntry(name).catch(() => undefined);
    throw error;
  }
}

/** Removes one copy; nothing happens when it is gone already. */
export async function removeCopy(id: string, key: string): Promise<void> {
  const folder = await folderOf(id);
  if (folder) await ifThere(folder.removeEntry(key));
}

/** Removes every copy of a plan. */
export async function removeCopies(id: string): Promise<void> {
  if (!(await hasPrivateFiles())) return;
  const all = await ifThere((await navigator.storage.getDirectory()).getDirectoryHandle(FOLDER));
  if (all) await ifThere(all.removeEntry(id, { recursive: true }));
}

async function folderOf(id: string, create = false): Promise<FileSystemDirectoryHandle | null> {
  if (!(await hasPrivateFiles())) return null;
  const root = await navigator.storage.getDirectory();
  if (create) return (await root.getDirectoryHandle(FOLDER, { create })).getDirectoryHandle(id, { create });
  const all = await ifThere(root.getDirectoryHandle(FOLDER));
  return all ? ifThere(all.getDirectoryHandle(id)) : null;
}

/** A copy that was cut short by the end of the browser is of no use to anybody. */
async function removeHalfWritten(folder: FileSystemDirectoryHandle): Promise<void> {
  const useless: string[] = [];
  for await (const [name, handle] of folder.entries()) {
    if (handle.kind !== "file") continue;
    if (!(await hasHead(await (handle as FileSystemFileHandle).getFile()))) useless.push(name);
  }
  for (const name of useless) await ifThere(folder.removeEntry(name));
}

async function hasHead(file: File): Promise<boolean> {
  const first = new Uint8Array(await file.slice(0, 1).arrayBuffer());
  return first[0] === "S".charCodeAt(0);
}

async function ifThere<T>(asked: Promise<T>): Promise<T | null> {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof DOMException && error.name === "NotFoundError") return null;
    throw error;
  }
}
