import { page, safe } from "./layout.ts";

/** What the small dashboard of a connected account shows; amounts are already words. */
interface ExpressView {
  name: string;
  balances: readonly { label: string; amount: string }[];
  payouts: readonly { day: string; status: string; amount: string }[];
}

/** The dashboard where somebody who is paid sees their money. */
export function expressPage(view: ExpressView): string {
  const balances = view.balances.map(
    ({ label, amount }) => `<tr><th scope="row">${safe(label)}</th><td class="number">${safe(amount)}</td></tr>`,
  );
  const payouts = view.payouts.map(
    ({ day, status, amount }) =>
      `<tr><td>${safe(day)}</td><td>${safe(status)}</td><td class="number">${safe(amount)}</td></tr>`,
  );
  const none = '<tr><td colspan="3">None yet</td></tr>';
  return page(
    view.name,
    `<table><caption>Balance</caption><tbody>${balances.join("")}</tbody></table>
<table><caption>Payouts to the bank</caption><thead><tr><th scope="col">Day</th><th scope="col">Status</th><th scope="col" class="number">Amount</th></tr></thead><tbody>${payouts.join("") || none}</tbody></table>`,
  );
}
