import { expect, type Page } from "@playwright/test";
import { choose } from "./choose.ts";
import { saveCardAtStripe } from "./stripe-pages.ts";

/** How the merchant pays, and what for. */
export class Billing {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  /** Agrees to be charged, and saves a card on Stripe's own page. */
  async saveCard(currency: "USD" | "EUR" | "GBP", card: string): Promise<void> {
    const { page } = this;
    await page.goto("/merchant/billing");
    await page.getByRole("button", { name: "Save a payment method" }).click();
    const dialog = page.getByRole("dialog", { name: "Save a payment method" });
    await choose(dialog.getByRole("radio", { name: currency }));
    await choose(dialog.getByRole("checkbox", { name: "I agree, for my organisation" }));
    await dialog.getByRole("button", { name: "Go to Stripe" }).click();
    await saveCardAtStripe(page, card);
    await expect(page.getByRole("region", { name: "Payment method" })).toContainText("ending in");
  }

  /** A fee has been collected. */
  async hasPaid(fee: string): Promise<void> {
    await this.page.goto("/merchant/billing");
    const row = this.page.getByRole("table", { name: "Settlement" }).getByRole("row").filter({ hasText: fee });
    await expect(row).toContainText("Collected", { timeout: 15_000 });
  }
}
