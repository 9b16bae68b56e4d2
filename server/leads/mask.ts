import type { KeptAnswer, KeptTouch } from "./snapshot.ts";

/** What stands for a hidden letter. Pages draw a run of them as hatching. */
export const HIDDEN = "█";

/** Runs of hidden letters are this long at least and at most, whatever they hide. */
const MIN_RUN = 3;
const MAX_RUN = 8;

/** What identifies somebody, hidden from the merchant until it accepts. */
export type Person = { readonly name: string; readonly email: string | null; readonly phone: string | null };

const hide = (text: string) => HIDDEN.repeat(Math.min(MAX_RUN, Math.max(MIN_RUN, text.length)));

/** Country calling codes of ITU-T E.164, by how their digits begin. */
const CALLING_CODE = /^\+(1|7|2[07]|3[0-469]|4[013-9]|5[1-8]|6[0-6]|8[1246]|9[0-58]|\d{3})/;
const EMAIL = /[^\s@<>()"',;:]+@[^\s@<>()"',;:]+/g;
const LINK = /\b(?:https?:\/\/|www\.)\S+/gi;
const DIGITS = /\+?\d[\d\s()./-]{5,}\d/g;
const ISO_DAY = /^\d{4}-\d{2}-\d{2}$/;
/** A row of digits this long is a phone number, an account, or anyway nobody's business yet. */
const MIN_PHONE_DIGITS = 9;
const MIN_LOCAL_PHONE_DIGITS = 7;

export const maskedName = (name: string): string =>
  name
    .split(/\s+/)
    .map((word) => [...word].slice(0, 1).join("") + hide(word.slice(1)))
    .join(" ");

export function maskedEmail(email: string): string {
  const [local = "", domain = ""] = email.split("@");
  const labels = domain.split(".");
  return `${hide(local)}@${hide(labels.slice(0, -1).join("."))}.${labels.at(-1)}`;
}

export function maskedPhone(phone: string): string {
  const code = CALLING_CODE.exec(phone)?.[0] ?? "";
  return `${code} ${hide(phone)} ${phone.slice(-2)}`.trim();
}

/** The same shape without the person: initials, top-level domain, calling code and two digits are left. */
export const maskedPerson = ({ name, email, phone }: Person): Person => ({
  name: maskedName(name),
  email: email && maskedEmail(email),
  phone: phone && maskedPhone(phone),
});

/** A text that somebody wrote, without whatever in it leads to the person or to anyone else. */
export function scrubbed(text: string, person: Person): string {
  const plain = text
    .replace(EMAIL, hide)
    .replace(LINK, hide)
    .replace(DIGITS, (digits) => (isPhone(digits) ? hide(digits) : digits));
  return secretsOf(person).reduce((left, secret) => left.replace(secret, (found) => hide(found)), plain);
}

type Shown = Person & {
  readonly company: string;
  readonly title: string;
  readonly city: string;
  readonly summary: string;
  readonly answers: readonly KeptAnswer[];
  readonly history: readonly KeptTouch[];
};

/** A lead as the merchant sees it before it accepts: the facts whole, the person masked, wherever it is written. */
export function maskedLead<Lead extends Shown>(lead: Lead): Lead {
  const scrub = (text: string) => scrubbed(text, lead);
  const touch = (kept: KeptTouch): KeptTouch => ({ ...kept, note: scrub(kept.note) });
  return {
    ...lead,
    ...maskedPerson(lead),
    company: scrub(lead.company),
    title: scrub(lead.title),
    city: scrub(lead.city),
    summary: scrub(lead.summary),
    history: lead.history.map(touch),
    answers: lead.answers.map((answer) => ({
      ...answer,
      value: answer.kind === "text" ? scrub(answer.value) : answer.value,
      note: scrub(answer.note),
      proof: answer.proof && touch(answer.proof),
    })),
  };
}

function isPhone(text: string): boolean {
  if (ISO_DAY.test(text.trim())) return false;
  const digits = text.replace(/\D/g, "").length;
  return digits >= MIN_PHONE_DIGITS || (digits >= MIN_LOCAL_PHONE_DIGITS && /^[+0]/.test(text));
}

/** The person's name and its parts, the e-mail's domain, the phone's digits however they are grouped. */
function secretsOf({ name, email, phone }: Person): RegExp[] {
  const parts = name.split(/[\s.,]+/).filter((part) => part.length > 2 || /[^\p{Script=Latin}]/u.test(part));
  const domain = email?.split("@")[1];
  const words = [name, ...parts, ...(domain ? [domain] : [])].filter((word) => word.length > 1).map(wordPattern);
  const digits = phone?.replace(/\D/g, "").slice(-MIN_LOCAL_PHONE_DIGITS) ?? "";
  return digits.length < MIN_LOCAL_PHONE_DIGITS ? words : [...words, new RegExp([...digits].join("[\\s()./-]*"), "g")];
}

/** Latin names are whole words, so that *Ann* does not hide a part of *annual*; others have no spaces to go by. */
function wordPattern(word: string): RegExp {
  const escaped = word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  const isLatin = /^[\p{Script=Latin}\p{P}\p{N}\s]+$/u.test(word);
  return isLatin ? new RegExp(`(?<![\\p{L}\\p{N}])${escaped}(?![\\p{L}\\p{N}])`, "giu") : new RegExp(escaped, "gu");
}
