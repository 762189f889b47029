/** Registers, forest and hazard tables as offices make them: many spellings and orders, from a seed. Nothing real. */
import { type ColumnSample, sampleColumn } from "../../../../src/core/intake/columns/column-sample.ts";
import type { FieldName } from "../../../../src/core/intake/fields.ts";

export interface MadeColumn {
  readonly sample: ColumnSample;
  /** What it is; null for a column that is none of our fields. */
  readonly truth: FieldName | null;
}
export interface MadeTable {
  readonly seed: number;
  readonly columns: readonly MadeColumn[];
}

/** Mulberry32: the same numbers from the same seed everywhere. */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

type Random = () => number;
const pick = <T>(random: Random, list: readonly T[]): T => list[Math.floor(random() * list.length)]!;
const digits = (random: Random, n: number) =>
  Array.from({ length: n }, () => Math.floor(random() * 10)).join("");

const KINH = [
  "Nguyễn Văn",
  "Trần Thị",
  "Lê Đình",
  "Phạm Minh",
  "Hoàng Thị",
  "Võ Văn",
  "Đặng Thị",
  "Bùi Quốc",
];
const OTHERS = [
  "Y Thŭ",
  "H'Nuê",
  "Y Krŏng",
  "H' Bơ",
  "Giàng A",
  "Sùng Thị",
  "Lý Văn",
  "Nông Thị",
  "Triệu Văn",
  "Ksor",
];
const GIVEN = [
  "An",
  "Bình",
  "Niê",
  "Byă",
  "Mlô",
  "Ayun",
  "Páo",
  "Dính",
  "Hòa",
  "Lan",
  "Sơn",
  "Êban",
  "Kbuôr",
];
const GROUPS = [
  "Kinh",
  "Ê Đê",
  "Ê-đê",
  "Mnông",
  "M'Nông",
  "Tày",
  "Nùng",
  "H'Mông",
  "Dao",
  "Gia Rai",
  "Thái",
  "Mường",
];

/** One field: how it may be headed, and values for row `i`. */
interface Recipe {
  readonly truth: FieldName | null;
  readonly headers: readonly string[];
  /** Chooses the manner of the whole column, then gives its values. */
  readonly values: (random: Random) => (i: number) => string;
}

const flat = (list: readonly string[]) => (random: Random) => () => pick(random, list);

export const REGISTER: readonly Recipe[] = [
  {
    truth: "id",
    headers: [
      "Mã hộ",
      "Mã số hộ",
      "Mã hộ gia đình",
      "MAHO",
      "ma_ho",
      "Mã định danh hộ",
      "household_id",
      "MaHoGD",
      "MSHGD",
      "Thông tin hộ / Mã hộ",
      "Mã hộ dân",
    ],
    values: (random) => {
      const style = Math.floor(random() * 3);
      const from = 1000 + Math.floor(random() * 50000);
      return (i) =>
        [`24${digits(random, 3)}-${String(i).padStart(4, "0")}`, `HK${from + i}`, `66${from + i}`][style]!;
    },
  },
  {
    truth: "head",
    headers: [
      "Họ và tên chủ hộ",
      "Họ tên chủ hộ",
      "Chủ hộ",
      "Tên chủ hộ",
      "hoten",
      "HO_TEN_CHU",
      "ho_ten_chu_ho",
      "Họ và tên / chủ hộ",
      "Họ và tên",
      "HOTENCHUHO",
      "Họ, tên chủ hộ",
      "TENCHUHO",
      "Thông tin chủ hộ / Họ và tên",
      "ho va ten chu ho",
    ],
    values: (random) => () =>
      `${pick(random, random() < 0.5 ? KINH : OTHERS)} ${pick(random, GIVEN)} ${pick(random, GIVEN)}`,
  },
  {
    truth: "ethnicity",
    headers: [
      "Dân tộc",
      "dantoc",
      "DAN_TOC",
      "Thành phần dân tộc",
      "dtoc",
      "Tên dân tộc",
      "Dân tộc chủ hộ",
      "TPDT",
      "DANTOC",
      "Thông tin chủ hộ / Dân tộc",
      "ethnicity",
      "Thành phần / dân tộc",
    ],
    values: flat(GROUPS),
  },
  {
    truth: "members",
    headers: [
      "Số khẩu",
      "Số nhân khẩu",
      "Nhân khẩu",
      "sokhau",
      "SO_KHAU",
      "sonk",
      "Tổng số khẩu",
      "Số khẩu (người)",
      "Số nhân khẩu / Tổng số",
      "SONHANKHAU",
      "Khẩu",
      "Số người trong hộ",
      "SO_NHAN_KH",
    ],
    values: (random) => () => String(1 + Math.floor(random() * 9)),
  },
  {
    truth: "poverty",
    headers: [
      "Hộ nghèo",
      "Diện nghèo",
      "hongheo",
      "diennghe",
      "Phân loại hộ",
      "Hộ nghèo, cận nghèo",
      "HO_NGHEO",
      "Loại hộ",
      "PHANLOAIHO",
      "Đối tượng hộ",
      "Diện hộ",
      "Hộ nghèo/cận nghèo",
    ],
    values: (random) => {
      const words = pick(random, [
        ["Nghèo", "Cận nghèo", "Không nghèo"],
        ["Hộ nghèo", "Hộ cận nghèo", "Hộ không nghèo", "Hộ có mức sống trung bình"],
        ["HN", "CN", "Không nghèo"],
      ]);
      return () => pick(random, words);
    },
  },
  {
    truth: "migrant",
    headers: [
      "Di cư tự do",
      "dctd",
      "DI_CU",
      "Hộ di cư",
      "Di cư ngoài quy hoạch",
      "DICUTUDO",
      "Dân di cư tự do",
      "Thuộc diện di cư tự do",
      "DI_CU_TU_D",
    ],
    values: (random) => {
      const words = pick(random, [
        ["có", "không"],
        ["x", ""],
        ["1", "0"],
        ["Có", "Không", ""],
      ]);
      return () => pick(random, words);
    },
  },
  {
    truth: "village",
    headers: [
      "Thôn",
      "Thôn, buôn",
      "Tên thôn/buôn",
      "thonbuon",
      "TEN_THON",
      "Buôn",
      "Thôn/Buôn/TDP",
      "TENTHON",
      "Địa chỉ / Thôn, buôn",
      "Thôn (buôn)",
      "to_dan_pho",
      "Tổ dân phố",
    ],
    values: (random) => () =>
      `${pick(random, ["Buôn", "Thôn", "Tổ dân phố"])} ${pick(random, ["Ea Mẫu", "1", "Tân Lập", "Kô Tam", "5", "Cư Dliê"])}`,
  },
  {
    truth: "commune_code",
    headers: [
      "Mã xã",
      "maxa",
      "MA_XA",
      "Mã phường/xã",
      "Mã ĐVHC",
      "MaXa",
      "commune_code",
      "Mã đơn vị hành chính cấp xã",
      "MADVHC",
      "Địa chỉ / Mã xã",
    ],
    values: flat(["24121", "24133", "24175", "24235", "24286", "22015"]),
  },
  {
    truth: "commune_name",
    headers: [
      "Xã",
      "Tên xã",
      "Xã/Phường",
      "tenxa",
      "TEN_XA",
      "Phường/xã",
      "Xã, phường, thị trấn",
      "TENXA",
      "Địa chỉ / Xã",
      "Xã (phường)",
    ],
    values: flat(["Xã Ea Kao", "Phường Tân Lập", "Xã Hòa Phú", "Xã Krông Nô"]),
  },
  {
    truth: "district_name",
    headers: [
      "Huyện",
      "Tên huyện",
      "tenhuyen",
      "HUYEN",
      "Huyện/TX/TP",
      "Quận/huyện",
      "TEN_HUYEN",
      "Huyện, thị xã, thành phố",
    ],
    values: flat(["Huyện Lắk", "Huyện Krông Bông", "Thành phố Buôn Ma Thuột"]),
  },
  {
    truth: "production_land_m2",
    headers: [
      "Đất sản xuất (m2)",
      "Diện tích đất sản xuất (ha)",
      "datsx",
      "DT_DATSX",
      "Đất canh tác",
      "Đất sản xuất nông nghiệp",
    ],
    values: (random) => () => (random() * 20000).toFixed(0),
  },
  {
    truth: "house_state",
    headers: ["Tình trạng nhà ở", "Hiện trạng nhà", "ttnha", "TINHTRANGNHA", "Loại nhà"],
    values: flat(["kiên cố", "tạm", "bán kiên cố"]),
  },
];

/** Headers of the same fields that nobody put into the dictionary: what is still guessed wrongly shows here. */
const UNUSUAL: Readonly<Partial<Record<FieldName, readonly string[]>>> = {
  id: ["Mã HGĐ", "Số hiệu hộ", "Mã số hộ (theo phần mềm)", "MAHO_2024", "Mã ID hộ", "Mã hộ DTTS", "Mã QL hộ"],
  head: [
    "Họ tên CH",
    "Tên CH",
    "H.tên chủ hộ",
    "Họ tên người đứng đầu hộ",
    "Họ và t",
    "HO_VA_TEN_",
    "Họ tên chủ hộ/ người đại diện",
    "Tên đầy đủ chủ hộ",
    "CHU_HO_TEN",
  ],
  ethnicity: [
    "D.tộc",
    "Thành phần DT",
    "Dân tộc (ghi rõ)",
    "Là người dân tộc",
    "DTOC_CHUHO",
    "Dân tộc 1",
    "Thuộc dân tộc",
    "Dân tộc của hộ",
  ],
  members: [
    "TS khẩu",
    "N.khẩu",
    "Số nk hiện có",
    "Tổng nhân khẩu của hộ",
    "Số khẩu hiện nay",
    "SL khẩu",
    "Số khẩu 2024",
    "Số nhân khẩu đang ở",
  ],
  poverty: [
    "Hộ nghèo 2024",
    "Thuộc hộ (nghèo/cận nghèo)",
    "Đối tượng (HN, HCN)",
    "Diện chính sách",
    "Xếp loại",
    "Nghèo/cận",
    "Kết quả rà soát 2024",
  ],
  migrant: ["Hộ DCTD", "Có di cư tự do không", "DC tự do", "Diện DCTD", "Dân DC ngoài KH"],
  village: [
    "Thôn buôn hiện ở",
    "Nơi ở (thôn)",
    "DC thôn",
    "Thôn/buôn/TDP nơi cư trú",
    "Địa bàn thôn",
    "Buôn làng",
  ],
  commune_code: ["Mã xã (theo QĐ 124)", "Mã xã mới 2025", "MAXA_2025", "Mã đvhc xã", "Mã số xã/phường"],
  commune_name: ["Tên xã/phường/TT", "Xã nơi ở", "X.phường", "Tên đơn vị cấp xã", "Xã mới (sau sáp nhập)"],
  district_name: ["Huyện (cũ)", "H/TX/TP", "Huyện trước sáp nhập", "Tên H, TX, TP"],
};
export const UNUSUAL_REGISTER: readonly Recipe[] = REGISTER.flatMap((recipe) => {
  const headers = recipe.truth === null ? undefined : UNUSUAL[recipe.truth];
  return headers === undefined ? [] : [{ ...recipe, headers }];
});

export const REGISTER_OTHERS: readonly Recipe[] = [
  { truth: null, headers: ["STT", "TT", "Số TT", "stt", "Số thứ tự"], values: () => (i) => String(i + 1) },
  { truth: null, headers: ["OBJECTID", "fid", "gid"], values: () => (i) => String(i + 1) },
  {
    truth: null,
    headers: ["Năm sinh", "NAMSINH", "Ngày sinh"],
    values: (random) => () => String(1940 + Math.floor(random() * 60)),
  },
  { truth: null, headers: ["Giới tính", "GIOITINH"], values: flat(["Nam", "Nữ"]) },
  { truth: null, headers: ["Số CCCD", "CCCD", "CMND"], values: (random) => () => `066${digits(random, 9)}` },
  { truth: null, headers: ["Ghi chú", "GHICHU"], values: flat(["", "", "đi làm xa"]) },
  { truth: null, headers: ["Dân tộc vợ", "Vợ / Dân tộc"], values: flat(GROUPS) },
  {
    truth: null,
    headers: ["Số khẩu nữ", "Số lao động", "Nhân khẩu / Nữ"],
    values: (random) => () => String(Math.floor(random() * 5)),
  },
  {
    truth: null,
    headers: ["Họ tên vợ", "Họ và tên vợ (chồng)"],
    values: (random) => () => `${pick(random, KINH)} ${pick(random, GIVEN)}`,
  },
  { truth: null, headers: ["Mã thôn", "MATHON"], values: (random) => () => `24${digits(random, 5)}` },
  { truth: null, headers: ["Mã huyện", "MAHUYEN"], values: flat(["643", "644", "655"]) },
  { truth: null, headers: ["Điện thoại", "SDT"], values: (random) => () => `09${digits(random, 8)}` },
  { truth: null, headers: ["Nguyên nhân nghèo"], values: flat(["thiếu đất", "đông con"]) },
  {
    truth: null,
    headers: ["X (m)", "Tọa độ / X"],
    values: (random) => () => (1400000 + random() * 50000).toFixed(2),
  },
  {
    truth: null,
    headers: ["Y (m)", "Tọa độ / Y"],
    values: (random) => () => (440000 + random() * 50000).toFixed(2),
  },
];

export const FOREST: readonly Recipe[] = [
  {
    truth: "kind",
    headers: [
      "malr3",
      "MALR3",
      "Loại rừng",
      "LOAIRUNG",
      "Ba loại rừng",
      "Tên loại rừng",
      "LR3",
      "Quy hoạch 3 loại rừng",
    ],
    values: (random) => {
      const words = pick(random, [
        ["Đặc dụng", "Phòng hộ", "Sản xuất"],
        ["RDD", "RPH", "RSX"],
        ["1", "2", "3"],
      ]);
      return () => pick(random, words);
    },
  },
  {
    truth: "name",
    headers: ["Tên rừng", "Tên khu rừng", "TENKHU", "Tên khu bảo tồn"],
    values: flat(["VQG Yok Đôn", "Khu A", "VQG Chư Yang Sin"]),
  },
  {
    truth: "subzone",
    headers: ["Phân khu", "PHANKHU", "Phân khu chức năng"],
    values: flat(["Bảo vệ nghiêm ngặt", "Phục hồi sinh thái", "Dịch vụ - hành chính"]),
  },
];
export const FOREST_OTHERS: readonly Recipe[] = [
  { truth: null, headers: ["ldlr", "LDLR"], values: flat(["TXG1", "RTG", "DT1", "TXB"]) },
  {
    truth: null,
    headers: ["tk", "TIEUKHU"],
    values: (random) => () => String(400 + Math.floor(random() * 900)),
  },
  {
    truth: null,
    headers: ["khoanh", "KHOANH"],
    values: (random) => () => String(1 + Math.floor(random() * 9)),
  },
  { truth: null, headers: ["lo", "LO"], values: (random) => () => String(1 + Math.floor(random() * 30)) },
  { truth: null, headers: ["maxa"], values: flat(["24235", "24286"]) },
  { truth: null, headers: ["dtich", "Diện tích (ha)"], values: (random) => () => (random() * 30).toFixed(2) },
  { truth: null, headers: ["Loài cây", "LOAICAY"], values: flat(["Keo", "Thông", ""]) },
];

export const HAZARD: readonly Recipe[] = [
  {
    truth: "level",
    headers: [
      "Mức nguy cơ",
      "mucdo",
      "MUC_DO",
      "nguyco",
      "capnc",
      "Cấp nguy cơ",
      "Mức độ nguy cơ",
      "NGUYCOSL",
      "Nguy cơ sạt lở",
      "MUCNGUYCO",
      "Mức độ nhạy cảm",
    ],
    values: (random) => {
      const words = pick(random, [
        ["Rất thấp", "Thấp", "Trung bình", "Cao", "Rất cao"],
        ["1", "2", "3", "4", "5"],
        ["Thấp", "Trung bình", "Cao"],
      ]);
      return () => pick(random, words);
    },
  },
  {
    truth: "kind",
    headers: ["Loại hình thiên tai", "LOAITT", "Loại thiên tai", "Loại nguy cơ", "LOAIHINH", "Loại tai biến"],
    values: flat(["Sạt lở", "Lũ quét", "Lũ ống", "sạt lở đất"]),
  },
];
export const HAZARD_OTHERS: readonly Recipe[] = [
  {
    truth: null,
    headers: ["Cấp độ rủi ro thiên tai", "CAPDORRTT", "Cấp độ rủi ro", "CAP_DO_RUI", "Cấp rủi ro thiên tai"],
    values: flat(["1", "2", "3", "Cấp 2"]),
  },
  {
    truth: null,
    headers: ["Mức thiệt hại (triệu đồng)"],
    values: (random) => () => String(Math.floor(random() * 900)),
  },
  { truth: null, headers: ["OBJECTID", "STT"], values: () => (i) => String(i + 1) },
  {
    truth: null,
    headers: ["Diện tích (ha)", "Shape_Area"],
    values: (random) => () => (random() * 30).toFixed(2),
  },
  { truth: null, headers: ["Số lần sạt lở"], values: (random) => () => String(Math.floor(random() * 4)) },
];

/** One table: every field with a chance, others among them, in any order, in one of several manners of writing. */
export function makeTable(seed: number, fields: readonly Recipe[], others: readonly Recipe[]): MadeTable {
  const random = randomFrom(seed);
  const rows = 40 + Math.floor(random() * 150);
  const manner = pick(random, [
    (name: string) => name,
    (name: string) => name.toUpperCase(),
    (name: string) =>
      name
        .normalize("NFD")
        .replace(/[\u0300-\u036f]/g, "")
        .replace(/đ/g, "d")
        .replace(/Đ/g, "D"),
    (name: string) => ` ${name} `,
    (name: string) => name.replaceAll(" ", "\u00a0"),
  ]);
  const chosen = [...fields.filter(() => random() < 0.85), ...others.filter(() => random() < 0.4)];
  const columns = chosen.map((recipe): MadeColumn => {
    const value = recipe.values(random);
    const blanks = random() < 0.3 ? 0.08 : 0;
    const texts = Array.from({ length: rows }, (_, i) =>
      random() < blanks && recipe.truth !== "id" ? "" : value(i),
    );
    const sample = sampleColumn(
      manner(pick(random, recipe.headers)).normalize("NFC"),
      rows,
      (i) => texts[i]!,
    );
    return { sample, truth: recipe.truth };
  });
  for (let i = columns.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [columns[i], columns[j]] = [columns[j]!, columns[i]!];
  }
  return { seed, columns };
}
