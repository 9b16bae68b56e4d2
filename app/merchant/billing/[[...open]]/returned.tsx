"use client";
import { address } from "#app/_lead/address.ts";
import { BackFromStripe } from "#app/_money/back-from-stripe.tsx";
import { useTRPC } from "#app/_trpc/client.tsx";
import { useAct } from "#app/_trpc/use-act.ts";
import { useWords } from "#app/_words/use-words.ts";
import { CollectionId } from "#server/billing/collection.ts";
import { SetupId } from "#server/billing/payment-method.ts";
import { HERE, type Search } from "./view.ts";

/** The merchant is back from Stripe's page or its bank's: what came of it is read. */
export function Returned(props: {
  setup: string | null | undefined;
  collection: string | null | undefined;
  search: Search;
}) {
  const t = useWords("merchant");
  const trpc = useTRPC();
  const readSetup = useAct(trpc.billing.refreshSetup.mutationOptions());
  const readCollection = useAct(trpc.billing.refreshCollection.mutationOptions());
  const setup = SetupId.safeParse(props.setup);
  const collection = CollectionId.safeParse(props.collection);
  const read = async () => {
    if (setup.success) await readSetup.act({ setupId: setup.data });
    if (collection.success) await readCollection.act({ collectionId: collection.data });
  };
  return <BackFromStripe says={t("billing.reading")} then={address(HERE, props.search)} read={read} />;
}
