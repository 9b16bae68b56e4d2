import fc from "fast-check";
import { expect, test } from "vitest";
import { newId } from "#server/kernel/id.ts";
import { money } from "#server/kernel/money.ts";
import { db, inTransaction } from "#server/platform/db.ts";
import { type Account, common, owned } from "./account.ts";
import { balanceOf } from "./balance.ts";
import { ledgerViolations, solvency } from "./invariants.ts";
import { journal, ledgerAccounts } from "./journal.ts";
import { type Transfer, transfer } from "./transfer.ts";
import { trialBalance } from "./trial-balance.ts";

const usd = (minor: bigint) => money(minor, "usd");
const book = (...transfers: Transfer[]) => inTransaction((tx) => transfer(tx, transfers));
const receivable = () => owned("merchant_receivable", newId("org"), "usd");
const share = () => owned("provider_payable.contingent", newId("org"), "usd");

test("what moves leaves one account and arrives in another", async () => {
  const [debit, credit] = [receivable(), share()];
  await book({ debit, credit, amount: usd(8000n), cause: `acc:${newId("stl")}` });
  expect(await balanceOf(debit)).toEqual(usd(8000n));
  expect(await balanceOf(credit)).toEqual(usd(8000n));
  expect(await balanceOf(share())).toEqual(usd(0n));
  expect(await ledgerViolations()).toEqual([]);
});

test("a fact that is told twice is booked once", async () => {
  const leg = { debit: receivable(), credit: share(), amount: usd(5n), cause: `acc:${newId("stl")}` };
  await book(leg);
  await book(leg, leg);
  await Promise.all(Array.from({ length: 8 }, () => book(leg)));
  expect(await balanceOf(leg.debit)).toEqual(usd(5n));
});

test("the same fact with another amount or another account is a bug and books nothing", async () => {
  const leg = { debit: receivable(), credit: share(), amount: usd(5n), cause: `acc:${newId("stl")}` };
  const other = { debit: receivable(), credit: share(), amount: usd(1n), cause: `acc:${newId("stl")}` };
  await book(leg);
  await expect(book(other, { ...leg, amount: usd(6n) })).rejects.toThrow("already booked as something else");
  await expect(book({ ...leg, credit: share() })).rejects.toThrow("already booked as something else");
  await expect(book(other, { ...other, amount: usd(2n) })).rejects.toThrow("already booked as something else");
  expect(await balanceOf(other.debit)).toEqual(usd(0n));
  expect(await balanceOf(leg.debit)).toEqual(usd(5n));
});

test("nothing, a negative amount and a second currency do not move", async () => {
  const [debit, credit] = [receivable(), share()];
  const cause = `acc:${newId("stl")}`;
  await expect(book({ debit, credit, amount: usd(0n), cause })).rejects.toThrow(RangeError);
  await expect(book({ debit, credit, amount: usd(-1n), cause })).rejects.toThrow(RangeError);
  await expect(book({ debit, credit, amount: money(1n, "eur"), cause })).rejects.toThrow(RangeError);
  const euros = owned("provider_payable.held", newId("org"), "eur");
  await expect(book({ debit, credit: euros, amount: usd(1n), cause })).rejects.toThrow(RangeError);
});

test("a guarded account does not go below nothing, and the refusal undoes every leg", async () => {
  const [pot, released, other] = [share(), share(), receivable()];
  await book({ debit: other, credit: pot, amount: usd(10n), cause: `acc:${newId("stl")}` });
  const tooMuch = { debit: pot, credit: released, amount: usd(11n), cause: `rel:${newId("earn")}` };
  const fine = { debit: other, credit: pot, amount: usd(0n + 1n), cause: `acc:${newId("stl")}` };
  await expect(book(fine, { ...tooMuch, amount: usd(12n) })).rejects.toMatchObject({ code: "funds_are_short" });
  expect(await balanceOf(pot)).toEqual(usd(10n));
  expect(await balanceOf(other)).toEqual(usd(10n));
});

test("of thirty releases on funds for ten, ten happen", async () => {
  const [pot, released] = [share(), share()];
  await book({ debit: receivable(), credit: pot, amount: usd(10n), cause: `acc:${newId("stl")}` });
  const tries = await Promise.allSettled(
    Array.from({ length: 30 }, () =>
      book({ debit: pot, credit: released, amount: usd(1n), cause: `rel:${newId("earn")}` }),
    ),
  );
  expect(tries.filter((t) => t.status === "fulfilled")).toHaveLength(10);
  for (const t of tries) if (t.status === "rejected") expect(t.reason).toMatchObject({ code: "funds_are_short" });
  expect(await balanceOf(pot)).toEqual(usd(0n));
});

test("thirty bookings that cross the same accounts in every order neither wait for each other nor lose a cent", async () => {
  const pots = Array.from({ length: 6 }, () => common("unmatched_stripe", "usd")).map(
    (account, i): Account => ({ ...account, name: `unmatched_stripe:lane${i}:usd` }),
  );
  const pot = (i: number) => pots[i % pots.length] ?? common("unmatched_stripe", "usd");
  await Promise.all(
    Array.from({ length: 30 }, (_, i) =>
      book(
        { debit: pot(i), credit: pot(i + 1), amount: usd(7n), cause: `x:${i}:a` },
        { debit: pot(i + 3), credit: pot(i + 1), amount: usd(1n), cause: `x:${i}:b` },
        { debit: pot(i + 5), credit: pot(i), amount: usd(3n), cause: `x:${i}:c` },
      ),
    ),
  );
  expect(await db.ledgerTransfer.count({ where: { cause: { startsWith: "x:" } } })).toBe(90);
  expect(await ledgerViolations()).toEqual([]);
});

test("after any bookings the books balance", async () => {
  const pots = Array.from(
    { length: 4 },
    (_, i): Account => ({ ...common("fx_clearing", "eur"), name: `fx_clearing:p${i}:eur` }),
  );
  const leg = fc.record({ from: fc.nat(3), to: fc.nat(3), minor: fc.bigInt({ min: 1n, max: 10n ** 10n }) });
  await fc.assert(
    fc.asyncProperty(fc.array(leg, { minLength: 1, maxLength: 8 }), async (legs) => {
      const transfers = legs.flatMap(({ from, to, minor }): Transfer[] => {
        const [debit, credit] = [pots[from], pots[to]];
        return debit && credit && from !== to
          ? [{ debit, credit, amount: money(minor, "eur"), cause: `p:${newId("x")}` }]
          : [];
      });
      await book(...transfers);
      expect(await ledgerViolations()).toEqual([]);
    }),
    { numRuns: 25 },
  );
  const lines = (await trialBalance()).filter((row) => row.currency === "eur");
  const sum = (of: "debitsMinor" | "creditsMinor") => lines.reduce((total, row) => total + row[of], 0n);
  expect(sum("debitsMinor")).toBe(sum("creditsMinor"));
});

test("what is booked cannot be changed, deleted or emptied", async () => {
  await book({ debit: receivable(), credit: share(), amount: usd(1n), cause: `acc:${newId("stl")}` });
  await expect(db.$executeRaw`update ledger_transfer set amount_minor = 2`).rejects.toThrow("append-only");
  await expect(db.$executeRaw`delete from ledger_transfer`).rejects.toThrow("append-only");
  await expect(db.$executeRaw`truncate ledger_transfer`).rejects.toThrow("append-only");
  await expect(db.$executeRaw`truncate ledger_account cascade`).rejects.toThrow("append-only");
  await expect(db.$executeRaw`delete from ledger_account`).rejects.toThrow("append-only");
});

test("a sum that drifts from its transfers, and money owed that is not there, are found", async () => {
  const [pot, debit] = [share(), receivable()];
  await book({ debit, credit: pot, amount: usd(500n), cause: `acc:${newId("stl")}` });
  await db.ledgerAccount.update({ where: { name: pot.name }, data: { creditsMinor: 400n } });
  const rules = (await ledgerViolations()).map((v) => v.rule);
  expect(rules).toEqual(expect.arrayContaining(["debits_equal_credits", "account_sums_equal_transfers"]));
  await db.ledgerAccount.update({ where: { name: pot.name }, data: { creditsMinor: 500n } });

  await book({
    debit: common("stripe_unsettled", "gbp"),
    credit: owned("provider_payable.held", newId("org"), "gbp"),
    amount: money(80n, "gbp"),
    cause: `ch:${newId("ch")}`,
  });
  expect(await ledgerViolations()).toEqual([]);
  await book({
    debit: common("bank", "gbp"),
    credit: common("stripe_balance", "gbp"),
    amount: money(30n, "gbp"),
    cause: `po:${newId("po")}:paid`,
  });
  expect(await ledgerViolations()).toEqual([{ rule: "solvent", about: "gbp", detail: "-30" }]);
  expect(await solvency()).toContainEqual({ currency: "gbp", spareMinor: -30n });
});

test("the journal shows an account's own lines, newest first", async () => {
  const [debit, credit] = [receivable(), share()];
  for (const n of [1n, 2n, 3n]) await book({ debit, credit, amount: usd(n), cause: `j:${debit.name}:${n}` });
  const first = await journal({ limit: 2, after: null, account: debit.name });
  expect(first.rows.map((row) => row.amountMinor)).toEqual([3n, 2n]);
  expect(first.rows[0]).toMatchObject({ debit: debit.name, credit: credit.name });
  const accounts = await ledgerAccounts({ kind: "merchant_receivable", currency: "usd" });
  expect(accounts.find((row) => row.name === debit.name)?.balanceMinor).toBe(6n);
});
