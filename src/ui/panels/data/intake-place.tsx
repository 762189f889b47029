/** The systems the numbers can be in, each with what the communes say to it; a person chooses one. */
import { useId } from "react";
import type { PlaceView } from "../../../intake/protocol.ts";
import { formatDistance } from "../../../text/numbers.ts";
import type { TextKey } from "../../../text/say.ts";
import { hasText } from "../../../text/say.ts";
import { useLanguage, useProblemText, useSay } from "../../hooks/use-say.ts";
import { chosenPlace, crsName, placeKey, proofGrade, proofSentence } from "../../intake/place-guess.ts";
import { changeMeaning } from "../../intake/read.ts";
import type { WaitingTable } from "../../intake/waiting.ts";
import { Message } from "../../parts/message.tsx";
import { IntakeOtherPlace } from "./intake-other-place.tsx";

/** So many guesses are cards at once; the rest can be named by hand. */
const MOST = 5;
/** A shift below this is not told: no source is that exact. */
const TOLD_M = 1;

/** The left half of the upper row. */
export function IntakePlace({ table }: { table: WaitingTable }) {
  const t = useSay();
  const name = useId();
  const problemText = useProblemText();
  const { view, key } = table;
  if (!view) return null;
  const { place } = view.meaning;
  const chosen = chosenPlace(view);
  const choose = (value: PlaceView["value"] | null) =>
    void changeMeaning(key, { kind: "place", place: value });
  const [first, second] = view.places;
  return (
    <section className="intake-place" aria-labelledby="intake-place">
      <div className="sech">
        <h2 id="intake-place" tabIndex={-1}>
          {t("intake.step.place")}
        </h2>
        {first && (
          <span className="small mut cut" title={whyText(t, first)}>
            {whyText(t, first)}
          </span>
        )}
      </div>
      <fieldset>
        <legend className="unseen">{t("intake.place.question")}</legend>
        {view.places.slice(0, MOST).map((each) => (
          <label className="choice" key={placeKey(each.value)}>
            <input
              type="radio"
              className="tick"
              name={name}
              checked={placeKey(each.value) === placeKey(place)}
              onChange={() => choose(each.value)}
            />
            <PlaceCard place={each} first={each === chosen ? null : first} />
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
        {view.meaning.as === "households" && (
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
      {view.placeConfidence === "low" && first && second && (
        <div className="msg-space">
          <Message kind="warn">
            {t("intake.place.unsure", {
              a: plainName(t, first.crs),
              b: plainName(t, second.crs),
            })}
          </Message>
        </div>
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

/** `first`: what it needs not repeat of the best guess; null: nothing. */
function PlaceCard({
  place: { crs, proof, value },
  first,
}: {
  readonly place: PlaceView;
  readonly first: PlaceView | null | undefined;
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
        {(grade !== "none" || !shifted) && (
          <>
            <b className={`proof-${grade}`}>{t(says.key, says.values)}</b>
            {shifted && " · "}
          </>
        )}
        {shifted && proof.shiftTo && (
          <b className="proof-bad">
            {t("intake.proof.shift", {
              distance: formatDistance(language, proof.shiftM),
              to: t(`intake.compass.${proof.shiftTo}`),
            })}
          </b>
        )}
        {!shifted && proof.typicalM !== null && proof.typicalM >= TOLD_M && (
          <>
            {" · "}
            {t("intake.proof.typical", { distance: formatDistance(language, proof.typicalM) })}
          </>
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
function whyText(t: ReturnType<typeof useSay>, { why }: PlaceView): string {
  return why
    .map(({ code, values }) => [`intake.why.${code}`, values] as const)
    .filter(([key]) => hasText(key))
    .map(([key, values]) => t(key as TextKey, values))
    .join("; ");
}
