/** Who works here, as the person named themselves; remembered in this browser and written into every change. */
import { services } from "../services.ts";
import { setView } from "../store.ts";
import { tell } from "./tell.ts";

const KEY = "an-cu.author";

/** Takes the name for every change from now on; empty: changes carry none. */
export function chooseAuthor(typed: string): void {
  const name = typed.normalize("NFC").trim();
  if (name === "") localStorage.removeItem(KEY);
  else localStorage.setItem(KEY, name);
  tellAuthor();
  if (name === "") tell("author.cleared");
  else tell("author.saved", { name });
}

/** Tells the plan the remembered name. Called at the start, before a plan is opened. */
export function rememberAuthor(): void {
  tellAuthor();
}

function tellAuthor(): void {
  const author = localStorage.getItem(KEY);
  setView({ author });
  void services().plan.setAuthor(author);
}
