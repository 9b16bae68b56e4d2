import { db } from "#server/platform/db.ts";
import { env } from "#server/platform/env.ts";
import { send } from "#server/platform/mailer.ts";
import { handle } from "#server/platform/queue.ts";
import { addressees } from "./addressees.ts";
import { appealsDue } from "./appeals-due.ts";
import { type LeadId, type ToldOfLead, tellOfLead } from "./lead.ts";
import { leadMail } from "./leads.mail.ts";
import { scrubbed } from "./mask.ts";
import { reviewsDue } from "./reviews-due.ts";

export const leadsJobs = { ...handle(tellOfLead, ({ leadId, told }) => tell(leadId, told)) };

export const leadsSweeps = { "leads.reviews-due": reviewsDue, "leads.appeals-due": appealsDue };

/** The merchant hears of a lead that waits for it, the provider of everything the merchant or a clock decided. */
async function tell(leadId: LeadId, told: ToldOfLead): Promise<void> {
  const lead = await db.lead.findUniqueOrThrow({
    where: { id: leadId },
    include: { merchant: true, provider: true, program: true, rejection: true, giveBack: true },
  });
  const { merchant, provider, program } = lead;
  const toMerchant = told === "waiting";
  const people = await addressees(toMerchant ? merchant.id : provider.id, toMerchant ? "lead:decide" : "lead:appeal");
  for (const { email, locale } of people) {
    const mail = leadMail(locale, {
      told,
      merchant: merchant.name,
      provider: provider.name,
      program: program.name,
      company: toMerchant ? scrubbed(lead.company, lead) : lead.company,
      country: lead.country,
      due: toMerchant ? lead.reviewDueAt : lead.appealUntil,
      zone: toMerchant ? merchant.timeZone : provider.timeZone,
      reason: lead.giveBack?.reason ?? lead.rejection?.reason ?? "",
      link: `${env.PUBLIC_URL}/${toMerchant ? "merchant" : "provider"}/leads/${lead.id}`,
    });
    await send({ to: email, ...mail });
  }
}
