/** The bar: plan and save state, the four questions, search, undo and redo, language, help. */

import { chooseLanguage } from "../actions/language.ts";
import { showTab } from "../actions/look.ts";
import { redo, turnText, undo } from "../actions/run.ts";
import { useSay } from "../hooks/use-say.ts";
import { setView, useView } from "../store.ts";
import { TABS, type Tab } from "../url.ts";
import { IconButton } from "./button.tsx";
import { Icon } from "./icon.tsx";
import { Logo } from "./logo.tsx";
import { PlanHead } from "./plan-head.tsx";
import { SearchBox } from "./search-box.tsx";

/** The whole bar. */
export function TopBar() {
  const t = useSay();
  const language = useView((state) => state.language);
  return (
    <header className="bar" data-region="bar">
      <div className="brand">
        <Logo />
        <b>An Cư</b>
        <PlanHead />
      </div>
      <Tabs />
      <SearchBox />
      <div className="tools">
        <UndoButtons />
        <button
          type="button"
          className="ib lang"
          onClick={() => chooseLanguage(language === "vi" ? "en" : "vi")}
          aria-label={t("shell.language")}
          title={t("shell.language")}
        >
          {language.toUpperCase()}
        </button>
        <IconButton label={t("shell.keys")} onClick={() => setView({ dialog: "keys" })}>
          <Icon name="help" />
        </IconButton>
      </div>
    </header>
  );
}

function Tabs() {
  const t = useSay();
  const tab = useView((state) => state.tab);
  const open = useView((state) => state.plan !== null);
  return (
    <div className="tabs" role="tablist" aria-label={t("shell.questions")}>
      {TABS.map((name: Tab) => (
        <button
          key={name}
          type="button"
          role="tab"
          aria-selected={open && tab === name}
          aria-disabled={!open || undefined}
          onClick={() => open && showTab(name)}
        >
          <b>{t(`tab.${name}`)}</b>
          <span>{t(`tab.${name}.question`)}</span>
        </button>
      ))}
    </div>
  );
}

function UndoButtons() {
  const t = useSay();
  const plan = useView((state) => state.plan);
  if (plan?.readOnly) return null;
  const back = plan?.undo ?? null;
  const again = plan?.redo ?? null;
  return (
    <>
      <IconButton
        label={back ? t("shell.undo", { what: turnText(back) }) : t("shell.undo.nothing")}
        disabled={!back}
        onClick={undo}
      >
        <Icon name="undo" />
      </IconButton>
      <IconButton
        label={again ? t("shell.redo", { what: turnText(again) }) : t("shell.redo.nothing")}
        disabled={!again}
        onClick={redo}
      >
        <Icon name="redo" />
      </IconButton>
    </>
  );
}
