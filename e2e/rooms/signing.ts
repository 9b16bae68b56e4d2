import { expect, type Page } from "@playwright/test";
import { told } from "./told.ts";

/** Reads the terms in force and signs them: the same dialog on both sides. */
export async function signTerms(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Read and sign v1" }).click();
  const dialog = page.getByRole("dialog", { name: "Terms, version 1" });
  await expect(dialog.getByRole("region", { name: "The text of the terms" })).not.toBeEmpty();
  await dialog.getByRole("button", { name: "Sign these terms" }).click();
  await expect(told(page, "You have signed version 1.")).toBeVisible();
}
