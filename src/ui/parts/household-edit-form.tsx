/** Edits what is known of a household, or adds one. Nothing is in the plan until it is saved. */
import { type FormEvent, useEffect, useId, useRef } from "react";
import { fromVn2000 } from "../../core/crs/vn2000.ts";
import type { HouseholdFacts } from "../../plan/protocol.ts";
import { choose } from "../actions/look.ts";
import { run } from "../actions/run.ts";
import { tellDone } from "../actions/tell.ts";
import { keepFocus } from "../focus.ts";
import { useAnswer } from "../hooks/use-answer.ts";
import { useMayEdit } from "../hooks/use-may-edit.ts";
import { type Say, useLanguage, useProblemText, useSay } from "../hooks/use-say.ts";
import { ALL_FACTS, type FactName, NO_FACTS, readDraft, textsOf, withText } from "../household-draft.ts";
import { closeForm, type HouseholdFormState, setForm } from "../household-form-state.ts";
import { services } from "../services.ts";
import { Button, IconButton } from "./button.tsx";
import { HouseholdFields } from "./household-edit-fields.tsx";
import { factText } from "./household-facts-fold.tsx";
import { Icon } from "./icon.tsx";

/** In the place of the card. */
export function HouseholdForm({ form }: { readonly form: HouseholdFormState }) {
  const t = useSay();
  const language = useLanguage();
  const problemText = useProblemText();
  const mayEdit = useMayEdit();
  const idField = useId();
  const formRef = useRef<HTMLFormElement>(null);
  // The form was just asked for.
  useEffect(() => formRef.current?.querySelector("input")?.focus(), []);
  const { kind, texts, initial, known } = form;
  const id = form.id.trim();
  const { changes, bad } = readDraft(texts, initial, fromVn2000);
  const firstBad = ALL_FACTS.find((name) => bad[name]);
  const facts: HouseholdFacts = { ...NO_FACTS, ...changes };
  const complete = id !== "" && firstBad === undefined;
  const { value: refused } = useAnswer(() => {
    if (!complete) return null;
    const { plan } = services();
    return kind === "add"
      ? plan.blocked("household.add", { id, facts })
      : plan.blocked("household.edit", { id, changes });
  }, [complete, kind, id, JSON.stringify(changes)]);
  const names = Object.keys(changes) as FactName[];
  const blocked = !mayEdit
    ? t("household.read-only")
    : id === ""
      ? t("household.id-missing")
      : firstBad
        ? t("household.bad.field", { field: t(`word.fact.${firstBad}`) })
        : kind === "edit" && names.length === 0
          ? t("household.nothing-changed")
          : refused
            ? problemText(refused)
            : null;
  const close = (to: HouseholdFormState["kind"]) => {
    keepFocus(`[data-focus='household-${to}']`);
    closeForm();
  };
  const save = async (event: FormEvent) => {
    event.preventDefault();
    if (blocked !== null) return;
    if (kind === "add") {
      if (!(await run("household.add", { id, facts }))) return;
      tellDone("household.added", { id });
    } else {
      if (!(await run("household.edit", { id, changes }))) return;
      tellEdited(id, known, changes, t, language);
    }
    close("edit");
    choose({ kind: "household", id });
  };
  const title = kind === "add" ? t("household.add") : t("household.edit.title", { id });
  return (
    <section className="float card" aria-label={title} data-region="card">
      <header className="row">
        <h2 className="cut">{title}</h2>
        <span className="sp" />
        <IconButton small label={t("shell.cancel")} onClick={() => close(kind)}>
          <Icon name="x" />
        </IconButton>
      </header>
      <form
        ref={formRef}
        className="card-form"
        aria-label={t("household.form")}
        onSubmit={(event) => void save(event)}
      >
        <div className="scroll">
          {kind === "add" && (
            <div className="fact-field wide">
              <label className="label" htmlFor={idField}>
                {t("word.fact.id")}
              </label>
              <input
                id={idField}
                className="text"
                value={form.id}
                onChange={({ currentTarget }) => setForm({ id: currentTarget.value })}
              />
            </div>
          )}
          <HouseholdFields
            texts={texts}
            bad={bad}
            onType={(name, text) => setForm({ texts: withText(texts, initial, name, text) })}
          />
        </div>
        <footer>
          {blocked !== null && (
            <p className={refused || firstBad ? "small err-text" : "small mut"} role="status">
              {blocked}
            </p>
          )}
          <div className="row">
            <button type="submit" className="btn pri" aria-disabled={blocked !== null || undefined}>
              {t("household.save")}
            </button>
            <Button onClick={() => close(kind)}>{t("shell.cancel")}</Button>
          </div>
        </footer>
      </form>
    </section>
  );
}

/** One change is told with both values, several by their names. */
function tellEdited(
  id: string,
  known: HouseholdFacts,
  changes: Partial<HouseholdFacts>,
  t: Say,
  language: "vi" | "en",
): void {
  const names = Object.keys(changes) as FactName[];
  const after = textsOf({ ...known, ...changes });
  const [only] = names;
  if (names.length === 1 && only) {
    const { [only]: before } = textsOf(known);
    tellDone("household.edited.one", {
      id,
      field: t(`word.fact.${only}`),
      before: factText(only, before, t),
      after: factText(only, after[only], t),
    });
    return;
  }
  const what = new Intl.ListFormat(language).format(names.map((name) => t(`word.fact.${name}`)));
  tellDone("household.edited", { id, what });
}
