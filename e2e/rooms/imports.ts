import { expect, type Page } from "@playwright/test";

/** A list as it lies on somebody's disk. */
export type ListFile = { name: string; mimeType: string; buffer: Buffer };

/** The provider's imports: bring a list, say what its columns are, see what became of each row. */
export class Imports {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  /** Hands over a file; Lode reads it, or says why not. */
  async bring(file: ListFile): Promise<void> {
    const { page } = this;
    await page.goto("/provider/imports");
    await this.choose(file);
    await page.getByRole("button", { name: "Read the file" }).click();
  }

  async choose(file: ListFile): Promise<void> {
    await this.page.getByLabel("List").setInputFiles(file);
  }

  /** What a column of the file becomes. */
  column(name: string) {
    return this.page.getByRole("combobox", { name: `${name}: Becomes` });
  }

  /** What would come in, before anything is written. */
  get outlook() {
    return this.page.getByRole("region", { name: "What would come in" });
  }

  async run(people: number): Promise<void> {
    await this.page.getByRole("button", { name: `Import ${people} ${people === 1 ? "person" : "people"}` }).click();
    await expect(this.page.getByRole("link", { name: "Go to the queue" })).toBeVisible();
  }

  /** The verdict on the row that says something. */
  verdictOn(text: string) {
    return this.page.getByRole("table", { name: "Rows" }).getByRole("row").filter({ hasText: text });
  }
}
