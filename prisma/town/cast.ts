import type { Role } from "#server/kernel/actor.ts";

/** A person of the demo town. */
export type Person = {
  readonly name: string;
  readonly email: string;
  readonly role: Role;
  readonly locale?: "en" | "zh-CN";
};

/** A company of the demo town; its first person signs it up. */
export type Company = {
  readonly kind: "merchant" | "provider";
  readonly name: string;
  readonly country: string;
  readonly timeZone: string;
  readonly people: readonly [Person, ...Person[]];
};

/** One password for all, printed by the start command: this town exists in the sandbox alone. */
export const PASSWORD = "lode-demo-town";

const person = (name: string, email: string, role: Role, locale: "en" | "zh-CN" = "en"): Person => ({
  name,
  email,
  role,
  locale,
});

export const PLATFORM_PEOPLE: readonly Person[] = [
  person("Ines Marlow", "ines@lode.example", "platform_finance"),
  person("Tomasz Ried", "tomasz@lode.example", "platform_finance"),
  person("Adaeze Winfield", "adaeze@lode.example", "platform_finance"),
  person("Noor Halim", "noor@lode.example", "platform_admin"),
];

export const MERCHANTS = {
  kestrel: {
    kind: "merchant",
    name: "Kestrel Cold Chain",
    country: "NL",
    timeZone: "Europe/Amsterdam",
    people: [
      person("Marit Oosterveen", "marit@kestrel.example", "merchant_owner"),
      person("Joris Haverkate", "joris@kestrel.example", "merchant_closer"),
    ],
  },
  harborlight: {
    kind: "merchant",
    name: "Harborlight Payroll",
    country: "US",
    timeZone: "America/New_York",
    people: [
      person("Delia Brandt", "delia@harborlight.example", "merchant_owner"),
      person("Owen Sefton", "owen@harborlight.example", "merchant_closer"),
    ],
  },
  brambleworks: {
    kind: "merchant",
    name: "Brambleworks Energy",
    country: "GB",
    timeZone: "Europe/London",
    people: [
      person("Priya Ashdown", "priya@brambleworks.example", "merchant_owner"),
      person("Callum Reith", "callum@brambleworks.example", "merchant_closer"),
    ],
  },
  qingwu: {
    kind: "merchant",
    name: "青梧智造",
    country: "CN",
    timeZone: "Asia/Shanghai",
    people: [
      person("沈若溪", "ruoxi@qingwu.example", "merchant_owner", "zh-CN"),
      person("陆承宇", "chengyu@qingwu.example", "merchant_closer", "zh-CN"),
    ],
  },
} as const satisfies Record<string, Company>;

export const PROVIDERS = {
  tallis: {
    kind: "provider",
    name: "Tallis Outreach",
    country: "GB",
    timeZone: "Europe/London",
    people: [
      person("Greta Tallis", "greta@tallis.example", "provider_owner"),
      person("Wim Dorrance", "wim@tallis.example", "provider_manager"),
      person("Teo Varrick", "teo@tallis.example", "provider_agent"),
      person("Suri Halloway", "suri@tallis.example", "provider_agent"),
    ],
  },
  norrland: {
    kind: "provider",
    name: "Norrland Prospecting",
    country: "SE",
    timeZone: "Europe/Stockholm",
    people: [
      person("Elsa Nyqvist", "elsa@norrland.example", "provider_owner"),
      person("Aron Lindahl", "aron@norrland.example", "provider_agent"),
    ],
  },
  prairie: {
    kind: "provider",
    name: "Prairie Signal",
    country: "US",
    timeZone: "America/Chicago",
    people: [
      person("Ruth Calloway", "ruth@prairie.example", "provider_owner"),
      person("Dario Pell", "dario@prairie.example", "provider_agent"),
      person("Mina Okafor", "mina@prairie.example", "provider_agent"),
    ],
  },
  quillon: {
    kind: "provider",
    name: "Quillon Leads",
    country: "CA",
    timeZone: "America/Toronto",
    people: [person("Basil Quillon", "basil@quillon.example", "provider_owner")],
  },
} as const satisfies Record<string, Company>;

export type MerchantKey = keyof typeof MERCHANTS;
export type ProviderKey = keyof typeof PROVIDERS;
