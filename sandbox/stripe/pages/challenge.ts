import { page, safe } from "./layout.ts";

/** The bank's page, where the owner of a card says that it is them. */
export function challengePage(action: string, amount: string | undefined): string {
  const what = amount ? `a payment of ${amount}` : "saving this card for later payments";
  return page(
    "Your bank asks: is it you?",
    `<p class="soft">This is the test bank's page. Confirm or refuse ${safe(what)}.</p>
<form method="post" action="${safe(action)}">
<button name="outcome" value="pass">Yes, confirm</button>
<button class="quiet" name="outcome" value="fail">No, refuse</button>
</form>`,
  );
}
