/**
 * A hand on the map: goes to a place by typing its coordinates into the search box, and finds the pixel of a
 * place by reading the coordinates the program shows under the pointer — no hook into the program.
 */
import type { Page } from "playwright-core";
import { expect } from "vitest";
import type { LonLat } from "../../../src/core/units.ts";
import { search } from "./panels.ts";

/** The text of the scale line, e.g. `WGS 84 12,78937 B 108,23988 Đ`. */
async function placeShown(page: Page): Promise<LonLat> {
  const text = await page.locator(".scale .wgs").innerText();
  const numbers = [...text.matchAll(/(\d+),(\d+)/g)].map(([, whole, part]) => Number(`${whole}.${part}`));
  const [lat, lon] = numbers;
  if (lat === undefined || lon === undefined) throw new Error(`No coordinates in “${text}”`);
  return [lon, lat];
}

/** Types coordinates into the search box and waits until the map stands there. */
export async function goTo(page: Page, [lon, lat]: LonLat): Promise<void> {
  await search(page, `${lon.toFixed(6)} ${lat.toFixed(6)}`);
  await page.locator("#search").press("Enter");
  await still(page);
}

/** Waits until the scale and the centre have not moved for half a second. */
export async function still(page: Page): Promise<void> {
  let before = "";
  for (let tries = 0; tries < 40; tries++) {
    await page.waitForTimeout(250);
    const now = await page.locator(".scale").innerText();
    if (now === before) return;
    before = now;
  }
  throw new Error("The map does not come to rest");
}

/** Does what moves the map, waits until it has begun to move, and then until it stands. */
export async function moving(page: Page, act: () => Promise<void>): Promise<void> {
  const before = await page.locator(".scale").innerText();
  await act();
  await expect.poll(() => page.locator(".scale").innerText()).not.toBe(before);
  await still(page);
}

/** Turns places into pixels of the page, measured with the pointer at two corners of the map. */
export async function hand(page: Page): Promise<(at: LonLat) => { x: number; y: number }> {
  const box = await page.locator(".map-host canvas").first().boundingBox();
  if (!box) throw new Error("The map is not on the page");
  const corner = async (fx: number, fy: number) => {
    const [x, y] = [Math.round(box.x + box.width * fx), Math.round(box.y + box.height * fy)];
    await page.mouse.move(x - 1, y);
    await page.mouse.move(x, y);
    await page.waitForTimeout(120);
    return { x, y, at: await placeShown(page) };
  };
  const a = await corner(0.4, 0.35);
  const b = await corner(0.62, 0.62);
  expect(a.at).not.toEqual(b.at);
  const kx = (b.x - a.x) / (b.at[0] - a.at[0]);
  const ky = (b.y - a.y) / (b.at[1] - a.at[1]);
  return ([lon, lat]) => ({ x: a.x + (lon - a.at[0]) * kx, y: a.y + (lat - a.at[1]) * ky });
}

/** Drags with the mouse in small steps, as a hand does. */
export async function drag(
  page: Page,
  from: { x: number; y: number },
  to: { x: number; y: number },
): Promise<void> {
  await page.mouse.move(from.x, from.y);
  await page.waitForTimeout(150);
  await page.mouse.down();
  for (let step = 1; step <= 12; step++) {
    await page.mouse.move(from.x + ((to.x - from.x) * step) / 12, from.y + ((to.y - from.y) * step) / 12);
    await page.waitForTimeout(20);
  }
  await page.mouse.up();
  await page.waitForTimeout(150);
}
