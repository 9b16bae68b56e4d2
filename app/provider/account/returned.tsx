"use client";
import { BackFromStripe } from "#app/_money/back-from-stripe.tsx";
import { useTRPC } from "#app/_trpc/client.tsx";
import { useAct } from "#app/_trpc/use-act.ts";
import { useWords } from "#app/_words/use-words.ts";
import { ACCOUNT_ROOM } from "#server/payouts/payout-account.ts";

/** Back from Stripe's page: the account is read again. */
export function Returned() {
  const t = useWords("provider");
  const trpc = useTRPC();
  const refresh = useAct(trpc.payouts.refreshAccount.mutationOptions());
  return <BackFromStripe says={t("account.reading")} then={ACCOUNT_ROOM} read={() => refresh.act(undefined)} />;
}
