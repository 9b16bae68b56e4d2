import { z } from "zod";
import type { Actor } from "#server/kernel/actor.ts";
import { db } from "#server/platform/db.ts";
import { isReady } from "./payout-account.ts";

const Requirements = z.array(z.string()).catch([]);

/** The provider's account for payouts as its own people see it: whether it is ready, and what Stripe still asks for. */
export async function myPayoutAccount(actor: Actor) {
  const [row, organisation] = await Promise.all([
    db.payoutAccount.findFirst({
      where: { providerId: actor.organisationId },
      orderBy: [{ closedAt: { sort: "desc", nulls: "first" } }, { createdAt: "desc" }],
    }),
    db.organisation.findUniqueOrThrow({ where: { id: actor.organisationId }, select: { country: true } }),
  ]);
  if (!row) return { homeCountry: organisation.country, account: null };
  return {
    homeCountry: organisation.country,
    account: {
      id: row.id,
      country: row.country,
      ready: isReady(row),
      closed: row.closedAt !== null,
      transfersCapability: row.transfersCapability,
      payoutsCapability: row.payoutsCapability,
      requirements: Requirements.parse(row.requirements),
      onboardingUrl: row.onboardingUrl,
      onboardingExpiresAt: row.onboardingExpiresAt,
      isKnownToStripe: row.stripeAccountId !== null,
      readAt: row.readAt,
    },
  };
}
