import { type Money, moneyOf } from "#server/kernel/money.ts";
import { db, type Reader } from "#server/platform/db.ts";
import { type Account, balance } from "./account.ts";

/** What is in an account now, seen from its normal side; an account nobody booked on is empty. */
export async function balanceOf(account: Account, reader: Reader = db): Promise<Money> {
  const row = await reader.ledgerAccount.findUnique({ where: { name: account.name } });
  return moneyOf(row ? balance(row) : 0n, account.currency);
}
