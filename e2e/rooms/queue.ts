import { expect, type Page } from "@playwright/test";
import { choose } from "./choose.ts";
import { told } from "./told.ts";

/** The agent's single screen, worked by the keys that are written on its buttons. */
export class Queue {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  async sitDown(): Promise<void> {
    await this.page.goto("/provider/queue");
    await expect(this.page.getByRole("group", { name: "What to do" })).toBeVisible();
  }

  /** Who is in work. */
  get person() {
    return this.page.getByRole("heading", { level: 2 }).filter({ hasNotText: /^Next/ }).first();
  }

  async pick(name: string): Promise<void> {
    await this.page.getByRole("region", { name: "Next prospects" }).getByRole("button", { name }).click();
    await expect(this.person).toContainText(name);
  }

  /** A mail that was sent, logged with the keyboard alone. */
  async logMail(said: string): Promise<void> {
    const { page } = this;
    await page.keyboard.press("m");
    await page.getByRole("textbox", { name: "What was said" }).fill(said);
    await page.keyboard.press("Escape");
    await page.keyboard.press("1");
    await expect(told(this.page, "Mail sent, logged")).toBeVisible();
  }

  /** A call that reached somebody, logged with the keyboard alone. */
  async logCall(said: string, minutes: string): Promise<void> {
    const { page } = this;
    await page.keyboard.press("c");
    const panel = page.getByRole("region", { name: "What came of the call?" });
    await panel.getByRole("textbox", { name: "What was said" }).fill(said);
    await panel.getByRole("textbox", { name: "Minutes" }).fill(minutes);
    await page.keyboard.press("Escape");
    await page.keyboard.press("1");
    await expect(told(this.page, "Call, reached, logged")).toBeVisible();
  }

  async answer(question: string, answer: string): Promise<void> {
    const field = this.page.getByRole("group", { name: question });
    await field.getByLabel(question).fill(answer);
    await field.getByLabel(question).press("Enter");
    await expect(field.getByText("Answered")).toBeAttached();
  }

  async choose(question: string, answer: string): Promise<void> {
    const field = this.page.getByRole("group", { name: question });
    await choose(field.getByRole("radio", { name: answer, exact: true }));
    await expect(field.getByText("Answered")).toBeAttached();
  }

  /** Hands over with the keyboard: H opens, Ctrl Enter does it. */
  async handOver(name: string, summary: string): Promise<void> {
    const { page } = this;
    await expect(page.getByRole("button", { name: "Hand over as lead" })).toBeEnabled();
    await page.keyboard.press("h");
    await page.getByRole("textbox", { name: "What should the merchant know?" }).fill(summary);
    await page.keyboard.press("Control+Enter");
    await expect(told(this.page, `${name} handed over`)).toBeVisible();
  }
}
