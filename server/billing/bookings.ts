import type { Money } from "#server/kernel/money.ts";
import { common, owned } from "#server/ledger/account.ts";
import type { Transfer } from "#server/ledger/transfer.ts";

/** The parts of a settlement that its bookings need. */
export type Shares = {
  readonly id: string;
  readonly merchantId: string;
  readonly providerId: string;
  readonly platform: Money;
  readonly provider: Money;
};

const some = (legs: readonly Transfer[]): Transfer[] => legs.filter((leg) => leg.amount.minor > 0n);

/** `acc:` the deal is confirmed: the merchant owes the fee, and nobody has earned it yet. */
export function accrued({ id, merchantId, providerId, platform, provider }: Shares): Transfer[] {
  const debit = owned("merchant_receivable", merchantId, platform.currency);
  return some([
    {
      debit,
      credit: owned("provider_payable.contingent", providerId, provider.currency),
      amount: provider,
      cause: `acc:${id}:provider`,
    },
    {
      debit,
      credit: common("deferred_platform_fee", platform.currency),
      amount: platform,
      cause: `acc:${id}:platform`,
    },
  ]);
}

/** `void:` the settlement ends before its charge: what was accrued is turned round. */
export const voided = (shares: Shares): Transfer[] =>
  accrued(shares).map(({ debit, credit, amount, cause }) => ({
    debit: credit,
    credit: debit,
    amount,
    cause: cause.replace("acc:", "void:"),
  }));

/** `ch:` the charge arrived: the merchant owes nothing, the provider's part is held, the platform's is earned. */
export function charged(
  chargeId: string,
  merchantId: string,
  total: Money,
  settlements: readonly Shares[],
): Transfer[] {
  const { currency } = total;
  const parts = settlements.flatMap(({ id, providerId, platform, provider }) => [
    {
      debit: owned("provider_payable.contingent", providerId, currency),
      credit: owned("provider_payable.held", providerId, currency),
      amount: provider,
      cause: `ch:${chargeId}:provider:${id}`,
    },
    {
      debit: common("deferred_platform_fee", currency),
      credit: common("platform_revenue", currency),
      amount: platform,
      cause: `ch:${chargeId}:platform:${id}`,
    },
  ]);
  return some([
    {
      debit: common("stripe_unsettled", currency),
      credit: owned("merchant_receivable", merchantId, currency),
      amount: total,
      cause: `ch:${chargeId}`,
    },
    ...parts,
  ]);
}
