import type { Actor } from "#server/kernel/actor.ts";
import { newId } from "#server/kernel/id.ts";
import type { PayoutId } from "#server/payouts/payout.ts";
import { as } from "#server/testing/people.ts";

type Desk = { readonly maker: Actor; readonly checkers: readonly Actor[] };

/** Finance makes a payout of everything that is payable, provider by provider, and submits it. */
export async function makePayouts({ maker }: Desk): Promise<PayoutId[]> {
  const made: PayoutId[] = [];
  for (const { providerId, amount, ready } of await as(maker).payouts.payable()) {
    if (!ready) continue;
    const payoutId: PayoutId = newId("pay");
    await as(maker).payouts.make({ payoutId, providerId: providerId as `org_${string}`, currency: amount.currency });
    await as(maker).payouts.submit({ payoutId });
    made.push(payoutId);
  }
  return made;
}

/** As many people approve as the total asks for; then it is released. */
export async function payOut(desk: Desk, payoutId: PayoutId): Promise<void> {
  await approveOut(desk, payoutId);
  const [checker] = desk.checkers;
  if (!checker) throw new Error("nobody to release");
  const { hash } = await as(checker).payouts.one({ payoutId });
  await as(checker).payouts.release({ payoutId, hash });
}

/** Checkers approve one after the other until the payout is approved. */
export async function approveOut({ checkers }: Desk, payoutId: PayoutId): Promise<void> {
  for (const checker of checkers) {
    const { hash, status } = await as(checker).payouts.one({ payoutId });
    if (status !== "submitted") return;
    await as(checker).payouts.approve({ payoutId, hash });
  }
}
