/**
 * Columns as offices send them, made from a seed: what the text means, and how it stands in the file. Names are
 * put together from sounds and from lists of this file, not from what the guesses know.
 */
import { encodeText, type TextKind } from "../../../src/core/encodings/index.ts";
import type { Encoding } from "../../../src/core/intake/meaning.ts";

export interface Column {
  readonly from: TextKind;
  /** As the values stand in the file. */
  readonly values: readonly string[];
  /** What they say, form C, in the same order. */
  readonly texts: readonly string[];
  readonly encoding: Encoding;
  /** Values that are in another encoding than the column. */
  readonly mixed: number;
  readonly kind: string;
}

export type Random = () => number;

/** Mulberry32: the same numbers from the same seed everywhere. */
export function seeded(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

const list = (words: string) => words.split(" ");
/** One of a list. */
export const pick = <T>(random: Random, of: readonly T[]): T => of[Math.floor(random() * of.length)]!;
const capital = (word: string) => (word[0] ?? "").toUpperCase() + word.slice(1);

const ONSETS = list("b c ch d đ h l m n ng nh ph r s t th tr v x kh");
const OPEN = list(
  "aX aXi aXo aXu aXy aXm aXn aXng aXnh ăXn ăXng ăXm âXu âXy âXn âXm oX oXi oXn oXng ôX ôXi ôXn ôXng ơX ơXi ơXn uX uXa uXi uXn uXng uôXi uôXn uôXng ưX ưXa ưXng ươXi ươXn ươXng oaXn oaXng oaXi uyX",
);
const STOPPED = list("aXt aXc aXp aXch ăXt ăXc âXt âXc âXp oXt oXc ôXt ôXc uXt uXc uôXc ươXc ươXt oaXt");
const TONES = ["", "", "", "\u0300", "\u0300", "\u0301", "\u0301", "\u0309", "\u0303", "\u0323"];

function syllable(random: Random): string {
  const stopped = random() < 0.25;
  const rime = pick(random, stopped ? STOPPED : OPEN);
  const tone = stopped ? pick(random, ["\u0301", "\u0323"]) : pick(random, TONES);
  return (pick(random, ONSETS) + rime.replace("X", tone)).normalize("NFC");
}

const FAMILY = list(
  "Nguyễn Trần Lê Phạm Hoàng Phan Vũ Võ Đặng Bùi Đỗ Hồ Ngô Dương Lý Tạ Cao Châu Tống Lưu Quách Thái Kiều Đậu Tôn Văn Doãn Khổng Nghiêm Trà",
);
const MIDDLE = list("Văn Thị Đức Hữu Ngọc Quốc Xuân Minh Thanh Kim Đình Quang Công Bá Thế Mỹ Như Gia");
const BA_NAMES = list(
  "Niê Êban Mlô Kpă Ksơr Byă Hmŏk Kbuôr Adrơng Rcăm Êñuôl Ayŭn Knul Siu Rơ\u0020Ô Buôn\u0020Krông Hwing Bkrông Mdrang",
);
const LOCAL_ONSET = list("Bl Kr Kl Dr Br Tr Pl Kp Ks Mr Hm Ch J R W Ty Lg Gr Ml Nd");
const LOCAL_RIME = list("ô ông ăm ăk ĕt ŏ ŭn ôt ơr ăng iêt uôn ôm an at ăn êl ơi uăn ŏng iă ŭk êk ing eo ôi");

const local = (random: Random) => pick(random, LOCAL_ONSET) + pick(random, LOCAL_RIME);
const kinh = (random: Random) =>
  [pick(random, FAMILY), pick(random, MIDDLE), capital(syllable(random))].join(" ");
const ede = (random: Random) =>
  random() < 0.5
    ? `Y ${local(random)} ${pick(random, BA_NAMES)}`
    : `H${pick(random, ["'", "’"])}${local(random)} ${pick(random, BA_NAMES)}`;
const mong = (random: Random) =>
  [
    pick(random, list("Giàng Sùng Lầu Vàng Thào Hờ Cư Ly Mùa Vừ")),
    pick(random, list("A Thị Seo Văn Mí")),
    capital(syllable(random)),
  ].join(" ");
const village = (random: Random) =>
  random() < 0.5
    ? `${pick(random, ["Thôn", "Buôn", "thôn", "Tổ dân phố", "Bản"])} ${random() < 0.3 ? Math.ceil(random() * 20) : capital(syllable(random))}`
    : `Buôn ${local(random)}${random() < 0.3 ? " A" : ""}`;
const commune = (random: Random) =>
  `${pick(random, ["Xã ", "Phường ", ""])}${random() < 0.5 ? `${pick(random, ["Ea", "Cư", "Krông", "Đắk", "Ia"])} ${local(random)}` : `${capital(syllable(random))} ${capital(syllable(random))}`}`;
const group = (random: Random) =>
  pick(random, [
    "Kinh",
    "Ê Đê",
    "Mnông",
    "Mông",
    "Tày",
    "Nùng",
    "Thái",
    "Dao",
    "Gia Rai",
    "Mường",
    "H'Mông",
    "Xơ Đăng",
  ]);
const SENTENCES = [
  "ở gần suối, mùa mưa bị ngập",
  "đã chuyển về nơi mới năm 2023",
  "chưa có giấy tờ, chờ xác minh – hỏi trưởng thôn",
  "cách trung tâm 12 km đường đất",
  "vợ chồng già neo đơn",
  "xin ở lại chỗ cũ vì còn rẫy cà phê",
];
const note = (random: Random) =>
  `${capital(syllable(random))} ${syllable(random)} ${pick(random, SENTENCES)}`;
const number = (random: Random) => String(Math.floor(random() * 100000) / 10).replace(".", ",");

type Kinds = Readonly<Record<string, (random: Random) => string>>;

const KINDS: Kinds = {
  kinh,
  ede,
  mong,
  people: (random) => pick(random, [kinh, ede, mong])(random),
  village,
  commune,
  group,
  note,
  number,
  // Typed without marks.
  ascii: (random) =>
    pick(random, [kinh, village, commune])(random)
      .normalize("NFD")
      .replace(/[\u0300-\u036f]/gu, "")
      .replaceAll("đ", "d")
      .replaceAll("Đ", "D")
      .replaceAll("’", "'"),
};

const FONT_CAPITALS = "ĂÂĐÊÔƠƯ";
/** As the old fonts of TCVN3 were typed: capitals with accents from the codes of the small ones. */
export const typed = (text: string) =>
  [...text]
    .map((sign) => (sign > "\u007f" && !FONT_CAPITALS.includes(sign) ? sign.toLowerCase() : sign))
    .join("");

/** Windows-1252 from 80 to 9F; bytes it has nothing for keep their number. Node's decoder does not know them. */
const WESTERN = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";
/** Bytes as programs show them when they take them for Western text. */
export const shown = (bytes: string) =>
  bytes.replace(/[\u0080-\u009f]/gu, (sign) => WESTERN[sign.charCodeAt(0) - 0x80]!);

const WAYS: readonly (readonly [Encoding, TextKind])[] = [
  ["unicode", "unicode"],
  ["tcvn3", "bytes"],
  ["tcvn3", "unicode"],
  ["vni", "bytes"],
  ["vni", "unicode"],
  ["viscii", "bytes"],
  ["viscii", "unicode"],
  ["windows-1258", "bytes"],
  ["windows-1258", "unicode"],
  ["utf-8", "bytes"],
  ["utf-8", "unicode"],
];

/** `written` and what it should read as; null when the encoding cannot hold it. */
function stands(text: string, encoding: Encoding, from: TextKind, apart: boolean): string | null {
  if (encoding === "unicode") return apart ? text.normalize("NFD") : text;
  const bytes = encodeText(text, encoding);
  return bytes === null ? null : from === "bytes" ? bytes : shown(bytes);
}

/** Old fonts have no breve on o, e, u or i: people typed without it. */
const withoutBreves = (text: string) =>
  text
    .normalize("NFD")
    .replace(/(?<![Aa])\u0306/gu, "")
    .replace(/[nN]\u0303/gu, (n) => n[0]!)
    .normalize("NFC");

function column(random: Random, mixes: boolean, kinds: Kinds): Column {
  const [encoding, from] = pick(random, WAYS);
  const kind = pick(random, Object.keys(kinds));
  const rows = 3 + Math.floor(random() ** 2 * 198);
  const apart = encoding === "unicode" && random() < 0.25;
  const icelandic = encoding === "unicode" && random() < 0.15;
  const capitals = random() < 0.15;
  const share = mixes ? 0.05 + random() * 0.4 : 0;
  const others = WAYS.filter(([other, kept]) => other !== encoding && kept === from);
  const [other] = pick(random, others);
  const values: string[] = [];
  const texts: string[] = [];
  let mixed = 0;
  for (let row = 0; row < rows; row++) {
    let text = kinds[kind]!(random);
    if (capitals) text = text.toUpperCase();
    const own = random() >= share;
    const used = own ? encoding : other;
    if (used !== "unicode" && used !== "utf-8") text = withoutBreves(text);
    if (used === "tcvn3") text = typed(text);
    const value = stands(text, used, from, apart);
    if (value === null) continue;
    if (!own) mixed++;
    values.push(icelandic ? value.replaceAll("Đ", "Ð").replaceAll("đ", "ð") : value);
    texts.push(text.normalize("NFC"));
  }
  return { from, values, texts, encoding, mixed, kind: `${kind}${capitals ? " in capitals" : ""}` };
}

/** Columns from a seed; every tenth is mixed. */
export function corpus(count: number, seed: number, kinds: Kinds = KINDS): readonly Column[] {
  const random = seeded(seed);
  return Array.from({ length: count }, (_, at) => column(random, at % 10 === 9, kinds));
}
