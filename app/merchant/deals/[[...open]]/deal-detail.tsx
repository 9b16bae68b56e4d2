import { DealFacts, DealVerdicts } from "#app/_lead/deal-facts.tsx";
import { FeeSteps } from "#app/_lead/fee-steps.tsx";
import { TextLink } from "#app/_lead/text-link.tsx";
import { ask } from "#app/_trpc/server.ts";
import { SideCard } from "#app/_ui/card.tsx";
import { DetailBody, DetailHead } from "#app/_ui/detail.tsx";
import { KeyValues } from "#app/_ui/key-values.tsx";
import { Money } from "#app/_ui/money.tsx";
import { Sep } from "#app/_ui/sep.tsx";
import { StateBadge } from "#app/_ui/state-badge.tsx";
import { pageWords } from "#app/_words/request.ts";
import type { DealId } from "#server/deals/deal.ts";
import { moneyOf } from "#server/kernel/money.ts";
import { AnswerBar } from "./answer-bar.tsx";

/** One deal: what is reported, what proves it, what it costs and why. */
export async function DealDetail({ dealId }: { dealId: DealId }) {
  const t = await pageWords("merchant");
  const deal = await ask((lode) => lode.deals.one({ dealId }));
  const { settlement, lead } = deal;
  const mayAnswer = deal.reportedBy !== "merchant" && (deal.status === "reported" || deal.status === "contested");
  return (
    <>
      <DetailHead
        title={lead.company || lead.title}
        badge={<StateBadge object="deal" state={deal.status} />}
        facts={
          <>
            {deal.provider.name} <Sep />{" "}
            {t("leads.underTerms", { program: lead.program.name, version: lead.terms.version })}
          </>
        }
      />
      <DetailBody
        side={
          <>
            <SideCard
              title={t("deals.cost")}
              aside={settlement && <StateBadge object="settlement" state={settlement.status} />}
            >
              {settlement ? (
                <FeeSteps
                  steps={settlement.calculation}
                  currency={moneyOf(0n, settlement.currency).currency}
                  side="merchant"
                />
              ) : (
                <>
                  <p className="flex items-baseline justify-between">
                    <span className="text-ink-3">{t("deals.now")}</span>
                    <Money minor={0n} currency={deal.currency} size="strong" />
                  </p>
                  <p className="text-12 text-ink-3">{t("deals.nothingCharged")}</p>
                </>
              )}
              {settlement && <TextLink href="/merchant/billing">{t("deals.toBilling")}</TextLink>}
            </SideCard>
            <SideCard title={t("deals.lead")}>
              <KeyValues
                rows={[
                  {
                    key: t("deals.leadTitle"),
                    value: <TextLink href={`/merchant/leads/${lead.id}`}>{lead.company || lead.title}</TextLink>,
                  },
                ]}
              />
            </SideCard>
          </>
        }
      >
        <DealVerdicts deal={deal} />
        <DealFacts deal={deal} />
      </DetailBody>
      {mayAnswer && (
        <AnswerBar
          dealId={dealId}
          due={deal.status === "reported" ? deal.answerDueAt : null}
          since={deal.reportedAt}
          grade={deal.grade}
          contested={deal.status === "contested"}
          value={{ minor: deal.valueMinor, currency: deal.currency }}
        />
      )}
    </>
  );
}
