/**
 * The 54 ethnic groups: one spelling for each, their numbers in the two code lists in use, and other names people
 * write. Lists: A 121-TCTK/PPCĐ of 2 March 1979 (used in censuses); B 1019/QĐ-TCTK of 12 November 2008.
 */
import { foldText } from "../model/fold-text.ts";

export interface EthnicGroup {
  /** As written in registers of the province today and in the census of 2019. */
  readonly name: string;
  /** Two digits, list A. */
  readonly codeA: string;
  /** Two digits, list B; null where the number could not be confirmed (B is confirmed for 01 to 20 only). */
  readonly codeB: string | null;
  /** Other names, folded: of the group itself and of parts of it that belong to no other group. */
  readonly aliases: readonly string[];
  /** Parts whose name alone is not enough, folded: understood only after the group's name ("Mnông Chil"). */
  readonly parts: readonly string[];
  /** Dân tộc thiểu số tại chỗ: indigenous to this province. */
  readonly indigenous: boolean;
}

/** The majority group: every other is a minority (Decree 05/2011/NĐ-CP, Art. 4), Hoa and Khmer included. */
export const MAJORITY_GROUP = "Kinh";

/** "name|A|B|aliases|parts"; B is "-" where it is not confirmed. Aliases and parts separated by commas. */
const TABLE = `
Kinh|01|01|viet,kinh viet
Tày|02|02|tay nung phan,thu lao
Thái|03|03|tay thai,thai den,thai trang
Hoa|04|06|han,hoa han,nguoi hoa,trung hoa
Khơ Me|05|05|khmer,kho me,kho mer,kh'me,kho me krom
Mường|06|04|
Nùng|07|07|nung an,nung phan slinh,nung chao,nung inh
Mông|08|08|h'mong,hmong,meo,na mieo,mong hoa,mong den,mong trang,mong do,mong xanh|hoa,den,trang,do,xanh
Dao|09|09|man,dao do,dao tien,dao quan chet,dao thanh y,dao lo gang|do,tien,quan chet,thanh y,lo gang
Gia Rai|10|10|jrai,jarai,djarai,gia ray,gio rai,cho rai,chor,hdrung,arap,mthur|chor,hdrung,arap,mthur,tbuan
Ngái|11|-|ngai hac ca
Ê Đê|12|11|ede,ra de,rha de,rhade,anak e de,adham,ktul,mdhur,m'dhur,bih,krung,blo,kpa|kpa,adham,ktul,bih,mdhur,krung,blo,dong kay,dlie rue,epan,hwing
Ba Na|13|12|bahnar,bana,bo nam,tolo,rongao,ro ngao|tolo,rongao,golar,jolong,krem,kon kde
Xơ Đăng|14|16|xe dang,se dang,so dang,sedang,xo teng,to dra,mo nam,ha lang,ca dong|xo teng,to dra,mo nam,ha lang,ca dong
Sán Chay|15|13|cao lan,san chi,cao lan san chi|cao lan,san chi
Cơ Ho|16|15|k'ho,koho,ko ho,xre,sre,co don|xre,sre,nop,co don,chil,cil,lat,trinh
Chăm|17|14|cham h'roi,cham hroi,hroi,h'roi,chiem thanh|hroi,h'roi,ba ni,islam
Sán Dìu|18|17|san deo,trai dat
Hrê|19|18|h're,cham re,da vach
Mnông|20|20|m'nong,mo nong,pnong,bu nong,rlam,ro lam,preh,biat,bu dang,di pri,kuenh,gar|gar,rlam,ro lam,preh,pre,nong,chil,cil,biat,bu dang,di pri,kuenh,bu nor,bu dip,prang
Ra Glai|21|19|raglay,ra glay,rac lay
Xtiêng|22|-|s'tieng,stieng,xa dieng
Bru Vân Kiều|23|-|bru,van kieu,bru van kieu,mang coong
Thổ|24|-|tay poong
Giáy|25|-|
Cơ Tu|26|-|ca tu,katu,co tu,ka tu
Gié Triêng|27|-|gie trieng,gie,trieng,ta rieng,bnoong,gie trieng bnoong
Mạ|28|-|chau ma,ma ngan,ma xop
Khơ Mú|29|-|khmu,kho mu,kha mu,xa cau
Co|30|-|cor,kor
Tà Ôi|31|-|ta oi,pa co,pa hi,toi oi
Chơ Ro|32|-|chau ro,cho ro,do ro,chrau
Kháng|33|-|xa khao,xa don,quang lam
Xinh Mun|34|-|puoc,pua
Hà Nhì|35|-|u ni,xa u ni
Chu Ru|36|-|churu,cho ru
Lào|37|-|lao boc,lao noi
La Chí|38|-|cu te,la qua
La Ha|39|-|xa khao la ha,khla phlao
Phù Lá|40|-|bo kho pa,mu di pa,xa pho
La Hủ|41|-|khu xung,co xung,kha quy
Lự|42|-|lu,nhuon
Lô Lô|43|-|mun di,lo lo
Chứt|44|-|ruc,arem,ma lieng
Mảng|45|-|mang u,xa la vang
Pà Thẻn|46|-|pa hung
Cơ Lao|47|-|co lao,ke lao
Cống|48|-|xam khong,xa xeng
Bố Y|49|-|chung cha,trong gia,tu di
Si La|50|-|cu de xu,kha pe
Pu Péo|51|-|ka beo,pen ti lo lo
Brâu|52|-|brao
Ơ Đu|53|-|tay hat,o du
Rơ Măm|54|-|ro mam
`;

const INDIGENOUS: ReadonlySet<string> = new Set(["Ê Đê", "Mnông", "Gia Rai"]);

/** All 54, in the order of list A. */
export const ETHNIC_GROUPS: readonly EthnicGroup[] = TABLE.trim()
  .split("\n")
  .map((line) => {
    const [name = "", codeA = "", codeB = "-", aliases = "", parts = ""] = line.split("|");
    const list = (text: string) => (text === "" ? [] : text.split(",").map(foldText));
    return {
      name,
      codeA,
      codeB: codeB === "-" ? null : codeB,
      aliases: list(aliases),
      parts: list(parts),
      indigenous: INDIGENOUS.has(name),
    };
  });

/** Letters only: people write Ê-đê, Ê Đê, Êđê, M'Nông and M’nông for the same. */
const plain = (text: string) => foldText(text).replace(/[^a-z]+/g, "");

const BY_NAME: ReadonlyMap<string, EthnicGroup> = new Map(
  ETHNIC_GROUPS.flatMap((group) =>
    [group.name, ...group.aliases].map((name): [string, EthnicGroup] => [plain(name), group]),
  ),
);
const BY_CODE = {
  A: new Map(ETHNIC_GROUPS.map((group) => [group.codeA, group])),
  B: new Map(ETHNIC_GROUPS.flatMap((group) => (group.codeB === null ? [] : [[group.codeB, group]]))),
} as const;

/** Words before the name that add nothing. */
const LEAD = /^(?:(?:dan toc|nguoi|dong bao|dt)[\s.:]+)+/;

/**
 * The group a text names, in any of its spellings, alone or with a part of it ("Ê Đê Adham", "Mông (Trắng)",
 * "dân tộc Kinh"). Null for everything else: two groups at once, "khác", a code, a part that belongs to two groups.
 */
export function ethnicGroup(text: string): EthnicGroup | null {
  const folded = foldText(text).replace(LEAD, "");
  const whole = BY_NAME.get(plain(folded));
  if (whole) return whole;
  // The name, then a part of it, in brackets or not.
  const words = folded.split(/[\s()[\],;/-]+/).filter((word) => word !== "");
  for (let n = words.length - 1; n > 0; n--) {
    const group = BY_NAME.get(plain(words.slice(0, n).join(" ")));
    if (!group) continue;
    const rest = words.slice(n).join(" ");
    if (belongs(group, rest)) return group;
  }
  return null;
}

/** True when the text names the group again or a part of it. */
function belongs(group: EthnicGroup, text: string): boolean {
  const wanted = plain(text);
  return BY_NAME.get(wanted) === group || group.parts.some((part) => plain(part) === wanted);
}

/** The one spelling of a group for any of its names; null when the text names none of the 54 (`ethnicGroup`). */
export function ethnicName(text: string): string | null {
  return ethnicGroup(text)?.name ?? null;
}

/** Two digits of a code as it stands in a file (`1`, `01`, `1.0`); null when it is no number from 1 to 99. */
export function ethnicCode(text: string): string | null {
  const found = /^0*([1-9]\d?)(?:[.,]0+)?$/.exec(text.trim());
  return found ? found[1]!.padStart(2, "0") : null;
}

/**
 * The name behind a code of list A or B; null for a code that is not in it and for codes of B that are not
 * confirmed. Code 11 is Ngái in A and Ê Đê in B: which list it is must be known, not guessed.
 */
export function ethnicNameOfCode(code: string, list: "A" | "B"): string | null {
  const digits = ethnicCode(code);
  return digits === null ? null : (BY_CODE[list].get(digits)?.name ?? null);
}
