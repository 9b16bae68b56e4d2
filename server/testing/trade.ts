import { newId } from "#server/kernel/id.ts";
import { DAY_MS, plus, plusDays } from "#server/kernel/time.ts";
import type { LeadId } from "#server/leads/lead.ts";
import { clock } from "#server/platform/clock.ts";
import { db, inTransaction } from "#server/platform/db.ts";
import type { ProgramId } from "#server/programs/program.ts";
import { DEFAULT_TERMS, type Terms, type TermsVersionId } from "#server/programs/terms.ts";
import { columnsOf } from "#server/programs/terms-row.ts";
import type { ProspectId } from "#server/prospects/prospect.ts";
import { as, company } from "./people.ts";

/** Twelve percent of the deal, at least 500.00 usd. */
const TERMS: Terms = {
  ...DEFAULT_TERMS,
  currency: "usd",
  rule: { model: "percent", rateBp: 1200 },
  minimumMinor: 500_00n,
  capMinor: null,
};

type Wish = { readonly zone?: string; readonly terms?: Partial<Terms> };

/** A published program of a new merchant and a new provider that has signed for it. */
export async function trade({ zone = "UTC", terms = {} }: Wish = {}) {
  const [merchant, provider, at] = await Promise.all([
    company("merchant", { timeZone: zone }),
    company("provider"),
    clock.now(),
  ]);
  const programId: ProgramId = newId("program");
  const enrolmentId = newId("enrolment");
  await db.program.create({
    data: {
      id: programId,
      merchantId: merchant.id,
      name: "Cold-chain monitors",
      status: "published",
      currency: "usd",
      createdAt: at,
      publishedAt: at,
    },
  });
  const termsVersionId = await activeTerms(programId, 1, { ...TERMS, ...terms });
  await db.enrolment.create({
    data: {
      id: enrolmentId,
      programId,
      merchantId: merchant.id,
      providerId: provider.id,
      status: "approved",
      appliedAt: at,
      decidedAt: at,
    },
  });
  const ground = { merchant, provider, programId, enrolmentId, termsVersionId };
  await sign(ground, termsVersionId);
  return ground;
}
export type Trade = Awaited<ReturnType<typeof trade>>;

/** A further version of a program's terms comes into force and is signed by both. */
export async function newTerms(ground: Trade, over: Partial<Terms>): Promise<TermsVersionId> {
  await db.termsVersion.updateMany({
    where: { programId: ground.programId, status: "active" },
    data: { status: "superseded" },
  });
  const version = 1 + (await db.termsVersion.count({ where: { programId: ground.programId } }));
  const id = await activeTerms(ground.programId, version, { ...TERMS, ...over });
  await sign(ground, id);
  return id;
}

/** A prospect that the provider has reached, claimed and qualified. */
export async function qualifiedProspect(
  ground: Trade,
  over: { name?: string; email?: string; phone?: string; company?: string } = {},
): Promise<ProspectId> {
  const { provider, programId } = ground;
  const prospectId: ProspectId = newId("prospect");
  const at = await clock.now();
  const touched = plus(at, -DAY_MS);
  const email = over.email ?? `jan.devries@${prospectId.slice(-12)}.example`;
  const phone = over.phone ?? null;
  const person = { name: over.name ?? "Jan de Vries", company: over.company ?? "Noordkade Koelhuizen", email, phone };
  await db.prospect.create({
    data: {
      ...person,
      id: prospectId,
      providerId: provider.id,
      programId,
      status: "qualified",
      title: "Operations director",
      city: "Rotterdam",
      country: "NL",
      language: "nl",
      sourceChannel: "outbound_call",
      consentBasis: "legitimate_interest",
      score: 86,
      createdAt: touched,
      dueAt: at,
    },
  });
  for (const [kind, value] of Object.entries({ email, phone })) {
    if (!value) continue;
    await db.prospectIdentity.create({ data: { providerId: provider.id, programId, kind, value, prospectId } });
    await db.claim.create({
      data: {
        id: newId("claim"),
        programId,
        kind,
        value,
        providerId: provider.id,
        prospectId,
        openedAt: touched,
        until: plusDays(at, 120),
      },
    });
  }
  const touchId = newId("touch");
  await db.touch.create({
    data: {
      id: touchId,
      prospectId,
      providerId: provider.id,
      programId,
      userId: provider.provider_agent.userId,
      channel: "call",
      disposition: "reached",
      note: "Six stores, forty-one rooms.",
      durationSeconds: 252,
      at: touched,
    },
  });
  return prospectId;
}

/** A lead as the merchant finds it in its inbox. */
export async function submittedLead(
  ground: Trade,
  over: Parameters<typeof qualifiedProspect>[1] = {},
  summary = "",
): Promise<LeadId> {
  const leadId: LeadId = newId("lead");
  const prospectId = await qualifiedProspect(ground, over);
  await as(ground.provider.provider_agent).leads.handOver({ leadId, prospectId, summary });
  return leadId;
}

/** A lead that the merchant has accepted. */
export async function acceptedLead(ground: Trade): Promise<LeadId> {
  const leadId = await submittedLead(ground);
  await as(ground.merchant.merchant_closer).leads.accept({ leadId });
  return leadId;
}

/** Some time passes. */
export const pass = async (ms: number): Promise<void> =>
  inTransaction(async (tx) => clock.moveTo(tx, plus(await clock.now(tx), ms)));

/** What was written down about a thing, in order. */
export const eventsOf = async (about: string): Promise<string[]> =>
  (await db.event.findMany({ where: { about }, orderBy: { seq: "asc" }, select: { what: true } })).map(
    ({ what }) => what,
  );

async function activeTerms(programId: string, version: number, terms: Terms): Promise<TermsVersionId> {
  const id: TermsVersionId = newId("terms");
  const at = await clock.now();
  await db.termsVersion.create({
    data: {
      ...columnsOf(terms),
      id,
      programId,
      version,
      status: "active",
      createdAt: at,
      activatedAt: at,
      text: "The terms.",
      textHash: "0".repeat(64),
    },
  });
  return id;
}

async function sign(
  { enrolmentId, merchant, provider }: Pick<Trade, "enrolmentId" | "merchant" | "provider">,
  termsVersionId: string,
): Promise<void> {
  const at = await clock.now();
  for (const [party, organisation, signer] of [
    ["merchant", merchant, merchant.merchant_owner],
    ["provider", provider, provider.provider_owner],
  ] as const)
    await db.signature.create({
      data: {
        enrolmentId,
        termsVersionId,
        party,
        organisationId: organisation.id,
        userId: signer.userId,
        textHash: "0".repeat(64),
        at,
      },
    });
}
