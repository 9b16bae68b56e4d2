import { record } from "#server/events/record.ts";
import { type Actor, kindOf } from "#server/kernel/actor.ts";
import { inTransaction } from "#server/platform/db.ts";
import { type EvidenceId, evidenceIsUnknown } from "./evidence.ts";

/** A document to read: the merchant's and the platform's people open any of a deal, a provider its own. Each look is written down. */
export function openEvidence(actor: Actor, evidenceId: EvidenceId) {
  return inTransaction(async (tx) => {
    const { organisationId } = actor;
    const mine = {
      merchant: { OR: [{ organisationId }, { deal: { merchantId: organisationId } }] },
      provider: { organisationId },
      platform: { dealId: { not: null } },
    }[kindOf(actor.role)];
    const file = await tx.evidence.findFirst({
      where: { AND: [{ id: evidenceId }, mine] },
      select: { leadId: true, fileKey: true, fileName: true, mimeType: true, sizeBytes: true },
    });
    if (!file) throw evidenceIsUnknown();
    await record(tx, actor, { what: "evidence.opened", about: evidenceId, detail: { leadId: file.leadId } });
    return file;
  });
}
