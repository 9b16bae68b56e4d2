import { newId } from "#server/kernel/id.ts";
import type { Money } from "#server/kernel/money.ts";
import { clock } from "#server/platform/clock.ts";
import type { Tx } from "#server/platform/db.ts";
import { type Account, balance, fundsAreShort } from "./account.ts";

/** Money that moves: `debit ← credit` in money.md's notation. The cause says what happened, and happens once. */
export type Transfer = {
  readonly debit: Account;
  readonly credit: Account;
  readonly amount: Money;
  readonly cause: string;
};

type Locked = {
  readonly id: string;
  readonly name: string;
  readonly guarded: boolean;
  readonly debitNormal: boolean;
  debitsMinor: bigint;
  creditsMinor: bigint;
};

type Fact = { readonly debitAccountId: string; readonly creditAccountId: string; readonly amountMinor: bigint };

/**
 * Moves money. One debit and one credit of one amount in one row: an unbalanced booking cannot be written down.
 * A cause that is already booked with the same accounts and amount is the same fact and changes nothing; with others it is a
 * bug and throws. A transaction books all its legs in one call, after its other locks: accounts are locked in the order of
 * their names, so that two transactions never wait for each other.
 */
export async function transfer(tx: Tx, transfers: readonly Transfer[]): Promise<void> {
  for (const { debit, credit, amount, cause } of transfers) {
    if (amount.minor <= 0n) throw new RangeError(`${cause}: nothing to move`);
    if (debit.currency !== amount.currency || credit.currency !== amount.currency)
      throw new RangeError(`${cause}: a transfer stays within its currency`);
  }
  const accounts = await lockInOrder(
    tx,
    transfers.flatMap((t) => [t.debit, t.credit]),
  );
  const fresh = await unbooked(tx, transfers, accounts);
  if (fresh.length === 0) return;

  for (const { debit, credit, amount } of fresh) {
    accountOf(accounts, debit).debitsMinor += amount.minor;
    accountOf(accounts, credit).creditsMinor += amount.minor;
  }
  for (const { debit, credit } of fresh)
    for (const account of [accountOf(accounts, debit), accountOf(accounts, credit)])
      if (account.guarded && balance(account) < 0n) throw fundsAreShort();

  await writeSums(tx, [...accounts.values()]);
  await writeTransfers(tx, fresh, accounts);
}

async function lockInOrder(tx: Tx, wanted: readonly Account[]): Promise<Map<string, Locked>> {
  const byName = new Map(wanted.map((account) => [account.name, account]));
  const names = [...byName.keys()].sort();
  const known = await tx.ledgerAccount.findMany({ where: { name: { in: names } }, select: { name: true } });
  const missing = names.filter((name) => !known.some((row) => row.name === name));
  for (const name of missing) {
    const account = byName.get(name);
    if (account) await open(tx, account);
  }
  const rows = await tx.$queryRaw<Locked[]>`
    select id, name, guarded, debit_normal as "debitNormal", debits_minor as "debitsMinor", credits_minor as "creditsMinor"
    from ledger_account where name = any (${names}) order by name collate "C" for update`;
  return new Map(rows.map((row) => [row.name, row]));
}

async function open(tx: Tx, account: Account): Promise<void> {
  const { name, kind, ownerId, currency, debitNormal, guarded } = account;
  await tx.ledgerAccount.createMany({
    data: { id: newId("acct"), name, kind, ownerId, currency, debitNormal, guarded },
    skipDuplicates: true,
  });
}

/** Those of the transfers that are not in the books yet; throws when one is there as something else. */
async function unbooked(
  tx: Tx,
  transfers: readonly Transfer[],
  accounts: Map<string, Locked>,
): Promise<readonly Transfer[]> {
  const causes = transfers.map((t) => t.cause);
  const booked = await tx.ledgerTransfer.findMany({ where: { cause: { in: causes } } });
  const seen = new Map<string, Fact>(booked.map((row) => [row.cause, row]));
  return transfers.filter(({ debit, credit, amount, cause }) => {
    const fact: Fact = {
      debitAccountId: accountOf(accounts, debit).id,
      creditAccountId: accountOf(accounts, credit).id,
      amountMinor: amount.minor,
    };
    const before = seen.get(cause);
    if (before && !isSame(before, fact)) throw new Error(`${cause} is already booked as something else`);
    seen.set(cause, fact);
    return !before;
  });
}

const isSame = (a: Fact, b: Fact): boolean =>
  a.debitAccountId === b.debitAccountId && a.creditAccountId === b.creditAccountId && a.amountMinor === b.amountMinor;

async function writeSums(tx: Tx, accounts: readonly Locked[]): Promise<void> {
  await tx.$executeRaw`
    update ledger_account set debits_minor = new.debits, credits_minor = new.credits
    from unnest(${accounts.map((a) => a.id)}::text[], ${accounts.map((a) => a.debitsMinor)}::bigint[],
      ${accounts.map((a) => a.creditsMinor)}::bigint[]) as new (id, debits, credits)
    where ledger_account.id = new.id`;
}

async function writeTransfers(tx: Tx, fresh: readonly Transfer[], accounts: Map<string, Locked>): Promise<void> {
  const at = await clock.now(tx);
  await tx.ledgerTransfer.createMany({
    data: fresh.map(({ debit, credit, amount, cause }) => ({
      id: newId("xfer", at.getTime()),
      debitAccountId: accountOf(accounts, debit).id,
      creditAccountId: accountOf(accounts, credit).id,
      amountMinor: amount.minor,
      currency: amount.currency,
      cause,
      at,
    })),
  });
}

function accountOf(accounts: Map<string, Locked>, account: Account): Locked {
  const locked = accounts.get(account.name);
  if (!locked) throw new Error(`${account.name} was not locked`);
  return locked;
}
