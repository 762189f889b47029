/** A site by typed coordinates: recognised and shown on the map while typing, taken only when accepted. */
import { useEffect, useRef, useState } from "react";
import { fromVn2000 } from "../../../core/crs/vn2000.ts";
import { nextSiteName } from "../../actions/site-name.ts";
import { cancelSketch, takeShape } from "../../actions/sketch.ts";
import { readCoordinates, writeCoordinates } from "../../coordinates.ts";
import { COORDINATES_BUTTON, focusOn, SKETCH_START } from "../../focus.ts";
import { useMayEdit } from "../../hooks/use-may-edit.ts";
import { useSay } from "../../hooks/use-say.ts";
import { Button, IconButton } from "../../parts/button.tsx";
import { Icon } from "../../parts/icon.tsx";
import { Message } from "../../parts/message.tsx";
import { setView, useView, view } from "../../store.ts";

/** Stays beside the map, so that the shape can be seen while it is typed. */
export function CoordinatesBox() {
  const open = useView((state) => state.coordinatesOpen);
  const mayEdit = useMayEdit();
  return open && mayEdit ? <Box /> : null;
}

function Box() {
  const t = useSay();
  const before = useRef(view().sketch);
  const [text, setText] = useState(() => {
    const old = before.current;
    return old?.geometry && old.complete ? writeCoordinates(old.geometry) : "";
  });
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => field.current?.focus(), []);
  const shape = readCoordinates(text, fromVn2000);
  const type = async (typed: string) => {
    setText(typed);
    const next = readCoordinates(typed, fromVn2000);
    if (next.ok) takeShape(next.geometry, view().sketch?.name ?? (await nextSiteName()));
  };
  const close = () => setView({ coordinatesOpen: false });
  const take = () => {
    focusOn(SKETCH_START);
    close();
  };
  const cancel = () => {
    focusOn(COORDINATES_BUTTON);
    close();
    if (before.current?.geometry) takeShape(before.current.geometry, before.current.name);
    else cancelSketch();
  };
  return (
    <section
      className="float coords"
      role="dialog"
      aria-label={t("coordinates.title")}
      onKeyDown={(event) => {
        if (event.key !== "Escape") return;
        event.preventDefault();
        event.stopPropagation();
        cancel();
      }}
    >
      <div className="sech">
        <h2>{t("coordinates.title")}</h2>
        <IconButton small label={t("shell.close")} onClick={cancel}>
          <Icon name="x" size={14} />
        </IconButton>
      </div>
      <label className="label">
        {t("coordinates.label")}
        <textarea
          ref={field}
          className="text"
          rows={8}
          value={text}
          spellCheck={false}
          placeholder={t("coordinates.example")}
          onChange={({ currentTarget }) => void type(currentTarget.value)}
        />
      </label>
      <div className="msg-space" aria-live="polite">
        {shape.ok ? (
          <Message kind="ok">
            {t(`coordinates.read.${shape.system}`, { n: (shape.geometry.coordinates[0]?.length ?? 1) - 1 })}
          </Message>
        ) : (
          <Message kind={shape.problem === "empty" || shape.problem === "few" ? "note" : "warn"}>
            {t(`coordinates.${shape.problem}`, { line: shape.line, text: shape.text })}
          </Message>
        )}
      </div>
      <div className="dialog-foot">
        <Button onClick={cancel}>{t("shell.cancel")}</Button>
        <Button kind="pri" blocked={shape.ok ? null : t("coordinates.not-yet")} onClick={take}>
          {t("coordinates.take")}
        </Button>
      </div>
    </section>
  );
}
