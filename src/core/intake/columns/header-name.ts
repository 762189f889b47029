/** The name of a column taken apart: levels of its header, words, what it says in brackets. */
import { encodeText } from "../../formats/text/encode-text.ts";
import { foldText } from "../../model/fold-text.ts";

export interface HeaderName {
  /** Folded words of the whole name, brackets and numbering left out. */
  readonly words: readonly string[];
  /** The same without blanks. */
  readonly joined: string;
  /** Words of the last level of a header of several lines; the same as `words` when it has one. */
  readonly last: readonly string[];
  /** `words` with abbreviations written out, `ts khau` is `tong so khau`, and one way of saying each thing. */
  readonly expanded: readonly string[];
  /**
   * What may be the beginning of a longer name: as long as a DBF name may be (10 bytes, or 10 letters in a one-byte
   * encoding), as it stands and without the number that tells twins apart (`ho_ten_c_1`). Empty: it was not cut.
   */
  readonly cut: readonly { readonly letters: string; readonly words: readonly string[] }[];
  /** Unit of land said in the name. */
  readonly unit: "ha" | "m2" | null;
}

/** Abbreviations within names that can mean one thing only; `dt` and `qd` can mean several. */
const ABBREVIATIONS: ReadonlyMap<string, readonly string[]> = new Map(
  (
    "ts tong so, sl so, ch chu ho, chuho chu ho, hgd ho gia dinh, nk nhan khau, dctd di cu tu do, dc di cu, " +
    "dtoc dan toc, dantoc dan toc, sokhau so khau, hoten ho ten, tdp to dan pho, maho ma ho, maxa ma xa, " +
    "tenxa ten xa, hn ho ngheo, hcn ho can ngheo, kh ke hoach, qh quy hoach, hg ho"
  )
    .split(", ")
    .map((line) => line.split(" "))
    .map(([short, ...whole]) => [short!, whole]),
);

/**
 * Ways of saying the same: families are `hộ`, `hộ dân`, `hộ gia đình` and `hộ gia đình, cá nhân`; people move as
 * `di cư` or `di dân`; what names a thing is its `mã số`, `số hiệu` or `ký hiệu`.
 */
const SAME: readonly (readonly [RegExp, string])[] = [
  [/\bho gia dinh ca nhan\b/g, "ho"],
  [/\bho (?:gia dinh|dan(?! toc\b| cu\b| di\b| so\b))\b/g, "ho"],
  [/\bdi dan\b/g, "di cu"],
  [/\b(?:tu phat|td)\b(?<=\bdi cu (?:tu phat|td))/g, "tu do"],
  [/\b(?:so hieu|ky hieu)\b/g, "ma so"],
  [/\bdan toc thieu so\b/g, "dan toc"],
  [/\bhien (?:tai|nay|co|o|dang o)\b/g, ""],
];

/** Words with their abbreviations written out and one way of saying each thing. */
function expand(words: readonly string[]): readonly string[] {
  const whole = words.flatMap((word) => ABBREVIATIONS.get(word) ?? [word]).join(" ");
  const said = SAME.reduce((text, [pattern, same]) => text.replace(pattern, same), whole).split(" ");
  const left = said.filter((word) => word !== "");
  return left.length === 0 ? words : left;
}

/** Length of a name in a DBF file, bytes. */
const DBF_NAME = 10;

/** Takes a decoded name apart. Any text will do, the empty one too. */
export function headerName(name: string): HeaderName {
  const levels = name
    .split(/\s*(?:[/|>\n\r]|\\)\s*/)
    .map(wordsOf)
    .filter((words) => words.length > 0);
  // `Số khẩu / Số khẩu` is a merged cell, `Thôn/buôn` a name.
  const distinct = levels.filter((words, i) => i === 0 || words.join(" ") !== levels[i - 1]!.join(" "));
  const words = distinct.flat();
  return {
    words,
    joined: words.join(""),
    last: distinct.at(-1) ?? [],
    expanded: expand(words),
    cut: cutOf(name.trim()),
    unit: unitOf(name),
  };
}

function cutOf(name: string): HeaderName["cut"] {
  // Longer than any DBF name, whatever its encoding.
  if (name.length > DBF_NAME || name.length < DBF_NAME / 3) return [];
  const bytes = encodeText([name.normalize("NFC")]).length;
  if (name.length < DBF_NAME - 1 && (bytes < DBF_NAME - 1 || bytes > DBF_NAME)) return [];
  const folded = foldText(name);
  return [...new Set([folded, folded.replace(/_?\d$/, "")])].map((spelling) => {
    const words = spelling.split(/[^a-z0-9]+/).filter((word) => word !== "");
    return { letters: words.join(""), words };
  });
}

function wordsOf(text: string): readonly string[] {
  const words = foldText(
    text
      .replace(/[([{][^)\]}]*[)\]}]?/g, " ")
      .replace(/(\p{Ll})(\p{Lu})/gu, "$1 $2")
      .replace(/(\p{Lu}{2,})(\p{Lu}\p{Ll})/gu, "$1 $2"),
  )
    .replaceAll("'", "")
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== "");
  // "1. Họ và tên", "A Thông tin": numbering, unless nothing else is left.
  return words.length > 1 && /^\d{1,2}$/.test(words[0]!) ? words.slice(1) : words;
}

function unitOf(name: string): "ha" | "m2" | null {
  const folded = foldText(name).replaceAll("²", "2");
  if (/(?:^|[^a-z0-9])(?:ha|hecta|hectares?|hec ta)(?:$|[^a-z0-9])/.test(folded)) return "ha";
  return /(?:^|[^a-z0-9])(?:m2|met vuong|sqm)(?:$|[^a-z0-9])/.test(folded) ? "m2" : null;
}
