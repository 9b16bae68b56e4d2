"use client";
import { KeyValues } from "#app/_ui/key-values.tsx";
import { useWords } from "#app/_words/use-words.ts";
import type { Terms } from "#server/programs/terms.ts";
import { useTermsWords } from "./use-terms-words.ts";

/** Terms as people read them: the fee, what it is reckoned from, who waits how long. */
export function TermsInWords(props: { terms: Terms }) {
  const t = useWords("program");
  const say = useTermsWords();
  const { terms } = props;
  const { currency } = terms;
  const lines = say.rule(terms.rule, currency).map((line) => <p key={line}>{line}</p>);
  const cap = terms.capMinor === null ? t("fee.noCap") : t("fee.cap", { amount: say.amount(terms.capMinor, currency) });
  return (
    <KeyValues
      wide
      ruled
      rows={[
        { key: t("terms.fee"), value: lines },
        {
          key: t("terms.bounds"),
          value: `${t("fee.minimum", { amount: say.amount(terms.minimumMinor, currency) })} ${cap}`,
        },
        { key: t("terms.base"), value: t(`base.${terms.feeBase}`) },
        { key: t("terms.deductions"), value: terms.deductions || t("terms.noDeductions") },
        { key: t("terms.repeat"), value: t("terms.repeatSays", { months: terms.repeatMonths }) },
        { key: t("terms.take"), value: t("terms.takeSays", { rate: say.rate(terms.takeRateBp) }) },
        { key: t("terms.review"), value: t("terms.reviewSays", { days: terms.reviewBusinessDays }) },
        { key: t("terms.return"), value: t("terms.returnSays", { days: terms.returnBusinessDays }) },
        { key: t("terms.answer"), value: t("terms.answerSays", { days: terms.answerDays }) },
        { key: t("terms.hold"), value: t("terms.holdSays", terms.holdDays) },
        { key: t("terms.protection"), value: t("terms.protectionSays", { days: terms.protectionDays }) },
        { key: t("terms.tail"), value: t("terms.tailSays", { days: terms.tailDays }) },
        { key: t("terms.report"), value: t("terms.reportSays", { days: terms.reportEveryDays }) },
      ]}
    />
  );
}
