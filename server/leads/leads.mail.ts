import { localeOf } from "#app/_words/locale.ts";
import { translator } from "#app/_words/words.ts";
import type { ToldOfLead } from "./lead.ts";

export type LeadMail = {
  readonly told: ToldOfLead;
  readonly merchant: string;
  readonly provider: string;
  readonly program: string;
  readonly company: string;
  readonly country: string;
  /** By when it is to be decided, or appealed. */
  readonly due: Date | null;
  readonly zone: string;
  readonly reason: string;
  readonly link: string;
};

/** What somebody is told of a lead, in their language. Never a name, an e-mail or a phone number of the person. */
export function leadMail(locale: string, mail: LeadMail): { subject: string; text: string } {
  const language = localeOf(locale, null);
  const say = translator(language, "mail");
  const due = mail.due
    ? new Intl.DateTimeFormat(language, { dateStyle: "medium", timeStyle: "short", timeZone: mail.zone }).format(
        mail.due,
      )
    : "";
  const { told, merchant, provider, program, company, country, reason, link } = mail;
  const facts = { merchant, provider, program, company, country, reason, due, zone: mail.zone };
  return {
    subject: say(`leads.${told}.subject`, facts),
    text: [say(`leads.${told}.text`, facts), link, say("sender")].join("\n\n"),
  };
}
