import { alarm, choices, page, safe } from "./layout.ts";

const TEST_CARDS = [
  { value: "4242424242424242", label: "Visa that works", hint: "4242 4242 4242 4242" },
  { value: "5555555555554444", label: "Mastercard that works", hint: "5555 5555 5555 4444" },
  { value: "4000002500003155", label: "Asks its owner once, now", hint: "4000 0025 0000 3155" },
  { value: "4000002760003184", label: "Asks its owner at every payment", hint: "4000 0027 6000 3184" },
  { value: "4000000000000341", label: "Can be saved, later payments are declined", hint: "4000 0000 0000 0341" },
  { value: "4000000000000077", label: "Works, money available at once", hint: "4000 0000 0000 0077" },
  { value: "4000000000000259", label: "Works, then the payment is disputed", hint: "4000 0000 0000 0259" },
  { value: "4000000000000002", label: "Declined", hint: "4000 0000 0000 0002" },
];

/** What the checkout page shows. */
interface CheckoutView {
  action: string;
  /** The amount in words, or nothing when a card is only saved. */
  amount: string | undefined;
  email: string | null;
  cancellable: boolean;
  problem: string | undefined;
}

/** The page where a person chooses a test card and saves it, or pays with it. */
export function checkoutPage(view: CheckoutView): string {
  const title = view.amount ? `Pay ${view.amount}` : "Save a payment method";
  const terms = view.amount
    ? ""
    : '<p class="soft">By saving, you allow the merchant to charge this card later, as agreed in its terms.</p>';
  const who = view.email ? `<p class="soft">${safe(view.email)}</p>` : "";
  const back = view.cancellable
    ? '<button class="quiet" name="do" value="cancel" formnovalidate>Go back without saving</button>'
    : "";
  return page(
    title,
    `${who}${alarm(view.problem)}
<form method="post" action="${safe(view.action)}">
${choices("card", "Test card", TEST_CARDS)}
${terms}
<button name="do" value="save">${view.amount ? "Pay" : "Save"}</button>
${back}
</form>`,
  );
}
