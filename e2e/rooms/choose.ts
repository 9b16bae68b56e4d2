import { expect, type Locator } from "@playwright/test";

/** Chooses or ticks as the keyboard does; what is seen is drawn by the label. */
export async function choose(control: Locator): Promise<void> {
  if (!(await control.isChecked())) await control.press("Space");
  await expect(control).toBeChecked();
}
