import type { Prisma } from "#prisma";
import type { Actor } from "#server/kernel/actor.ts";
import { olderThan, type Page, pageOf } from "#server/kernel/page.ts";
import { db } from "#server/platform/db.ts";
import { type EnrolmentList, type EnrolmentRef, enrolmentIsUnknown, type Party } from "./enrolment.ts";
import { ownEnrolments } from "./locked-enrolment.ts";
import { TERMS_SELECT, termsVersionOf } from "./terms-row.ts";

const COMPANY = { select: { id: true, name: true, country: true, website: true } } as const;
const ENROLMENT = {
  id: true,
  status: true,
  message: true,
  reason: true,
  appliedAt: true,
  decidedAt: true,
  endedAt: true,
  tailUntil: true,
  provider: COMPANY,
  program: {
    select: {
      id: true,
      name: true,
      status: true,
      merchant: COMPANY,
      terms: { where: { status: "active" }, select: { id: true, version: true } },
    },
  },
  signatures: { select: { termsVersionId: true, party: true, at: true, userId: true } },
} as const satisfies Prisma.EnrolmentSelect;

/** The enrolments of one side, newest first, with who has signed the terms in force. */
export async function enrolments(actor: Actor, query: EnrolmentList): Promise<Page<ReturnType<typeof shown>>> {
  const { status, programId, after, limit } = query;
  const rows = await db.enrolment.findMany({
    where: {
      ...ownEnrolments(actor),
      ...(status ? { status } : {}),
      ...(programId ? { programId } : {}),
      ...olderThan("appliedAt", after),
    },
    orderBy: [{ appliedAt: "desc" }, { id: "desc" }],
    take: limit + 1,
    select: ENROLMENT,
  });
  return pageOf(rows.map(shown), limit, ({ appliedAt }) => appliedAt);
}

/** One enrolment of one side, with the terms in force and everyone who ever signed. */
export async function enrolment(actor: Actor, { enrolmentId }: EnrolmentRef) {
  const row = await db.enrolment.findFirst({ where: { id: enrolmentId, ...ownEnrolments(actor) }, select: ENROLMENT });
  if (!row) throw enrolmentIsUnknown();
  const signers = await db.user.findMany({
    where: { id: { in: row.signatures.map(({ userId }) => userId) } },
    select: { id: true, name: true },
  });
  const versions = await db.termsVersion.findMany({
    where: { programId: row.program.id, status: { not: "draft" } },
    orderBy: { version: "desc" },
    select: TERMS_SELECT,
  });
  const signatures = row.signatures.map(({ termsVersionId, party, at, userId }) => ({
    ...{ termsVersionId, party, at },
    version: versions.find(({ id }) => id === termsVersionId)?.version ?? 0,
    by: signers.find(({ id }) => id === userId)?.name ?? "",
  }));
  const active = versions.find(({ status }) => status === "active");
  return {
    ...shown(row),
    terms: active ? termsVersionOf(active) : null,
    signatures: signatures.toSorted((a, b) => b.at.getTime() - a.at.getTime()),
  };
}

function shown({ program, signatures, ...row }: Prisma.EnrolmentGetPayload<{ select: typeof ENROLMENT }>) {
  const { terms, merchant, ...rest } = program;
  const [active] = terms;
  const signedBy = (party: Party) => signatures.some((s) => s.termsVersionId === active?.id && s.party === party);
  return {
    ...row,
    ...{ program: rest, merchant, version: active?.version ?? null },
    signed: { merchant: signedBy("merchant"), provider: signedBy("provider") },
  };
}
