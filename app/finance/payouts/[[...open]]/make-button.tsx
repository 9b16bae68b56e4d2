"use client";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { useTRPC } from "#app/_trpc/client.tsx";
import { useAct } from "#app/_trpc/use-act.ts";
import { Button } from "#app/_ui/button.tsx";
import { RefusalNote } from "#app/_ui/refusal.tsx";
import { useToast } from "#app/_ui/toast.tsx";
import { useWords } from "#app/_words/use-words.ts";
import { OrganisationId } from "#server/kernel/actor.ts";
import { newId } from "#server/kernel/id.ts";
import type { PayoutId } from "#server/payouts/payout.ts";
import { HERE } from "./view.ts";

/** Puts everything a provider may be paid in one currency into a payout, and opens it. */
export function MakeButton(props: { providerId: string; currency: string; disabled: boolean }) {
  const t = useWords("finance");
  const trpc = useTRPC();
  const router = useRouter();
  const tell = useToast();
  const make = useAct(trpc.payouts.make.mutationOptions());
  // The id is made once per row, so that pressing twice makes one payout.
  const [payoutId] = useState<PayoutId>(() => newId("pay"));
  const run = async () => {
    const providerId = OrganisationId.parse(props.providerId);
    if (!(await make.act({ payoutId, providerId, currency: props.currency }))) return;
    tell(t("payouts.made"));
    router.push(`${HERE}/${payoutId}`);
  };
  return (
    <>
      <Button pending={make.pending} disabled={props.disabled} onClick={run}>
        {t("payouts.make")}
      </Button>
      <RefusalNote>{make.refusal}</RefusalNote>
    </>
  );
}
