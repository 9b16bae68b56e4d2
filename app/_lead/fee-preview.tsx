"use client";
import type { Answers } from "#app/_trpc/answers.ts";
import { Money } from "#app/_ui/money.tsx";
import { useWords } from "#app/_words/use-words.ts";
import { gradeOf } from "#server/deals/deal.ts";
import { parseAmount } from "#server/kernel/money.ts";
import { feeOf, holdDaysFor } from "#server/programs/fee.ts";
import { FeeSteps } from "./fee-steps.tsx";

/** What a win of the typed value costs and who gets it, by the lead's own terms; the server reckons it again. */
export function FeePreview(props: { amount: string; form: Answers["deals"]["reportForm"]; graded: boolean }) {
  const t = useWords("trade");
  const { terms, dealsInPeriod, side, version } = props.form;
  const value = parseAmount(props.amount, terms.currency);
  const fee = value && value.minor > 0n ? feeOf(terms, value, { dealsInPeriod }) : null;
  return (
    <section aria-live="polite" className="grid gap-2 rounded-card border border-line bg-sunken p-4">
      <div className="flex items-baseline justify-between gap-2">
        <h3 className="font-semibold">{t(`fee.title.${side}`)}</h3>
        <span className="text-12 text-ink-3">{t("cost.terms", { version })}</span>
      </div>
      {fee ? (
        <FeeSteps steps={fee.steps} currency={terms.currency} side={side} />
      ) : (
        <p className="flex items-baseline justify-between gap-2 text-ink-3">
          {t("fee.waiting")}
          <Money minor={0n} currency={terms.currency} />
        </p>
      )}
      <p className="text-12 text-ink-3">
        {t(`fee.then.${side}`, {
          days: holdDaysFor(terms, gradeOf(props.graded ? 1 : 0)),
          grade: gradeOf(props.graded ? 1 : 0),
        })}
      </p>
    </section>
  );
}
