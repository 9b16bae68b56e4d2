"use client";
import { DetailPart } from "#app/_ui/detail.tsx";
import { useWords } from "#app/_words/use-words.ts";
import type { CriterionInput } from "#server/programs/criterion.ts";
import type { Icp } from "#server/programs/icp.ts";
import type { Terms } from "#server/programs/terms.ts";
import { IcpFacts } from "./icp-facts.tsx";
import { Questions } from "./questions.tsx";
import { TermsInWords } from "./terms-in-words.tsx";

/** What a program says to whoever thinks of working for it: product, ideal customer, questions, terms. */
export function ProgramParts(props: {
  product: string;
  icp: Icp;
  /** The profile's countries in words. */
  countries: readonly string[];
  criteria: readonly CriterionInput[];
  terms: { readonly version: number; readonly terms: Terms } | null;
}) {
  const t = useWords("program");
  return (
    <>
      <DetailPart title={t("part.product")}>
        <p className="max-w-[68ch] whitespace-pre-line leading-[1.6] wrap-anywhere">{props.product}</p>
      </DetailPart>
      <DetailPart title={t("part.icp")}>
        <IcpFacts icp={props.icp} countries={props.countries} />
      </DetailPart>
      <DetailPart title={t("part.questions")} aside={t("part.questionsSays")}>
        <Questions criteria={props.criteria} />
      </DetailPart>
      {props.terms && (
        <DetailPart title={t("part.terms")} aside={t("terms.version", { version: props.terms.version })}>
          <TermsInWords terms={props.terms.terms} />
        </DetailPart>
      )}
    </>
  );
}
