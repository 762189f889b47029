/** Who works here, and the field that asks for the name in place. */
import { useState } from "react";
import { chooseAuthor } from "../actions/author.ts";
import { useMayEdit } from "../hooks/use-may-edit.ts";
import { useSay } from "../hooks/use-say.ts";
import { useView } from "../store.ts";
import { Button } from "./button.tsx";

/** One line; a form while the name is being changed. Where nothing may be changed there is no name to give. */
export function AuthorLine() {
  const t = useSay();
  const mayEdit = useMayEdit();
  const author = useView((state) => state.author);
  const [typed, setTyped] = useState<string | null>(null);
  // The field goes when it is done with; focus then goes back to the button that opened it.
  const [wasOpen, setWasOpen] = useState(false);
  const close = () => {
    setTyped(null);
    setWasOpen(true);
  };
  if (!mayEdit) return null;
  if (typed === null) {
    return (
      <div className="author">
        <span className={author === null ? "mut" : undefined}>
          {author === null ? t("author.unset") : t("author.is", { name: author })}
        </span>
        <button
          type="button"
          className="link small"
          // biome-ignore lint/a11y/noAutofocus: only when the field that stood here was closed
          autoFocus={wasOpen}
          onClick={() => setTyped(author ?? "")}
        >
          {t(author === null ? "author.tell" : "author.change")}
        </button>
      </div>
    );
  }
  return (
    <form
      className="author"
      onSubmit={(event) => {
        event.preventDefault();
        chooseAuthor(typed);
        close();
      }}
    >
      <label className="label">
        {t("author.name")}
        <input
          className="text"
          // biome-ignore lint/a11y/noAutofocus: the field comes in place of the button that was pressed
          autoFocus
          maxLength={80}
          value={typed}
          onChange={({ currentTarget }) => setTyped(currentTarget.value)}
        />
      </label>
      <div className="row">
        <button type="submit" className="btn pri s">
          {t("author.save")}
        </button>
        <Button small onClick={close}>
          {t("shell.cancel")}
        </Button>
      </div>
      <p className="small mut">{t("author.hint")}</p>
    </form>
  );
}
