import { record } from "#server/events/record.ts";
import { type Actor, kindOf } from "#server/kernel/actor.ts";
import { clock } from "#server/platform/clock.ts";
import { inTransaction } from "#server/platform/db.ts";
import { assertMaySign, type SignTerms } from "./enrolment.ts";
import { lockedEnrolment } from "./locked-enrolment.ts";
import { termsAreNotInForce, termsAreUnknown, termsTextDiffers } from "./terms.ts";

/** The owner of one side signs the terms in force: the very text that was seen. Signing again changes nothing. */
export function signTerms(actor: Actor, ip: string | null, input: SignTerms): Promise<void> {
  return inTransaction(async (tx) => {
    const { enrolmentId, termsVersionId, textHash } = input;
    const { status, programId, merchantId, providerId } = await lockedEnrolment(tx, actor, enrolmentId);
    const party = kindOf(actor.role) === "merchant" ? "merchant" : "provider";
    assertMaySign(party, status);
    const terms = await tx.termsVersion.findFirst({ where: { id: termsVersionId, programId } });
    if (!terms) throw termsAreUnknown();
    if (terms.status !== "active") throw termsAreNotInForce();
    if (terms.textHash !== textHash) throw termsTextDiffers();

    const { organisationId, userId } = actor;
    const row = { enrolmentId, termsVersionId, party, organisationId, userId, textHash, ip } as const;
    const signed = await tx.signature.createMany({ data: { ...row, at: await clock.now(tx) }, skipDuplicates: true });
    if (signed.count === 0) return;
    const detail = { party, version: terms.version, textHash };
    await record(tx, actor, {
      what: "enrolment.signed",
      about: enrolmentId,
      audience: [merchantId, providerId],
      detail,
    });
  });
}
