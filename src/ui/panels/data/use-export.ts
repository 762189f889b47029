/** Which export waits for a yes. */
import { create } from "zustand";
import type { ExportRequest } from "../../../compute/protocol.ts";

export const useExport = create<{ readonly request: ExportRequest | null }>(() => ({ request: null }));
