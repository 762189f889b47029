/** One line about room: how much is used, and whether the browser promised to keep it. Unknown is said as unknown. */
import type { StorageState } from "../../plan/protocol.ts";
import { formatFixed, formatNumber } from "../../text/numbers.ts";
import type { Language } from "../../text/say.ts";
import { type Say, useLanguage, useSay } from "../hooks/use-say.ts";
import { useView } from "../store.ts";

/** Under the list of kept plans; nothing until the browser was asked. */
export function StorageLine() {
  const t = useSay();
  const language = useLanguage();
  const storage = useView((state) => state.storage);
  if (!storage) return null;
  return (
    <p className="small mut storage-line" data-testid="storage-line">
      {sentences(storage, t, language).join(" ")}
    </p>
  );
}

function sentences(storage: StorageState, t: Say, language: Language): string[] {
  if (!storage.lasting) return [t("room.memory")];
  const { usage, quota, persisted } = storage;
  const used =
    usage === null || quota === null
      ? t("room.unknown")
      : t("room.used", { used: megabytes(language, usage), quota: megabytes(language, quota) });
  const kept = persisted === null ? "room.kept.unknown" : persisted ? "room.kept" : "room.not-kept";
  return [used, t(kept), ...(storage.copyMissing ? [t("room.no-copy")] : [])];
}

/** Tenths below a hundred megabytes, whole ones above. */
function megabytes(language: Language, bytes: number): string {
  const mb = bytes / 1_000_000;
  return mb < 100 ? formatFixed(language, mb, 1) : formatNumber(language, Math.round(mb));
}
