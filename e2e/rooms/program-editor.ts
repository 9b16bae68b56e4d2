import { expect, type Page } from "@playwright/test";
import { choose } from "./choose.ts";
import { told } from "./told.ts";

/** The merchant's programs: begin one, write its parts, publish it. */
export class ProgramEditor {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  async begin(name: string, currency: "USD" | "EUR" | "GBP"): Promise<void> {
    const { page } = this;
    await page.goto("/merchant/programs");
    await page.getByRole("button", { name: "New program" }).click();
    const dialog = page.getByRole("dialog", { name: "New program" });
    await dialog.getByRole("textbox", { name: "Name" }).fill(name);
    await choose(dialog.getByRole("radio", { name: currency }));
    await dialog.getByRole("button", { name: "Create draft" }).click();
    await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
  }

  /** Opens a program that exists already. */
  async open(name: string): Promise<void> {
    await this.page.goto("/merchant/programs");
    await this.page.getByRole("row").filter({ hasText: name }).getByRole("link").click();
    await expect(this.page.getByRole("heading", { level: 1, name })).toBeVisible();
  }

  async describe(what: { summary: string; product: string; script: string }): Promise<void> {
    const { page } = this;
    await this.#turnTo("Product");
    await page.getByRole("textbox", { name: "Summary" }).fill(what.summary);
    await page.getByRole("textbox", { name: "What you sell" }).fill(what.product);
    await page.getByRole("textbox", { name: "First words" }).fill(what.script);
    await this.#save();
  }

  async lookFor(whom: { industries: string; countries: readonly string[]; roles: string }): Promise<void> {
    const { page } = this;
    await this.#turnTo("Ideal customer");
    await page.getByRole("textbox", { name: "Industries" }).fill(`${whom.industries},`);
    for (const country of whom.countries)
      await page.getByRole("combobox", { name: "Countries" }).selectOption({ label: country });
    await page.getByRole("textbox", { name: "Roles" }).fill(`${whom.roles},`);
    await this.#save();
  }

  async ask(questions: readonly { question: string; kind: string }[]): Promise<void> {
    const { page } = this;
    await this.#turnTo("Qualification");
    for (const { question, kind } of questions) {
      await page.getByRole("button", { name: "Add a question" }).click();
      const card = page.getByRole("listitem").filter({ hasText: "Must be answered" }).last();
      await card.getByRole("textbox", { name: "Question" }).fill(question);
      await card.getByRole("combobox", { name: "Answer" }).selectOption({ label: kind });
    }
    await this.#save();
  }

  async teach(title: string, answer: string): Promise<void> {
    const { page } = this;
    await this.#turnTo("Knowledge base");
    await page.getByRole("button", { name: "Add an article" }).click();
    await page.getByRole("textbox", { name: "Title" }).fill(title);
    await page.getByRole("textbox", { name: "Answer" }).fill(answer);
    await this.#save();
  }

  async setTerms(terms: { percent: string; minimum: string; cap: string }): Promise<void> {
    const { page } = this;
    await this.#turnTo("Terms");
    await page.getByRole("textbox", { name: "Percent of fee base" }).fill(terms.percent);
    await page.getByRole("textbox", { name: "Minimum" }).fill(terms.minimum);
    await page.getByRole("textbox", { name: "Cap" }).fill(terms.cap);
    await page.getByRole("button", { name: "Save draft" }).click();
    await expect(told(page, "The draft is saved.")).toBeVisible();
  }

  /** Publishing is offered once nothing is missing. */
  async publish(): Promise<void> {
    const { page } = this;
    await this.#turnTo("Overview");
    await page.getByRole("button", { name: "Publish" }).click();
    await expect(told(page, "Published. Providers can find it now.")).toBeVisible();
  }

  async #turnTo(section: string): Promise<void> {
    const link = this.page.getByRole("navigation", { name: "Sections" }).getByRole("link", { name: section });
    await link.click();
    await expect(link).toHaveAttribute("aria-current", /page|true/);
  }

  /** Saves, until nothing is left that could be undone. */
  async #save(): Promise<void> {
    await this.page.getByRole("button", { name: "Save", exact: true }).click();
    await expect(this.page.getByRole("button", { name: "Undo changes" })).toBeDisabled();
  }
}
