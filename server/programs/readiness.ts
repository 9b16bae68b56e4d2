import type { Reader } from "#server/platform/db.ts";
import { icpOf } from "./icp.ts";
import type { Readiness } from "./program.ts";

/** What of a program exists, as far as publishing asks: its terms as a draft or in force, a way for its merchant to pay. */
export async function readinessOf(
  reader: Reader,
  program: { id: string; merchantId: string; product: string; icp: unknown },
): Promise<Readiness> {
  const programId = program.id;
  return {
    product: program.product,
    icp: icpOf(program.icp),
    criteria: await reader.qualificationCriterion.count({ where: { programId, removedAt: null } }),
    terms: (await reader.termsVersion.count({ where: { programId, status: { in: ["draft", "active"] } } })) > 0,
    paymentMethod: (await reader.paymentMethod.count({ where: { merchantId: program.merchantId, endedAt: null } })) > 0,
  };
}
