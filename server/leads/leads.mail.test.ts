import { expect, test } from "vitest";
import { TOLD } from "./lead.ts";
import { leadMail } from "./leads.mail.ts";

const facts = {
  merchant: "Kestrow",
  provider: "Tallis",
  program: "Monitors",
  company: "Noordkade",
  country: "NL",
  due: new Date("2026-11-27T09:00:00Z"),
  zone: "Europe/Amsterdam",
  reason: "duplicate",
  link: "http://localhost:3000/merchant/leads",
};

test.each(TOLD)("the mail that a lead is %s has words in both languages", (told) => {
  const [en, zh] = [leadMail("en", { ...facts, told }), leadMail("zh-CN", { ...facts, told })];
  for (const { subject, text } of [en, zh]) {
    expect(subject).toContain("Noordkade");
    expect(text).toContain(facts.link);
    expect(subject + text).not.toMatch(/leads\.|\{/);
  }
  expect(en.text).not.toBe(zh.text);
});

test("the mail says until when in the reader's zone", () => {
  expect(leadMail("en", { ...facts, told: "waiting" }).text).toContain("10:00");
});
