import { afterEach, expect, test } from "vitest";
import { SYSTEM } from "#server/kernel/actor.ts";
import { newId } from "#server/kernel/id.ts";
import { money } from "#server/kernel/money.ts";
import { inTransaction } from "#server/platform/db.ts";
import { expectBooksToBalance } from "#server/testing/books.ts";
import { confirmedDeal, traders } from "#server/testing/money.ts";
import { as } from "#server/testing/people.ts";
import { hearSandboxStripe } from "#server/testing/stripe.ts";
import { openSettlement } from "./open-settlement.ts";

hearSandboxStripe();
afterEach(expectBooksToBalance);

test("any fee at any take rate is split without a cent lost, booked, and collected when it is large enough", async () => {
  const between = await traders();
  for (const minor of [1n, 3n, 33n, 99_999_999n])
    for (const takeRateBp of [0, 1, 3_333, 10_000]) await confirmedDeal(between, { minor, takeRateBp });
  await expectBooksToBalance();
  const { rows } = await as(between.merchant.merchant_owner).billing.mySettlements({ limit: 100 });
  expect(rows).toHaveLength(16);
  expect(new Set(rows.map((row) => row.status))).toEqual(new Set(["collected"]));
});

test("other currencies of the platform are collected, those it does not settle in are refused with words", async () => {
  const between = await traders();
  await confirmedDeal(between, { currency: "eur" });
  await confirmedDeal(between, { currency: "gbp", minor: 30n });
  for (const currency of ["jpy", "bhd", "cad"] as const)
    await expect(confirmedDeal(between, { currency })).rejects.toMatchObject({ code: "currency_is_not_settled" });
});

test("a fee of nothing, above one charge, of mixed currencies or with parts that are not the whole is refused", async () => {
  const between = await traders();
  const settlement = {
    dealId: newId("deal"),
    leadId: newId("lead"),
    programId: newId("program"),
    termsVersionId: newId("terms"),
    merchantId: between.merchant.id,
    providerId: between.provider.id,
    feeBase: money(100n, "usd"),
    gross: money(100n, "usd"),
    platform: money(20n, "usd"),
    provider: money(80n, "usd"),
    takeRateBp: 2_000,
    calculation: [],
    grade: "A",
    holdDays: 7,
  };
  const open = (over: Partial<typeof settlement>) =>
    inTransaction((tx) => openSettlement(tx, SYSTEM, { ...settlement, ...over }));
  const tooLarge = { code: "fee_is_too_large" };
  await expect(open({ gross: money(0n, "usd") })).rejects.toMatchObject(tooLarge);
  await expect(open({ gross: money(100_000_000n, "usd") })).rejects.toMatchObject(tooLarge);
  await expect(open({ provider: money(81n, "usd") })).rejects.toThrow("not the whole");
  await expect(open({ feeBase: money(100n, "eur") })).rejects.toThrow("another currency");
  await expect(open({ platform: money(20n, "eur") })).rejects.toThrow("do not mix");
  await expect(open({ holdDays: 61 })).rejects.toThrow(RangeError);
  await open({});
  await expect(open({})).rejects.toThrow();
});
