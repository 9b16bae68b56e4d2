import type { Metadata } from "next";
import { FirstSteps } from "#app/_lead/first-steps.tsx";
import { TextLink } from "#app/_lead/text-link.tsx";
import { WaitingLeads } from "#app/_lead/waiting-leads.tsx";
import { ask } from "#app/_trpc/server.ts";
import { LinkButton } from "#app/_ui/button.tsx";
import { Card } from "#app/_ui/card.tsx";
import { Count } from "#app/_ui/count.tsx";
import { Money } from "#app/_ui/money.tsx";
import { Percent } from "#app/_ui/percent.tsx";
import { Columns, Room, RoomBody, TopBar } from "#app/_ui/room.tsx";
import { Stat, Stats } from "#app/_ui/stat.tsx";
import { pageWords } from "#app/_words/request.ts";
import type { OrganisationId } from "#server/kernel/actor.ts";
import { EarningPots } from "./earning-pots.tsx";
import { Waits } from "./waits.tsx";

const SHOWN = 4;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await pageWords("shell"))("room.home") };
}

/** The provider's day: who is due, which answers are waited for, and what money is on its way. */
export default async function ProviderHome() {
  const [t, shell, me, waits, steps, progress, mine, sent] = await Promise.all([
    pageWords("provider"),
    pageWords("shell"),
    ask((lode) => lode.members.me()),
    ask((lode) => lode.insight.providerWaits()),
    ask((lode) => lode.insight.providerSteps()),
    ask((lode) => lode.prospects.progress()),
    ask((lode) => lode.leads.myRecord()),
    ask((lode) => lode.leads.sent({ status: "submitted", limit: SHOWN })),
  ]);
  const seesMoney = me.role !== "provider_agent";
  const sums = seesMoney ? await ask((lode) => lode.payouts.myEarningSums()) : [];
  const record = seesMoney ? await teamRecord(me.organisation.id) : mine;
  const isNew = seesMoney && steps.some(({ done }) => !done);
  return (
    <Room>
      <TopBar
        title={shell("room.home")}
        actions={
          <LinkButton kind="primary" kbd="q" href="/provider/queue">
            {t("home.work")}
          </LinkButton>
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
          {seesMoney && (
            <Stat label={t("home.onItsWay")} lead>
              {sums.length === 0 && "–"}
              {sums.map(({ currency, pots }) => (
                <Money
                  key={currency}
                  minor={pots
                    .filter(({ pot }) => UNDER_WAY.includes(pot))
                    .reduce((sum, { amount }) => sum + amount.minor, 0n)}
                  currency={currency}
                />
              ))}
            </Stat>
          )}
          <Stat label={t("home.due")}>
            <Count value={waits.due} />
          </Stat>
          <Stat label={t("home.worked")} aside={t("home.goal", { goal: progress.goal })}>
            <Count value={progress.worked} />
          </Stat>
          <Stat
            label={t(seesMoney ? "home.accepted" : "home.mineAccepted")}
            aside={t("home.ofDecided", { count: record.decided })}
          >
            <Percent value={record.decided > 0 ? record.accepted / record.decided : null} />
          </Stat>
        </Stats>
        <Columns>
          <WaitingLeads
            rows={sent.rows}
            count={sent.counts.submitted}
            base="/provider/leads"
            title={t("home.waitingTitle")}
            nothing={t("home.waitingNothing")}
          />
          <Waits waits={waits} />
          {seesMoney && (
            <Card
              title={t("home.money")}
              action={<TextLink href="/provider/earnings">{t("home.toEarnings")}</TextLink>}
            >
              <EarningPots sums={sums} />
            </Card>
          )}
        </Columns>
      </RoomBody>
    </Room>
  );
}

/** How all the provider's leads fared, for those who answer for them. */
async function teamRecord(organisationId: OrganisationId) {
  const [record] = await ask((lode) => lode.insight.providerRecords({ organisationIds: [organisationId] }));
  return record ?? { decided: 0, accepted: 0 };
}

/** The pots whose money is earned but not yet paid. */
const UNDER_WAY: readonly string[] = ["expected", "held", "payable", "on_its_way"];

const STEP_HREF = {
  account: "/provider/account",
  apply: "/provider/programs",
  sign: "/provider/programs",
  import: "/provider/imports",
  handOver: "/provider/queue",
} as const;
