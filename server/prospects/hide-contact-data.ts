const HIDDEN = "•••";
const ADDRESS = /[^\s@<>(),;:]+@[^\s@<>(),;:]+\.[^\s@<>(),;:]+/gu;
const DIGITS = /\+?\(?\d[\d\s().\-/]{5,}\d/g;
const DAY = /^\d{4}-\d{2}-\d{2}$|^\d{1,2}[./]\d{1,2}[./]\d{2,4}$/;
const MIN_PHONE_DIGITS = 7;
const MIN_NAME = 3;
const MIN_HAN_NAME = 2;

type Person = { readonly name: string; readonly email: string | null; readonly phone: string | null };

/** What an agent wrote, without addresses, numbers to call or the person's name: a merchant reads it before accepting. */
export function contactDataHidden(text: string, { name, email, phone }: Person): string {
  const known = [email, phone, name, ...name.split(/\s+/)].filter((part) => part !== null && isTelling(part));
  const plain = text.replace(ADDRESS, HIDDEN).replace(DIGITS, (found) => (isPhone(found) ? HIDDEN : found));
  return known.reduce<string>((rest, part) => (part ? rest.replaceAll(anyCase(part), HIDDEN) : rest), plain);
}

const isPhone = (text: string) => !DAY.test(text) && text.replace(/\D/g, "").length >= MIN_PHONE_DIGITS;

const HAN = /\p{Script=Han}/u;

/** Two characters are a whole name in Chinese and nothing in particular elsewhere. */
const isTelling = (part: string) => part.length >= (HAN.test(part) ? MIN_HAN_NAME : MIN_NAME);

/** Chinese has no spaces around its words: there a name is hidden wherever it stands. */
function anyCase(part: string): RegExp {
  const plain = RegExp.escape(part);
  return HAN.test(part) ? new RegExp(plain, "gu") : new RegExp(`(?<![\\p{L}\\p{N}])${plain}(?![\\p{L}\\p{N}])`, "giu");
}
