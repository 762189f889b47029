/** Everything that sides say differently, one after the other; each is a radio group. */
import { useState } from "react";
import type { MergeChoices, MergeConflict, MergePreview, MergeSide } from "../../../plan/protocol.ts";
import { formatDate, formatTime } from "../../../text/numbers.ts";
import { useLanguage, useProblemText, useSay } from "../../hooks/use-say.ts";
import { mergeAbout, mergeField, mergeValue } from "../../merge-words.ts";
import { Button } from "../../parts/button.tsx";
import { Message } from "../../parts/message.tsx";
import { today } from "../../today.ts";

interface Props {
  readonly preview: MergePreview;
  readonly choices: MergeChoices;
  readonly onChoose: (choices: MergeChoices) => void;
}

/** So many are on the page at once. */
const PAGE = 50;

export function MergeConflicts({ preview, choices, onChoose }: Props) {
  const t = useSay();
  const [shown, setShown] = useState(PAGE);
  const { conflicts, sources } = preview;
  if (conflicts.length === 0) return <Message kind="ok">{t("merge.no-conflicts")}</Message>;
  const left = conflicts.filter(({ id }) => choices[id] === undefined);
  const notThere = (file: string | null) =>
    left.some(({ sides }) => sides.some((side) => side.file === file)) ? null : t("merge.rest.not-there");
  const chooseRest = (file: string | null) => {
    const chosen = left.flatMap(({ id, sides }) => {
      const side = sides.findIndex((one) => one.file === file);
      return side < 0 ? [] : [[id, side] as const];
    });
    onChoose({ ...choices, ...Object.fromEntries(chosen) });
  };
  return (
    <section data-testid="merge-conflicts">
      <h3>{t("merge.conflicts", { n: conflicts.length })}</h3>
      <div className="row wrap merge-rest">
        {left.length > 0 && (
          <>
            <span className="small mut">{t("merge.rest")}</span>
            <Button small blocked={notThere(null)} onClick={() => chooseRest(null)}>
              {t("merge.rest.plan")}
            </Button>
            {sources.map(({ file }) => (
              <Button key={file} small blocked={notThere(file)} onClick={() => chooseRest(file)}>
                {t("merge.rest.file", { file })}
              </Button>
            ))}
          </>
        )}
        <span className={left.length > 0 ? "pill warn" : "pill ok"} role="status">
          {left.length > 0 ? t("merge.conflicts.left", { n: left.length }) : t("merge.conflicts.done")}
        </span>
      </div>
      {conflicts.slice(0, shown).map((conflict) => (
        <Conflict
          key={conflict.id}
          conflict={conflict}
          chosen={choices[conflict.id]}
          onChoose={(side) => onChoose({ ...choices, [conflict.id]: side })}
        />
      ))}
      {shown < conflicts.length && (
        <Button small onClick={() => setShown(shown + PAGE)}>
          {t("merge.more", { n: Math.min(PAGE, conflicts.length - shown) })}
        </Button>
      )}
    </section>
  );
}

interface ConflictProps {
  readonly conflict: MergeConflict;
  readonly chosen: number | undefined;
  readonly onChoose: (side: number) => void;
}

function Conflict({ conflict, chosen, onChoose }: ConflictProps) {
  const t = useSay();
  const language = useLanguage();
  const problemText = useProblemText();
  const field = mergeField(conflict, t);
  return (
    <fieldset className="merge-conflict">
      <legend>
        <b>{mergeAbout(conflict, t)}</b>
        {field !== null && <span>{field}</span>}
      </legend>
      {conflict.problem && <p className="small">{problemText(conflict.problem)}</p>}
      {conflict.kind === "field" && (
        <p className="small mut">
          {t("merge.before", { value: mergeValue(conflict, conflict.base, t, language).join("; ") })}
        </p>
      )}
      <div className="merge-sides">
        {conflict.sides.map((side, at) => (
          <label key={side.file ?? ""} className={chosen === at ? "on" : undefined}>
            <input type="radio" name={conflict.id} checked={chosen === at} onChange={() => onChoose(at)} />
            <span>
              <SideValue conflict={conflict} side={side} />
              <span className="small mut">
                {side.file ?? t("merge.plan")}
                {side.at !== null && (
                  <>
                    {" · "}
                    {t(side.author ? "merge.said.by" : "merge.said", {
                      on: formatDate(today(new Date(side.at))),
                      time: formatTime(language, side.at),
                      author: side.author,
                    })}
                  </>
                )}
              </span>
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

function SideValue({ conflict, side }: { conflict: MergeConflict; side: MergeSide }) {
  const t = useSay();
  const language = useLanguage();
  if (side.removed) return <b>{t("merge.value.gone")}</b>;
  return mergeValue(conflict, side.value, t, language).map((line) => <b key={line}>{line}</b>);
}
