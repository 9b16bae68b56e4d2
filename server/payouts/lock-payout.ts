import type { Prisma } from "#prisma";
import type { Tx } from "#server/platform/db.ts";
import { payoutIsUnknown } from "./payout.ts";
import { hashOf } from "./payout-hash.ts";

const parts = {
  lines: { where: { removedAt: null }, include: { earning: true }, orderBy: { earningId: "asc" } },
  approvals: { where: { droppedAt: null } },
} satisfies Prisma.PayoutInclude;

export type LockedPayout = Prisma.PayoutGetPayload<{ include: typeof parts }> & {
  readonly account: { readonly id: string; readonly stripeAccountId: string | null };
};

/** A payout with its living lines and standing approvals, nobody else changing it. Its earnings are locked after it, by id. */
export async function lockPayout(tx: Tx, payoutId: string): Promise<LockedPayout> {
  await tx.$executeRaw`select 1 from payout where id = ${payoutId} for update`;
  await tx.$executeRaw`
    select 1 from earning where id in (select earning_id from payout_line where payout_id = ${payoutId} and removed_at is null)
    order by id for update`;
  const payout = await tx.payout.findUnique({ where: { id: payoutId }, include: parts });
  if (!payout) throw payoutIsUnknown();
  const account = await tx.payoutAccount.findUniqueOrThrow({ where: { id: payout.payoutAccountId } });
  return { ...payout, account };
}

/** The hash of what a locked payout would pay now. */
export const hashNow = ({ id, account, ...payout }: LockedPayout): string =>
  hashOf({
    payoutId: id,
    providerId: payout.providerId,
    payoutAccountId: account.id,
    stripeAccountId: account.stripeAccountId ?? "",
    currency: payout.currency,
    lines: payout.lines,
  });
