import { z } from "zod";
import { type Id, idSchema } from "#server/kernel/id.ts";
import { job } from "#server/kernel/job.ts";
import { refusal } from "#server/kernel/refusal.ts";
import { PROVIDER_COUNTRIES } from "#server/members/organisation.ts";

export type PayoutAccountId = Id<"pacc">;
export const PayoutAccountId = idSchema("pacc");

export const payoutAccountIsUnknown = refusal("payout_account_is_unknown", "not_found");
export const countryIsNotPaid = refusal("country_is_not_paid", "invalid");
export const payoutAccountIsNotReady = refusal("payout_account_is_not_ready", "conflict");

/** What a provider says to connect its account for payouts. */
export const ConnectPayoutAccount = z.object({ country: z.string().regex(/^[A-Z]{2}$/) });
export type ConnectPayoutAccount = z.infer<typeof ConnectPayoutAccount>;

export function assertPaid(country: string): void {
  if (!PROVIDER_COUNTRIES.includes(country)) throw countryIsNotPaid();
}

/** What Stripe said about an account when it was last read. Missing is not the same as inactive, so it is null. */
export type AccountReading = {
  readonly transfersCapability: string | null;
  readonly payoutsCapability: string | null;
  readonly requirements: readonly string[];
  readonly closed: boolean;
};

/** Whether money may be sent to an account: it may receive transfers, and pay them out to a bank. */
export const isReady = (account: {
  readonly transfersCapability: string | null;
  readonly payoutsCapability: string | null;
  readonly closedAt: Date | null;
}): boolean =>
  account.closedAt === null && account.transfersCapability === "active" && account.payoutsCapability === "active";

const About = z.object({ payoutAccountId: PayoutAccountId });
export const openAccount = job("payouts.open-account", About);
export const readAccount = job("payouts.read-account", About);

/** Where the provider comes back to from Stripe's pages. */
export const ACCOUNT_ROOM = "/provider/account";
