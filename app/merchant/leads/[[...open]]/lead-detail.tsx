import { CostCard } from "#app/_lead/cost-card.tsx";
import { Hidden } from "#app/_lead/hidden.tsx";
import { HowItCame } from "#app/_lead/how-it-came.tsx";
import { Progress } from "#app/_lead/progress.tsx";
import { WhoCard } from "#app/_lead/who-card.tsx";
import { Why } from "#app/_lead/why.tsx";
import { ask } from "#app/_trpc/server.ts";
import { Bar } from "#app/_ui/bar.tsx";
import { SideCard } from "#app/_ui/card.tsx";
import { DetailBody, DetailHead } from "#app/_ui/detail.tsx";
import { Instant } from "#app/_ui/instant.tsx";
import { Sep } from "#app/_ui/sep.tsx";
import { StateBadge } from "#app/_ui/state-badge.tsx";
import { pageWords } from "#app/_words/request.ts";
import type { LeadId } from "#server/leads/lead.ts";
import { AcceptedBar } from "./accepted-bar.tsx";
import { DecideBar } from "./decide-bar.tsx";
import { Verdicts } from "./verdicts.tsx";

/** The lead's card: who, why it is serious, how sure, what it may cost, how long to decide. */
export async function LeadDetail({ leadId }: { leadId: LeadId }) {
  const t = await pageWords("merchant");
  const lead = await ask((lode) => lode.leads.received({ leadId }));
  const isAccepted = lead.status === "accepted";
  const progress = isAccepted ? await ask((lode) => lode.deals.progress({ leadId })) : null;
  return (
    <>
      <DetailHead
        title={<Hidden text={lead.company || lead.title} />}
        badge={<StateBadge object="lead" state={lead.status} />}
        facts={
          <>
            {t("leads.handedOver", { provider: lead.provider.name })}{" "}
            <Instant at={lead.handedOverAt} relative={false} /> <Sep />{" "}
            {t("leads.underTerms", { program: lead.program.name, version: lead.terms.version })}
          </>
        }
      />
      <DetailBody
        side={
          <>
            <WhoCard lead={lead} isRevealed={lead.isRevealed} />
            {lead.score !== null && (
              <SideCard title={t("leads.sure")}>
                <p className="flex items-baseline gap-2">
                  <span className="num font-semibold text-26 leading-none tracking-[-.02em]">{lead.score}</span>
                  <span className="text-12 text-ink-3">{t("leads.sureSays")}</span>
                </p>
                <Bar share={lead.score / 100} />
              </SideCard>
            )}
            {!lead.wonAt && (
              <CostCard
                cost={lead.cost}
                version={lead.terms.version}
                termsHref={`/merchant/programs/${lead.program.id}?section=terms`}
              />
            )}
          </>
        }
      >
        <Verdicts lead={lead} />
        {progress && <Progress progress={progress} dealHref={(id) => `/merchant/deals/${id}`} />}
        <Why summary={lead.summary} answers={lead.answers} />
        <HowItCame history={lead.history} sourceChannel={lead.sourceChannel} />
      </DetailBody>
      {lead.status === "submitted" && (
        <DecideBar
          leadId={leadId}
          due={lead.reviewDueAt}
          since={lead.handedOverAt}
          returnDays={lead.clocks.returnBusinessDays}
        />
      )}
      {progress && (
        <AcceptedBar
          leadId={leadId}
          stage={progress.stage}
          next={progress.next}
          nextReportAt={progress.nextReportAt}
          returnUntil={lead.giveBack || lead.wonAt ? null : lead.returnUntil}
          dealId={progress.deals.find(({ status }) => status !== "void")?.id ?? null}
        />
      )}
    </>
  );
}
