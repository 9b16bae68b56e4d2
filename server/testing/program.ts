import type { OrganisationId } from "#server/kernel/actor.ts";
import { newId } from "#server/kernel/id.ts";
import { clock } from "#server/platform/clock.ts";
import { db } from "#server/platform/db.ts";
import type { EnrolmentId } from "#server/programs/enrolment.ts";
import type { ProgramId } from "#server/programs/program.ts";
import { DEFAULT_TERMS, type TermsInput } from "#server/programs/terms.ts";
import { as, company } from "./people.ts";

const { takeRateBp: _, ...CLOCKS } = DEFAULT_TERMS;

/** Eleven percent of the first year, between 400.00 and 7,500.00 euros. */
export const TERMS: TermsInput = {
  ...CLOCKS,
  currency: "eur",
  rule: { model: "percent", rateBp: 1100 },
  minimumMinor: 400_00n,
  capMinor: 7_500_00n,
};

/** That a merchant has saved a card, as a row; how it comes there is billing's. */
export async function savedCard(merchantId: OrganisationId): Promise<void> {
  const at = await clock.now();
  const setupId = newId("setup");
  await db.paymentMethodSetup.create({
    data: {
      id: setupId,
      merchantId,
      status: "completed",
      currency: "eur",
      consentVersion: "1",
      consentUserId: newId("user"),
      consentAt: at,
    },
  });
  await db.paymentMethod.create({
    data: {
      id: newId("method"),
      merchantId,
      setupId,
      stripePaymentMethodId: `pm_${setupId}`,
      type: "card",
      savedAt: at,
    },
  });
}

/** A merchant's draft of a program that lacks nothing, a card included. */
export async function readyProgram(merchant: Awaited<ReturnType<typeof company<"merchant">>>): Promise<ProgramId> {
  const programId: ProgramId = newId("program");
  const owner = as(merchant.merchant_owner).programs;
  await owner.create({ id: programId, name: "Cold-chain monitors, EU", currency: "eur" });
  await owner.describe({
    programId,
    name: "Cold-chain monitors, EU",
    summary: "Temperature monitors for cold stores.",
    product: "Monitors that alarm before the goods are lost.",
    icp: {
      industries: ["Cold storage"],
      countries: ["NL", "DE"],
      companySizes: ["51-200"],
      roles: ["Operations"],
      exclusions: "",
    },
    script: "May I ask how many cold rooms you run?",
  });
  await owner.setCriteria({
    programId,
    criteria: [
      {
        id: newId("criterion"),
        kind: "number",
        question: "How many cold rooms?",
        hint: "",
        options: ["rooms"],
        required: true,
      },
    ],
  });
  await owner.setKnowledge({
    programId,
    articles: [{ id: newId("article"), title: "Price", body: "From 40 a month." }],
  });
  await owner.draftTerms({ programId, terms: TERMS });
  if (!(await db.paymentMethod.count({ where: { merchantId: merchant.id, endedAt: null } })))
    await savedCard(merchant.id);
  return programId;
}

/** A published program, made with the verbs. */
export async function openProgram(merchant: Awaited<ReturnType<typeof company<"merchant">>>): Promise<ProgramId> {
  const programId = await readyProgram(merchant);
  await as(merchant.merchant_owner).programs.publish({ programId });
  return programId;
}

/** A merchant's published program and a provider that has applied to it. */
export async function application() {
  const [merchant, provider] = await Promise.all([company("merchant"), company("provider")]);
  const programId = await openProgram(merchant);
  const enrolmentId: EnrolmentId = newId("enrolment");
  await as(provider.provider_manager).programs.applyFor({
    id: enrolmentId,
    programId,
    message: "We know cold stores.",
  });
  return { merchant, provider, programId, enrolmentId };
}
