/** How far the intake worker is with what it was asked, as it tells it. */
import { create } from "zustand";
import type { IntakeProgress } from "../../intake/protocol.ts";

/** The newest telling; null before the first. One thing is done at a time. */
export const useIntakeProgress = create<{ readonly progress: IntakeProgress | null }>(() => ({
  progress: null,
}));

export function hearProgress(progress: IntakeProgress): void {
  useIntakeProgress.setState({ progress });
}
