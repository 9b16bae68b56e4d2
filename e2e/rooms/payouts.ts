import { expect, type Page } from "@playwright/test";
import { told } from "./told.ts";

/** Finance's payouts: one person makes and submits, another checks and releases. */
export class Payouts {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  /** Puts what is ready for a provider into a payout, and sends it to the checkers. */
  async makeAndSubmit(provider: string): Promise<void> {
    const { page } = this;
    await page.goto("/finance/payouts?view=ready");
    const row = page.getByRole("row").filter({ hasText: provider });
    await row.getByRole("button", { name: "Prepare payout" }).click();
    await page.waitForURL(/\/finance\/payouts\/pay_/);
    await this.one.getByRole("button", { name: "Submit" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Submit" }).click();
    await expect(told(page, "Submitted.")).toBeVisible();
  }

  /** Opens a provider's payout that waits for a check. */
  async review(provider: string): Promise<void> {
    await this.page.goto("/finance/payouts");
    await this.page.getByRole("row").filter({ hasText: provider }).getByRole("link").click();
    await expect(this.one.getByRole("heading", { name: provider })).toBeVisible();
  }

  async approveAndRelease(): Promise<void> {
    await this.one.getByRole("button", { name: "Approve and release" }).click();
    await this.page.getByRole("dialog").getByRole("button", { name: "Release the money" }).click();
    await expect(told(this.page, "Released.")).toBeVisible();
  }

  /** The open payout. */
  get one() {
    return this.page.getByRole("region", { name: "Payout" });
  }
}
