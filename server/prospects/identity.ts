import { isSupportedCountry, parsePhoneNumberFromString } from "libphonenumber-js";

/** A normalised e-mail or phone: by it, two rows are the same person. */
export type Identity = { readonly kind: "email" | "phone"; readonly value: string };

/** RFC 5321's longest path. */
export const MAX_EMAIL = 254;
const MAX_LOCAL_PART = 64;
const MAX_PHONE_TEXT = 50;

/** The printable syntax of RFC 5322's dot-atom, letters of every script included, and a domain with a dot in it. */
const EMAIL =
  /^[\p{L}\p{N}!#$%&'*+/=?^_`{|}~-]+(?:\.[\p{L}\p{N}!#$%&'*+/=?^_`{|}~-]+)*@(?:[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}-]{0,61}[\p{L}\p{M}\p{N}])?\.)+[\p{L}\p{M}][\p{L}\p{M}\p{N}-]{0,61}[\p{L}\p{M}\p{N}]$/u;

/** What list sellers write where they have no address. */
const PLACEHOLDERS = /^(email_)?not_(un)?(locked|found)@|^(no-?email|none|null|na|unknown)@/;

/** An e-mail address in its one form, or null when it cannot be one. */
export function normaliseEmail(text: string): string | null {
  const plain = text
    .normalize("NFKC")
    .trim()
    .replace(/^mailto:/i, "")
    .replace(/^<(.*)>$/, "$1")
    .toLowerCase();
  const local = plain.slice(0, plain.lastIndexOf("@"));
  if (plain.length > MAX_EMAIL || local.length > MAX_LOCAL_PART) return null;
  return EMAIL.test(plain) && !PLACEHOLDERS.test(plain) ? plain : null;
}

/** A phone number as E.164, or null when its country is not known or no number there has that length. */
export function normalisePhone(text: string, country: string): { value: string; country: string } | null {
  const plain = text.normalize("NFKC").trim().slice(0, MAX_PHONE_TEXT);
  const near = isSupportedCountry(country) ? { defaultCountry: country } : {};
  const number = parsePhoneNumberFromString(plain.replace(/^00/, "+"), { ...near, extract: false });
  return number?.isPossible() ? { value: number.number, country: number.country ?? "" } : null;
}

/** A number in groups, as people read it. */
export const phoneText = (e164: string): string => parsePhoneNumberFromString(e164)?.formatInternational() ?? e164;

/** The identities of a person, always in the same order: locks and constraints are met in it. */
export function identitiesOf({ email, phone }: { email: string | null; phone: string | null }): Identity[] {
  const identities: Identity[] = [];
  if (email) identities.push({ kind: "email", value: email });
  if (phone) identities.push({ kind: "phone", value: phone });
  return identities;
}
