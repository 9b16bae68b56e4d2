import { createHash } from "node:crypto";

/** What is to be paid, to whom: everything that an approval is bound to. */
export type Proposal = {
  readonly payoutId: string;
  readonly providerId: string;
  readonly payoutAccountId: string;
  readonly stripeAccountId: string;
  readonly currency: string;
  readonly lines: readonly { readonly earningId: string; readonly amountMinor: bigint }[];
};

/** SHA-256 of a proposal, whatever the order its lines were read in. */
export function hashOf(proposal: Proposal): string {
  const { payoutId, providerId, payoutAccountId, stripeAccountId, currency } = proposal;
  const lines = proposal.lines.map(({ earningId, amountMinor }) => `${earningId}=${amountMinor}`).sort();
  const text = [payoutId, providerId, payoutAccountId, stripeAccountId, currency, ...lines].join("\n");
  return createHash("sha256").update(text).digest("hex");
}
