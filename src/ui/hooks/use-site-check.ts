/** The live check of a shape: at most one question under way, the newest shape wins. */
import { useEffect, useRef, useState } from "react";
import type { ArealGeometry } from "../../core/model/geometry.ts";
import type { SiteCheckResult } from "../../core/model/site.ts";
import type { Outcome } from "../../core/outcome.ts";
import { checkLines } from "../../text/check-lines.ts";
import { say } from "../../text/say.ts";
import { services } from "../services.ts";
import { setView, useView, view } from "../store.ts";

interface Wanted {
  readonly geometry: ArealGeometry;
  readonly exceptId: string | null;
}

/** Result of the newest check that came back, or null before the first. Draws the blocked parts on the map. */
export function useSiteCheck(geometry: ArealGeometry | null, exceptId: string | null) {
  const [result, setResult] = useState<Outcome<SiteCheckResult> | null>(null);
  const waiting = useRef<Wanted | null>(null);
  const running = useRef(false);
  const alive = useRef(true);
  const computed = useView((state) => state.computed);
  useEffect(() => {
    alive.current = true;
    return () => {
      alive.current = false;
      services().map?.setBlocked([]);
    };
  }, []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `computed` asks again when layers have moved
  useEffect(() => {
    waiting.current = geometry && { geometry, exceptId };
    if (!geometry) {
      setResult(null);
      services().map?.setBlocked([]);
      return;
    }
    const next = async (): Promise<void> => {
      const wanted = waiting.current;
      if (!wanted) return;
      waiting.current = null;
      const answer = await services().compute.checkSite(wanted.geometry, wanted.exceptId);
      if (!alive.current) return;
      setResult(answer);
      show(answer);
      await next();
    };
    if (running.current) return;
    running.current = true;
    void next().finally(() => {
      running.current = false;
    });
  }, [geometry, exceptId, computed]);
  return result;
}

function show(answer: Outcome<SiteCheckResult>): void {
  const checks = answer.ok ? answer.value.checks : [];
  const { language } = view();
  const lines = checkLines(language, checks);
  // One label per cause, on its largest part: zones of several levels lie side by side.
  const labelled = new Set<string>();
  const parts = lines
    .filter(({ check }) => check.state === "blocked")
    .sort((a, b) => (b.check.areaM2 ?? 0) - (a.check.areaM2 ?? 0));
  services().map?.setBlocked(
    parts.flatMap(({ check, title, measure }) => {
      if (!check.part) return [];
      const cause = check.code.replace(/:\d+$/, "");
      const label = labelled.has(cause) ? "" : `${title}\n${measure}`;
      labelled.add(cause);
      return [{ geometry: check.part, label }];
    }),
  );
  const blocked = checks.filter(({ state }) => state === "blocked").length;
  const live =
    blocked === 0
      ? say(language, "placement.live.free")
      : say(language, "placement.live.blocked", { n: blocked, first: lines[0]?.title ?? "" });
  if (view().live !== live) setView({ live });
}
