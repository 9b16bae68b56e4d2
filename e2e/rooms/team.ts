import { expect, type Page } from "@playwright/test";
import { choose } from "./choose.ts";
import { told } from "./told.ts";

/** The people of an organisation. */
export class Team {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  async enter(): Promise<void> {
    await this.page.goto("/provider/team");
    await expect(this.page.getByRole("heading", { level: 1, name: "Team" })).toBeVisible();
  }

  /** An invitation that is still open. */
  invitation(email: string) {
    return this.page.getByRole("row").filter({ hasText: email });
  }

  async invite(email: string, role: string): Promise<void> {
    const { page } = this;
    await this.beginInvitation(email, role);
    await page.getByRole("dialog").getByRole("button", { name: "Send the invitation" }).click();
    await expect(told(page, `${email} is invited.`)).toBeVisible();
  }

  async beginInvitation(email: string, role: string): Promise<void> {
    const { page } = this;
    await page.getByRole("button", { name: "Invite" }).click();
    const dialog = page.getByRole("dialog", { name: "Invite a colleague" });
    await dialog.getByRole("textbox", { name: "E-mail" }).fill(email);
    await choose(dialog.getByRole("radio", { name: role }));
  }
}
