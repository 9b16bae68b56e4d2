import { DealFacts, DealVerdicts } from "#app/_lead/deal-facts.tsx";
import { FeeSteps } from "#app/_lead/fee-steps.tsx";
import { HowItCame } from "#app/_lead/how-it-came.tsx";
import { Progress } from "#app/_lead/progress.tsx";
import { TextLink } from "#app/_lead/text-link.tsx";
import { WhoCard } from "#app/_lead/who-card.tsx";
import { Why } from "#app/_lead/why.tsx";
import { ask } from "#app/_trpc/server.ts";
import { SideCard } from "#app/_ui/card.tsx";
import { DetailBody, DetailHead } from "#app/_ui/detail.tsx";
import { Instant } from "#app/_ui/instant.tsx";
import { Sep } from "#app/_ui/sep.tsx";
import { StateBadge } from "#app/_ui/state-badge.tsx";
import { pageWords } from "#app/_words/request.ts";
import type { DealId } from "#server/deals/deal.ts";
import { moneyOf } from "#server/kernel/money.ts";
import type { LeadId } from "#server/leads/lead.ts";
import { Decisions } from "./decisions.tsx";
import { SentBar } from "./sent-bar.tsx";

/** One lead of the provider: what it handed over, what the merchant made of it, and what it earns. */
export async function SentDetail({ leadId, mayAct }: { leadId: LeadId; mayAct: boolean }) {
  const t = await pageWords("provider");
  const [lead, progress] = await Promise.all([
    ask((lode) => lode.leads.one({ leadId })),
    ask((lode) => lode.deals.progress({ leadId })),
  ]);
  const dealId = progress.deals[0]?.id as DealId | undefined;
  const deal = dealId ? await ask((lode) => lode.deals.one({ dealId })) : null;
  return (
    <>
      <DetailHead
        title={lead.company || lead.name}
        badge={<StateBadge object="lead" state={lead.status} />}
        facts={
          <>
            {lead.merchant.name} <Sep />{" "}
            {t("leads.underTerms", { program: lead.program.name, version: lead.terms.version })} <Sep />{" "}
            <Instant at={lead.handedOverAt} relative={false} />
          </>
        }
      />
      <DetailBody
        side={
          <>
            <WhoCard lead={lead} isRevealed />
            {deal?.settlement && (
              <SideCard
                title={t("leads.earns")}
                aside={<StateBadge object="settlement" state={deal.settlement.status} />}
              >
                <FeeSteps
                  steps={deal.settlement.calculation}
                  currency={moneyOf(0n, deal.settlement.currency).currency}
                  side="provider"
                />
                {mayAct && <TextLink href="/provider/earnings">{t("leads.toEarnings")}</TextLink>}
              </SideCard>
            )}
          </>
        }
      >
        <Decisions lead={lead} />
        {lead.status === "accepted" && <Progress progress={progress} dealHref={null} />}
        {deal && (
          <>
            <DealVerdicts deal={deal} />
            <DealFacts deal={deal} />
          </>
        )}
        <Why summary={lead.summary} answers={lead.answers} />
        <HowItCame history={lead.history} sourceChannel={lead.sourceChannel} />
      </DetailBody>
      {mayAct && (
        <SentBar
          leadId={leadId}
          status={lead.status}
          due={lead.status === "submitted" ? lead.reviewDueAt : lead.appealUntil}
          since={lead.handedOverAt}
          mayReport={lead.status === "accepted" && !lead.wonAt}
          contest={deal?.contestUntil ? { dealId: deal.id as DealId, until: deal.contestUntil } : null}
        />
      )}
    </>
  );
}
