"use client";
import { BackFromStripe } from "#app/_money/back-from-stripe.tsx";
import { useTRPC } from "#app/_trpc/client.tsx";
import { useAct } from "#app/_trpc/use-act.ts";
import { useWords } from "#app/_words/use-words.ts";
import { ACCOUNT_ROOM } from "#server/payouts/payout-account.ts";

/** Back from Stripe's page: the account is read again, or, when the link had run out, another one is asked for. */
export function Returned({ again, country }: { again: boolean; country: string }) {
  const t = useWords("provider");
  const trpc = useTRPC();
  const refresh = useAct(trpc.payouts.refreshAccount.mutationOptions());
  const connect = useAct(trpc.payouts.connectAccount.mutationOptions());
  const read = () => (again ? connect.act({ country }) : refresh.act(undefined));
  return <BackFromStripe says={t("account.reading")} then={ACCOUNT_ROOM} read={read} />;
}
