import { expect, type Page } from "@playwright/test";
import { signTerms } from "./signing.ts";
import { told } from "./told.ts";

/** The merchant's providers: whoever applied, and what is signed with each. */
export class Providers {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  async open(provider: string): Promise<void> {
    await this.page.goto("/merchant/providers");
    await this.page.getByRole("list", { name: "Providers" }).getByRole("link", { name: provider }).click();
    await expect(this.page.getByRole("heading", { level: 2, name: provider })).toBeVisible();
  }

  async approve(provider: string): Promise<void> {
    await this.page.getByRole("button", { name: "Approve" }).click();
    await expect(told(this.page, `${provider} is approved.`)).toBeVisible();
  }

  async sign(): Promise<void> {
    await signTerms(this.page);
  }
}
