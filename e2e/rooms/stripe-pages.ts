import type { Page } from "@playwright/test";

/** Saves a test card on the page that Stripe hosts, and comes back. */
export async function saveCardAtStripe(page: Page, card: string): Promise<void> {
  await page
    .getByRole("heading", { name: "Save a payment method" })
    .and(page.getByRole("heading", { level: 1 }))
    .waitFor();
  await page.getByRole("radio", { name: card }).check();
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await page.waitForURL(/\/merchant\/billing/);
}

/** Says who is paid, and to which bank account, on the page that Stripe hosts, and comes back. */
export async function onboardAtStripe(page: Page): Promise<void> {
  await page.getByRole("heading", { level: 1, name: "Get paid" }).waitFor();
  await page.getByRole("radio", { name: "My own bank account" }).check();
  await page.getByRole("button", { name: "Finish", exact: true }).click();
  await page.waitForURL(/\/provider\/account/);
}
