/** What hangs on the plan's name in the bar: who works here, and the history. */
import { Popover } from "@mantine/core";
import { type ReactNode, useState } from "react";
import { useSay } from "../hooks/use-say.ts";
import { setView, useView } from "../store.ts";
import { Button } from "./button.tsx";
import { AuthorLine } from "./history-author.tsx";
import { Icon } from "./icon.tsx";

/** The name as a button, and the box that it opens. Escape closes the box and nothing else. */
export function PlanMenu({ children }: { readonly children: ReactNode }) {
  const t = useSay();
  const [open, setOpen] = useState(false);
  const name = useView((state) => state.plan?.name ?? "");
  return (
    <Popover
      opened={open}
      onChange={setOpen}
      position="bottom-start"
      width={320}
      offset={20}
      trapFocus
      returnFocus
      withinPortal
      transitionProps={{ duration: 0 }}
    >
      <Popover.Target>
        <button
          type="button"
          className="plan-name"
          aria-label={t("plan-menu.open", { name })}
          title={name}
          onClick={() => setOpen(!open)}
        >
          <span className="cut">{children}</span>
          <Icon name="down" size={12} />
        </button>
      </Popover.Target>
      <Popover.Dropdown
        className="plan-menu"
        aria-label={t("plan-menu.title")}
        onKeyDown={(event) => {
          if (event.key !== "Escape") return;
          event.stopPropagation();
          setOpen(false);
        }}
      >
        <AuthorLine />
        <Button
          small
          onClick={() => {
            setOpen(false);
            setView({ dialog: "history" });
          }}
        >
          {t("history.of-plan")}
        </Button>
      </Popover.Dropdown>
    </Popover>
  );
}
