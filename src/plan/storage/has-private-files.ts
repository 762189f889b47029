/** True when this browser has what plans are kept in; false in some private windows and old browsers. */
export async function hasPrivateFiles(): Promise<boolean> {
  if (!globalThis.navigator?.storage?.getDirectory || !("FileSystemFileHandle" in globalThis)) return false;
  if (!("createSyncAccessHandle" in FileSystemFileHandle.prototype)) return false;
  try {
    await navigator.storage.getDirectory();
    return true;
  } catch {
    // The browser refuses (private window): the answer is "no", and the interface says so.
    return false;
  }
}
