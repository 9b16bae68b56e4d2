import type { Chance } from "./chance.ts";

/** Invented people for a provider's list: nobody of these names works at a company of these names. */
const REGIONS = {
  europe: {
    first: [
      "Fenna",
      "Ansel",
      "Petra",
      "Iven",
      "Liv",
      "Jory",
      "Cato",
      "Maren",
      "Bastien",
      "Ilse",
      "Rasmus",
      "Noemi",
      "Tibor",
      "Signe",
      "Laurent",
      "Odile",
      "Henrik",
      "Zofia",
    ],
    last: [
      "Wexholt",
      "Drubeck",
      "Lowmark",
      "Sorrelby",
      "Ostenrade",
      "Peltham",
      "Brindlemoor",
      "Vandersloot",
      "Karlberg",
      "Mercadier",
      "Tervoort",
      "Aldersund",
      "Rozwadow",
      "Hallingdal",
    ],
    company: [
      "Korvald Cold Storage",
      "Ostra Dairy Co-op",
      "Halden Frost",
      "Marlow Foods Depot",
      "Nordfjell Seafood",
      "Quayside Ice",
      "Lindehof Pharma",
      "Vesterhav Fisk",
      "Belmonte Surgelés",
      "Tarnwald Logistik",
      "Ardenne Laiterie",
      "Skagen Kølehus",
    ],
    place: [
      ["Rotterdam", "NL"],
      ["Oslo", "NO"],
      ["Aarhus", "DK"],
      ["Lyon", "FR"],
      ["Hamburg", "DE"],
      ["Antwerp", "BE"],
      ["Gdynia", "PL"],
      ["Gothenburg", "SE"],
    ],
    title: ["Operations director", "Head of quality", "Warehouse manager", "Managing director", "Plant manager"],
  },
  america: {
    first: [
      "Marcy",
      "Dell",
      "Tobias",
      "Renata",
      "Curtis",
      "Imani",
      "Grady",
      "Lorna",
      "Emmett",
      "Yolanda",
      "Wes",
      "Tamsin",
      "Hollis",
      "Bree",
    ],
    last: [
      "Kettering",
      "Osgood",
      "Fairbanks",
      "Tolliver",
      "Marchetti",
      "Briscoe",
      "Lindqvist",
      "Yarrow",
      "Haldane",
      "Pruitt",
      "Escobedo",
      "Whitlock",
    ],
    company: [
      "Redbud Roofing",
      "Copperline HVAC",
      "Bluestem Dental Group",
      "Fallbrook Brewing",
      "Ironwood Machine",
      "Sagebrush Clinics",
      "Twin Forks Lumber",
      "Larkspur Daycare",
      "Mesa Verde Plumbing",
      "Cedar & Main Hotels",
      "Northgate Freight",
      "Pinyon Foods",
    ],
    place: [
      ["Columbus", "US"],
      ["Denver", "US"],
      ["Tulsa", "US"],
      ["Raleigh", "US"],
      ["Boise", "US"],
      ["Omaha", "US"],
      ["Albany", "US"],
    ],
    title: ["Office manager", "Owner", "Controller", "HR director", "Chief financial officer"],
  },
  britain: {
    first: [
      "Alys",
      "Rowan",
      "Imogen",
      "Fergus",
      "Nia",
      "Desmond",
      "Harriet",
      "Kit",
      "Morwenna",
      "Angus",
      "Beatrix",
      "Idris",
    ],
    last: [
      "Thornbury",
      "Penhallow",
      "Carrick",
      "Ellingham",
      "Mossgrove",
      "Strachan",
      "Wetherby",
      "Llewarne",
      "Oakshott",
      "Garside",
    ],
    company: [
      "Penhallow Bakeries",
      "Carrick Textiles",
      "Mossgrove Leisure",
      "Garside Foundry",
      "Wetherby Care Homes",
      "Strachan Distillers",
      "Ellingham Growers",
      "Oakshott Schools Trust",
      "Llewarne Print",
      "Thornbury Cold Rolled",
    ],
    place: [
      ["Leeds", "GB"],
      ["Bristol", "GB"],
      ["Glasgow", "GB"],
      ["Cardiff", "GB"],
      ["Norwich", "GB"],
      ["Sheffield", "GB"],
    ],
    title: ["Facilities manager", "Finance director", "Energy buyer", "Estates lead", "Managing director"],
  },
  china: {
    first: ["屿航", "若棠", "景行", "知远", "沐阳", "清和", "思齐", "望舒", "嘉言", "书昀"],
    last: ["庄", "覃", "欧阳", "贺", "岑", "邵", "骆", "柏", "慕容", "宁"],
    company: [
      "临港鲜链仓储",
      "浦江精密五金",
      "瓯越阀门",
      "云栖电子",
      "锦溪注塑",
      "澜沧汽配",
      "望亭轴承",
      "青岚包装",
      "衡山压铸",
      "海宁织造",
    ],
    place: [
      ["上海", "CN"],
      ["苏州", "CN"],
      ["宁波", "CN"],
      ["佛山", "CN"],
      ["东莞", "CN"],
      ["无锡", "CN"],
    ],
    title: ["质量总监", "生产经理", "厂长", "设备主管", "总经理"],
  },
} as const;

export type Region = keyof typeof REGIONS;
type Row = {
  name: string;
  title: string;
  company: string;
  email: string;
  phone: string;
  city: string;
  country: string;
};

const DIAL: Record<string, string> = {
  NL: "+31 10 555",
  NO: "+47 22 55",
  DK: "+45 86 55",
  FR: "+33 4 72 55",
  DE: "+49 40 5555",
  BE: "+32 3 555",
  PL: "+48 58 555",
  SE: "+46 31 55",
  US: "+1 614 555",
  GB: "+44 113 496",
  CN: "+86 21 5555",
};
const DIGITS: Record<string, number> = { NL: 4, NO: 4, DK: 4, FR: 4, DE: 4, BE: 4, PL: 4, SE: 5, US: 4, GB: 4, CN: 4 };

/** A list of people as a provider would have researched it, some rows of it unusable, as lists are. */
export function crowd(chance: Chance, region: Region, count: number, tag: string): Row[] {
  const { first, last, company, place, title } = REGIONS[region];
  return Array.from({ length: count }, (_, n): Row => {
    const [given, family] = [chance.one<string>(first), chance.one<string>(last)];
    const [city, country] = chance.one<readonly [string, string]>(place);
    const name = region === "china" ? `${family}${given}` : `${given} ${family}`;
    const base = chance.one<string>(company);
    const firm = region === "china" ? `${city}${base}` : chance.percent(45) ? base : `${base} ${city}`;
    const handle =
      region === "china"
        ? `contact${n}`
        : given
            .toLowerCase()
            .normalize("NFD")
            .replace(/[^a-z]/g, "");
    const domain = `${
      region === "china"
        ? "firm"
        : firm
            .toLowerCase()
            .normalize("NFD")
            .replace(/[^a-z]/g, "")
    }-${tag}${n}.example`;
    return {
      name,
      title: chance.one<string>(title),
      company: firm,
      email: chance.percent(3) ? "no mail" : `${handle}@${domain}`,
      phone: chance.percent(20)
        ? ""
        : `${DIAL[country]}${String(n * 7 + 1000)
            .padStart(DIGITS[country] ?? 4, "0")
            .slice(-(DIGITS[country] ?? 4))}`,
      city,
      country,
    };
  });
}

/** The list as a CSV file, quoted as spreadsheets do. */
export function csvOf(rows: readonly Row[]): string {
  const quoted = (cell: string) => (/[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
  const head = "Full name,Job title,Company,E-mail,Phone,City,Country";
  const line = (row: Row) =>
    [row.name, row.title, row.company, row.email, row.phone, row.city, row.country].map(quoted).join(",");
  return `${[head, ...rows.map(line)].join("\r\n")}\r\n`;
}
