import { address } from "#app/_lead/address.ts";
import { FeeSteps } from "#app/_lead/fee-steps.tsx";
import { declineWord } from "#app/_money/decline-word.ts";
import { Tries } from "#app/_money/tries.tsx";
import type { Answers } from "#app/_trpc/answers.ts";
import { ask } from "#app/_trpc/server.ts";
import { DetailBody, DetailHead, DetailPart } from "#app/_ui/detail.tsx";
import { Drawer } from "#app/_ui/drawer.tsx";
import { Instant } from "#app/_ui/instant.tsx";
import { KeyValues } from "#app/_ui/key-values.tsx";
import { Money } from "#app/_ui/money.tsx";
import { Note } from "#app/_ui/note.tsx";
import { Sep } from "#app/_ui/sep.tsx";
import { StateBadge } from "#app/_ui/state-badge.tsx";
import { pageWords } from "#app/_words/request.ts";
import type { SettlementId } from "#server/billing/settlement.ts";
import { stepsOf } from "#server/deals/kept-steps.ts";
import { HERE, type Search } from "./view.ts";

type Settlement = Answers["billing"]["settlement"];

/** One settlement: why this amount, every try to charge it, and what Stripe made of it. */
export async function SettlementDrawer({ settlementId, search }: { settlementId: SettlementId; search: Search }) {
  const [t, trade, settlement] = await Promise.all([
    pageWords("finance"),
    pageWords("trade"),
    ask((lode) => lode.billing.settlement({ settlementId })),
  ]);
  const names = await ask((lode) => lode.insight.leadNames({ leadIds: [settlement.leadId] }));
  const name = names.get(settlement.leadId);
  const { collection } = settlement;
  return (
    <Drawer label={t("settlements.one")} closeHref={address(HERE, search)}>
      <DetailHead
        title={name?.name ?? t("settlements.one")}
        badge={<StateBadge object="settlement" state={settlement.status} />}
        facts={
          <>
            {settlement.merchant.name} <Sep /> {settlement.provider.name} <Sep /> {name?.program.name}
          </>
        }
      >
        <div className="mt-1">
          <Money {...settlement.gross} size="figure" />
        </div>
      </DetailHead>
      <DetailBody>
        {collection?.declineCode && (
          <Note hue={settlement.status === "action_required" ? "sulphur" : "azurite"}>
            {trade(`money.decline.${declineWord(collection.declineCode)}`)}{" "}
            {collection.nextAttemptAt && (
              <>
                {trade("money.nextTry")}: <Instant at={collection.nextAttemptAt} />
              </>
            )}
          </Note>
        )}
        {settlement.status === "accrued" && <Note>{trade("money.accruedSays")}</Note>}
        <DetailPart title={trade("money.why")}>
          <FeeSteps steps={stepsOf(settlement.steps)} currency={settlement.gross.currency} side="merchant" />
        </DetailPart>
        <DetailPart title={trade("money.tries")}>
          <Tries tries={collection?.attempts ?? []} />
        </DetailPart>
        {settlement.stripe && <AtStripe stripe={settlement.stripe} />}
      </DetailBody>
    </Drawer>
  );
}

async function AtStripe({ stripe }: { stripe: NonNullable<Settlement["stripe"]> }) {
  const t = await pageWords("finance");
  const rows = [
    { key: t("settlements.intent"), value: <Id id={stripe.paymentIntentId} /> },
    { key: t("settlements.charge"), value: <Id id={stripe.chargeId} /> },
    { key: t("settlements.movement"), value: <Id id={stripe.balanceTransactionId} /> },
    ...(stripe.fee ? [{ key: t("settlements.stripeFee"), value: <Money {...stripe.fee} /> }] : []),
    ...(stripe.availableOn ? [{ key: t("settlements.available"), value: <Instant at={stripe.availableOn} /> }] : []),
  ];
  return (
    <DetailPart title={t("settlements.stripe")}>
      <KeyValues ruled wide rows={rows} />
    </DetailPart>
  );
}

function Id({ id }: { id: string | null }) {
  return id ? <code className="text-12">{id}</code> : <span className="text-ink-3">–</span>;
}
