import type Stripe from "stripe";
import { projectAccount } from "./account-projection.ts";
import { type CapabilityName, capabilityStatus, type Standing, toRequirements } from "./account-standing.ts";
import { emit, emitThin } from "./events.ts";
import { pageOf } from "./lists.ts";
import { currencyOf } from "./money.ts";
import { type Parsed, withMetadata } from "./params.ts";
import { invalid, unknownId } from "./refusal.ts";
import { route } from "./router.ts";
import { as, newId, PLATFORM, type World } from "./world.ts";

type Account = Stripe.V2.Core.Account;

const SECTIONS = [
  "configuration.customer",
  "configuration.merchant",
  "configuration.recipient",
  "defaults",
  "future_requirements",
  "identity",
  "requirements",
];
const UPDATE = {
  contact_email: "text",
  contact_phone: "text",
  display_name: "text",
  dashboard: ["express", "full", "none"],
  identity: {
    country: "text",
    entity_type: ["company", "individual", "government_entity", "non_profit"],
    individual: "any",
    business_details: "any",
    attestations: "any",
  },
  configuration: {
    recipient: { capabilities: { stripe_balance: { stripe_transfers: { requested: "flag" } } } },
  },
  defaults: {
    currency: "text",
    locales: "texts",
    profile: "any",
    responsibilities: {
      fees_collector: ["application", "application_custom", "application_express", "stripe"],
      losses_collector: ["application", "stripe"],
    },
  },
  metadata: "metadata",
  include: "texts",
} as const;

/** The connected account with this id. */
export function accountNamed(world: World, id: string): Account {
  const account = world.store.find("v2.core.account", id, PLATFORM);
  if (!account) throw unknownId("account", id);
  return account;
}

/** What is known of an account beside its wire form: how far it came, and where its bank is. */
export function standingOf(world: World, id: string): Standing {
  return (world.store.place(id)?.aside.standing ?? { submitted: false, overrides: {} }) as Standing;
}

/** An account without the sections nobody asked for: absent does not mean false. */
function shown(world: World, account: Account, include: readonly string[] | undefined): object {
  for (const section of include ?? []) {
    if (SECTIONS.includes(section)) continue;
    throw invalid(`Invalid include: ${section}. Must be one of ${SECTIONS.join(", ")}`, { param: "include" });
  }
  const { configuration: _, defaults, identity, requirements: __, ...core } = account;
  const wants = (section: string) => include?.includes(section) ?? false;
  const standing = standingOf(world, account.id);
  return {
    ...core,
    ...(include?.some((section) => section.startsWith("configuration."))
      ? { configuration: wants("configuration.recipient") ? { recipient: recipientOf(account, standing) } : {} }
      : {}),
    ...(wants("defaults") ? { defaults } : {}),
    ...(wants("identity") ? { identity } : {}),
    ...(wants("requirements") ? { requirements: toRequirements(standing) } : {}),
  };
}

function recipientOf(account: Account, standing: Standing): object {
  const capability = (name: CapabilityName) => capabilityStatus(standing, name);
  const recipient = account.configuration?.recipient;
  if (!recipient?.capabilities?.stripe_balance) return { applied: recipient !== undefined, capabilities: {} };
  return {
    applied: true,
    capabilities: {
      stripe_balance: { payouts: capability("payouts"), stripe_transfers: capability("stripe_transfers") },
    },
  };
}

function create(world: World, params: Parsed<typeof UPDATE>): object {
  const responsibilities = params.defaults?.responsibilities;
  if (params.dashboard === "express" && responsibilities) {
    const { fees_collector, losses_collector } = responsibilities;
    if (fees_collector !== "application" || losses_collector !== "application") {
      throw invalid("The express dashboard needs fees_collector and losses_collector to be application.", {
        param: "defaults.responsibilities",
      });
    }
  }
  if (!params.identity?.country) throw invalid("identity.country is required.", { param: "identity.country" });
  const id = newId(world.store, "acct_", 16);
  const recipient = params.configuration?.recipient;
  const account: Account = {
    id,
    object: "v2.core.account",
    applied_configurations: recipient ? ["recipient"] : [],
    closed: false,
    configuration: recipient ? { recipient: { applied: true, capabilities: balanceCapability(recipient) } } : {},
    contact_email: params.contact_email ?? "",
    created: new Date(world.now * 1000).toISOString(),
    dashboard: params.dashboard ?? "express",
    defaults: {
      currency: currencyOf(params.defaults?.currency ?? "usd"),
      locales: [],
      responsibilities: {
        fees_collector: responsibilities?.fees_collector ?? "application",
        losses_collector: responsibilities?.losses_collector ?? "application",
        requirements_collector: "stripe",
      },
    },
    display_name: params.display_name ?? "",
    identity: identityOf(params.identity, undefined),
    livemode: false,
    metadata: withMetadata({}, params.metadata),
  };
  world.store.add("v2.core.account", account, PLATFORM, { standing: { submitted: false, overrides: {} } });
  tell(world, account, "v2.core.account.created");
  return shown(world, account, params.include);
}

function balanceCapability(recipient: NonNullable<NonNullable<Parsed<typeof UPDATE>["configuration"]>["recipient"]>) {
  const requested = recipient.capabilities?.stripe_balance?.stripe_transfers?.requested;
  return requested ? { stripe_balance: {} } : {};
}

function identityOf(
  given: Parsed<(typeof UPDATE)["identity"]>,
  before: Account["identity"],
): Account["identity"] & object {
  return {
    ...before,
    ...(given.country ? { country: given.country.toLowerCase() } : {}),
    ...(given.entity_type ? { entity_type: given.entity_type } : {}),
  };
}

/** Tells the platform, by a thin event and by the older `account.updated`, that an account changed. */
export function tell(world: World, account: Account, ...types: string[]): void {
  const url = `/v2/core/accounts/${account.id}`;
  for (const type of types) emitThin(world, type, { id: account.id, type: "v2.core.account", url });
  const projection = projectAccount(world, account, standingOf(world, account.id));
  emit(as(world, account.id), "account.updated", projection);
}

function update(world: World, params: Parsed<typeof UPDATE>, id: string): object {
  const before = accountNamed(world, id);
  if (before.closed) throw invalid("This account is closed.", { code: "account_closed" });
  const recipient = params.configuration?.recipient;
  const after = world.store.save<Account>({
    ...before,
    contact_email: params.contact_email ?? before.contact_email ?? "",
    display_name: params.display_name ?? before.display_name ?? "",
    dashboard: params.dashboard ?? before.dashboard ?? "express",
    metadata: withMetadata(before.metadata ?? {}, params.metadata),
    ...(params.identity ? { identity: identityOf(params.identity, before.identity) } : {}),
    ...(recipient
      ? {
          applied_configurations: ["recipient"],
          configuration: { recipient: { applied: true, capabilities: balanceCapability(recipient) } },
        }
      : {}),
  });
  tell(world, after, "v2.core.account.updated");
  return shown(world, after, params.include);
}

const CLOSE = { applied_configurations: "texts" } as const;

function close(world: World, id: string): object {
  const after = world.store.save<Account>({ ...accountNamed(world, id), closed: true, applied_configurations: [] });
  const standing = standingOf(world, id);
  const shut = { stripe_transfers: "restricted", payouts: "restricted" } as const;
  world.store.remember(id, { standing: { ...standing, overrides: shut } });
  tell(world, after, "v2.core.account.closed");
  return shown(world, after, undefined);
}

const LISTED = { limit: "integer", page: "text", applied_configurations: "texts", closed: "flag" } as const;

/** The v2 calls about connected accounts. */
export const accountRoutes = [
  route("POST /v2/core/accounts", UPDATE, create),
  route("GET /v2/core/accounts", LISTED, (world, params) =>
    pageOf(
      world,
      "v2.core.account",
      "/v2/core/accounts",
      params,
      (account) => shown(world, account, undefined),
      (account) => (account.closed ?? false) === (params.closed ?? false),
    ),
  ),
  route("GET /v2/core/accounts/:id", { include: "texts" }, (world, params, id) =>
    shown(world, accountNamed(world, id), params.include),
  ),
  route("POST /v2/core/accounts/:id", UPDATE, update),
  route("POST /v2/core/accounts/:id/close", CLOSE, (world, _, id) => close(world, id)),
];
