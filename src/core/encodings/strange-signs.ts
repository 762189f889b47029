/** Signs that no Vietnamese text has: what is left when letters were decoded with the wrong table. */

/** Nothing to decode: ASCII without the control codes that VISCII and TCVN3 have letters in. */
export function isPlain(text: string): boolean {
  return PLAIN.test(text);
}
const PLAIN = /^[\t\n\r\u0020-\u007f]*$/u;

/** Control codes, soft hyphens, signs for "no letter", Western letters that are none of ours. */
const STRANGE =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control codes are what it is about
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u0080-\u009f\u00ad\ufffd\u00aa\u00b5\u00ba\u00c4-\u00c7\u00cb\u00ce\u00cf\u00d6\u00d8\u00db\u00dc\u00de\u00df\u00e4-\u00e7\u00eb\u00ee\u00ef\u00f6\u00f8\u00fb\u00fc\u00fe\u00ff\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc]/gu;
/** Signs touching a letter where only a letter can be: Kr«ng, §¾k, Gi¸. Degrees and m² are meant so. */
const SYMBOLS_BY_LETTER = /(?<=\p{L}\p{M}*)[¡-©«¬®¯±´¶-¹»-¿×÷€†‡‰‹›™₫]+|[¡-©«¬®¯±´-¿×÷€†‡‰‹›™₫]+(?=\p{L})/gu;

const SYMBOL = /[¡-¿×÷€†‡‰‹›™₫]/u;

/** How many signs of a decoded text are strange; 0 for text that reads. */
export function strangeSigns(text: string): number {
  const symbols = SYMBOL.test(text) ? (text.match(SYMBOLS_BY_LETTER)?.join("").length ?? 0) : 0;
  return (text.match(STRANGE)?.length ?? 0) + symbols;
}
