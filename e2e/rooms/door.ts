import { expect, type Page } from "@playwright/test";
import { told } from "./told.ts";

/** What somebody says of themselves when they sign up. */
export type Newcomer = { organisation: string; country: string; name: string; email: string; password: string };

/** The door: sign up on either side, sign in, accept an invitation. */
export class Door {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  async signUp(side: "merchant" | "provider", who: Newcomer): Promise<void> {
    const { page } = this;
    await page.goto("/sign-up");
    const wish = side === "merchant" ? "I need customers" : "I find customers for others";
    await page.getByRole("link", { name: wish }).click();
    await page.getByRole("textbox", { name: "Organisation" }).fill(who.organisation);
    await page.getByRole("combobox", { name: "Country or region" }).selectOption(who.country);
    await page.getByRole("textbox", { name: "Your name" }).fill(who.name);
    await page.getByRole("textbox", { name: "E-mail" }).fill(who.email);
    await page.getByLabel("Password").fill(who.password);
    await page.getByRole("button", { name: "Sign up" }).click();
    await page.waitForURL(`/${side}`);
  }

  async signIn(email: string, password: string): Promise<void> {
    const { page } = this;
    await page.goto("/sign-in");
    await page.getByRole("textbox", { name: "E-mail" }).fill(email);
    await page.getByLabel("Password").fill(password);
    await page.getByRole("button", { name: "Sign in", exact: true }).click();
    await page.waitForURL(/\/(merchant|provider|finance)$/);
  }

  /** Walks in as one of the demo people. */
  async walkInAs(name: string): Promise<void> {
    await this.page.goto("/sign-in");
    await this.page.getByRole("button", { name }).click();
    await this.page.waitForURL(/\/(merchant|provider|finance)$/);
  }

  async askForLink(email: string): Promise<void> {
    const { page } = this;
    await page.goto("/sign-in");
    await page.getByRole("textbox", { name: "E-mail" }).fill(email);
    await page.getByRole("button", { name: "Send me a link instead" }).click();
    await expect(told(page, "a link is on its way to it")).toBeVisible();
  }

  /** Follows the link of an invitation, and joins under a name. */
  async acceptInvitation(link: string, name: string, password: string): Promise<void> {
    const { page } = this;
    await page.goto(link);
    await page.getByRole("textbox", { name: "Your name" }).fill(name);
    await page.getByLabel("Password").fill(password);
    await page.getByRole("button", { name: "Accept and join" }).click();
    await page.waitForURL(/\/(merchant|provider|finance)$/);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  }
}
