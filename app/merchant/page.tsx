import type { Metadata } from "next";
import { FirstSteps } from "#app/_lead/first-steps.tsx";
import { WaitingLeads } from "#app/_lead/waiting-leads.tsx";
import { ask } from "#app/_trpc/server.ts";
import { LinkButton } from "#app/_ui/button.tsx";
import { Card } from "#app/_ui/card.tsx";
import { Count } from "#app/_ui/count.tsx";
import { Day } from "#app/_ui/day.tsx";
import { Money } from "#app/_ui/money.tsx";
import { Percent } from "#app/_ui/percent.tsx";
import { Columns, Room, RoomBody, TopBar } from "#app/_ui/room.tsx";
import { Stat, Stats } from "#app/_ui/stat.tsx";
import { pageWords } from "#app/_words/request.ts";
import { dayIn } from "#server/kernel/time.ts";
import { CostPerCustomer } from "./cost-per-customer.tsx";
import { FunnelBySource } from "./funnel-by-source.tsx";
import { ReportsDue } from "./reports-due.tsx";

const SHOWN = 4;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await pageWords("shell"))("room.home") };
}

/** The merchant's day: leads to decide, deals to report, and what a customer costs. */
export default async function MerchantHome() {
  const [t, shell, inbox, due, figures, steps, me] = await Promise.all([
    pageWords("merchant"),
    pageWords("shell"),
    ask((lode) => lode.leads.inbox({ status: "submitted", limit: SHOWN })),
    ask((lode) => lode.deals.reportsDue()),
    ask((lode) => lode.insight.merchantFigures()),
    ask((lode) => lode.insight.merchantSteps()),
    ask((lode) => lode.members.me()),
  ]);
  const [record] = await ask((lode) => lode.insight.merchantRecords({ organisationIds: [me.organisation.id] }));
  const won = figures.funnel.reduce((sum, source) => sum + source.won, 0);
  const [next] = inbox.rows;
  const isNew = steps.some(({ done }) => !done);
  return (
    <Room>
      <TopBar
        title={shell("room.home")}
        facts={t.rich("home.today", {
          day: () => <Day day={dayIn(figures.timeZone, figures.now)} long />,
          zone: figures.timeZone,
        })}
        actions={
          next && (
            <LinkButton kind="primary" kbd="d" href={`/merchant/leads/${next.id}`}>
              {t("home.decideNext")}
            </LinkButton>
          )
        }
      />
      <RoomBody>
        {isNew && (
          <FirstSteps
            title={t("home.stepsTitle")}
            steps={steps.map(({ key, done }) => ({
              key,
              done,
              title: t(`home.step.${key}`),
              says: t(`home.stepSays.${key}`),
              href: STEP_HREF[key],
            }))}
          />
        )}
        <Stats>
          <Stat label={t("home.paid")} lead>
            {figures.paid.length === 0 && "–"}
            {figures.paid.map(({ currency, minor }) => (
              <Money key={currency} minor={minor} currency={currency} />
            ))}
          </Stat>
          <Stat label={t("home.won")}>
            <Count value={won} />
          </Stat>
          <Stat label={t("home.accepted")}>
            <Percent value={record && record.decided > 0 ? record.accepted / record.decided : null} />
          </Stat>
          <Stat label={t("home.median")}>
            {record?.medianHoursToDecide == null
              ? "–"
              : t("home.hours", { hours: Math.round(record.medianHoursToDecide) })}
          </Stat>
        </Stats>
        <Columns>
          <WaitingLeads rows={inbox.rows} count={inbox.counts.submitted} base="/merchant/leads" />
          <ReportsDue due={due} />
          <CostPerCustomer months={figures.months} />
          <Card title={t("home.funnel")} aside={t("home.funnelSays")}>
            <FunnelBySource funnel={figures.funnel} />
          </Card>
        </Columns>
      </RoomBody>
    </Room>
  );
}

const STEP_HREF = {
  program: "/merchant/programs",
  paymentMethod: "/merchant/billing",
  publish: "/merchant/programs",
  provider: "/merchant/providers",
  decide: "/merchant/leads",
} as const;
