import { address } from "#app/_lead/address.ts";
import { FeeSteps } from "#app/_lead/fee-steps.tsx";
import { TextLink } from "#app/_lead/text-link.tsx";
import { declineWord } from "#app/_money/decline-word.ts";
import { Tries } from "#app/_money/tries.tsx";
import { ask } from "#app/_trpc/server.ts";
import { DetailBody, DetailHead, DetailPart } from "#app/_ui/detail.tsx";
import { Drawer } from "#app/_ui/drawer.tsx";
import { Instant } from "#app/_ui/instant.tsx";
import { Money } from "#app/_ui/money.tsx";
import { Note } from "#app/_ui/note.tsx";
import { Sep } from "#app/_ui/sep.tsx";
import { StateBadge } from "#app/_ui/state-badge.tsx";
import { pageWords } from "#app/_words/request.ts";
import type { SettlementId } from "#server/billing/settlement.ts";
import { stepsOf } from "#server/deals/kept-steps.ts";
import { PayBar } from "./pay-bar.tsx";
import { HERE, type Search } from "./view.ts";

type Props = { settlementId: SettlementId; search: Search; mayPay: boolean; hasMethod: boolean };

/** One fee: why this amount, and how it is or was paid. */
export async function SettlementDrawer({ settlementId, search, mayPay, hasMethod }: Props) {
  const [t, trade, settlement] = await Promise.all([
    pageWords("merchant"),
    pageWords("trade"),
    ask((lode) => lode.billing.mySettlement({ settlementId })),
  ]);
  const names = await ask((lode) => lode.insight.leadNames({ leadIds: [settlement.leadId] }));
  const name = names.get(settlement.leadId);
  const { collection, status } = settlement;
  const waits = status === "action_required" || status === "retry_scheduled";
  return (
    <Drawer label={t("billing.one")} closeHref={address(HERE, search)}>
      <DetailHead
        title={name?.name ?? t("billing.one")}
        badge={<StateBadge object="settlement" state={status} />}
        facts={
          <>
            {settlement.provider.name} <Sep /> {name?.program.name} <Sep />{" "}
            <TextLink href={`/merchant/deals/${settlement.dealId}`}>{t("billing.toDeal")}</TextLink>
          </>
        }
      >
        <div className="mt-1">
          <Money {...settlement.gross} size="figure" />
        </div>
      </DetailHead>
      <DetailBody>
        {waits && collection?.declineCode && (
          <Note hue={status === "action_required" ? "sulphur" : "azurite"}>
            {trade(`money.decline.${declineWord(collection.declineCode)}`)}{" "}
            {collection.nextAttemptAt ? (
              <>
                {trade("money.nextTry")}: <Instant at={collection.nextAttemptAt} />
              </>
            ) : (
              collection.declineCode !== "authentication_required" && t("billing.needsMethod")
            )}
          </Note>
        )}
        {status === "accrued" && <Note>{trade("money.accruedSays")}</Note>}
        <DetailPart title={trade("money.why")}>
          <FeeSteps steps={stepsOf(settlement.steps)} currency={settlement.gross.currency} side="merchant" />
        </DetailPart>
        {collection && collection.amount.minor !== settlement.gross.minor && (
          <p className="flex items-baseline justify-between gap-3 text-12 text-ink-3">
            {trade("money.together")} <Money {...collection.amount} />
          </p>
        )}
        <DetailPart title={trade("money.tries")}>
          <Tries tries={collection?.attempts ?? []} />
        </DetailPart>
      </DetailBody>
      {waits && mayPay && collection && (
        <PayBar
          collectionId={collection.id}
          amount={collection.amount}
          actionUrl={collection.actionUrl}
          hasMethod={hasMethod}
        />
      )}
    </Drawer>
  );
}
