/** What every task does: open a question, read a number, wait for an answer. */
import type { Locator, Page } from "playwright-core";

/** Asks again until the answer is as wanted; `expect.poll` cannot be used before a test has begun. */
async function until<T>(
  ask: () => Promise<T>,
  wanted: (answer: T) => boolean,
  timeoutMs: number,
): Promise<T> {
  const end = Date.now() + timeoutMs;
  for (;;) {
    const answer = await ask();
    if (wanted(answer)) return answer;
    if (Date.now() > end) throw new Error(`Still ${JSON.stringify(answer)} after ${timeoutMs / 1000} s`);
    await new Promise((done) => setTimeout(done, 100));
  }
}

export type Question = "Rà soát" | "Bố trí" | "Tiến độ" | "Dữ liệu";

/** Opens one of the four questions with the mouse. */
export async function ask(page: Page, question: Question): Promise<void> {
  await page.getByRole("tab", { name: new RegExp(`^${question}`) }).click();
}

/** The whole number written in an element, in the Vietnamese manner (1.832). */
export async function numberOf(page: Page, testId: string): Promise<number> {
  const text = await page.getByTestId(testId).innerText();
  const match = /-?\d[\d.]*/.exec(text);
  if (!match) throw new Error(`No number in ${testId}: “${text}”`);
  return Number(match[0].replaceAll(".", ""));
}

/** The three numbers of the first question. */
export async function totals(page: Page): Promise<{ yes: number; unknown: number; no: number }> {
  await page.getByTestId("total-yes").waitFor();
  return {
    yes: await numberOf(page, "total-yes"),
    unknown: await numberOf(page, "total-unknown"),
    no: await numberOf(page, "total-no"),
  };
}

/** Opens the demo plan and waits for its numbers. */
export async function demoIsOpen(page: Page): Promise<void> {
  await page.getByTestId("demo-badge").waitFor({ timeout: 60_000 });
  await until(
    () => totals(page),
    ({ yes }) => yes > 0,
    60_000,
  );
}

/** Types into the search box; gives the suggestions that come up. */
export async function search(page: Page, text: string): Promise<Locator> {
  await page.locator("#search").fill(text);
  const hits = page.locator("[role=option].hit");
  await hits.first().waitFor();
  return hits;
}

/** Waits until the bar says that everything is saved, with its revision; gives the revision. */
export async function saved(page: Page, atLeast = 0): Promise<number> {
  const shown = async (): Promise<number> => {
    const text = await page.getByTestId("save-state").innerText();
    const match = /lần sửa\s+([\d.]+)/.exec(text);
    if (match) return Number(match[1]!.replaceAll(".", ""));
    return text.trim() === "Đã lưu" ? 0 : -1;
  };
  return until(shown, (revision) => revision >= atLeast, 30_000);
}
