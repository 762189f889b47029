/** The systems the numbers can be in, each with what the communes say to it; a person chooses one. */
import { useId, useState } from "react";
import type { IntakeView, PlaceView } from "../../../intake/protocol.ts";
import { formatDistance } from "../../../text/numbers.ts";
import type { TextKey } from "../../../text/say.ts";
import { hasText } from "../../../text/say.ts";
import { useLanguage, useProblemText, useSay } from "../../hooks/use-say.ts";
import {
  chosenPlace,
  crsName,
  datumFaults,
  datumRival,
  placeKey,
  proofGrade,
  proofSentence,
} from "../../intake/place-guess.ts";
import { changeMeaning } from "../../intake/read.ts";
import type { WaitingTable } from "../../intake/waiting.ts";
import { Icon } from "../../parts/icon.tsx";
import { Message } from "../../parts/message.tsx";
import { IntakeLooked } from "./intake-looked.tsx";
import { IntakeOtherPlace } from "./intake-other-place.tsx";

/** So many guesses are cards at once; the rest can be named by hand. */
const MOST = 5;
/** The best and the likeliest mistake stand side by side with what tells them apart; the others on request. */
const FIRST = 2;
/** A shift below this is not told: no source is that exact. */
const TOLD_M = 1;

/** The left half of the upper row. */
export function IntakePlace({ table }: { table: WaitingTable }) {
  const t = useSay();
  const name = useId();
  const problemText = useProblemText();
  const [all, setAll] = useState(false);
  const { view, key } = table;
  if (!view) return null;
  if (table.looked) return <IntakeLooked key={table.looked.line.key} table={table} looked={table.looked} />;
  const { place } = view.meaning;
  const chosen = chosenPlace(view);
  const choose = (value: PlaceView["value"] | null) =>
    void changeMeaning(key, { kind: "place", place: value });
  const [first] = view.places;
  const most = view.places.slice(0, MOST);
  const shown = most.filter((each, at) => all || at < FIRST || each === chosen);
  const more = most.length - shown.length + (view.meaning.as === "households" && place !== null ? 1 : 0);
  return (
    <section className="intake-place" aria-labelledby="intake-place" data-region="card">
      <div className="sech">
        <h2 id="intake-place" tabIndex={-1}>
          {t("intake.step.place")}
        </h2>
        {first && <Sureness view={view} />}
      </div>
      <Doubts view={view} />
      <fieldset>
        <legend className="unseen">{t("intake.place.question")}</legend>
        {shown.map((each) => (
          <label className="choice" key={placeKey(each.value)}>
            <input
              type="radio"
              className="tick"
              name={name}
              checked={placeKey(each.value) === placeKey(place)}
              onChange={() => choose(each.value)}
            />
            <PlaceCard place={each} first={first} />
          </label>
        ))}
        {place && !chosen && (
          <label className="choice">
            <input type="radio" className="tick" name={name} checked readOnly />
            <span>
              <CrsTitle code={place.crs} />
              <span className="small choice-more">{t("intake.place.by-hand")}</span>
            </span>
          </label>
        )}
        {view.meaning.as === "households" && (all || place === null || view.places.length === 0) && (
          <label className="choice">
            <input
              type="radio"
              className="tick"
              name={name}
              checked={place === null}
              onChange={() => choose(null)}
            />
            <span>
              {t("intake.place.none")}
              <span className="small mut choice-more">{t("intake.place.none.more")}</span>
            </span>
          </label>
        )}
      </fieldset>
      {!all && more > 0 && (
        <button type="button" className="link small intake-more" onClick={() => setAll(true)}>
          {t("intake.place.more", { n: more })}
        </button>
      )}
      {first && (
        <details className="more msg-space">
          <summary className="small">{t("intake.place.why")}</summary>
          <p className="small mut">{whyText(t, first.why)}</p>
        </details>
      )}
      {view.notes.map((note, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: notes of one reading never move
        <div className="msg-space" key={at}>
          <Message kind="warn">{problemText(note)}</Message>
        </div>
      ))}
      <IntakeOtherPlace table={table} />
    </section>
  );
}

/** Columns are named only where they differ from those of the best guess, which the list of columns shows. */
function PlaceCard({
  place: { crs, proof, value },
  first,
}: {
  readonly place: PlaceView;
  readonly first: PlaceView | undefined;
}) {
  const t = useSay();
  const language = useLanguage();
  const says = proofSentence(proof);
  const grade = proofGrade(proof);
  const shifted = proof.shiftM !== null && proof.shiftM >= TOLD_M;
  return (
    <span>
      <CrsTitle code={crs} />
      <span className="small choice-more">
        <b className={`proof-${grade} row`}>
          <Icon name={GRADES[grade]} size={13} />
          <span>
            <span className="unseen">
              {t(grade === "none" ? "intake.proof.none.short" : `intake.proof.${grade}`)}:{" "}
            </span>
            {t(says.key, says.values)}
          </span>
        </b>
        {proof.typicalM !== null && proof.typicalM >= TOLD_M && (
          <span className="mut choice-more">
            {t("intake.proof.typical", { distance: formatDistance(language, proof.typicalM) })}
          </span>
        )}
        {shifted && proof.shiftTo && (
          <b className="proof-bad row">
            <Icon name="warn" size={13} />
            <span>
              {t("intake.proof.shift", {
                distance: formatDistance(language, proof.shiftM),
                to: t(`intake.compass.${proof.shiftTo}`),
              })}
            </span>
          </b>
        )}
        {value.kind === "columns" && !sameColumns(value, first?.value) && (
          <span className="mut choice-more">
            {t("intake.place.columns", { north: value.north, east: value.east })}
          </span>
        )}
        {value.kind === "geometry" && value.axes === "yx" && (
          <span className="mut choice-more">{t("intake.place.turned")}</span>
        )}
      </span>
    </span>
  );
}

const GRADES = { good: "check", bad: "stop", none: "question" } as const;

/** How sure the first guess is, in a word with its sign. */
function Sureness({ view: { placeConfidence } }: { readonly view: IntakeView }) {
  const t = useSay();
  const [icon, pill] = SURE[placeConfidence];
  return (
    <span className={pill}>
      <Icon name={icon} size={12} /> {t(`intake.place.sure.${placeConfidence}`)}
    </span>
  );
}
const SURE = {
  high: ["check", "pill ok"],
  medium: ["question", "pill warn"],
  low: ["question", "pill warn"],
} as const;

/** What could put every point of the file into the wrong place. */
function Doubts({ view }: { readonly view: IntakeView }) {
  const t = useSay();
  const language = useLanguage();
  const [first, second] = view.places;
  const chosen = chosenPlace(view);
  const rival = datumRival(view);
  const faults = datumFaults(view);
  const apart = rival && Math.max(rival.proof.shiftM ?? 0, chosen?.proof.shiftM ?? 0);
  return (
    <>
      {faults.length > 0 && (
        <div className="msg-space">
          <Message kind="err">{t("intake.place.shifted", { why: whyText(t, faults) })}</Message>
        </div>
      )}
      {rival && chosen ? (
        <div className="msg-space">
          <Message kind="err">
            {t("intake.place.datum", {
              a: plainName(t, chosen.crs),
              b: plainName(t, rival.crs),
              distance: formatDistance(language, apart ?? 0),
            })}
          </Message>
        </div>
      ) : (
        view.placeConfidence === "low" &&
        first &&
        second && (
          <div className="msg-space">
            <Message kind="warn">
              {t("intake.place.unsure", { a: plainName(t, first.crs), b: plainName(t, second.crs) })}
            </Message>
          </div>
        )
      )}
    </>
  );
}

function sameColumns(a: PlaceView["value"], b: PlaceView["value"] | undefined): boolean {
  if (a.kind !== "columns" || b?.kind !== "columns") return false;
  return a.east === b.east && a.north === b.north;
}

function CrsTitle({ code }: { code: PlaceView["crs"] }) {
  const t = useSay();
  return (
    <>
      <b>{plainName(t, code)}</b> <span className="small mut">{code}</span>
    </>
  );
}

function plainName(t: ReturnType<typeof useSay>, code: PlaceView["crs"]): string {
  const { key, values } = crsName(code);
  return t(key, values);
}

/** The reasons of a guess in one line. */
function whyText(t: ReturnType<typeof useSay>, why: PlaceView["why"]): string {
  return why
    .map(({ code, values }) => [`intake.why.${code}`, values] as const)
    .filter(([key]) => hasText(key))
    .map(([key, values]) => t(key as TextKey, values))
    .join("; ");
}
