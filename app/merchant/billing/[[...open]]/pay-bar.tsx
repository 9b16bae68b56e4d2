"use client";
import { useState } from "react";
import { useGoWhenReady } from "#app/_money/use-go-when-ready.ts";
import { useTRPC } from "#app/_trpc/client.tsx";
import { useAct } from "#app/_trpc/use-act.ts";
import { ActionBar } from "#app/_ui/action-bar.tsx";
import { Button } from "#app/_ui/button.tsx";
import { moneyText } from "#app/_ui/money.tsx";
import { RefusalNote } from "#app/_ui/refusal.tsx";
import { useToast } from "#app/_ui/toast.tsx";
import { useViewer } from "#app/_ui/viewer.tsx";
import { useWords } from "#app/_words/use-words.ts";
import { CollectionId } from "#server/billing/collection.ts";

type Props = {
  collectionId: string;
  amount: { minor: bigint; currency: string };
  actionUrl: string | null;
  hasMethod: boolean;
};

/** Pays a declined fee in person; when the bank asks for the card's owner, leads to its page. */
export function PayBar({ collectionId, amount, actionUrl, hasMethod }: Props) {
  const t = useWords("merchant");
  const trpc = useTRPC();
  const tell = useToast();
  const { locale } = useViewer();
  const [going, setGoing] = useState(false);
  const pay = useAct(trpc.billing.payNow.mutationOptions());
  useGoWhenReady(going, actionUrl);
  const facts = { amount: moneyText(amount, locale) };
  const run = async () => {
    if (actionUrl) return window.location.assign(actionUrl);
    if (!(await pay.act({ collectionId: CollectionId.parse(collectionId) }))) return;
    setGoing(true);
    tell(t("billing.payAsked"));
  };
  return (
    <ActionBar
      says={
        <>
          <p className="text-ink-3">{t(actionUrl ? "billing.bankSays" : "billing.paySays", facts)}</p>
          <RefusalNote>{pay.refusal}</RefusalNote>
        </>
      }
    >
      <Button
        size="large"
        kind="primary"
        kbd="a"
        icon={actionUrl ? "external" : undefined}
        disabled={!hasMethod}
        pending={pay.pending}
        onClick={run}
      >
        {t(actionUrl ? "billing.confirmBank" : "billing.payNow")}
      </Button>
    </ActionBar>
  );
}
