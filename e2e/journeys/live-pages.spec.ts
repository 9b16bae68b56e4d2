import type { Page } from "@playwright/test";
import { expect, test } from "#e2e/fixtures.ts";
import { Door } from "#e2e/rooms/door.ts";
import { LeadsInbox } from "#e2e/rooms/leads-inbox.ts";
import { Team } from "#e2e/rooms/team.ts";

/** Counts how often a page is loaded anew from now on. */
function countLoads(page: Page): () => number {
  let loads = 0;
  page.on("load", () => loads++);
  return () => loads;
}

test("two people look at the same leads: what one decides, the other sees at once", async ({ somebody }) => {
  const [owner, closer] = [await somebody(), await somebody()];
  await new Door(owner).walkInAs("Marit Oosterveen");
  await new Door(closer).signIn("joris@kestrel.example", "lode-demo-town");
  const [mine, theirs] = [new LeadsInbox(owner), new LeadsInbox(closer)];
  await mine.enter();
  await theirs.enter();
  const loads = countLoads(closer);
  const waiting = await theirs.countWaiting();

  await mine.openFirst();
  await mine.accept();
  await expect.poll(() => theirs.countWaiting(), { timeout: 5_000 }).toBe(waiting - 1);
  expect(loads(), "the page was not loaded anew").toBe(0);
});

test("a page whose connection broke says so when it is used, and misses nothing afterwards", async ({ somebody }) => {
  const [owner, away] = [await somebody(), await somebody({ expects: "offline" })];
  await new Door(owner).walkInAs("Greta Tallis");
  await new Door(away).walkInAs("Greta Tallis");
  const [here, there] = [new Team(owner), new Team(away)];
  await here.enter();
  await there.enter();
  await here.invite("first@tallis.example", "Agent");
  await expect(there.invitation("first@tallis.example")).toBeVisible();
  const loads = countLoads(away);

  await away.context().setOffline(true);
  await there.beginInvitation("never@tallis.example", "Agent");
  await away.getByRole("button", { name: "Send the invitation" }).click();
  await expect(away.getByText("There is no connection to Lode. Nothing has changed")).toBeVisible();
  await here.invite("second@tallis.example", "Agent");
  await here.invite("third@tallis.example", "Manager");
  await expect(there.invitation("second@tallis.example"), "offline, the page stands as it was").toHaveCount(0);

  await away.context().setOffline(false);
  await away.keyboard.press("Escape");
  await expect(there.invitation("second@tallis.example")).toBeVisible({ timeout: 20_000 });
  await expect(there.invitation("third@tallis.example")).toBeVisible();
  await expect(there.invitation("never@tallis.example")).toHaveCount(0);
  expect(loads(), "the page was not loaded anew").toBe(0);
});
