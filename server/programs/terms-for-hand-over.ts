import type { OrganisationId } from "#server/kernel/actor.ts";
import type { Tx } from "#server/platform/db.ts";
import { type EnrolmentId, enrolmentIsNotApproved, enrolmentIsUnknown, termsAreNotSigned } from "./enrolment.ts";
import { type ProgramId, programIsNotPublished, programIsUnknown } from "./program.ts";
import { type Terms, type TermsVersionId, termsAreNotInForce } from "./terms.ts";
import { termsOf } from "./terms-row.ts";

/** Under what a provider may hand over now. */
export type Footing = {
  readonly enrolment: { readonly id: EnrolmentId };
  readonly terms: Terms & { readonly id: TermsVersionId; readonly version: number };
  readonly program: { readonly id: ProgramId; readonly name: string };
  readonly merchantId: OrganisationId;
  /** The merchant's zone, in which its clocks run. */
  readonly merchantZone: string;
};

/**
 * The terms under which a provider's next lead for a program would stand, or the reason why it may not hand over:
 * program, enrolment and terms are held as they are until the transaction ends.
 */
export async function termsForHandOver(
  tx: Tx,
  { programId, providerId }: { programId: ProgramId; providerId: OrganisationId },
): Promise<Footing> {
  await tx.$executeRaw`select 1 from program where id = ${programId} for share`;
  const program = await tx.program.findUnique({
    where: { id: programId },
    select: { name: true, status: true, merchantId: true, merchant: { select: { timeZone: true } } },
  });
  if (!program) throw programIsUnknown();
  await tx.$executeRaw`select 1 from enrolment where program_id = ${programId} and provider_id = ${providerId} for share`;
  const enrolment = await tx.enrolment.findUnique({
    where: { programId_providerId: { programId, providerId } },
    select: { id: true, status: true },
  });
  if (!enrolment) throw enrolmentIsUnknown();
  if (program.status !== "published") throw programIsNotPublished();
  if (enrolment.status !== "approved") throw enrolmentIsNotApproved();
  const terms = await tx.termsVersion.findFirst({ where: { programId, status: "active" } });
  if (!terms) throw termsAreNotInForce();
  const signatures = await tx.signature.findMany({
    where: { enrolmentId: enrolment.id, termsVersionId: terms.id },
    select: { party: true },
  });
  for (const party of ["provider", "merchant"] as const)
    if (!signatures.some((signature) => signature.party === party)) throw termsAreNotSigned({ party });
  return {
    enrolment: { id: enrolment.id as EnrolmentId },
    terms: { ...termsOf(terms), id: terms.id as TermsVersionId, version: terms.version },
    program: { id: programId, name: program.name },
    merchantId: program.merchantId as OrganisationId,
    merchantZone: program.merchant.timeZone,
  };
}
