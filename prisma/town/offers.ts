import type { CriterionKind } from "#server/programs/criterion.ts";
import { DEFAULT_TERMS, type TermsInput } from "#server/programs/terms.ts";
import type { MerchantKey, ProviderKey } from "./cast.ts";
import type { Region } from "./crowd.ts";

type Question = {
  kind: CriterionKind;
  question: string;
  hint?: string;
  options?: string[];
  required?: boolean;
  answers: readonly string[];
};

/** A program of the demo town with everything that is written into it, and who works on it. */
export type Offer = {
  readonly merchant: MerchantKey;
  readonly name: string;
  readonly summary: string;
  readonly product: string;
  readonly script: string;
  readonly icp: {
    industries: string[];
    countries: string[];
    companySizes: ("11-50" | "51-200" | "201-1000")[];
    roles: string[];
    exclusions: string;
  };
  readonly questions: readonly Question[];
  readonly knowledge: readonly (readonly [title: string, body: string])[];
  readonly terms: TermsInput;
  readonly region: Region;
  readonly providers: readonly ProviderKey[];
  /** What a deal of this program is worth, in minor units, from and to. */
  readonly deal: readonly [bigint, bigint];
  readonly summaries: readonly string[];
};

const { takeRateBp: _lode, ...defaults } = DEFAULT_TERMS;
const terms = (over: Pick<TermsInput, "currency" | "rule" | "minimumMinor"> & Partial<TermsInput>): TermsInput => ({
  ...defaults,
  capMinor: null,
  ...over,
});

export const OFFERS: readonly Offer[] = [
  {
    merchant: "kestrel",
    name: "Cold-chain monitors, Europe",
    summary: "Wireless temperature records for cold stores that still keep paper logs.",
    product:
      "Kestrel puts a sensor in every cold room and writes the record that an auditor asks for. A store of ten rooms is running in a day; nobody drills, nobody rewires. It costs from 190 EUR a room and year.",
    script: "You keep your temperature records on paper today? When is the next audit, and what did the last one find?",
    icp: {
      industries: ["Food logistics", "Pharma storage", "Dairy"],
      countries: ["NL", "DE", "BE", "FR", "DK", "NO", "SE", "PL"],
      companySizes: ["51-200", "201-1000"],
      roles: ["Operations", "Quality"],
      exclusions: "Companies that rent their cold rooms by the day.",
    },
    questions: [
      {
        kind: "number",
        question: "How many temperature-controlled sites?",
        hint: "Count stores, not rooms.",
        options: ["sites"],
        answers: ["2", "3", "4", "6", "9", "12"],
      },
      {
        kind: "date",
        question: "By which date must it run?",
        hint: "An audit or a season.",
        answers: ["2027-03-12", "2027-02-01", "2027-05-31"],
      },
      {
        kind: "choice",
        question: "Who decides?",
        options: ["Decides alone", "Decides with somebody", "Only advises"],
        answers: ["Decides alone", "Decides with somebody"],
      },
      {
        kind: "text",
        question: "What happened at the last audit?",
        required: false,
        answers: ["A finding for missing night readings.", "Passed, with a remark about paper logs."],
      },
    ],
    knowledge: [
      [
        "Does it work through thick walls?",
        "Yes. The sensors speak on 868 MHz and reach through 40 cm of panel; a repeater is included for cellars.",
      ],
      ["Who owns the data?", "The customer. It can be taken along as CSV at any time."],
      ["What if the power fails?", "The sensor keeps 30 days of readings and sends them when it can."],
    ],
    terms: terms({
      currency: "eur",
      rule: { model: "percent", rateBp: 1200 },
      minimumMinor: 500_00n,
      capMinor: 6_000_00n,
    }),
    region: "europe",
    providers: ["tallis", "norrland"],
    deal: [4_800_00n, 38_000_00n],
    summaries: [
      "Six stores, all on paper. The audit in March is the deadline; signs up to 40,000 alone.",
      "Asked for a quote twice. The quality manager leads, the director signs.",
      "Lost a batch in July and does not want that again.",
    ],
  },
  {
    merchant: "harborlight",
    name: "Payroll for shift work",
    summary: "Payroll that understands shifts, tips and two jobs in one week.",
    product:
      "Harborlight runs payroll for companies with 20 to 300 hourly people: shifts from the time clock, tips, garnishments, all state filings. 9 USD a person and month, no set-up fee.",
    script: "Who types the hours into payroll every second week, and how long does that take?",
    icp: {
      industries: ["Hospitality", "Trades", "Clinics"],
      countries: ["US"],
      companySizes: ["11-50", "51-200"],
      roles: ["Office manager", "Controller", "Owner"],
      exclusions: "Companies in their first year.",
    },
    questions: [
      {
        kind: "number",
        question: "How many people are paid by the hour?",
        options: ["people"],
        answers: ["24", "38", "55", "80", "140"],
      },
      {
        kind: "choice",
        question: "What runs payroll today?",
        options: ["Spreadsheet", "An accountant", "Another payroll service"],
        answers: ["Spreadsheet", "An accountant", "Another payroll service"],
      },
      { kind: "yes_no", question: "Could it change before the new year?", answers: ["yes"] },
    ],
    knowledge: [
      ["Which states?", "All fifty, and the District of Columbia."],
      ["How long does a switch take?", "Two pay periods: one in parallel, one for real."],
    ],
    terms: terms({ currency: "usd", rule: { model: "fixed", fixedMinor: 640_00n }, minimumMinor: 640_00n }),
    region: "america",
    providers: ["prairie", "tallis"],
    deal: [2_500_00n, 15_000_00n],
    summaries: [
      "The owner does payroll on Sunday nights and wants Sundays back.",
      "Their accountant retires in December.",
      "Forty people, three locations, tips by hand.",
    ],
  },
  {
    merchant: "brambleworks",
    name: "Solar roofs for works and schools",
    summary: "Roofs rented, panels installed, power sold back below the grid's price.",
    product:
      "Brambleworks rents a roof for 25 years, pays for the panels and sells the power on site at 30 % under the grid. Roofs from 1,500 square metres.",
    script: "What did a kilowatt hour cost you last winter, and who owns the roof?",
    icp: {
      industries: ["Manufacturing", "Education", "Care"],
      countries: ["GB"],
      companySizes: ["51-200", "201-1000"],
      roles: ["Facilities", "Finance"],
      exclusions: "Listed buildings.",
    },
    questions: [
      {
        kind: "number",
        question: "How large is the roof?",
        options: ["square metres"],
        answers: ["1600", "2200", "3400", "5200"],
      },
      { kind: "yes_no", question: "Do they own the building?", answers: ["yes"] },
      {
        kind: "choice",
        question: "When does the power contract end?",
        options: ["Within six months", "Within a year", "Later"],
        answers: ["Within six months", "Within a year"],
      },
    ],
    knowledge: [["Who repairs the roof?", "We do, for the whole 25 years, down to the membrane."]],
    terms: terms({
      currency: "gbp",
      rule: {
        model: "tiers_by_value",
        tiers: [
          { from: 0n, fee: { rateBp: 500 } },
          { from: 50_000_00n, fee: { rateBp: 400 } },
          { from: 150_000_00n, fee: { rateBp: 300 } },
        ],
      },
      minimumMinor: 750_00n,
      feeBase: "contract_value",
    }),
    region: "britain",
    providers: ["tallis"],
    deal: [18_000_00n, 190_000_00n],
    summaries: [
      "Owns the hall, the contract ends in February, the finance director asked for the model.",
      "Three schools in one trust, one decision.",
    ],
  },
  {
    merchant: "qingwu",
    name: "工业视觉检测",
    summary: "用相机代替目检，两周上线，按产线收费。",
    product: "青梧智造的视觉检测站可识别划痕、缺料与尺寸偏差。一条产线两周上线，误检率低于千分之三，按产线年费收取。",
    script: "目前由谁来做目检？上个月因漏检退回了多少批？",
    icp: {
      industries: ["注塑", "五金", "汽车零部件"],
      countries: ["CN"],
      companySizes: ["51-200", "201-1000"],
      roles: ["质量", "生产"],
      exclusions: "没有自有产线的贸易公司。",
    },
    questions: [
      { kind: "number", question: "有多少条产线需要检测？", options: ["条"], answers: ["2", "3", "5", "8"] },
      {
        kind: "choice",
        question: "谁来决定采购？",
        options: ["本人决定", "与他人共同决定", "仅提建议"],
        answers: ["本人决定", "与他人共同决定"],
      },
      { kind: "yes_no", question: "今年是否有预算？", answers: ["yes"] },
    ],
    knowledge: [
      ["能否检测反光件？", "可以，采用偏振光源，反光金属件同样适用。"],
      ["数据保存在哪里？", "默认保存在工厂本地服务器，不上传。"],
    ],
    terms: terms({
      currency: "usd",
      rule: {
        model: "tiers_by_count",
        period: "quarter",
        tiers: [
          { from: 1n, fee: { rateBp: 1000 } },
          { from: 5n, fee: { rateBp: 800 } },
        ],
      },
      minimumMinor: 300_00n,
      feeBase: "first_year",
    }),
    region: "china",
    providers: ["prairie"],
    deal: [6_000_00n, 42_000_00n],
    summaries: [
      "五条产线均为人工目检，上季度退货两批，质量总监希望年前试点。",
      "已有预算，厂长亲自对接，要求先做一条线。",
    ],
  },
];
