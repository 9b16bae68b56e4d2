import type { Actor } from "#server/kernel/actor.ts";
import { newId } from "#server/kernel/id.ts";
import { db } from "#server/platform/db.ts";
import type { ProgramId } from "#server/programs/program.ts";
import { as } from "#server/testing/people.ts";
import type { Offer } from "./offers.ts";

/** The owner writes a program down, up to what providers may see; it stays a draft until it is published. */
export async function writeProgram(owner: Actor, offer: Offer): Promise<ProgramId> {
  const lode = as(owner);
  const programId: ProgramId = newId("program");
  const { name, summary, product, icp, script, terms } = offer;
  await lode.programs.create({ id: programId, name, currency: terms.currency });
  await lode.programs.describe({ programId, name, summary, product, icp, script });
  await lode.programs.setCriteria({
    programId,
    criteria: offer.questions.map(({ kind, question, hint = "", options = [], required = true }) => ({
      id: newId("criterion"),
      kind,
      question,
      hint,
      options,
      required,
    })),
  });
  const articles = offer.knowledge.map(([title, body]) => ({ id: newId("article"), title, body }));
  await lode.programs.setKnowledge({ programId, articles });
  await lode.programs.draftTerms({ programId, terms });
  return programId;
}

type Sides = { readonly merchant: Actor; readonly provider: Actor };

/** A provider applies for a program. */
export async function applyFor(provider: Actor, programId: ProgramId, message: string): Promise<`enrolment_${string}`> {
  const id: `enrolment_${string}` = newId("enrolment");
  await as(provider).programs.applyFor({ id, programId, message });
  return id;
}

/** The merchant approves an application, and both sides sign the terms in force. */
export async function enrol(
  { merchant, provider }: Sides,
  programId: ProgramId,
  message: string,
): Promise<`enrolment_${string}`> {
  const enrolmentId = await applyFor(provider, programId, message);
  await as(merchant).programs.approve({ enrolmentId });
  await signBoth({ merchant, provider }, programId, enrolmentId);
  return enrolmentId;
}

/** Both owners sign the text of the version in force. */
async function signBoth(
  { merchant, provider }: Sides,
  programId: ProgramId,
  enrolmentId: `enrolment_${string}`,
): Promise<void> {
  const terms = await db.termsVersion.findFirstOrThrow({ where: { programId, status: "active" } });
  const signature = { enrolmentId, termsVersionId: terms.id as `terms_${string}`, textHash: terms.textHash ?? "" };
  for (const owner of [provider, merchant]) await as(owner).programs.sign(signature);
}
