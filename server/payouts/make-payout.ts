import type { Actor } from "#server/kernel/actor.ts";
import { clock } from "#server/platform/clock.ts";
import { inTransaction, isDuplicate, type Tx } from "#server/platform/db.ts";
import { earningIsUnknown } from "./earning.ts";
import { MAX_LINES, type MakePayout, payoutHasNothing, payoutIsElsewhere, payoutIsUnknown } from "./payout.ts";
import { isReady, payoutAccountIsNotReady } from "./payout-account.ts";
import { hashOf } from "./payout-hash.ts";
import { recordMoney } from "./record-money.ts";

/** Finance puts a provider's earnings that are in review, of one currency, into a payout. The same request again is the same payout. */
export async function makePayout(actor: Actor, wish: MakePayout): Promise<void> {
  try {
    await inTransaction((tx) => make(tx, actor, wish));
  } catch (error) {
    // An earning went into another payout between looking and writing.
    throw isDuplicate(error) ? payoutHasNothing() : error;
  }
}

async function make(tx: Tx, actor: Actor, { payoutId, providerId, currency, earningIds }: MakePayout): Promise<void> {
  const known = await tx.payout.findUnique({ where: { id: payoutId } });
  if (known) {
    if (known.makerId !== actor.userId || known.providerId !== providerId) throw payoutIsUnknown();
    if (known.currency !== currency) throw payoutIsElsewhere({ status: known.status });
    return;
  }
  const account = await tx.payoutAccount.findFirst({ where: { providerId, closedAt: null } });
  if (!account?.stripeAccountId || !isReady(account)) throw payoutAccountIsNotReady();
  const earnings = await free(tx, providerId, currency, earningIds);
  if (earningIds && earnings.length !== new Set(earningIds).size) throw earningIsUnknown();
  if (earnings.length === 0) throw payoutHasNothing();

  const lines = earnings.map((earning) => ({ earningId: earning.id, amountMinor: earning.amountMinor }));
  const { id: payoutAccountId, stripeAccountId } = account;
  await tx.payout.create({
    data: {
      id: payoutId,
      providerId,
      payoutAccountId,
      currency,
      totalMinor: lines.reduce((sum, line) => sum + line.amountMinor, 0n),
      hash: hashOf({ payoutId, providerId, payoutAccountId, stripeAccountId, currency, lines }),
      makerId: actor.userId,
      createdAt: await clock.now(tx),
      lines: { create: lines },
    },
  });
  await recordMoney(tx, actor, {
    what: "payout.made",
    about: payoutId,
    audience: [providerId],
    detail: { lines: lines.length },
  });
}

/** Earnings that wait for a payout: in review, with nothing against them, in no other living payout. */
async function free(tx: Tx, providerId: string, currency: string, earningIds: MakePayout["earningIds"]) {
  await tx.$executeRaw`
    select 1 from earning where provider_id = ${providerId} and status = 'in_review' and currency = ${currency}
    order by id for update`;
  return tx.earning.findMany({
    where: {
      providerId,
      currency,
      status: "in_review",
      blocks: { none: { resolvedAt: null } },
      lines: { none: { removedAt: null } },
      ...(earningIds && { id: { in: earningIds } }),
    },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    take: MAX_LINES,
  });
}
