/** The history by pages, newest first; read anew after every change. */
import { useState } from "react";
import type { HistoryLine, HistoryQuery } from "../../plan/protocol.ts";
import { services } from "../services.ts";
import { useView } from "../store.ts";
import { useAnswer } from "./use-answer.ts";

const PAGE = 50;

export interface History {
  /** Null until the first answer. */
  readonly lines: readonly HistoryLine[] | null;
  /** There are older lines, which `readMore` asks for. */
  readonly more: boolean;
  readMore(): void;
}

/** Of one thing, or (null) of the whole plan. */
export function useHistory(about: NonNullable<HistoryQuery["about"]> | null): History {
  const key = about ? `${about.kind} ${about.id}` : "";
  const [asked, setAsked] = useState({ key, limit: PAGE });
  const limit = asked.key === key ? asked.limit : PAGE;
  const revision = useView((state) => state.plan?.revision);
  const planId = useView((state) => state.plan?.id);
  // One line more than is shown tells whether there are older ones.
  const query = about ? { about, limit: limit + 1 } : { limit: limit + 1 };
  const { value } = useAnswer(
    async () => ({ key, lines: await services().plan.history(query) }),
    [key, limit, revision, planId],
  );
  const lines = value?.key === key ? value.lines : null;
  return {
    lines: lines?.slice(0, limit) ?? null,
    more: lines !== null && lines.length > limit,
    readMore: () => setAsked({ key, limit: limit + PAGE }),
  };
}
