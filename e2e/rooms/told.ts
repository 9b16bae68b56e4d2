import type { Locator, Page } from "@playwright/test";

/** What was just done, as the page tells it to those who see and those who listen. */
export const told = (page: Page, words: string): Locator => page.getByRole("status").filter({ hasText: words });
