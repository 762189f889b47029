/** What every task does: open a question, read a number, wait for an answer. */
import type { Page } from "playwright-core";
import { expect } from "vitest";

export type Question = "Rà soát" | "Bố trí" | "Tiến độ" | "Dữ liệu";

/** Opens one of the four questions with the mouse. */
export async function ask(page: Page, question: Question): Promise<void> {
  await page.getByRole("navigation").getByText(question, { exact: true }).click();
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
  await expect.poll(async () => (await totals(page)).yes, { timeout: 60_000 }).toBeGreaterThan(0);
}

/** Waits until the bar says that everything is saved, with its revision; gives the revision. */
export async function saved(page: Page, atLeast = 0): Promise<number> {
  let revision = -1;
  await expect
    .poll(
      async () => {
        const text = await page.getByTestId("save-state").innerText();
        const match = /bản\s+([\d.]+)/.exec(text);
        revision = match ? Number(match[1]!.replaceAll(".", "")) : /^Đã lưu/.test(text.trim()) ? 0 : -1;
        return revision;
      },
      { timeout: 30_000 },
    )
    .toBeGreaterThanOrEqual(atLeast);
  return revision;
}
