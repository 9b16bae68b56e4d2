import { expect, type Page } from "@playwright/test";
import { signTerms } from "./signing.ts";
import { told } from "./told.ts";

/** The provider's programs: the directory, an application, the signature. */
export class Directory {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  async find(program: string): Promise<void> {
    const { page } = this;
    await page.goto("/provider/programs");
    await page.getByRole("searchbox", { name: "Find" }).fill(program);
    await page.getByRole("button", { name: "Search" }).click();
    await page.getByRole("list", { name: "Programs" }).getByRole("link", { name: program }).click();
    await expect(page.getByRole("heading", { level: 2, name: program })).toBeVisible();
  }

  async apply(program: string, words: string): Promise<void> {
    const { page } = this;
    await page.getByRole("button", { name: "Apply" }).click();
    const dialog = page.getByRole("dialog", { name: `Apply to ${program}` });
    await dialog.getByRole("textbox", { name: "A few words" }).fill(words);
    await dialog.getByRole("button", { name: "Apply" }).click();
    await expect(told(page, "Applied.")).toBeVisible();
  }

  async sign(): Promise<void> {
    await signTerms(this.page);
  }
}
