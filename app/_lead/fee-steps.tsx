"use client";
import { Calculation } from "#app/_ui/calculation.tsx";
import { numberFormat } from "#app/_ui/format.ts";
import { Money } from "#app/_ui/money.tsx";
import { useViewer } from "#app/_ui/viewer.tsx";
import { useWords } from "#app/_words/use-words.ts";
import type { Currency } from "#server/kernel/money.ts";
import type { FeeStep } from "#server/programs/fee.ts";

type Line = Parameters<typeof Calculation>[0]["lines"][number];

/** Why this amount: each step from the deal's value to the fee and its two parts. */
export function FeeSteps(props: { steps: readonly FeeStep[]; currency: Currency; side: "merchant" | "provider" }) {
  const t = useWords("trade");
  const { locale } = useViewer();
  const rate = (basisPoints: number) =>
    `${numberFormat(locale, { maximumFractionDigits: 2 }).format(basisPoints / 100)}\u202f%`;
  const amount = (digits: string) => <Money minor={BigInt(digits)} currency={props.currency} />;
  const line = (label: string, digits: string, kind?: Line["kind"]): Line => ({
    label,
    amounts: [amount(digits)],
    ...(kind && { kind }),
  });

  const lines = props.steps.flatMap((step): Line[] => {
    switch (step.step) {
      case "percent":
        return [
          line(t("fee.base"), step.baseMinor),
          line(t("fee.percent", { rate: rate(step.rateBp) }), step.feeMinor, "sum"),
        ];
      case "fixed":
        return [line(t("fee.fixed"), step.feeMinor, "sum")];
      case "tier": {
        const of = step.rateBp === null ? t("fee.fixedPart") : rate(step.rateBp);
        const label =
          step.by === "count" ? t("fee.tierByCount", { deal: step.deal ?? 1, of }) : t("fee.tierByValue", { of });
        return [line(t("fee.base"), step.baseMinor), line(label, step.feeMinor, "sum")];
      }
      case "split": {
        const whole = (BigInt(step.platformMinor) + BigInt(step.providerMinor)).toString();
        const take = t("fee.platform", { rate: rate(step.takeRateBp) });
        const parts = [
          line(take, step.platformMinor),
          line(t("fee.provider"), step.providerMinor, props.side === "provider" ? "total" : undefined),
        ];
        return props.side === "merchant"
          ? [line(t("fee.total"), whole, "total"), ...parts]
          : [line(t("fee.gross"), whole, "sum"), ...parts];
      }
      default:
        return [line(t(`fee.${step.step}`), step.feeMinor, "sum")];
    }
  });
  return <Calculation caption={t("fee.caption")} lines={lines} />;
}
