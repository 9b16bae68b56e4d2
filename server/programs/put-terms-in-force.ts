import type { Program } from "#prisma";
import { record } from "#server/events/record.ts";
import type { Actor } from "#server/kernel/actor.ts";
import { clock } from "#server/platform/clock.ts";
import type { Tx } from "#server/platform/db.ts";
import { enrolledProviders } from "./locked-program.ts";
import { assertTerms, termsHaveNoDraft } from "./terms.ts";
import { termsOf } from "./terms-row.ts";
import { hashOf, termsText } from "./terms-text.ts";

/** The draft of a locked program's terms comes into force, with its text, and supersedes the version before it. */
export async function putTermsInForce(tx: Tx, actor: Actor, program: Program): Promise<void> {
  const programId = program.id;
  const draft = await tx.termsVersion.findFirst({ where: { programId, status: "draft" } });
  if (!draft) throw termsHaveNoDraft();
  const terms = termsOf(draft);
  assertTerms(terms);
  const merchant = await tx.organisation.findUniqueOrThrow({ where: { id: program.merchantId } });
  const text = termsText(terms, { merchant: merchant.name, program: program.name, version: draft.version });

  await tx.termsVersion.updateMany({ where: { programId, status: "active" }, data: { status: "superseded" } });
  await tx.termsVersion.update({
    where: { id: draft.id },
    data: { status: "active", text, textHash: await hashOf(text), activatedAt: await clock.now(tx) },
  });
  const audience = await enrolledProviders(tx, programId);
  const detail = { version: draft.version };
  await record(tx, actor, { what: "program.terms_activated", about: programId, audience, detail });
}
