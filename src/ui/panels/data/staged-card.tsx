/** One file: what it was recognised as, what of it is taken, what is refused and why, and what it will be. */
import { useState } from "react";
import type { StagedFile } from "../../../plan/protocol.ts";
import { type ImportChoice, importFile, leaveFile } from "../../actions/files.ts";
import { useProblemText, useSay } from "../../hooks/use-say.ts";
import { asksCoverage, importBlocked, layerOf, lostFeatures } from "../../import-choice.ts";
import { Button } from "../../parts/button.tsx";
import { Icon } from "../../parts/icon.tsx";
import { Message } from "../../parts/message.tsx";
import type { QueuedFile } from "../../store.ts";
import { CoverageChoice } from "./coverage-choice.tsx";
import { ProblemTable } from "./problem-table.tsx";
import { SkipBox } from "./skip-box.tsx";
import { NO_SOURCE, readSource, SourceFields } from "./source-fields.tsx";
import { StagedMeaning } from "./staged-meaning.tsx";

/** Nothing of it is in the plan until "Đưa vào phương án". */
export function StagedCard({ item }: { item: QueuedFile }) {
  const t = useSay();
  const problemText = useProblemText();
  return (
    <section aria-label={item.name}>
      <div className="row">
        <Icon name="file" />
        <h2 className="cut">{item.name}</h2>
        <span className="sp" />
        <Button small onClick={() => leaveFile(item.key)}>
          {t("data.leave")}
        </Button>
      </div>
      {item.state === "reading" && <p className="mut">{t("data.reading")}</p>}
      {item.problem && (
        <div className="msg-space">
          <Message kind="err">
            {problemText(item.problem)} {t("data.refused.kept")}
          </Message>
        </div>
      )}
      {item.staged && <Decide item={item} staged={item.staged} />}
    </section>
  );
}

function Decide({ item, staged }: { item: QueuedFile; staged: StagedFile }) {
  const t = useSay();
  const [as, setAs] = useState(staged.as);
  const [coverage, setCoverage] = useState<ImportChoice["coverage"] | null>(null);
  const [replace, setReplace] = useState(false);
  const [source, setSource] = useState(NO_SOURCE);
  const [busy, setBusy] = useState(false);
  // Said of one meaning of the file: another meaning loses other features and asks again.
  const [skipAs, setSkipAs] = useState<ImportChoice["as"] | null>(null);
  if (staged.readings.length === 0) {
    return (
      <div className="msg-space">
        <Message kind="err">{t("data.meaning.none", { file: staged.file })}</Message>
      </div>
    );
  }
  const reading = staged.readings.find((each) => each.as === as);
  // What lies outside was said of the other meaning; it has to be said again.
  const chooseMeaning = (next: StagedFile["as"]) => {
    setAs(next);
    setCoverage(null);
  };
  const layer = layerOf(reading);
  const lost = lostFeatures(reading);
  const missing = importBlocked(reading, { coverage, skipAs });
  const told = readSource(source);
  const wrong = missing ?? (layer ? told.bad : null);
  const blocked = wrong !== null ? t(wrong) : busy ? t("data.importing") : null;
  const take = async () => {
    if (!reading) return;
    setBusy(true);
    const plain = item.name.replace(/\.[^.]+$/, "");
    // The name says it, because the name goes with every figure and export that the layer has a part in.
    const name = lost > 0 ? t("data.skip.name", { name: plain, n: lost }) : plain;
    const coverageToTake = asksCoverage(reading) ? (coverage ?? "zones") : "all";
    await importFile(item, { as: reading.as, name, coverage: coverageToTake, replace, ...told.source });
    setBusy(false);
  };
  return (
    <div className="import-grid">
      <div>
        <StagedMeaning staged={staged} value={as} onChange={chooseMeaning} />
        {asksCoverage(reading) && (
          <CoverageChoice kind={reading.as} value={coverage} onChange={setCoverage} />
        )}
        {reading && (
          <label className="row msg-space">
            <input
              type="checkbox"
              className="tick"
              checked={replace}
              onChange={({ currentTarget }) => setReplace(currentTarget.checked)}
            />
            {t(reading.as === "households" ? "data.replace.households" : "data.replace.layer")}
          </label>
        )}
        {layer && <SourceFields value={source} onChange={setSource} />}
        <div className="msg-space">
          {reading && (
            <p data-testid="stage-counts" className="msg-space">
              {t(staged.format === "csv" ? "data.sum.rows" : "data.sum.features", {
                read: reading.read,
                accepted: reading.accepted,
                rejected: reading.rejected.length,
              })}
            </p>
          )}
          {reading && reading.located !== null && (
            <p className="small mut">
              {t("data.sum.located", {
                located: reading.located,
                missing: reading.accepted - reading.located,
              })}
            </p>
          )}
        </div>
        {layer && lost > 0 && reading && reading.accepted > 0 && (
          <SkipBox
            kind={layer}
            count={lost}
            value={skipAs === layer}
            onChange={(skip) => setSkipAs(skip ? layer : null)}
          />
        )}
        <div className="msg-space">
          <Button kind="pri" blocked={blocked} onClick={take}>
            {t("data.import")}
          </Button>
          {blocked !== null && <span className="small mut import-why">{blocked}</span>}
        </div>
      </div>
      <div>
        {reading && reading.rejected.length > 0 && (
          <ProblemTable title={t("data.rejected")} problems={reading.rejected} />
        )}
        {reading && reading.notes.length > 0 && (
          <ProblemTable title={t("data.notes")} problems={reading.notes} />
        )}
        {reading && reading.rejected.length === 0 && reading.notes.length === 0 && (
          <Message kind="ok">{t("data.all-fine")}</Message>
        )}
      </div>
    </div>
  );
}
