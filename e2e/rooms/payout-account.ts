import { expect, type Page } from "@playwright/test";
import { onboardAtStripe } from "./stripe-pages.ts";

/** Where the provider is paid. */
export class PayoutAccount {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  async connect(): Promise<void> {
    const { page } = this;
    await page.goto("/provider/account");
    await page.getByRole("button", { name: "Connect with Stripe" }).click();
    await onboardAtStripe(page);
    await expect(page.getByText("Ready to be paid")).toBeVisible({ timeout: 15_000 });
  }
}
