import { record } from "#server/events/record.ts";
import type { Actor } from "#server/kernel/actor.ts";
import { plusBusinessDays } from "#server/kernel/time.ts";
import { clock } from "#server/platform/clock.ts";
import { inTransaction, isDuplicate, type Tx } from "#server/platform/db.ts";
import { enqueue } from "#server/platform/queue.ts";
import type { ProgramId } from "#server/programs/program.ts";
import { termsForHandOver } from "#server/programs/terms-for-hand-over.ts";
import { takeForHandOver } from "#server/prospects/take-for-hand-over.ts";
import { type HandOver, leadIsHandedOver, leadIsUnknown, tellOfLead } from "./lead.ts";

/** The provider hands a qualified prospect over: it becomes a lead, frozen under the terms of this moment, and the merchant's review clock starts. */
export function handOver(actor: Actor, input: HandOver): Promise<void> {
  return inTransaction(async (tx) => {
    const { leadId, prospectId, summary } = input;
    const held = await holdProspect(tx, actor, prospectId);
    if (await isRepeat(tx, actor, input)) return;
    const { programId, ...person } = await takeForHandOver(tx, actor, prospectId);
    const providerId = actor.organisationId;
    const footing = await termsForHandOver(tx, { programId: programId as ProgramId, providerId });
    const { enrolment, terms, merchantId, merchantZone } = footing;
    const now = await clock.now(tx);

    await tx.lead.create({
      data: {
        ...person,
        consentBasis: held?.consentBasis ?? "",
        id: leadId,
        merchantId,
        providerId,
        programId,
        enrolmentId: enrolment.id,
        termsVersionId: terms.id,
        prospectId,
        agentId: actor.userId,
        summary,
        handedOverAt: now,
        reviewDueAt: plusBusinessDays(merchantZone, now, terms.reviewBusinessDays),
      },
    });
    await enqueue(tx, tellOfLead, { leadId, told: "waiting" });
    await record(tx, actor, {
      what: "lead.handed_over",
      about: leadId,
      audience: [merchantId],
      detail: { prospectId },
    });
  }).catch((error: unknown) => {
    throw isDuplicate(error) ? leadIsHandedOver() : error;
  });
}

/** A second request for the same prospect waits here until the first has ended. */
async function holdProspect(tx: Tx, actor: Actor, prospectId: string) {
  const [row] = await tx.$queryRaw<{ consentBasis: string }[]>`
    select consent_basis as "consentBasis" from prospect
    where id = ${prospectId} and provider_id = ${actor.organisationId} for update`;
  return row;
}

/** Was exactly this asked before? An id that somebody else's lead bears is unknown. */
async function isRepeat(tx: Tx, actor: Actor, { leadId, prospectId }: HandOver): Promise<boolean> {
  const lead = await tx.lead.findUnique({ where: { id: leadId }, select: { providerId: true, prospectId: true } });
  if (lead && (lead.providerId !== actor.organisationId || lead.prospectId !== prospectId)) throw leadIsUnknown();
  return lead !== null;
}
