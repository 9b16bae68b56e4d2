import Link from "next/link";
import { address } from "#app/_lead/address.ts";
import { shortId } from "#app/_money/short-id.ts";
import type { Answers } from "#app/_trpc/answers.ts";
import { ask } from "#app/_trpc/server.ts";
import { Avatar } from "#app/_ui/avatar.tsx";
import { cx } from "#app/_ui/cx.ts";
import { DetailHead } from "#app/_ui/detail.tsx";
import { Drawer } from "#app/_ui/drawer.tsx";
import { Grade } from "#app/_ui/grade.tsx";
import { Instant } from "#app/_ui/instant.tsx";
import { Money } from "#app/_ui/money.tsx";
import { Sep } from "#app/_ui/sep.tsx";
import { StateBadge } from "#app/_ui/state-badge.tsx";
import { pageWords } from "#app/_words/request.ts";
import type { PayoutId } from "#server/payouts/payout.ts";
import { LineStory } from "./line-story.tsx";
import { PayoutActions } from "./payout-actions.tsx";
import { HERE, type Search } from "./view.ts";

type Payout = Answers["payouts"]["one"];

/** One payout: how much to whom, who made and checked it, each line with its whole story, and what to do. */
export async function PayoutDrawer({ payoutId, search }: { payoutId: PayoutId; search: Search }) {
  const [t, payout] = await Promise.all([pageWords("finance"), ask((lode) => lode.payouts.one({ payoutId }))]);
  const living = payout.lines.filter((line) => line.removedAt === null);
  const chosen = payout.lines.find((line) => line.earningId === search.line) ?? living[0] ?? payout.lines[0];
  const stories = await Promise.all(
    payout.lines.map((line) => ask((lode) => lode.billing.settlement({ settlementId: settlementIdOf(line) }))),
  );
  const names = await ask((lode) => lode.insight.leadNames({ leadIds: stories.map((s) => s.leadId).slice(0, 100) }));
  const nameOf = (index: number) => names.get(stories[index]?.leadId ?? "")?.name ?? "";
  return (
    <Drawer label={t("payouts.one")} closeHref={address(HERE, { ...search, line: null })}>
      <DetailHead title={payout.provider.name} badge={<StateBadge object="payout" state={payout.status} />}>
        <div className="mt-1 flex flex-wrap items-baseline justify-between gap-x-4">
          <Money {...payout.total} size="figure" />
          <span className="num text-12 text-ink-3">
            {shortId("PO", payout.id)} <Sep /> {t("payouts.lines", { count: living.length })}
          </span>
        </div>
        <People payout={payout} />
      </DetailHead>
      <div className="scroller flex-1">
        <div className="flex items-baseline justify-between px-6 pt-4 pb-1.5 phone:px-4">
          <h3 className="font-semibold text-12 text-ink-2">{t("payouts.linesTitle")}</h3>
          <span className="text-12 text-ink-3">{t("payouts.linesSays")}</span>
        </div>
        {payout.lines.map((line, index) => (
          <div key={line.earningId}>
            <Link
              scroll={false}
              data-item
              href={address(`${HERE}/${payout.id}`, { ...search, line: line.earningId })}
              aria-current={line === chosen ? "true" : undefined}
              className={cx(
                "flex min-h-11 items-center gap-2.5 border-line border-y px-6 py-1.5 phone:px-4",
                line === chosen ? "bg-copper-tint" : "hover:bg-sunken",
                line.removedAt && "text-ink-3 line-through",
              )}
            >
              <span className="min-w-0 flex-1 truncate font-medium">{nameOf(index)}</span>
              <Grade grade={gradeOf(line.grade)} />
              <Money {...line.amount} />
            </Link>
            {line === chosen && <LineStory payout={payout} line={line} />}
          </div>
        ))}
      </div>
      <PayoutActions payout={payout} />
    </Drawer>
  );
}

/** Maker and checkers, in their order. */
async function People({ payout }: { payout: Payout }) {
  const t = await pageWords("finance");
  const standing = payout.approvals.filter((approval) => !approval.dropped);
  const missing = payout.status === "submitted" ? payout.approvalsNeeded - standing.length : 0;
  return (
    <ul className="mt-2.5 flex flex-wrap gap-x-5 gap-y-1.5 text-12">
      <Person name={payout.maker.name ?? ""} own={payout.isYours} says={t("payouts.prepared")} at={payout.createdAt} />
      {standing.map((approval) => (
        <Person
          key={approval.by.id}
          name={approval.by.name ?? ""}
          own={false}
          says={t("payouts.approved")}
          at={approval.at}
        />
      ))}
      {missing > 0 && (
        <li className="flex items-center gap-2 text-ink-3">
          {t(payout.isYours || payout.approvedByYou ? "payouts.otherChecks" : "payouts.youCheck")}
        </li>
      )}
    </ul>
  );
}

function Person(props: { name: string; own: boolean; says: string; at: Date }) {
  return (
    <li className="flex items-center gap-2">
      <Avatar name={props.name} own={props.own} small />
      <span>
        <b className="font-medium">{props.name}</b>{" "}
        <span className="text-ink-3">
          {props.says}, <Instant at={props.at} />
        </span>
      </span>
    </li>
  );
}

const settlementIdOf = (line: Payout["lines"][number]) => line.settlementId as `stl_${string}`;

type GradeLetter = Parameters<typeof Grade>[0]["grade"];
const GRADES: readonly GradeLetter[] = ["A", "B", "C", "D"];
const gradeOf = (grade: string): GradeLetter => GRADES.find((known) => known === grade) ?? "D";
