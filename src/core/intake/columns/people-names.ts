/** Do texts look like names of people? Kinh surnames, Y and H' of Ê Đê and Mnông, names of migrants from the north. */
import { foldText } from "../../model/fold-text.ts";

const FIRST_WORDS: ReadonlySet<string> = new Set(
  (
    "nguyen tran le pham hoang huynh phan vu vo dang bui do ho ngo duong ly truong dinh doan lam mai trinh dao luong " +
    "luu ha cao ta to quach tang trieu thai chu nong vi lo be ma hua lanh nung hoang chau mac la quan sam " +
    "giang vang thao sung cu ly mua hang ho tho sinh phang lau trang ban tan phung dang chao y h amí ami ama aê ae " +
    "nay ksor rcom siu kpa rmah rahlan ro rolan bui quach ha dieu thi ka lang bloong lieng cil kra jan rơ"
  ).split(" "),
);

/** Several words of letters, the first of them a surname or the Y or H' of the Central Highlands. */
export function looksLikePerson(text: string): boolean {
  const folded = foldText(text);
  if (!/^[a-z'.\s-]{4,60}$/.test(folded)) return false;
  const words = folded.replace(/^(?:ong|ba|anh|chi|chu ho)[\s:.]+/, "").split(/\s+/);
  if (words.length < 2 || words.length > 7) return false;
  return /^h'/.test(words[0]!) || FIRST_WORDS.has(words[0]!.replace(/[^a-z]/g, ""));
}
