import type { Page } from "@playwright/test";
import { expect, expectNothingFromAxe, test } from "#e2e/fixtures.ts";
import { Door } from "#e2e/rooms/door.ts";
import { LeadsInbox } from "#e2e/rooms/leads-inbox.ts";
import { Queue } from "#e2e/rooms/queue.ts";

const PHONE = { viewport: { width: 375, height: 812 }, isMobile: true, hasTouch: true } as const;

const overflow = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

test("on a phone an agent works the queue with a thumb", async ({ somebody }) => {
  const agent = await somebody(PHONE);
  await new Door(agent).walkInAs("Teo Varrick");
  const queue = new Queue(agent);
  await queue.sitDown();
  await expect(queue.person).toBeVisible();
  expect(await overflow(agent), "nothing is wider than the phone").toBe(0);
  await expectNothingFromAxe(agent);

  const first = await queue.person.innerText();
  await agent.getByRole("button", { name: "Mail", exact: true }).tap();
  await agent.getByRole("button", { name: "Mail sent" }).tap();
  await expect(agent.getByRole("status").last()).toContainText("Mail sent, logged");
  await agent.getByRole("button", { name: "Snooze", exact: true }).tap();
  await agent.getByRole("button", { name: "In 3 days" }).tap();
  await expect(agent.getByRole("status").last()).toContainText("comes back");
  await expect(queue.person).not.toHaveText(first);
  await expectNothingFromAxe(agent);
});

test("on a phone a merchant decides on a lead without scrolling to the buttons", async ({ somebody }) => {
  const owner = await somebody(PHONE);
  await new Door(owner).walkInAs("Marit Oosterveen");
  const inbox = new LeadsInbox(owner);
  await owner.getByRole("navigation", { name: "Rooms, short" }).getByRole("link", { name: "Leads" }).tap();
  await expect(owner).toHaveURL(/\/merchant\/leads/);
  const waiting = await inbox.countWaiting();
  expect(await overflow(owner), "nothing is wider than the phone").toBe(0);
  await inbox.waiting.first().tap();
  const accept = owner.getByRole("button", { name: "Accept and reveal" });
  await expect(accept).toBeInViewport({ ratio: 1 });
  await expectNothingFromAxe(owner);
  await accept.tap();
  await expect(owner.getByRole("status").last()).toContainText("Accepted.");
  await expect(inbox.lead.getByRole("link", { name: "@" })).toBeVisible();
  await owner.getByRole("link", { name: "Close" }).tap();
  await expect.poll(() => inbox.countWaiting()).toBe(waiting - 1);
});
