import { type Identity, identitiesOf, normaliseEmail, normalisePhone } from "#server/prospects/identity.ts";
import { type Field, MAX_CELL, type Mapping } from "#server/prospects/import.ts";
import { zoneOfCountry } from "#server/prospects/person-time.ts";
import { countryOf, languageOf } from "./places.ts";

/** Longest value of a field of one line; the rest of a longer one is not kept. */
export const MAX_FIELD = 200;

export type Person = {
  readonly name: string;
  readonly company: string;
  readonly title: string;
  readonly website: string;
  readonly city: string;
  readonly country: string;
  readonly language: string;
  readonly timeZone: string | null;
  readonly email: string | null;
  readonly phone: string | null;
  readonly extra: Readonly<Record<string, string>>;
};

/** A row made clean: whom it names, how they are known, and `field:reason` for what could not be used. */
export type CleanRow = {
  readonly person: Person;
  readonly identities: readonly Identity[];
  readonly reasons: readonly string[];
  /** Does it name somebody who can be reached? */
  readonly isValid: boolean;
};

const NOTHING_WRITTEN = /^(n\/?a|none|null|nil|undefined|unknown|-+|\.+|—|无|空|未知)$/i;
/** Cyrillic, Latin and others put the given name first; names written in Han characters or Hangul do not. */
const FAMILY_FIRST = /^[\p{Script=Han}\p{Script=Hangul}]+$/u;

/**
 * A cell as it is kept: text that any database takes. The apostrophe that keeps a spreadsheet from computing a formula
 * is taken off again, so that a downloaded row can be imported once more.
 */
export const plain = (cell: string): string =>
  cell
    .toWellFormed()
    .replace(/^'(?=[=+\-@\t\r])/, "")
    .normalize("NFC")
    .replace(/[^\P{Cc}\n\t]+/gu, " ")
    .trim()
    .slice(0, MAX_CELL);

/** What a row says about a person, in Lode's form. Formulas and strange strings are text like any other. */
export function cleanRow(cells: readonly string[], header: readonly string[], mapping: Mapping): CleanRow {
  const read = (field: Field) => oneLine(cells[mapping.columns.indexOf(field)] ?? "");
  const country = countryOf(read("country"));
  const mixed = read("contact").split(/\s*[/|;]\s*|\s{2,}/);
  const mailed = reach("email", [read("email"), ...mixed.filter((part) => part.includes("@"))], (part) =>
    normaliseEmail(part),
  );
  const called = reach("phone", [read("phone"), ...mixed.filter((part) => !part.includes("@"))], (part) =>
    normalisePhone(part, country || (mapping.country ?? "")),
  );
  const needsCountry = called.reason && !country && !mapping.country && !read("phone").startsWith("+");
  const company = read("company");
  const name = nameOf(read("name"), read("first_name"), read("last_name")) || company;
  const home = country || called.value?.country || "";
  const identities = identitiesOf({ email: mailed.value, phone: called.value?.value ?? null });
  const reasons = [
    name ? null : "name:missing",
    mailed.reason,
    called.reason && (needsCountry ? "phone:needs_a_country" : called.reason),
    identities.length || mailed.reason || called.reason ? null : "contact:missing",
  ].filter((reason) => reason !== null);
  return {
    person: {
      ...{ name, company, title: read("title"), website: read("website"), city: read("city") },
      ...{ country: home, language: languageOf(read("language")), timeZone: home ? zoneOf(home) : null },
      ...{ email: mailed.value, phone: called.value?.value ?? null },
      extra: extraOf(cells, header, mapping, [mailed.rest, called.rest]),
    },
    identities,
    reasons,
    isValid: name !== "" && identities.length > 0,
  };
}

const oneLine = (cell: string): string => {
  const text = plain(cell).replace(/\s+/g, " ").slice(0, MAX_FIELD).trim();
  return NOTHING_WRITTEN.test(text) ? "" : text;
};

function nameOf(whole: string, first: string, last: string): string {
  if (whole) return whole;
  if (FAMILY_FIRST.test(first) && FAMILY_FIRST.test(last)) return last + first;
  return `${first} ${last}`.trim();
}

type Reached<T> = { readonly value: T | null; readonly reason: string | null; readonly rest: string };

/** The first address or number in a cell that can be one; what else stood there is kept beside. */
function reach<T>(field: string, cells: readonly string[], normalise: (part: string) => T | null): Reached<T> {
  const written = cells.filter((cell) => cell !== "");
  for (const cell of written)
    for (const part of [cell, ...cell.split(/\s*[;,|/]\s*|\s+(?=\S*@|\+)/)]) {
      const value = normalise(part);
      if (value) return { value, reason: null, rest: part === cell ? "" : cell };
    }
  return { value: null, reason: written.length ? `${field}:not_valid` : null, rest: written[0] ?? "" };
}

/** Columns that are no field stay with the person under their own names, and so does what could not be used. */
function extraOf(
  cells: readonly string[],
  header: readonly string[],
  { columns }: Mapping,
  [email = "", phone = ""]: readonly string[],
): Record<string, string> {
  const extra: Record<string, string> = {};
  for (const [i, cell] of cells.entries()) {
    const text = columns[i] ? "" : plain(cell);
    if (text === "") continue;
    const name = plain(header[i] ?? "").slice(0, MAX_FIELD) || `#${i + 1}`;
    extra[name in extra ? `${name} (${i + 1})` : name] = text;
  }
  if (email) extra["email?"] = email;
  if (phone) extra["phone?"] = phone;
  return extra;
}

const zones = new Map<string, string | null>();
/** Asked for each row of a file, and slow. */
function zoneOf(country: string): string | null {
  const known = zones.get(country);
  if (known !== undefined) return known;
  const zone = zoneOfCountry(country);
  zones.set(country, zone);
  return zone;
}
