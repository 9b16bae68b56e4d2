import { expect, type Page } from "@playwright/test";

/** Finance's ledger. */
export class Ledger {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  /** The books say of themselves that every rule holds. */
  async isHealthy(): Promise<void> {
    await this.page.goto("/finance/ledger?view=health");
    await expect(this.page.getByText("Every rule of the books holds")).toBeVisible();
  }
}
