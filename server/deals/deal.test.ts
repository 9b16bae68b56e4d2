import { expect, test } from "vitest";
import { money } from "#server/kernel/money.ts";
import { flagsOf, plainAmount, silenceConfirms, valueFrom } from "./deal.ts";
import { sniff } from "./evidence.ts";
import { mayMove, STAGES } from "./stage.ts";

test.each([
  ["-5.00", "deal_value_is_no_amount"],
  ["a lot", "deal_value_is_no_amount"],
  ["0.00", "deal_value_is_nothing"],
  ["99999999999999999.00", "deal_value_is_too_large"],
  ["12.345,6789", "deal_value_is_no_amount"],
])("%s is no value of a deal: %s", (amount, code) => {
  expect(() => valueFrom({ amount, currency: "usd" }, "usd")).toThrow(code);
});

test("a value is read as people type it, in the currency of the terms", () => {
  expect(valueFrom({ amount: "12,500.50", currency: "USD" }, "usd")).toEqual(money(12_500_50n, "usd"));
  expect(() => valueFrom({ amount: "5", currency: "eur" }, "usd")).toThrow("deal_currency_differs");
});

test("a refusal names an amount in plain digits", () => {
  expect(plainAmount(money(5n, "usd"))).toBe("0.05");
  expect(plainAmount(money(1200n, "jpy"))).toBe("1200");
});

test("a win before the first contact and an absurd value are flagged", () => {
  const days = { wonOn: "2026-03-01", firstContact: "2026-03-02" } as const;
  expect(flagsOf(money(100_00n, "usd"), null, days)).toEqual(["dated_before_contact"]);
  const fine = { wonOn: "2026-03-02", firstContact: "2026-03-02" } as const;
  expect(flagsOf(money(10_000_000_01n, "usd"), null, fine)).toEqual(["absurd_value"]);
  expect(flagsOf(money(100_01n, "usd"), 1_00n, fine)).toEqual(["absurd_value"]);
  expect(flagsOf(money(100_00n, "usd"), 1_00n, fine)).toEqual([]);
});

test("silence confirms what is proven by a payment or a billing system, and nothing else", () => {
  expect(["A", "B", "C", "D"].map(silenceConfirms)).toEqual([true, true, false, false]);
});

test("a lead goes forward, may skip stages, and comes back from lost and dormant only to open", () => {
  expect(STAGES.filter((to) => mayMove("meeting", to))).toEqual(["proposal", "negotiation", "won", "lost", "dormant"]);
  expect(STAGES.filter((to) => mayMove("lost", to))).toEqual(["open"]);
  expect(STAGES.filter((to) => mayMove("dormant", to))).toEqual(["open"]);
  expect(STAGES.filter((to) => mayMove("won", to))).toEqual([]);
});

test("a document is what its first bytes say", () => {
  const bytes = (text: string) => new TextEncoder().encode(text);
  expect(sniff(bytes("%PDF-1.7 …"))).toBe("application/pdf");
  expect(sniff(new Uint8Array([0xff, 0xd8, 0xff, 0xe0]))).toBe("image/jpeg");
  expect(sniff(bytes("Vertrag über 12.500 €\n"))).toBe("text/plain");
  expect(sniff(new Uint8Array([0x4d, 0x5a, 0x00, 0x01]))).toBeNull();
  expect(sniff(new Uint8Array([0xff, 0xfe, 0x41]))).toBeNull();
});
