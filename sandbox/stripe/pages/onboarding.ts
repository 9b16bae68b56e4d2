import { alarm, choices, page, safe } from "./layout.ts";

/** The test banks a person can choose from; the value says how payouts to it end. */
const TEST_BANKS = [
  { value: "ok", label: "My own bank account", hint: "Payouts arrive" },
  {
    value: "shared",
    label: "The bank account 000123456789",
    hint: "Payouts arrive; everybody who chooses this has the same",
  },
  { value: "no_account", label: "The bank account 000111111116", hint: "Payouts fail: no such account" },
  { value: "account_closed", label: "The bank account 000111111113", hint: "Payouts fail: account closed" },
  { value: "insufficient_funds", label: "The bank account 000111111227", hint: "Payouts fail: refused by the bank" },
];

/** The page where somebody who will be paid tells Stripe who they are and where their bank is. */
export function onboardingPage(view: { action: string; name: string; problem: string | undefined }): string {
  return page(
    "Get paid",
    `<p class="soft">${safe(view.name)}, choose a test bank account. Identity checks are passed on their own.</p>
${alarm(view.problem)}
<form method="post" action="${safe(view.action)}">
${choices("bank", "Bank account", TEST_BANKS)}
<button name="do" value="finish">Finish</button>
<button class="quiet" name="do" value="restrict">Finish, but the identity check is refused</button>
<button class="quiet" name="do" value="leave">Come back later</button>
</form>`,
  );
}
