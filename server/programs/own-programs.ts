import type { Actor } from "#server/kernel/actor.ts";
import { olderThan, type Page, type PageInput, pageOf } from "#server/kernel/page.ts";
import { db } from "#server/platform/db.ts";
import type { ProgramStatus } from "./program.ts";

/** A program in its merchant's list. */
export type OwnProgram = {
  readonly id: string;
  readonly name: string;
  readonly summary: string;
  readonly status: ProgramStatus;
  readonly currency: string;
  readonly createdAt: Date;
  readonly publishedAt: Date | null;
  /** Providers who may work for it now, and those who wait for an answer. */
  readonly approved: number;
  readonly applied: number;
  /** The version in force, and whether a draft stands beside it. */
  readonly version: number | null;
  readonly hasDraft: boolean;
};

/** A merchant's programs, newest first. */
export async function ownPrograms(actor: Actor, { after, limit }: PageInput): Promise<Page<OwnProgram>> {
  const rows = await db.program.findMany({
    where: { merchantId: actor.organisationId, ...olderThan("createdAt", after) },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: limit + 1,
    select: {
      id: true,
      name: true,
      summary: true,
      status: true,
      currency: true,
      createdAt: true,
      publishedAt: true,
      terms: { where: { status: { in: ["draft", "active"] } }, select: { status: true, version: true } },
      enrolments: { where: { status: { in: ["approved", "applied"] } }, select: { status: true } },
    },
  });
  const programs = rows.map(({ terms, enrolments, ...row }) => ({
    ...row,
    approved: enrolments.filter(({ status }) => status === "approved").length,
    applied: enrolments.filter(({ status }) => status === "applied").length,
    version: terms.find(({ status }) => status === "active")?.version ?? null,
    hasDraft: terms.some(({ status }) => status === "draft"),
  }));
  return pageOf(programs, limit, ({ createdAt }) => createdAt);
}
