import type { Page } from "@playwright/test";
import { expect, expectNothingFromAxe, test } from "#e2e/fixtures.ts";
import { Door } from "#e2e/rooms/door.ts";
import { LeadsInbox } from "#e2e/rooms/leads-inbox.ts";
import { Queue } from "#e2e/rooms/queue.ts";
import { told } from "#e2e/rooms/told.ts";

const PHONE = { viewport: { width: 375, height: 812 }, isMobile: true, hasTouch: true } as const;

async function expectToFit(page: Page): Promise<void> {
  const tooWide = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(tooWide, "nothing is wider than the phone").toBe(0);
  await expectNothingFromAxe(page);
}

test("on two phones, an agent hands somebody over and the merchant decides, by thumb alone", async ({ somebody }) => {
  const [agent, owner] = [await somebody(PHONE), await somebody(PHONE)];

  await test.step("the agent writes, asks and hands over", async () => {
    await new Door(agent).walkInAs("Teo Varrick");
    const queue = new Queue(agent);
    await queue.sitDown();
    await expectToFit(agent);
    const name = (await queue.person.textContent()) ?? "";
    await agent.getByRole("group", { name: "What to do" }).getByRole("button", { name: "Mail" }).tap();
    await expectToFit(agent);
    await agent.getByRole("button", { name: "Sent", exact: true }).tap();
    await expect(told(agent, "Mail sent, logged")).toBeVisible();
    await queue.answer("How many temperature-controlled sites?", "4");
    await queue.answer("By which date must it run?", "2027-05-31");
    await queue.choose("Who decides?", "Decides alone");
    await expectToFit(agent);
    await agent.getByRole("button", { name: "Hand over as lead" }).tap();
    await agent.getByRole("button", { name: "Hand over", exact: true }).tap();
    await expect(told(agent, `${name} handed over`)).toBeVisible();
  });

  await test.step("the merchant decides without scrolling to the buttons", async () => {
    await new Door(owner).walkInAs("Marit Oosterveen");
    const inbox = new LeadsInbox(owner);
    await owner.getByRole("navigation", { name: "Rooms, short" }).getByRole("link", { name: "Leads" }).tap();
    await expect(owner).toHaveURL(/\/merchant\/leads/);
    const waiting = await inbox.countWaiting();
    await expectToFit(owner);
    await inbox.waiting.first().tap();
    const accept = owner.getByRole("button", { name: "Accept and reveal" });
    await expect(accept).toBeInViewport({ ratio: 1 });
    await expectToFit(owner);
    await accept.tap();
    await expect(told(owner, "Accepted.")).toBeVisible();
    await expect(inbox.lead.getByRole("link", { name: /@|\+/ }).first()).toBeVisible();
    await inbox.lead.getByRole("link", { name: "Close" }).tap();
    await expect.poll(() => inbox.countWaiting()).toBe(waiting - 1);
  });
});
