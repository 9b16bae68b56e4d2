import { useCallback } from "react";
import { useWords } from "./use-words.ts";

type Facts = Record<string, string | number>;

/** Turns the server's refusal (its code and facts) into a sentence; what is unknown becomes a plain apology. Needs the refusals namespace. */
export function useRefusal(): (refusal: { code: string; facts?: Facts } | null | undefined) => string {
  const refusals = useWords("refusals");
  const common = useWords("common");
  return useCallback(
    (refusal) => {
      const code = refusal?.code as Parameters<typeof refusals>[0] | undefined;
      return code && refusals.has(code) ? refusals(code, refusal?.facts) : common("error.refused");
    },
    [refusals, common],
  );
}
