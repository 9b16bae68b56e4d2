import type { Page } from "@playwright/test";
import { expect, test } from "#e2e/fixtures.ts";
import { Door } from "#e2e/rooms/door.ts";
import { LeadsInbox } from "#e2e/rooms/leads-inbox.ts";

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
  const [owner, closer] = [await somebody(), await somebody({ expects: "offline" })];
  await new Door(owner).walkInAs("Marit Oosterveen");
  await new Door(closer).signIn("joris@kestrel.example", "lode-demo-town");
  const [mine, theirs] = [new LeadsInbox(owner), new LeadsInbox(closer)];
  await theirs.enter();
  await theirs.openLast();
  const loads = countLoads(closer);
  const waiting = await theirs.countWaiting();

  await closer.context().setOffline(true);
  await closer.keyboard.press("a");
  await expect(closer.getByText("No connection.")).toBeVisible();

  await mine.enter();
  await mine.openFirst();
  await mine.accept();
  await mine.enter();
  await mine.openFirst();
  await mine.accept();
  expect(await theirs.countWaiting(), "offline, the page stands as it was").toBe(waiting);

  await closer.context().setOffline(false);
  await expect.poll(() => theirs.countWaiting(), { timeout: 15_000 }).toBe(waiting - 2);
  expect(loads(), "the page was not loaded anew").toBe(0);
});
