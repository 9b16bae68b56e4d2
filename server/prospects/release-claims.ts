import type { Tx } from "#server/platform/db.ts";

/** Ends the protection of a prospect that its provider gives up. */
export async function releaseClaims(tx: Tx, prospectId: string, now: Date): Promise<void> {
  await tx.claim.updateMany({
    where: { prospectId, status: "active" },
    data: { status: "released", endedAt: now },
  });
}
