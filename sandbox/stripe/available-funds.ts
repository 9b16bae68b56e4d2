import { capabilityStatus } from "./account-standing.ts";
import { standingOf } from "./accounts.ts";
import { balanceOf } from "./balance.ts";
import { minimumBalance, settingsOf } from "./balance-settings.ts";
import { currenciesOf, fundsOf } from "./balance-transactions.ts";
import { nowMs } from "./clock.ts";
import { emit } from "./events.ts";
import { makePayout } from "./payouts.ts";
import { retryRefunds } from "./refunds.ts";
import { PLATFORM, type World } from "./world.ts";

/** Money that was on its way can be used now: refunds that waited go out, and an account is paid out to its bank. */
export function fundsAvailable(world: World): void {
  if (moreIsDue(world)) return;
  emit(world, "balance.available", balanceOf(world));
  retryRefunds(world);
  if (settingsOf(world).payments.payouts?.schedule?.interval === "manual") return;
  if (world.account !== PLATFORM) {
    const standing = standingOf(world, world.account);
    const bank = standing.bank ? world.store.find("bank_account", standing.bank) : undefined;
    if (!bank || bank.status === "errored" || capabilityStatus(standing, "payouts").status !== "active") return;
  }
  for (const currency of currenciesOf(world, world.account)) payOut(world, currency);
}

/** Movements that become available together are told, and paid out, together. */
function moreIsDue(world: World): boolean {
  const more = world.store.db
    .prepare("select 1 from task where kind = 'funds.available' and account = ? and due_ms <= ? limit 1")
    .get(world.account, nowMs(world.store));
  return more !== undefined;
}

function payOut(world: World, currency: string): void {
  const amount = fundsOf(world, world.account, currency).available - minimumBalance(world, currency);
  if (amount < 1) return;
  makePayout(world, { amount, currency, automatic: true, items: unpaid(world, currency) });
}

/** The movements no earlier payout has carried to the bank. */
function unpaid(world: World, currency: string): string[] {
  const carried = new Set(
    world.store
      .list("payout", { account: world.account })
      .flatMap((payout) => (world.store.place(payout.id)?.aside.items ?? []) as string[]),
  );
  return world.store
    .list("balance_transaction", { account: world.account, fields: { currency } })
    .filter((txn) => txn.available_on <= world.now && !carried.has(txn.id))
    .map((txn) => txn.id);
}
