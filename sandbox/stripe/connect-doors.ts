import { type LinkAside, makeBank } from "./account-links.ts";
import { capabilityStatus } from "./account-standing.ts";
import { accountNamed, standingOf, tell } from "./accounts.ts";
import { currenciesOf, fundsOf } from "./balance-transactions.ts";
import { numberOf, PAYOUT_FATES } from "./banks.ts";
import type { Door, Shown } from "./doors.ts";
import type { Fields } from "./form.ts";
import { spoken } from "./money.ts";
import { expressPage } from "./pages/express.ts";
import { notice } from "./pages/layout.ts";
import { onboardingPage } from "./pages/onboarding.ts";
import { newId, type World } from "./world.ts";

const CHANGED = [
  "v2.core.account[identity].updated",
  "v2.core.account[requirements].updated",
  "v2.core.account[configuration.recipient].updated",
  "v2.core.account[configuration.recipient].capability_status_updated",
];

function linkOf(world: World, token: string): LinkAside | Shown {
  const aside: object | undefined = world.store.place(token)?.aside;
  if (!isLink(aside)) return { status: 404, html: notice("This link does not exist", "Ask for a new one.") };
  if (aside.used || aside.expires_at < world.now) return { to: aside.refresh_url };
  return aside;
}

function isLink(aside: object | undefined): aside is LinkAside {
  return aside !== undefined && "account" in aside && "refresh_url" in aside;
}

function show(world: World, token: string): Shown {
  const link = linkOf(world, token);
  return "account" in link ? { html: form(world, token, link.account) } : link;
}

function form(world: World, token: string, account: string, problem?: string): string {
  const { display_name, contact_email } = accountNamed(world, account);
  return onboardingPage({
    action: `/connect/onboard/${token}`,
    name: display_name || contact_email || "Hello",
    problem,
  });
}

function send(world: World, token: string, sent: Fields): Shown {
  const link = linkOf(world, token);
  if (!("account" in link)) return link;
  if (sent.do !== "leave") {
    const choice = String(sent.bank ?? "");
    const known = choice === "ok" || choice === "shared" || numberOf(choice) !== undefined;
    if (!known) return { status: 400, html: form(world, token, link.account, "Choose a bank account.") };
    submit(world, link.account, choice, sent.do === "restrict");
  }
  world.store.remember(token, { used: true });
  return { to: link.return_url };
}

/** The owner told everything: the account may be paid, or stays restricted when the check is refused. */
export function submit(world: World, account: string, choice: string, restricted: boolean): void {
  const own = newId(world.store, "", 12).replaceAll(/\D/g, "7");
  const number = choice === "ok" ? own : (numberOf(choice === "shared" ? "ok" : choice) ?? own);
  makeBank(world, account, number, PAYOUT_FATES[number] ?? "ok");
  const overrides = restricted ? ({ stripe_transfers: "restricted", payouts: "restricted" } as const) : {};
  const { bank } = standingOf(world, account);
  world.store.remember(account, { standing: { submitted: true, overrides, ...(bank ? { bank } : {}) } });
  tell(world, accountNamed(world, account), ...CHANGED);
}

/** Stripe decides something about an account, whatever its owner did. */
export function overrule(world: World, account: string, overrides: ReturnType<typeof standingOf>["overrides"]): object {
  const standing = standingOf(world, accountNamed(world, account).id);
  const after = { ...standing, overrides: { ...standing.overrides, ...overrides } };
  world.store.remember(account, { standing: after });
  tell(world, accountNamed(world, account), ...CHANGED.slice(1));
  return {
    stripe_transfers: capabilityStatus(after, "stripe_transfers").status,
    payouts: capabilityStatus(after, "payouts").status,
  };
}

function dashboard(world: World, id: string): Shown {
  const account = accountNamed(world, id);
  const currencies = [...new Set([account.defaults?.currency ?? "usd", ...currenciesOf(world, id)])];
  const balances = currencies.flatMap((currency) => {
    const { available, pending } = fundsOf(world, id, currency);
    const code = currency.toUpperCase();
    return [
      { label: `Available, ${code}`, amount: spoken(available, currency) },
      { label: `On its way, ${code}`, amount: spoken(pending, currency) },
    ];
  });
  const payouts = world.store.list("payout", { account: id, limit: 20 }).map((payout) => ({
    day: new Date(payout.created * 1000).toISOString().slice(0, 10),
    status: payout.status,
    amount: spoken(payout.amount, payout.currency),
  }));
  return { html: expressPage({ name: account.display_name || "Your dashboard", balances, payouts }) };
}

/** The hosted pages for those who are paid. */
export const connectDoors: readonly Door[] = [
  { pattern: /^\/connect\/onboard\/([^/]+)$/, show, send },
  { pattern: /^\/express\/([^/]+)$/, show: dashboard },
];
