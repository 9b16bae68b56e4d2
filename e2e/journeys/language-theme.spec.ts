import type { Page } from "@playwright/test";
import { expect, expectNothingFromAxe, test } from "#e2e/fixtures.ts";
import { Door } from "#e2e/rooms/door.ts";

const ground = (page: Page) => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
const language = (page: Page) => page.evaluate(() => document.documentElement.lang);

test("a person turns the page Chinese, and it stays Chinese", async ({ somebody }) => {
  const owner = await somebody();
  await new Door(owner).walkInAs("Greta Tallis");
  await owner.goto("/provider/leads");
  await expect(owner.getByRole("heading", { level: 1, name: "Leads" })).toBeVisible();
  await owner.getByRole("button", { name: "中文" }).click();
  await expect(owner.getByRole("heading", { level: 1, name: "线索" })).toBeVisible();
  expect(await language(owner)).toBe("zh-CN");
  await expectNothingFromAxe(owner);
  await owner.reload();
  await expect(owner.getByRole("heading", { level: 1, name: "线索" })).toBeVisible();
  await owner.getByRole("button", { name: "English" }).click();
  await expect(owner.getByRole("heading", { level: 1, name: "Leads" })).toBeVisible();
  expect(await language(owner)).toBe("en");
});

test("a person turns the lights off, and they stay off", async ({ somebody }) => {
  const owner = await somebody({ colorScheme: "light" });
  await new Door(owner).walkInAs("Greta Tallis");
  const light = await ground(owner);
  await owner.getByRole("button", { name: "Theme" }).click();
  await owner.getByRole("menuitem", { name: "Dark" }).click();
  await expect.poll(() => ground(owner)).not.toBe(light);
  const dark = await ground(owner);
  await owner.reload();
  expect(await ground(owner)).toBe(dark);
  await owner.goto("/provider/queue");
  expect(await ground(owner)).toBe(dark);
  await expectNothingFromAxe(owner);
  await owner.getByRole("button", { name: "Theme" }).click();
  await owner.getByRole("menuitem", { name: "As the system" }).click();
  await expect.poll(() => ground(owner)).toBe(light);
});

test("a stranger reads the public site in either language, by day and by night", async ({ somebody }) => {
  const stranger = await somebody({ locale: "zh-CN", colorScheme: "dark" });
  await stranger.goto("/");
  await expect(stranger).toHaveURL(/\/zh$/);
  expect(await language(stranger)).toBe("zh-CN");
  await expectNothingFromAxe(stranger);
  await stranger.getByRole("link", { name: "English" }).first().click();
  await expect(stranger).toHaveURL(/\/en$/);
  expect(await language(stranger)).toBe("en");
  await expectNothingFromAxe(stranger);
});
