/** A fault of ours while drawing the page: said, with a way to save, instead of an empty window. */
import { Component, type ErrorInfo, type ReactNode } from "react";
import { say } from "../../text/say.ts";
import { saveCopy } from "../actions/open.ts";
import { view } from "../store.ts";
import { Message } from "./message.tsx";

interface State {
  readonly fault: string | null;
}

/** Holds what it wraps; after a fault it offers a copy of the plan and a fresh page. */
export class FaultBoundary extends Component<{ readonly children: ReactNode }, State> {
  override state: State = { fault: null };

  static getDerivedStateFromError(fault: unknown): State {
    return { fault: fault instanceof Error ? fault.message : String(fault) };
  }

  override componentDidCatch(fault: unknown, info: ErrorInfo): void {
    console.error(fault, info.componentStack);
  }

  override render(): ReactNode {
    const { fault } = this.state;
    if (fault === null) return this.props.children;
    const { language, plan } = view();
    return (
      <main className="fault">
        <Message kind="err">{say(language, "shell.fault", { detail: fault })}</Message>
        <div className="row">
          {plan && (
            <button type="button" className="btn" onClick={saveCopy}>
              {say(language, "data.copy")}
            </button>
          )}
          <button type="button" className="btn pri" onClick={() => location.reload()}>
            {say(language, "shell.reload")}
          </button>
        </div>
      </main>
    );
  }
}
