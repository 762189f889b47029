/** The browser of the tests is found as the crash rounds find theirs. */
export * from "../../../scripts/browser/find-browser.ts";
