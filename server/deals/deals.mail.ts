import { type Locale, localeOf } from "#app/_words/locale.ts";
import { translator } from "#app/_words/words.ts";
import { exponentOf, type Money } from "#server/kernel/money.ts";
import { plainAmount, type ToldOfDeal } from "./deal.ts";

export type DealMail = {
  readonly told: ToldOfDeal;
  readonly merchant: string;
  readonly provider: string;
  readonly company: string;
  readonly value: Money;
  readonly wonOn: string;
  readonly due: Date | null;
  readonly zone: string;
  /** Does silence confirm it? */
  readonly deemed: boolean;
  readonly link: string;
};

/** What somebody is told of a deal, in their language. */
export function dealMail(locale: string, mail: DealMail): { subject: string; text: string } {
  const language = localeOf(locale, null);
  const say = translator(language, "mail");
  const { told, merchant, provider, company, wonOn, zone, link } = mail;
  const facts = {
    merchant,
    provider,
    company,
    wonOn,
    zone,
    value: amount(language, mail.value),
    due: mail.due
      ? new Intl.DateTimeFormat(language, { dateStyle: "medium", timeStyle: "short", timeZone: zone }).format(mail.due)
      : "",
    deemed: mail.deemed ? "yes" : "no",
  };
  return {
    subject: say(`deals.${told}.subject`, facts),
    text: [say(`deals.${told}.text`, facts), link, say("sender")].join("\n\n"),
  };
}

function amount(language: Locale, value: Money): string {
  const places = exponentOf(value.currency);
  const digits = new Intl.NumberFormat(language, { minimumFractionDigits: places, maximumFractionDigits: places });
  // A decimal string keeps every digit where a number would not.
  return `${digits.format(plainAmount(value) as `${number}`)} ${value.currency.toUpperCase()}`;
}
