import type Stripe from "stripe";
import { olderStatus, platformAccount, projectAccount } from "./account-projection.ts";
import { accountNamed, standingOf } from "./accounts.ts";
import { PAYOUT_FATES, type PayoutFate } from "./banks.ts";
import { LIST, list } from "./lists.ts";
import { invalid, missing, unknownId } from "./refusal.ts";
import { route } from "./router.ts";
import { as, newId, PLATFORM, type World } from "./world.ts";

const OPEN_SECONDS = 600;
const COLLECT = { fields: ["currently_due", "eventually_due"], future_requirements: ["include", "omit"] } as const;
const FLOW = { collection_options: COLLECT, refresh_url: "text!", return_url: "text" } as const;
const CREATE = {
  account: "text!",
  use_case: { type: ["account_onboarding", "account_update"], account_onboarding: FLOW, account_update: FLOW },
} as const;

/** Where a link to the onboarding pages leads back to. */
export interface LinkAside {
  account: string;
  refresh_url: string;
  return_url: string;
  expires_at: number;
  used?: boolean;
}

function makeLink(world: World, account: string, flow: { refresh_url: string; return_url?: string }) {
  if (accountNamed(world, account).closed) throw invalid("This account is closed.", { code: "account_closed" });
  const token = newId(world.store, "", 32);
  const expires = world.now + OPEN_SECONDS;
  const link: Stripe.V2.Core.AccountLink & { id: string } = {
    id: token,
    object: "v2.core.account_link",
    account,
    created: new Date(world.now * 1000).toISOString(),
    expires_at: new Date(expires * 1000).toISOString(),
    livemode: false,
    url: `${world.url}/connect/onboard/${token}`,
    use_case: { type: "account_onboarding" },
  };
  const { refresh_url, return_url = refresh_url } = flow;
  world.store.add("v2.core.account_link", link, PLATFORM, { account, refresh_url, return_url, expires_at: expires });
  return { link, expires };
}

const OLDER = {
  account: "text!",
  type: ["account_onboarding", "account_update"],
  refresh_url: "text!",
  return_url: "text!",
  collect: ["currently_due", "eventually_due"],
  collection_options: COLLECT,
} as const;
const BANK = {
  external_account: {
    object: ["bank_account"],
    country: "text",
    currency: "text",
    account_number: "text",
    routing_number: "text",
    account_holder_name: "text",
    account_holder_type: ["individual", "company"],
  },
  default_for_currency: "flag",
  metadata: "metadata",
} as const;

/** Gives an account a bank, and remembers how payouts to it will end. */
export function makeBank(world: World, account: string, number: string, fate: PayoutFate): Stripe.BankAccount {
  const { defaults, identity } = accountNamed(world, account);
  const bank: Stripe.BankAccount = {
    id: newId(world.store, "ba_"),
    object: "bank_account",
    account,
    account_holder_name: null,
    account_holder_type: null,
    account_type: null,
    available_payout_methods: ["standard"],
    bank_name: "STRIPE TEST BANK",
    country: (identity?.country ?? "us").toUpperCase(),
    currency: defaults?.currency ?? "usd",
    default_for_currency: true,
    fingerprint: `bank${number.padStart(12, "0")}`,
    last4: number.slice(-4),
    metadata: {},
    routing_number: "110000000",
    status: "new",
  };
  world.store.add("bank_account", bank, account, { fate });
  world.store.remember(account, { standing: { ...standingOf(world, account), bank: bank.id } });
  return bank;
}

function loginLink(world: World, id: string): Stripe.LoginLink {
  accountNamed(world, id);
  if (!standingOf(world, id).submitted) {
    throw invalid("Cannot create a login link for an account that has not completed onboarding.");
  }
  return { object: "login_link", created: world.now, url: `${world.url}/express/${id}` };
}

function transfersCapability(world: World, id: string): object {
  const standing = standingOf(world, accountNamed(world, id).id);
  return {
    id: "transfers",
    object: "capability",
    account: id,
    requested: true,
    requested_at: world.now,
    status: olderStatus(standing, "stripe_transfers"),
  };
}

/** The calls that lead somebody to the onboarding pages, and the v1 views of an account. */
export const accountLinkRoutes = [
  route("POST /v2/core/account_links", CREATE, (world, params) => {
    const flow = params.use_case?.account_onboarding ?? params.use_case?.account_update;
    if (!params.use_case?.type) throw missing("use_case.type");
    if (!flow) throw missing(`use_case.${params.use_case.type}`);
    const { id: _, ...link } = makeLink(world, params.account, flow).link;
    return { ...link, use_case: params.use_case };
  }),
  route("POST /v1/account_links", OLDER, (world, params) => {
    const { link, expires } = makeLink(world, params.account, params);
    return { object: "account_link", created: world.now, expires_at: expires, url: link.url };
  }),
  route("GET /v1/account", {}, (world) =>
    world.account === PLATFORM
      ? platformAccount(world)
      : projectAccount(world, accountNamed(world, world.account), standingOf(world, world.account)),
  ),
  route("GET /v1/accounts/:id", {}, (world, _, id) =>
    projectAccount(world, accountNamed(world, id), standingOf(world, id)),
  ),
  route("POST /v1/accounts/:id/login_links", {}, (world, _, id) => loginLink(world, id)),
  route("GET /v1/accounts/:id/capabilities", {}, (world, _, id) => ({
    object: "list",
    data: [transfersCapability(world, id)],
    has_more: false,
    url: `/v1/accounts/${id}/capabilities`,
  })),
  route("GET /v1/accounts/:id/capabilities/:name", {}, (world, _, id, name) => {
    if (name !== "transfers") throw unknownId("capability", name);
    return transfersCapability(world, id);
  }),
  route("GET /v1/accounts/:id/external_accounts", { ...LIST, object: ["bank_account", "card"] }, (world, params, id) =>
    list(as(world, accountNamed(world, id).id), "bank_account", `/v1/accounts/${id}/external_accounts`, params),
  ),
  route("POST /v1/accounts/:id/external_accounts", BANK, (world, params, id) => {
    const number = params.external_account?.account_number;
    if (!number) throw missing("external_account");
    return makeBank(world, accountNamed(world, id).id, number, PAYOUT_FATES[number] ?? "ok");
  }),
];
