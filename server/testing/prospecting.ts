import type { OrganisationId } from "#server/kernel/actor.ts";
import { newId } from "#server/kernel/id.ts";
import { clock } from "#server/platform/clock.ts";
import { db } from "#server/platform/db.ts";
import type { CriterionId } from "#server/programs/criterion.ts";
import type { ProgramId } from "#server/programs/program.ts";
import { identitiesOf } from "#server/prospects/identity.ts";
import type { ProspectId } from "#server/prospects/prospect.ts";

/** A published program of a merchant with terms in force, two required questions and one that may stay open. */
export async function publishedProgram(
  merchantId: OrganisationId,
  over: { countries?: string[]; protectionDays?: number } = {},
) {
  const at = await clock.now();
  const id: ProgramId = newId("program");
  const [sites, decides, remark]: [CriterionId, CriterionId, CriterionId] = [
    newId("criterion"),
    newId("criterion"),
    newId("criterion"),
  ];
  const days = { holdDaysA: 7, holdDaysB: 14, holdDaysC: 21, holdDaysD: 30, tailDays: 90, reportEveryDays: 14 };
  const clocks = {
    reviewBusinessDays: 3,
    returnBusinessDays: 5,
    answerDays: 7,
    protectionDays: over.protectionDays ?? 120,
  };
  await db.program.create({
    data: {
      ...{
        id,
        merchantId,
        name: `Program ${id.slice(-4)}`,
        status: "published",
        currency: "eur",
        createdAt: at,
        publishedAt: at,
      },
      icp: { countries: over.countries ?? [] },
      terms: {
        create: {
          ...{ id: newId("terms"), version: 1, status: "active", currency: "eur", feeModel: "percent", rateBp: 1000 },
          ...{
            minimumMinor: 5000n,
            feeBase: "contract_value",
            repeatMonths: 12,
            takeRateBp: 2000,
            createdAt: at,
            activatedAt: at,
            text: "The terms.",
            textHash: "0".repeat(64),
          },
          ...clocks,
          ...days,
        },
      },
      criteria: {
        create: [
          { id: sites, position: 1, kind: "number", question: "How many sites?", options: ["sites"] },
          { id: decides, position: 2, kind: "yes_no", question: "Does this person decide?", options: [] },
          { id: remark, position: 3, kind: "text", question: "Anything else?", options: [], required: false },
        ],
      },
    },
  });
  return { id, sites, decides, remark };
}

/** A provider's approved place in a program. */
export async function enrol(providerId: OrganisationId, programId: ProgramId): Promise<void> {
  const { merchantId } = await db.program.findUniqueOrThrow({ where: { id: programId } });
  const at = await clock.now();
  await db.enrolment.create({
    data: {
      ...{ id: newId("enrolment"), programId, merchantId, providerId },
      status: "approved",
      appliedAt: at,
      decidedAt: at,
    },
  });
}

type Person = {
  name?: string;
  email?: string | null;
  phone?: string | null;
  country?: string;
  timeZone?: string | null;
  dueAt?: Date;
};

/** A new prospect in a provider's queue, as an import would have written it. */
export async function prospect(
  providerId: OrganisationId,
  programId: ProgramId,
  person: Person = {},
): Promise<ProspectId> {
  const id: ProspectId = newId("prospect");
  const at = await clock.now();
  const { name = `Person ${id.slice(-6)}`, email = `${id.slice(-12)}@people.example`, phone = null } = person;
  await db.prospect.create({
    data: {
      ...{ id, providerId, programId, name, email, phone, company: "Korvald Cold Storage", title: "Director" },
      ...{ country: person.country ?? "", timeZone: person.timeZone ?? null },
      ...{ sourceChannel: "list", consentBasis: "legitimate_interest", dueAt: person.dueAt ?? at, createdAt: at },
      identities: {
        create: identitiesOf({ email, phone }).map((identity) => ({ ...identity, providerId, programId })),
      },
    },
  });
  return id;
}
