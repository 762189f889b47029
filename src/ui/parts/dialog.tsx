/** A dialog: focus goes in and comes back, Escape closes. */
import { Modal } from "@mantine/core";
import { type ReactNode, useEffect, useState } from "react";
import { useSay } from "../hooks/use-say.ts";
import { setView } from "../store.ts";

interface Props {
  readonly title: string;
  readonly children: ReactNode;
  readonly wide?: boolean;
  readonly onClose?: () => void;
}

/** Closes the open dialog. */
export function closeDialog(): void {
  setView({ dialog: null });
}

/** A dialog with a title and a close button; shown as long as it is rendered. */
export function Dialog({ title, children, wide, onClose = closeDialog }: Props) {
  const t = useSay();
  useFocusBack();
  return (
    <Modal
      opened
      onClose={onClose}
      title={title}
      size={wide ? 720 : 460}
      centered
      transitionProps={{ duration: 0 }}
      closeButtonProps={{ "aria-label": t("shell.close") }}
    >
      {children}
    </Modal>
  );
}

/** The dialog goes away as a whole, so that what opened it has to be remembered here. */
function useFocusBack(): void {
  const [opener] = useState(() => document.activeElement);
  useEffect(
    () => () => {
      const lost = document.activeElement === null || document.activeElement === document.body;
      if (lost && opener instanceof HTMLElement && opener.isConnected) opener.focus();
    },
    [opener],
  );
}
