/** Chooses copies of the open plan to be brought together with it. */
import { useRef } from "react";
import { lookAtCopies } from "../../actions/merge.ts";
import { useSay } from "../../hooks/use-say.ts";
import { Button } from "../../parts/button.tsx";
import { useView } from "../../store.ts";

/** Several files at once are compared together; their order does not matter. */
export function MergeButton() {
  const t = useSay();
  const input = useRef<HTMLInputElement>(null);
  const looking = useView((state) => state.mergeLooking);
  return (
    <div className="msg-space">
      <Button blocked={looking ? t("merge.looking") : null} onClick={() => input.current?.click()}>
        {t("merge.button")}
      </Button>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        accept=".gpkg"
        data-testid="merge-input"
        onChange={({ currentTarget }) => {
          void lookAtCopies([...(currentTarget.files ?? [])]);
          currentTarget.value = "";
        }}
      />
      <p className="small mut msg-space">{t("merge.button.hint")}</p>
    </div>
  );
}
