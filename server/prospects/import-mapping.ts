import { normaliseEmail } from "./identity.ts";
import type { Field } from "./import.ts";

/** What lists call their columns, in the languages people send them in. */
const SYNONYMS: Readonly<Record<Field, string>> = {
  name: "name, full name, fullname, contact, contact name, contact person, person, person name, lead name, customer name, client name, customer, client, prospect, 姓名, 名字, 联系人, 联系人姓名, 客户姓名, 客户名称, 聯絡人, nombre, nombre completo, nom, nom complet, vollständiger name, ansprechpartner, nome, nome completo, naam, navn, 氏名, 名前, 이름, имя, фио, الاسم, नाम, họ tên, họ và tên",
  first_name:
    "first name, firstname, given name, forename, 名, vorname, prénom, prenom, primeiro nome, voornaam, fornavn, имя собственное",
  last_name:
    "last name, lastname, surname, family name, 姓, 姓氏, nachname, apellido, apellidos, cognome, sobrenome, achternaam, etternavn, nom de famille, фамилия",
  email:
    "email, e-mail, mail, email address, e-mail address, emailaddress, email id, work email, business email, primary email, lead email, user email, 邮箱, 电子邮箱, 电子邮件, 邮件, 邮箱地址, 郵箱, 電子郵件, correo, correo electrónico, correo electronico, courriel, adresse email, adresse e-mail, e-mail-adresse, メール, メールアドレス, 이메일, почта, электронная почта, البريد, البريد الإلكتروني, ईमेल",
  phone:
    "phone, phone number, telephone, tel, mobile, mobile phone, mobile no, mobile number, cell, cell phone, cellphone, phone 1, work phone, work direct phone, direct phone, first phone, business phone, lead phone, user phone, contact number, phone no, whatsapp, whatsapp number, 电话, 电话号码, 手机, 手机号, 手机号码, 联系电话, 联系方式, 電話, 手機, teléfono, telefono, móvil, movil, celular, téléphone, portable, telefon, telefonnummer, handy, mobil, telefone, telefoon, 電話番号, 携帯, 전화번호, 전화, телефон, الهاتف, رقم الهاتف, फ़ोन, फोन, मोबाइल, điện thoại, số điện thoại",
  contact:
    "email / phone, email/phone, email or phone, phone / email, phone/email, contact details, contact info, 邮箱/电话, 电话/邮箱",
  company:
    "company, company name, companyname, organization, organisation, organization name, account, account name, business, business name, employer, firm, 公司, 公司名称, 企业, 企业名称, 单位, 单位名称, empresa, compañía, entreprise, société, societe, firma, unternehmen, azienda, società, bedrijf, 会社, 会社名, 회사, компания, организация, الشركة, कंपनी, công ty",
  title:
    "title, job title, jobtitle, position, role, job role, designation, 职位, 职务, 职称, 頭銜, cargo, puesto, fonction, poste, titre, berufsbezeichnung, funktion, ruolo, functie, stilling, 役職, 직함, должность",
  website:
    "website, web site, web, url, website url, company website, homepage, domain, company domain, 网站, 网址, 官网, 域名, sitio web, site web, site, webseite, sito web, ウェブサイト, сайт",
  city: "city, town, mailing city, company city, location city, 城市, 所在城市, 市, ciudad, ville, stadt, ort, città, citta, cidade, plaats, by, 都市, 도시, город, المدينة, शहर, thành phố",
  country:
    "country, country/region, country region, nation, mailing country, company country, 国家, 国家/地区, 国别, 國家, país, pais, pays, land, paese, 国, 국가, страна, الدولة, देश, quốc gia",
  language:
    "language, languages, spoken language, preferred language, 语言, 語言, idioma, langue, sprache, lingua, taal, språk, 言語, 언어, язык, اللغة",
};

/** A header as it is compared: letters and digits of every script, nothing else. */
export const headerKey = (header: string): string =>
  header
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, "");

/** Every known header and what it means. */
export const HEADERS: ReadonlyMap<string, Field> = new Map(
  (Object.entries(SYNONYMS) as [Field, string][]).flatMap(([field, names]) =>
    names.split(", ").map((name): [string, Field] => [headerKey(name), field]),
  ),
);

/** Words that make a header say something about an e-mail or a phone instead of being one. */
const ABOUT =
  /status|source|owner|type|verif|opt|confidence|\bid\b|count|date|sent|open|time|consent|campaign|subject/i;
const MAIL_WORD = /e-?mail|邮箱|邮件|correo/i;
const PHONE_WORD = /phone|mobile|tel\b|whatsapp|cell|电话|手机/i;

const PHONE_LIKE = /^[+(]?\d[\d\s().\-/]{5,}\d$/;
const URL_LIKE = /^(https?:\/\/|www\.)\S+$|^[a-z0-9-]+(\.[a-z0-9-]+)*\.(com|net|org|io|co|cn|de|eu|uk|example)$/i;

/** What a column seems to be and how sure that is, 0 to 100. */
export type Proposal = { readonly field: Field | null; readonly certainty: number };
const NOTHING: Proposal = { field: null, certainty: 0 };

/** Proposes a mapping from the names of the columns and from what is in them; no field but the best column gets it. */
export function proposeMapping(header: readonly string[], sample: readonly string[][]): Proposal[] {
  const proposals = header.map((name, i) => {
    const cells = sample.map((row) => row[i]?.trim() ?? "").filter((cell) => cell !== "");
    return best(byContents(cells), byName(name), cells);
  });
  return proposals.map((proposal, i) => (isBestOfItsField(proposals, i) ? proposal : NOTHING));
}

function isBestOfItsField(proposals: readonly Proposal[], i: number): boolean {
  const mine = proposals[i] ?? NOTHING;
  return !proposals.some(
    ({ field, certainty }, j) =>
      field === mine.field && (certainty > mine.certainty || (certainty === mine.certainty && j < i)),
  );
}

/** Contents that are surely addresses or numbers overrule a name that says otherwise. */
function best(contents: Proposal, name: Proposal, cells: readonly string[]): Proposal {
  if (cells.length === 0) return { field: name.field, certainty: Math.floor(name.certainty / 2) };
  if (contents.field === name.field)
    return { ...name, certainty: Math.min(99, Math.max(name.certainty, contents.certainty) + 4) };
  if (name.field === "contact") return name;
  if (contents.field === "email" || name.field === null) return contents;
  if (contents.field === "phone" && name.field === "name") return contents;
  if (name.field === "email") return { field: "email", certainty: Math.min(name.certainty, 60) };
  return name;
}

function byName(header: string): Proposal {
  const key = headerKey(header);
  if (key === "") return NOTHING;
  const known = HEADERS.get(key);
  if (known) return { field: known, certainty: 95 };
  if (MAIL_WORD.test(header) && PHONE_WORD.test(header)) return { field: "contact", certainty: 90 };
  if (!ABOUT.test(header)) {
    if (MAIL_WORD.test(header)) return { field: "email", certainty: 85 };
    if (PHONE_WORD.test(header)) return { field: "phone", certainty: 85 };
  }
  const near = key.length < 4 ? undefined : [...HEADERS].find(([name]) => isNear(key, name));
  return near ? { field: near[1], certainty: 70 } : NOTHING;
}

function byContents(cells: readonly string[]): Proposal {
  const share = (test: (cell: string) => boolean) => cells.filter(test).length / Math.max(1, cells.length);
  const mails = share((cell) => normaliseEmail(cell) !== null);
  if (mails >= 0.6) return { field: "email", certainty: Math.round(92 * mails) };
  const phones = share(
    (cell) => PHONE_LIKE.test(cell) && !/^\d{4}-\d{2}-\d{2}/.test(cell) && cell.replace(/\D/g, "").length >= 7,
  );
  if (phones >= 0.6) return { field: "phone", certainty: Math.round(70 * phones) };
  const urls = share((cell) => URL_LIKE.test(cell));
  return urls >= 0.6 ? { field: "website", certainty: Math.round(70 * urls) } : NOTHING;
}

/** One letter missing or too many, or two changed places. A wrong letter makes other words: form name, forename. */
function isNear(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1 || b.length < 4) return false;
  let start = 0;
  while (start < a.length && a[start] === b[start]) start++;
  const swapped = a.slice(0, start) + (a[start + 1] ?? "") + (a[start] ?? "") + a.slice(start + 2);
  if (swapped === b) return true;
  const tailA = a.slice(start);
  const tailB = b.slice(start);
  return tailA.slice(1) === tailB || tailA === tailB.slice(1);
}
