/** How tabs speak: the one that writes answers, the others ask for a look and are told of changes. */
import type { StoredPlan, Touched } from "../protocol.ts";

const CHANNEL = "ancu-plan";
/** A tab in the middle of an import answers when it is done with it. */
const PATIENCE_MS = 15_000;
/** A tab that is just opening its plan does not answer yet: ask again. */
const AGAIN_MS = 1000;

/** What the writing tab says when its plan was opened or changed. */
export interface Announcement {
  readonly type: "changed";
  readonly id: string;
  readonly touched: readonly Touched[];
}
type Question =
  | { readonly type: "here"; readonly call: string }
  | { readonly type: "list"; readonly call: string }
  | { readonly type: "bytes"; readonly call: string; readonly id: string };
type Answer = { readonly type: "answer"; readonly call: string; readonly value: unknown };
type Message = Announcement | Question | Answer;
type WithoutCall<Q> = Q extends Question ? Omit<Q, "call"> : never;

/** What the writing tab can be asked. */
export interface Writer {
  /** True while this tab has a kept plan open; otherwise it stays silent. */
  writes(): boolean;
  list(): readonly StoredPlan[];
  bytes(id: string): Uint8Array | null;
}

export class OtherTabs {
  private readonly channel = new BroadcastChannel(CHANNEL);
  private readonly waiting = new Map<string, (value: unknown) => void>();

  constructor(
    private readonly writer: Writer,
    private readonly hear: (announcement: Announcement) => void,
  ) {
    this.channel.onmessage = ({ data }: MessageEvent<Message>) => this.take(data);
  }

  /** True when a writing tab answers within `patience` milliseconds. */
  async isThere(patience: number): Promise<boolean> {
    return (await this.ask({ type: "here" }, patience)) === true;
  }

  /** The plans of this browser; undefined when nobody answers. */
  async list(): Promise<readonly StoredPlan[] | undefined> {
    return (await this.ask({ type: "list" }, PATIENCE_MS)) as readonly StoredPlan[] | undefined;
  }

  /** A kept plan as it stands in the writing tab; null when it has none of this id, undefined when nobody answers. */
  async bytes(id: string): Promise<Uint8Array | null | undefined> {
    return (await this.ask({ type: "bytes", id }, PATIENCE_MS)) as Uint8Array | null | undefined;
  }

  announce(id: string, touched: readonly Touched[]): void {
    this.say({ type: "changed", id, touched });
  }

  private take(message: Message): void {
    if (message.type === "changed") this.hear(message);
    else if (message.type === "answer") {
      this.waiting.get(message.call)?.(message.value);
    } else if (this.writer.writes()) {
      this.say({ type: "answer", call: message.call, value: this.answer(message) });
    }
  }

  private answer(question: Question): unknown {
    if (question.type === "here") return true;
    return question.type === "list" ? this.writer.list() : this.writer.bytes(question.id);
  }

  private ask(question: WithoutCall<Question>, patience: number): Promise<unknown> {
    const call = crypto.randomUUID();
    return new Promise((answer) => {
      const end = (value: unknown) => {
        clearTimeout(timer);
        clearInterval(again);
        this.waiting.delete(call);
        answer(value);
      };
      const say = () => this.say({ ...question, call } as Question);
      const timer = setTimeout(() => end(undefined), patience);
      const again = setInterval(say, AGAIN_MS);
      this.waiting.set(call, end);
      say();
    });
  }

  private say(message: Message): void {
    this.channel.postMessage(message);
  }
}
