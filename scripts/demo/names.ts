/** Invented names, each with the word "Mẫu" in it: villages, schools, people in the manner of their group. */
import type { Random } from "./random.ts";

/** First parts of village names by group; the commune's own name and a letter or number follow. */
const STEMS: Readonly<Record<string, readonly string[]>> = {
  Kinh: [
    "Tân Lập",
    "Tân Tiến",
    "Hòa Bình",
    "Đoàn Kết",
    "Thống Nhất",
    "Phú Sơn",
    "An Thịnh",
    "Quyết Thắng",
    "Tân Phú",
    "Hòa An",
  ],
  "Ê Đê": ["Ea", "Cư", "Krông", "Ea Tar", "Drang", "Kla", "Ea Yŭk", "Blang", "Pŭk", "Hra", "Tơng", "Ea Ktŭr"],
  Mnông: ["Đắk", "Dơng", "Yang", "Rơlăm", "Bu", "Đắk Nuê", "Pai", "Lăk", "Jiê", "Ndrung"],
  Mông: ["Suối Trắng", "Đá Dựng", "Cây Sổ", "Dốc Mây", "Suối Lạnh", "Núi Trời", "Khe Đá", "Đèo Gió"],
  Dao: ["Khe Vàng", "Suối Quế", "Đồi Chè", "Khe Bách", "Nước Trong", "Đồng Thông"],
  Tày: ["Nà Lúa", "Nà Pài", "Bản Cuôn", "Nà Khoang", "Cốc Lùng", "Nà Sản"],
  Nùng: ["Pác Khuổi", "Bó Lịn", "Nà Ngần", "Lũng Vài", "Khuổi Sao", "Pò Mỏ"],
};
const WORDS: Readonly<Record<string, string>> = { "Ê Đê": "Buôn", Mnông: "Bon", Tày: "Bản", Nùng: "Bản" };
const LETTERS = ["A", "B", "C", "D"] as const;

/** A name for each village of a commune, no two alike within it. The first takes the commune's own name. */
export function villageNames(commune: string, peoples: readonly string[], random: Random): string[] {
  const own = commune.replace(/^(Xã|Phường) /, "");
  const used = new Set<string>();
  return peoples.map((people, i) => {
    const word = WORDS[people] ?? "Thôn";
    const candidates =
      i === 0
        ? [`${word} ${own}`]
        : random
            .shuffled(STEMS[people] ?? STEMS.Kinh)
            .flatMap((stem) => [`${word} ${stem} Mẫu`, `${word} ${stem} Mẫu ${LETTERS[random.index(2)]}`]);
    const wards = commune.startsWith("Phường") && people === "Kinh";
    const name =
      wards && i > 0 ? `Tổ dân phố ${i} ${own}` : firstUnused(candidates, used, `${word} ${own} ${i + 1}`);
    used.add(name);
    return name;
  });
}

function firstUnused(candidates: readonly string[], used: ReadonlySet<string>, otherwise: string): string {
  return candidates.find((name) => !used.has(name)) ?? otherwise;
}

interface Manner {
  /** Surnames; `*` in a given name is where it goes. */
  readonly surnames: readonly string[];
  readonly men: readonly string[];
  readonly women: readonly string[];
  /** How a man's and a woman's name is put together. */
  readonly man: (surname: string, given: string) => string;
  readonly woman: (surname: string, given: string) => string;
}

const plain = (surname: string, given: string) => `${surname} ${given}`;
const KINH_MEN = [
  "Văn Hùng",
  "Văn Minh",
  "Đình Thắng",
  "Quang Hải",
  "Văn Tài",
  "Hữu Phước",
  "Đức Long",
  "Văn Bảy",
  "Ngọc Sơn",
  "Thanh Tùng",
  "Văn Lực",
  "Công Danh",
];
const KINH_WOMEN = [
  "Thị Lan",
  "Thị Hoa",
  "Thị Hạnh",
  "Thị Mai",
  "Thị Ngọc",
  "Thị Thu",
  "Thị Hiền",
  "Thị Bình",
  "Thị Nga",
  "Thị Xuân",
];

const MANNERS: Readonly<Record<string, Manner>> = {
  Kinh: {
    surnames: [
      "Nguyễn",
      "Trần",
      "Lê",
      "Phạm",
      "Hoàng",
      "Phan",
      "Vũ",
      "Đặng",
      "Bùi",
      "Đỗ",
      "Hồ",
      "Ngô",
      "Dương",
      "Võ",
    ],
    men: KINH_MEN,
    women: KINH_WOMEN,
    man: plain,
    woman: plain,
  },
  "Ê Đê": {
    surnames: [
      "Êban",
      "Niê",
      "Mlô",
      "Ayŭn",
      "Byă",
      "Kbuôr",
      "Knul",
      "Hđơk",
      "Ktla",
      "Adrơng",
      "Niê Kđăm",
      "Buôn Yă",
    ],
    men: ["Blŏ", "Thŭ", "Khoa", "Dhăm", "Wơn", "Sen", "Bhim", "Krŏng", "Nguôm", "Tlam", "Ber", "Djuôr"],
    women: ["Bia", "Ngăn", "Lan", "Brơi", "Yun", "Ñuên", "Juin", "Mriu", "Rŭt", "Hŏa", "Blum", "Nuê"],
    man: (surname, given) => `Y ${given} ${surname}`,
    woman: (surname, given) => `H'${given} ${surname}`,
  },
  Mnông: {
    surnames: ["Rơlăk", "Bing", "Teh", "Liêng", "Hmŏk", "Bkrông", "Đăk Căt", "Ndu", "Triêk", "Uông"],
    men: ["Krang", "Kơn", "Mang", "Tiêng", "Ngơr", "Bơr", "Đŏ", "Jơn", "Wăn", "Nhông"],
    women: ["Jrai", "Mai", "Nhŏ", "Đơr", "Biăng", "Jăng", "Nuih", "Grơng"],
    man: (surname, given) => `Y ${given} ${surname}`,
    woman: (surname, given) => `H'${given} ${surname}`,
  },
  Mông: {
    surnames: ["Giàng", "Sùng", "Vàng", "Lý", "Thào", "Hầu", "Cư", "Ma", "Hạng", "Ly", "Mùa", "Vừ"],
    men: ["A Páo", "A Chua", "A Dính", "Seo Lử", "A Sình", "A Vàng", "Seo Phừ", "A Tủa", "A Lềnh", "Seo Dìn"],
    women: ["Thị Mỷ", "Thị Dợ", "Thị Sua", "Thị Pà", "Thị Máy", "Thị Chớ", "Thị Ca", "Thị Dua"],
    man: plain,
    woman: plain,
  },
  Dao: {
    surnames: ["Triệu", "Bàn", "Đặng", "Phùng", "Lý", "Chìu", "Tằng", "Hoàng"],
    men: ["Văn Phúc", "Tài Phin", "Kim Tiến", "Chòi Phấu", "Sành Vạn", "Phú Quý", "Tiến Thọ", "Dào Chiêm"],
    women: ["Mùi Pham", "Thị Mủi", "Mùi Ghến", "Thị Lai", "Mùi Nhậy", "Thị Khé"],
    man: plain,
    woman: plain,
  },
  Tày: {
    surnames: ["Nông", "Hoàng", "Lương", "Bế", "Hà", "Ma", "La", "Đàm"],
    men: ["Văn Thụ", "Văn Kình", "Ích Đạt", "Quốc Chấn", "Văn Rì", "Văn Lộc", "Đình Sáng"],
    women: ["Thị Ké", "Thị Nhình", "Thị Lưu", "Thị Păn", "Thị Thêm", "Thị Cói"],
    man: plain,
    woman: plain,
  },
  Nùng: {
    surnames: ["Nông", "Lục", "Vi", "Lâm", "Mông", "Hứa", "Triệu", "Long"],
    men: ["Văn Pảo", "Văn Sinh", "A Nhì", "Văn Cắm", "Đức Thắng", "Văn Slấn", "Minh Phúng"],
    women: ["Thị Sám", "Thị Ính", "Thị Vằn", "Thị Lếnh", "Thị Slao", "Thị Phén"],
    man: plain,
    woman: plain,
  },
};

/** Name of a head of household in the manner of a group; most heads are men, fewer among Ê Đê and Mnông. */
export function personName(people: string, random: Random): string {
  const manner = MANNERS[people] ?? MANNERS.Kinh;
  const matrilineal = people === "Ê Đê" || people === "Mnông";
  const surname = random.pick(manner.surnames);
  return random.chance(matrilineal ? 0.45 : 0.2)
    ? manner.woman(surname, random.pick(manner.women))
    : manner.man(surname, random.pick(manner.men));
}
