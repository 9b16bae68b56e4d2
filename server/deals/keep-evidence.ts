import { createHash } from "node:crypto";
import { Readable } from "node:stream";
import type { Actor } from "#server/kernel/actor.ts";
import { newId } from "#server/kernel/id.ts";
import { type LeadId, leadIsUnknown } from "#server/leads/lead.ts";
import { clock } from "#server/platform/clock.ts";
import { db, inTransaction, type Tx } from "#server/platform/db.ts";
import { dropFile, keepFile } from "#server/platform/files.ts";
import {
  type EvidenceId,
  evidenceIsEmpty,
  evidenceIsNoDocument,
  evidenceIsTooMuch,
  HEAD_BYTES,
  MAX_FILE_BYTES,
  MAX_FILES,
  sniff,
} from "./evidence.ts";

type Upload = { readonly leadId: LeadId; readonly fileName: string; readonly content: Readable };

/** Keeps a document that shows a win of a lead, for the report that will name it. What is not one leaves nothing behind. */
export async function keepEvidence(actor: Actor, { leadId, fileName, content }: Upload): Promise<EvidenceId> {
  await assertWelcome(db, actor, leadId);
  const seen = witness(content);
  const { key, sizeBytes } = await keepFile(seen.stream, MAX_FILE_BYTES);
  try {
    if (sizeBytes === 0) throw evidenceIsEmpty();
    const mimeType = sniff(seen.head());
    if (!mimeType) throw evidenceIsNoDocument();
    return await inTransaction(async (tx) => {
      await tx.$executeRaw`select 1 from lead where id = ${leadId} for update`;
      await assertWelcome(tx, actor, leadId);
      const at = await clock.now(tx);
      const id: EvidenceId = newId("evidence", at.getTime());
      const { userId, organisationId } = actor;
      const file = { fileKey: key, fileName, sizeBytes, mimeType, sha256: seen.sha256() };
      await tx.evidence.create({ data: { id, leadId, organisationId, userId, ...file, at } });
      return id;
    });
  } catch (error) {
    await dropFile(key);
    throw error;
  }
}

async function assertWelcome(reader: Tx | typeof db, { organisationId }: Actor, leadId: LeadId): Promise<void> {
  const lead = await reader.lead.findFirst({
    where: { id: leadId, OR: [{ merchantId: organisationId }, { providerId: organisationId }] },
    select: { _count: { select: { evidence: { where: { organisationId, dealId: null } } } } },
  });
  if (!lead) throw leadIsUnknown();
  if (lead._count.evidence >= MAX_FILES) throw evidenceIsTooMuch({ most: MAX_FILES });
}

/** Looks at what flows through: its first bytes and its hash. */
function witness(content: Readable) {
  const hash = createHash("sha256");
  let head = Buffer.alloc(0);
  async function* passing() {
    for await (const chunk of content) {
      const bytes = Buffer.from(chunk);
      hash.update(bytes);
      if (head.length < HEAD_BYTES) head = Buffer.concat([head, bytes.subarray(0, HEAD_BYTES - head.length)]);
      yield bytes;
    }
  }
  return { stream: Readable.from(passing()), head: () => head, sha256: () => hash.digest("hex") };
}
