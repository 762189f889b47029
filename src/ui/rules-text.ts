/** True when the text is a rule set rather than a layer: a JSON object that has a reading and no features. */
export function isRulesFile(text: string): boolean {
  return /^\s*\{/.test(text) && /"reading"\s*:/.test(text) && !/"features"\s*:/.test(text);
}
