import { expect, type Page } from "@playwright/test";
import { told } from "./told.ts";

/** The merchant's leads: decide on each, then report what became of it. */
export class LeadsInbox {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  async enter(): Promise<void> {
    await this.page.goto("/merchant/leads");
    await expect(this.page.getByRole("heading", { level: 1, name: "Leads" })).toBeVisible();
  }

  /** The leads that wait for a decision. */
  get waiting() {
    return this.page.getByRole("list", { name: "To decide" }).getByRole("link");
  }

  /** How many leads wait, as the room's own view says. */
  async countWaiting(): Promise<number> {
    const view = this.page.getByRole("navigation", { name: "Views of leads" }).getByRole("link", { name: "To decide" });
    return Number(/\d+/.exec((await view.textContent()) ?? "")?.[0] ?? 0);
  }

  async openFirst(): Promise<void> {
    await this.waiting.first().click();
    await expect(this.page.getByRole("button", { name: "Accept and reveal" })).toBeVisible();
  }

  /** Accepts the open lead with the key that is written on the button. */
  async accept(): Promise<void> {
    await this.page.keyboard.press("a");
    await expect(told(this.page, "Accepted. Name and contact are shown")).toBeVisible();
  }

  /** The open lead. */
  get lead() {
    return this.page.getByRole("region", { name: "Lead" });
  }

  async reportWin(value: string, contract: { name: string; mimeType: string; buffer: Buffer }): Promise<void> {
    const { page } = this;
    await page.getByRole("button", { name: "Report a win" }).click();
    const dialog = page.getByRole("dialog", { name: "Report a win" });
    await dialog.getByRole("textbox", { name: "Value of the deal" }).fill(value);
    await dialog.getByLabel("Contract or invoice").setInputFiles(contract);
    await dialog.getByRole("button", { name: "Report and confirm" }).click();
    await page.waitForURL(/\/merchant\/deals\/deal_/);
  }
}
