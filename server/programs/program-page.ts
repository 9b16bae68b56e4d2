import type { Prisma } from "#prisma";
import type { Actor } from "#server/kernel/actor.ts";
import { clock } from "#server/platform/clock.ts";
import { db } from "#server/platform/db.ts";
import { articleOf, CRITERIA, criterionOf, KNOWLEDGE } from "./criteria-rows.ts";
import { enrolmentIsUnknown } from "./enrolment.ts";
import { icpOf } from "./icp.ts";
import { type ProgramRef, programIsUnknown } from "./program.ts";
import { TERMS_SELECT, termsVersionOf } from "./terms-row.ts";

const PAGE = {
  id: true,
  name: true,
  status: true,
  summary: true,
  product: true,
  icp: true,
  publishedAt: true,
  merchant: { select: { name: true, country: true, website: true, timeZone: true } },
  criteria: CRITERIA,
  terms: { where: { status: "active" }, select: TERMS_SELECT },
} as const satisfies Prisma.ProgramSelect;

/** A published program as anybody may see it, and when that was. */
export async function lookProgram({ programId }: ProgramRef) {
  const program = await db.program.findFirst({ where: { id: programId, status: "published" }, select: PAGE });
  if (!program) throw programIsUnknown();
  return { ...shown(program), asOf: await clock.now() };
}

/** A program as a provider sees it: published, or one that it has a place in; with that place and its signatures. */
export async function programPage(actor: Actor, { programId }: ProgramRef) {
  const providerId = actor.organisationId;
  const program = await db.program.findFirst({
    where: { id: programId, OR: [{ status: "published" }, { enrolments: { some: { providerId } } }] },
    select: {
      ...PAGE,
      merchantId: true,
      enrolments: {
        where: { providerId },
        select: {
          id: true,
          status: true,
          message: true,
          reason: true,
          appliedAt: true,
          decidedAt: true,
          endedAt: true,
          tailUntil: true,
          signatures: { select: { termsVersionId: true, party: true, at: true } },
        },
      },
    },
  });
  if (!program) throw programIsUnknown();
  const { enrolments, merchantId, ...page } = program;
  return { ...shown(page), merchantId, enrolment: enrolments[0] ?? null };
}

/** What an agent works with once its organisation is in a program: script, knowledge, questions. */
export async function programBrief(actor: Actor, { programId }: ProgramRef) {
  const enrolled: Prisma.EnrolmentWhereInput = {
    providerId: actor.organisationId,
    status: { in: ["approved", "suspended"] },
  };
  const brief = await db.program.findFirst({
    where: { id: programId, enrolments: { some: enrolled } },
    select: {
      id: true,
      name: true,
      product: true,
      script: true,
      icp: true,
      criteria: CRITERIA,
      knowledge: KNOWLEDGE,
    },
  });
  if (!brief) throw enrolmentIsUnknown();
  const { icp, criteria, knowledge, ...rest } = brief;
  return { ...rest, icp: icpOf(icp), criteria: criteria.map(criterionOf), knowledge: knowledge.map(articleOf) };
}

function shown({ icp, criteria, terms: [active], ...page }: Prisma.ProgramGetPayload<{ select: typeof PAGE }>) {
  return {
    ...page,
    icp: icpOf(icp),
    criteria: criteria.map(criterionOf),
    terms: active ? termsVersionOf(active) : null,
  };
}
