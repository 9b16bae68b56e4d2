import { db } from "#server/platform/db.ts";
import { env } from "#server/platform/env.ts";
import { handle } from "#server/platform/queue.ts";
import { type Stripe, stripe } from "#server/platform/stripe.ts";
import { askStripe } from "#server/platform/stripe-call.ts";
import { StripeIsUnclear, StripeSaidNo } from "#server/platform/stripe-error.ts";
import { blockPayout } from "./block-payout.ts";
import { endHolds } from "./end-holds.ts";
import { finishPayout } from "./finish-payout.ts";
import { keepAccountLink } from "./keep-account-link.ts";
import { keepAccountReading } from "./keep-account-reading.ts";
import { keepStripeAccount } from "./keep-stripe-account.ts";
import { keepTransfer } from "./keep-transfer.ts";
import { executePayout } from "./payout.ts";
import { ACCOUNT_ROOM, type AccountReading, isReady, openAccount, readAccount } from "./payout-account.ts";
import { refuseTransfer } from "./refuse-transfer.ts";
import { resumePayouts } from "./resume-payouts.ts";
import { startTransfer } from "./start-transfer.ts";
import type { TransferTry } from "./transfer-attempt.ts";

/** Accounts looked through for one whose id was lost, at most. */
const MAX_LOOKED_THROUGH = 1_000;
/** What must be named to be told by v2: a missing section is not a false one. */
const INCLUDE: Stripe.V2.Core.AccountRetrieveParams.Include[] = ["configuration.recipient", "requirements", "identity"];

/** Whom Stripe writes to about an account: its provider's first owner. */
const OWNER = {
  where: { role: "provider_owner", endedAt: null },
  orderBy: { since: "asc" },
  take: 1,
  select: { user: { select: { email: true } } },
} as const;

async function makeStripeAccount(payoutAccountId: string): Promise<string> {
  const row = await db.payoutAccount.findUniqueOrThrow({
    where: { id: payoutAccountId },
    include: { provider: { select: { name: true, memberships: OWNER } } },
  });
  if (row.stripeAccountId) return row.stripeAccountId;
  const contact = row.provider.memberships[0]?.user.email;
  const account = await askStripe({
    operation: "account.create",
    subjectId: payoutAccountId,
    params: {
      display_name: row.provider.name,
      ...(contact && { contact_email: contact }),
      dashboard: "express",
      identity: { country: row.country.toLowerCase() },
      configuration: { recipient: { capabilities: { stripe_balance: { stripe_transfers: { requested: true } } } } },
      defaults: { responsibilities: { fees_collector: "application", losses_collector: "application" } },
      metadata: { payout_account_id: payoutAccountId, provider_id: row.providerId },
      include: INCLUDE,
    } satisfies Stripe.V2.Core.AccountCreateParams,
    send: (params, options) => stripe.v2.core.accounts.create(params, options),
    lookUp: (id) => (id ? stripe.v2.core.accounts.retrieve(id, { include: INCLUDE }) : findAccount(payoutAccountId)),
    idOf: (made) => made.id,
  });
  await keepStripeAccount(payoutAccountId, account.id);
  return account.id;
}

async function findAccount(payoutAccountId: string): Promise<Stripe.V2.Core.Account | null> {
  let seen = 0;
  for await (const account of stripe.v2.core.accounts.list({ limit: 100 })) {
    if (account.metadata?.payout_account_id === payoutAccountId) return account;
    seen += 1;
    if (seen === MAX_LOOKED_THROUGH) return null;
  }
  return null;
}

async function sendToStripe(payoutAccountId: string): Promise<void> {
  const account = await makeStripeAccount(payoutAccountId);
  const back = new URL(ACCOUNT_ROOM, env.PUBLIC_URL).href;
  const link = await askStripe({
    operation: "account_link.create",
    subjectId: payoutAccountId,
    again: true,
    params: {
      account,
      use_case: {
        type: "account_onboarding",
        account_onboarding: {
          collection_options: { fields: "eventually_due" },
          return_url: `${back}?stripe=returned`,
          refresh_url: `${back}?stripe=again`,
        },
      },
    } satisfies Stripe.V2.Core.AccountLinkCreateParams,
    send: (params, options) => stripe.v2.core.accountLinks.create(params, options),
    // A link that nobody was given has done nothing: another is made under the same key.
    lookUp: async () => null,
    idOf: (made) => made.account,
  });
  await keepAccountLink(payoutAccountId, { url: link.url, expiresAt: new Date(link.expires_at) });
}

/** Reads the account as it is at Stripe now, and says whether money may be sent to it. */
async function readNow(payoutAccountId: string): Promise<boolean> {
  const row = await db.payoutAccount.findUniqueOrThrow({ where: { id: payoutAccountId } });
  if (!row.stripeAccountId) return false;
  const account = await stripe.v2.core.accounts.retrieve(row.stripeAccountId, { include: INCLUDE });
  await keepAccountReading(payoutAccountId, readingOf(account));
  return isReady(await db.payoutAccount.findUniqueOrThrow({ where: { id: payoutAccountId } }));
}

function readingOf(account: Stripe.V2.Core.Account): AccountReading {
  const capabilities = account.configuration?.recipient?.capabilities?.stripe_balance;
  return {
    transfersCapability: capabilities?.stripe_transfers?.status ?? null,
    payoutsCapability: capabilities?.payouts?.status ?? null,
    requirements: (account.requirements?.entries ?? []).map((entry) => entry.description),
    closed: account.closed === true,
  };
}

async function execute(payoutId: string): Promise<void> {
  const payout = await db.payout.findUniqueOrThrow({
    where: { id: payoutId },
    include: { lines: { where: { removedAt: null }, orderBy: { earningId: "asc" } } },
  });
  if (payout.status !== "executing" && payout.status !== "partially_failed") return;
  if (!(await readNow(payout.payoutAccountId))) await blockPayout(payoutId, "account_is_not_ready");

  const unclear: StripeIsUnclear[] = [];
  for (const { earningId } of payout.lines) {
    const attempt = await startTransfer(payoutId, earningId);
    if (!attempt) continue;
    try {
      await send(attempt);
    } catch (error) {
      if (!(error instanceof StripeIsUnclear)) throw error;
      unclear.push(error);
    }
  }
  await finishPayout(payoutId);
  if (unclear[0]) throw unclear[0];
}

async function send(attempt: TransferTry): Promise<void> {
  const { id, earningId, payoutId, settlementId, stripeAccountId, stripeChargeId, amountMinor, currency } = attempt;
  try {
    const made = await askStripe({
      operation: "transfer.create",
      subjectId: id,
      params: {
        amount: Number(amountMinor),
        currency,
        destination: stripeAccountId,
        source_transaction: stripeChargeId,
        transfer_group: settlementId,
        metadata: { earning_id: earningId, payout_id: payoutId, attempt_id: id },
      } satisfies Stripe.TransferCreateParams,
      send: (params, options) => stripe.transfers.create(params, options),
      lookUp: (known) => (known ? stripe.transfers.retrieve(known) : findTransfer(settlementId, earningId)),
      idOf: (transfer) => transfer.id,
    });
    await keepTransfer(id, made.id);
  } catch (error) {
    if (!(error instanceof StripeSaidNo)) throw error;
    await refuseTransfer(id, error.code);
  }
}

/** A transfer of this earning that stands: whatever attempt made it, a second one would pay twice. */
async function findTransfer(settlementId: string, earningId: string): Promise<Stripe.Transfer | null> {
  const { data } = await stripe.transfers.list({ transfer_group: settlementId, limit: 100 });
  return data.find((made) => made.metadata.earning_id === earningId && !made.reversed) ?? null;
}

export const payoutsJobs = {
  ...handle(openAccount, ({ payoutAccountId }) => sendToStripe(payoutAccountId)),
  ...handle(readAccount, async ({ payoutAccountId }) => void (await readNow(payoutAccountId))),
  ...handle(executePayout, ({ payoutId }) => execute(payoutId)),
};

export const payoutsSweeps = {
  "payouts.holds-over": endHolds,
  "payouts.resume": resumePayouts,
};
