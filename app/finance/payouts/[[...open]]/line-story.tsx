import { FeeSteps } from "#app/_lead/fee-steps.tsx";
import { TextLink } from "#app/_lead/text-link.tsx";
import { briefly } from "#app/_money/short-id.ts";
import type { Answers } from "#app/_trpc/answers.ts";
import { ask } from "#app/_trpc/server.ts";
import { Day } from "#app/_ui/day.tsx";
import { Grade } from "#app/_ui/grade.tsx";
import { Instant } from "#app/_ui/instant.tsx";
import { Money } from "#app/_ui/money.tsx";
import { Note } from "#app/_ui/note.tsx";
import { Sep } from "#app/_ui/sep.tsx";
import { Vein, VeinStep } from "#app/_ui/vein.tsx";
import { pageWords } from "#app/_words/request.ts";
import { stepsOf } from "#server/deals/kept-steps.ts";
import { EarningId } from "#server/payouts/earning.ts";
import { LineActions } from "./line-actions.tsx";
import { StoryLedger } from "./story-ledger.tsx";

type Payout = Answers["payouts"]["one"];
type Line = Payout["lines"][number];
type Story = Answers["insight"]["payoutStory"];

/** Where one line of a payout comes from: lead, touches, acceptance, deal, terms, charge, fee, ledger, transfer. */
export async function LineStory({ payout, line }: { payout: Payout; line: Line }) {
  const earningId = EarningId.parse(line.earningId);
  const [t, story] = await Promise.all([pageWords("finance"), ask((lode) => lode.insight.payoutStory({ earningId }))]);
  return (
    <div className="grid gap-3 px-6 pt-3.5 pb-5 phone:px-4">
      {line.blocks.map((block) => (
        <Note key={block.kind} hue="amethyst">
          {t("payouts.blockSays", { what: t(`payouts.blocked.${blockOf(block.kind)}`), reason: block.reason })}
        </Note>
      ))}
      {line.attempts
        .filter((attempt) => attempt.status === "refused")
        .map((attempt) => (
          <Note key={attempt.n} hue="cinnabar">
            {t("payouts.attemptFailed", { n: attempt.n, code: attempt.errorCode ?? "" })}
          </Note>
        ))}
      <Vein>
        <Before story={story} />
        <Charged story={story} />
        <Sent payout={payout} line={line} story={story} />
      </Vein>
      <LineActions payoutId={payout.id} payoutStatus={payout.status} line={line} />
    </div>
  );
}

/** What came before any money: hand-over, touches, acceptance, deal, calculation. */
async function Before({ story }: { story: Story }) {
  const t = await pageWords("finance");
  const { lead, deal, settlement } = story;
  return (
    <>
      <VeinStep
        icon="handOver"
        title={t("payouts.story.handedOver")}
        facts={
          <>
            <Instant at={lead.handedOverAt} /> <Sep /> {lead.agent} <Sep /> {lead.program.name}
          </>
        }
      />
      <VeinStep
        icon="call"
        title={t("payouts.story.touches", { count: lead.touches.length })}
        facts={<TextLink href={`/finance/audit?about=${lead.id}`}>{lead.company || lead.name}</TextLink>}
      />
      {lead.acceptedAt && (
        <VeinStep
          icon="check"
          title={t("payouts.story.accepted")}
          facts={
            <>
              <Instant at={lead.acceptedAt} /> <Sep /> {t(`payouts.story.by.${byOf(lead.acceptedBy)}`)}
            </>
          }
        />
      )}
      <VeinStep
        icon="deals"
        title={
          <>
            {t("payouts.story.deal")} <Grade grade={gradeOf(deal.grade)} />
          </>
        }
        end={<Money {...deal.value} />}
        facts={
          <>
            {deal.confirmedAt && <Instant at={deal.confirmedAt} />} <Sep /> <Day day={deal.wonOn} /> <Sep />{" "}
            {t("payouts.story.files", { count: deal.evidence.length })}
          </>
        }
      />
      <VeinStep
        icon="calculation"
        title={t("payouts.story.calculation")}
        end={<Money {...settlement.share} />}
        facts={t("payouts.story.terms", { version: settlement.terms.version })}
      >
        <div className="mt-1.5 text-12">
          <FeeSteps steps={stepsOf(settlement.calculation)} currency={settlement.gross.currency} side="provider" />
        </div>
      </VeinStep>
    </>
  );
}

/** The charge, Stripe's fee for it, and what the ledger booked. */
async function Charged({ story }: { story: Story }) {
  const t = await pageWords("finance");
  const { settlement, charge } = story;
  const { collection } = settlement;
  return (
    <>
      <VeinStep
        icon="card"
        title={t("payouts.story.charged", { merchant: settlement.merchant })}
        end={<Money {...settlement.gross} />}
        waiting={!collection?.collectedAt}
        facts={
          <>
            {collection?.collectedAt && <Instant at={collection.collectedAt} />} <Sep />{" "}
            {charge ? (
              <>
                {t("payouts.story.fee")} <Money {...charge.fee} />
              </>
            ) : (
              t("payouts.story.unsettled")
            )}
          </>
        }
      />
      <VeinStep
        icon="ledger"
        title={t("payouts.story.ledger")}
        facts={t("payouts.story.entries", { count: story.bookings.length })}
      >
        <StoryLedger bookings={story.bookings} />
      </VeinStep>
    </>
  );
}

/** The hold, and the transfer that was made or will be. */
async function Sent({ payout, line, story }: { payout: Payout; line: Line; story: Story }) {
  const t = await pageWords("finance");
  const done = line.attempts.find((attempt) => attempt.status === "succeeded");
  const account = briefly(payout.account.stripeAccountId ?? "");
  return (
    <>
      <VeinStep
        icon="clock"
        title={t("payouts.story.hold")}
        beforeWaiting={!done}
        facts={
          <>
            {line.heldUntil && (
              <>
                {t("payouts.story.holdUntil")} <Instant at={line.heldUntil} /> <Sep />{" "}
              </>
            )}
            {t("payouts.story.holdSays", { grade: line.grade })}
          </>
        }
      />
      <VeinStep
        icon="bank"
        title={t("payouts.story.transfer")}
        waiting={!done}
        end={<Money {...story.settlement.share} />}
        facts={
          done?.stripeTransferId && done.endedAt ? (
            <>
              <Instant at={done.endedAt} /> <Sep />{" "}
              {t("payouts.story.transferDone", { transfer: briefly(done.stripeTransferId), account })}
            </>
          ) : (
            t("payouts.story.transferWaits", { account })
          )
        }
      />
    </>
  );
}

const GRADES = ["A", "B", "C", "D"] as const;
const gradeOf = (grade: string) => GRADES.find((known) => known === grade) ?? "D";
const BLOCKS = ["refund", "chargeback", "dispute", "risk", "manual", "account", "stripe"] as const;
const blockOf = (kind: string) => BLOCKS.find((known) => known === kind) ?? "risk";
const BY = ["merchant", "deemed", "appeal", "finance"] as const;
const byOf = (by: string | null) => BY.find((known) => known === by) ?? "merchant";
