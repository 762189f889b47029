/** Lists of households as files: made up, the same bytes from the same seed. */
import { strToU8, zipSync } from "fflate";
import { crsTransform } from "../../../src/core/crs/transform.ts";
import { encodeText } from "../../../src/core/encodings/index.ts";
import { randomOf } from "../../demo/random.ts";

export interface IntakeFile {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly rows: number;
}

const FAMILIES = ["Nguyễn", "Trần", "Lê", "Y", "H'", "Hoàng", "Nông", "Lương"] as const;
const MIDDLES = ["Văn", "Thị", "Đức", "Bhăm", "Nga", "Hữu", "Ngọc"] as const;
const GIVEN = ["Một", "Hai", "Ba", "Bốn", "Năm", "Sáu", "Bảy", "Tám", "Chín", "Mười"] as const;
const ETHNICITIES = ["Kinh", "Ê Đê", "Nùng", "Tày", "Gia Rai", "M'Nông"] as const;
const POVERTY = ["không nghèo", "cận nghèo", "nghèo"] as const;
const THEIR_POVERTY = ["Hộ không nghèo", "Hộ cận nghèo", "Hộ nghèo"] as const;
const VILLAGES = 400;
/** Corner and size of where they lie, degrees. */
const [WEST, SOUTH, WIDE, HIGH] = [107.6, 12.2, 1.3, 1.1];
/** VN-2000, central meridian 108°30′, 3° zone: where the lists of the province are. */
const GRID = "EPSG:9218";
const CRLF = "\r\n";

interface Row {
  readonly id: string;
  readonly head: string;
  readonly ethnicity: string;
  readonly members: number;
  /** Number in the lists of words. */
  readonly poverty: number;
  readonly migrant: number;
  readonly village: string;
  readonly lon: number;
  readonly lat: number;
}

function* rowsOf(seed: number, count: number): Generator<Row> {
  const random = randomOf(seed, "intake");
  for (let i = 0; i < count; i++) {
    yield {
      id: `24163-${i + 1}`,
      head: `${random.pick(FAMILIES)} ${random.pick(MIDDLES)} ${random.pick(GIVEN)} ${random.index(900)}`,
      ethnicity: random.pick(ETHNICITIES),
      members: 1 + random.index(8),
      poverty: random.index(POVERTY.length),
      migrant: random.index(2),
      village: `Buôn ${1 + random.index(VILLAGES)}`,
      lon: WEST + WIDE * random.next(),
      lat: SOUTH + HIGH * random.next(),
    };
  }
}

/** UTF-8, our words, degrees. */
export function plainCsv(seed: number, rows: number): IntakeFile {
  const lines = ["id,head,ethnicity,members,poverty,migrant,village,commune_code,lon,lat"];
  for (const { id, head, ethnicity, members, poverty, migrant, village, lon, lat } of rowsOf(seed, rows)) {
    const said = [id, head, ethnicity, members, POVERTY[poverty], migrant, village, "24163"];
    lines.push([...said, lon.toFixed(6), lat.toFixed(6)].join(","));
  }
  return { name: "ho.csv", rows, bytes: new TextEncoder().encode(`${lines.join(CRLF)}${CRLF}`) };
}

/** One byte for each letter of TCVN3, semicolons, X north and Y east in metres with a decimal comma. */
export function officeCsv(seed: number, rows: number): IntakeFile {
  const { forward } = crsTransform(GRID);
  const lines = ["Mã hộ;Họ tên chủ hộ;Dân tộc;Số khẩu;Hộ nghèo;Di cư tự do;Thôn buôn;X;Y"];
  const metres = (number: number) => number.toFixed(2).replace(".", ",");
  for (const { id, head, ethnicity, members, poverty, migrant, village, lon, lat } of rowsOf(seed, rows)) {
    const [east, north] = forward(lon, lat);
    const said = [id, head, ethnicity, members, THEIR_POVERTY[poverty], migrant ? "có" : "không", village];
    lines.push([...said, metres(north), metres(east)].join(";"));
  }
  const bytes = new Uint8Array(lines.reduce((sum, { length }) => sum + length + CRLF.length, 0));
  let at = 0;
  for (const line of lines) {
    const signs = encodeText(`${line}${CRLF}`, "tcvn3");
    if (signs === null) throw new Error(`${line}: not in TCVN3`);
    for (let k = 0; k < signs.length; k++) bytes[at++] = signs.charCodeAt(k);
  }
  return { name: "DS ho.csv", rows, bytes: bytes.subarray(0, at) };
}

/** A sheet of 20 columns: the eight of a list with its place, and ten more of an office's own. */
export function sheetXlsx(seed: number, rows: number): IntakeFile {
  const own = Array.from({ length: 10 }, (_, k) => `Ghi chú ${k + 1}`);
  const names = [
    "Mã hộ",
    "Họ tên chủ hộ",
    "Dân tộc",
    "Số khẩu",
    "Hộ nghèo",
    "Di cư tự do",
    "Thôn buôn",
    "Xã cũ",
    "lon",
    "lat",
  ];
  const parts = [`<row r="1">${[...names, ...own].map(textCell).join("")}</row>`];
  let line = 1;
  for (const { id, head, ethnicity, members, poverty, migrant, village, lon, lat } of rowsOf(seed, rows)) {
    line++;
    const texts = [id, head, ethnicity].map(textCell).join("");
    const more = [THEIR_POVERTY[poverty]!, migrant ? "có" : "không", village, "–"].map(textCell).join("");
    const place = `<c><v>${lon.toFixed(6)}</v></c><c><v>${lat.toFixed(6)}</v></c>`;
    const notes = own.map((_, k) =>
      k % 2 ? textCell(`ghi ${(line * 7 + k) % 50}`) : `<c><v>${line * k}</v></c>`,
    );
    parts.push(`<row r="${line}">${texts}<c><v>${members}</v></c>${more}${place}${notes.join("")}</row>`);
  }
  const sheet = `<?xml version="1.0" encoding="UTF-8"?><worksheet xmlns="${MAIN}"><sheetData>${parts.join("")}</sheetData></worksheet>`;
  const bytes = zipSync({
    "[Content_Types].xml": strToU8(
      `<?xml version="1.0" encoding="UTF-8"?><Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="${SHEET_TYPE}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${SHEET_TYPE}.worksheet+xml"/></Types>`,
    ),
    "_rels/.rels": strToU8(relation("officeDocument", "xl/workbook.xml")),
    "xl/workbook.xml": strToU8(
      `<?xml version="1.0" encoding="UTF-8"?><workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets><sheet name="Ho" sheetId="1" r:id="r1"/></sheets></workbook>`,
    ),
    "xl/_rels/workbook.xml.rels": strToU8(relation("worksheet", "worksheets/sheet1.xml")),
    "xl/worksheets/sheet1.xml": strToU8(sheet),
  });
  return { name: "ho.xlsx", rows, bytes };
}

const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const SHEET_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml";

function relation(type: string, target: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="r1" Type="${OFFICE}/${type}" Target="${target}"/></Relationships>`;
}

function textCell(text: string): string {
  return `<c t="inlineStr"><is><t>${text.replaceAll("&", "&amp;").replaceAll("<", "&lt;")}</t></is></c>`;
}
