"use client";
import type { Terms } from "#server/programs/terms.ts";
import { useTermsWords } from "./use-terms-words.ts";

/** The fee in a few words and its currency, for a line of a list. */
export function FeeShort({ terms }: { terms: Pick<Terms, "rule" | "currency"> }) {
  const say = useTermsWords();
  const code = terms.rule.model === "fixed" ? "" : ` ${terms.currency.toUpperCase()}`;
  return (
    <span className="num">
      {say.short(terms.rule, terms.currency)}
      <span className="text-ink-3">{code}</span>
    </span>
  );
}
