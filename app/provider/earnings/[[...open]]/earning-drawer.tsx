import { address } from "#app/_lead/address.ts";
import { FeeSteps } from "#app/_lead/fee-steps.tsx";
import type { Answers } from "#app/_trpc/answers.ts";
import { ask } from "#app/_trpc/server.ts";
import { DetailBody, DetailHead, DetailPart } from "#app/_ui/detail.tsx";
import { Drawer } from "#app/_ui/drawer.tsx";
import { Instant } from "#app/_ui/instant.tsx";
import { Money } from "#app/_ui/money.tsx";
import { Note } from "#app/_ui/note.tsx";
import { Sep } from "#app/_ui/sep.tsx";
import { StateBadge } from "#app/_ui/state-badge.tsx";
import { Vein, VeinStep } from "#app/_ui/vein.tsx";
import { pageWords } from "#app/_words/request.ts";
import { stepsOf } from "#server/deals/kept-steps.ts";
import { BLOCK_KINDS, type EarningId } from "#server/payouts/earning.ts";
import { HERE, type Search } from "./view.ts";

/** One share: why this amount, and how far it is on its way. */
export async function EarningDrawer({ earningId, search }: { earningId: EarningId; search: Search }) {
  const [t, trade, earning] = await Promise.all([
    pageWords("provider"),
    pageWords("trade"),
    ask((lode) => lode.payouts.myEarning({ earningId })),
  ]);
  const settlementId = earning.settlementId;
  const [why, names] = await Promise.all([
    ask((lode) => lode.billing.whyThisEarning({ settlementId })),
    ask((lode) => lode.insight.settlementNames({ settlementIds: [settlementId] })),
  ]);
  const name = names.get(settlementId);
  return (
    <Drawer label={t("earnings.one")} closeHref={address(HERE, search)}>
      <DetailHead
        title={name?.name ?? t("earnings.one")}
        badge={<StateBadge object="earning" state={earning.status} />}
        facts={
          <>
            {why.merchant.name} <Sep /> {name?.program}
          </>
        }
      >
        <div className="mt-1">
          <Money {...earning.amount} size="figure" />
        </div>
      </DetailHead>
      <DetailBody>
        {earning.blocks.map((block) => (
          <Note key={block.kind} hue="amethyst">
            {t("earnings.stopped", {
              kind: t(`earnings.kind.${BLOCK_KINDS.find((known) => known === block.kind) ?? "risk"}`),
            })}
          </Note>
        ))}
        <DetailPart title={trade("money.why")}>
          <FeeSteps steps={stepsOf(why.steps)} currency={why.gross.currency} side="provider" />
        </DetailPart>
        <DetailPart title={t("earnings.way")}>
          <Way earning={earning} merchant={why.merchant.name} />
        </DetailPart>
        <p className="text-12 text-ink-3">
          {t("earnings.currencySays", { currency: earning.amount.currency.toUpperCase() })}
        </p>
      </DetailBody>
    </Drawer>
  );
}

type Earning = Answers["payouts"]["myEarning"];
const REVIEWED = ["approved", "transferring", "transferred", "bank_paid", "bank_failed"];

/** The stations between the confirmed deal and the provider's account. */
async function Way({ earning, merchant }: { earning: Earning; merchant: string }) {
  const t = await pageWords("provider");
  const charged = earning.heldUntil !== null;
  const reviewed = REVIEWED.includes(earning.status);
  const sent = earning.transferredAt !== null;
  return (
    <Vein>
      <VeinStep
        icon="deals"
        title={t("earnings.step.confirmed")}
        facts={<Instant at={earning.createdAt} />}
        beforeWaiting={!charged}
      />
      <VeinStep
        icon="card"
        waiting={!charged}
        title={charged ? t("earnings.step.charged", { merchant }) : t("earnings.step.chargeWaits")}
      />
      <VeinStep
        icon="clock"
        waiting={!charged}
        beforeWaiting={!reviewed}
        title={t("earnings.step.hold", { days: earning.holdDays, grade: earning.grade })}
        facts={
          earning.heldUntil && (
            <>
              {t("earnings.due")} <Instant at={earning.heldUntil} />
            </>
          )
        }
      />
      <VeinStep icon="check" waiting={!reviewed} beforeWaiting={!sent} title={t("earnings.step.review")} />
      <VeinStep
        icon="bank"
        waiting={!sent}
        title={t("earnings.step.sent")}
        facts={earning.transferredAt && <Instant at={earning.transferredAt} />}
      />
    </Vein>
  );
}
