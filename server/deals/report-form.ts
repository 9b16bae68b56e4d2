import type { Actor } from "#server/kernel/actor.ts";
import { dayIn } from "#server/kernel/time.ts";
import { leadIsUnknown, type OneLead } from "#server/leads/lead.ts";
import { clock } from "#server/platform/clock.ts";
import { db } from "#server/platform/db.ts";
import { termsOf } from "#server/programs/terms-row.ts";
import { sideOf } from "./deal.ts";
import { countInPeriod } from "./fee-of-deal.ts";

/** What somebody needs in order to report a win and to see its fee while typing: the lead's own terms and the merchant's day. */
export async function reportForm(actor: Actor, { leadId }: OneLead) {
  const side = sideOf(actor);
  const lead = await db.lead.findFirst({
    where: {
      id: leadId,
      ...(side === "merchant" ? { merchantId: actor.organisationId } : { providerId: actor.organisationId }),
    },
    select: { company: true, enrolmentId: true, terms: true, merchant: { select: { timeZone: true, name: true } } },
  });
  if (!lead) throw leadIsUnknown();
  const terms = termsOf(lead.terms);
  const today = dayIn(lead.merchant.timeZone, await clock.now());
  return {
    side,
    company: lead.company,
    merchant: lead.merchant.name,
    today,
    terms,
    version: lead.terms.version,
    dealsInPeriod: await countInPeriod(db, lead.enrolmentId, terms, today),
  };
}
