/** Asks a worker whenever something moves, keeps the newest answer, and forgets answers that come too late. */
import { type DependencyList, useEffect, useState } from "react";

export interface Answer<T> {
  /** The newest answer; stays while a newer one is on its way. */
  readonly value: T | null;
  readonly waiting: boolean;
}

/** Runs `ask` on mount and whenever `moved` changes. `ask` may return null: nothing to ask. */
export function useAnswer<T>(ask: () => Promise<T> | null, moved: DependencyList): Answer<T> {
  const [answer, setAnswer] = useState<Answer<T>>({ value: null, waiting: false });
  useEffect(() => {
    const asked = ask();
    if (!asked) {
      setAnswer({ value: null, waiting: false });
      return;
    }
    let wanted = true;
    setAnswer((old) => ({ value: old.value, waiting: true }));
    asked.then(
      (value) => wanted && setAnswer({ value, waiting: false }),
      (fault: unknown) => {
        if (!wanted) return;
        setAnswer({ value: null, waiting: false });
        throw fault;
      },
    );
    return () => {
      wanted = false;
    };
    // biome-ignore lint/correctness/useExhaustiveDependencies: the caller names what the question depends on
  }, moved);
  return answer;
}
