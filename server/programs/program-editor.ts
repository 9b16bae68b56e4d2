import type { Actor } from "#server/kernel/actor.ts";
import { db } from "#server/platform/db.ts";
import { articleOf, CRITERIA, criterionOf, KNOWLEDGE } from "./criteria-rows.ts";
import { icpOf } from "./icp.ts";
import { missingIn, type ProgramRef, programIsUnknown } from "./program.ts";
import { readinessOf } from "./readiness.ts";
import { TERMS_SELECT, termsVersionOf } from "./terms-row.ts";

/** All of a merchant's own program as its editor needs it, with what is missing before it can be published. */
export async function programEditor(actor: Actor, { programId }: ProgramRef) {
  const program = await db.program.findFirst({
    where: { id: programId, merchantId: actor.organisationId },
    include: {
      merchant: { select: { name: true, country: true, timeZone: true } },
      criteria: CRITERIA,
      knowledge: KNOWLEDGE,
      terms: { orderBy: { version: "desc" }, select: TERMS_SELECT },
      enrolments: { select: { status: true } },
    },
  });
  if (!program) throw programIsUnknown();
  const versions = program.terms.map(termsVersionOf);
  const { id, name, status, summary, product, script, currency, createdAt, publishedAt, merchant } = program;
  return {
    ...{ id, name, status, summary, product, script, currency, createdAt, publishedAt, merchant },
    icp: icpOf(program.icp),
    criteria: program.criteria.map(criterionOf),
    knowledge: program.knowledge.map(articleOf),
    draft: versions.find((version) => version.status === "draft") ?? null,
    active: versions.find((version) => version.status === "active") ?? null,
    superseded: versions.filter((version) => version.status === "superseded"),
    approvedProviders: program.enrolments.filter((enrolment) => enrolment.status === "approved").length,
    missing: missingIn(await readinessOf(db, program)),
  };
}
