import { expect, test } from "vitest";
import { money } from "#server/kernel/money.ts";
import { TOLD } from "./deal.ts";
import { dealMail } from "./deals.mail.ts";

const facts = {
  merchant: "Kestrow",
  provider: "Tallis",
  company: "Noordkade",
  value: money(12_500_50n, "usd"),
  wonOn: "2026-11-20",
  due: new Date("2026-11-27T09:00:00Z"),
  zone: "Europe/Amsterdam",
  deemed: false,
  link: "http://localhost:3000/merchant/deals",
};

test.each(TOLD)("the mail that a deal is %s has words in both languages and names the customer", (told) => {
  const [en, zh] = [dealMail("en", { ...facts, told }), dealMail("zh-CN", { ...facts, told })];
  for (const { subject, text } of [en, zh]) {
    expect(subject).toContain("Noordkade");
    expect(text).toContain(facts.link);
    expect(subject + text).not.toMatch(/deals\.|\{/);
  }
  expect(en.text).not.toBe(zh.text);
});

test("an amount in a mail has every digit and its currency", () => {
  expect(dealMail("en", { ...facts, told: "answer_due" }).text).toContain("12,500.50 USD");
});
