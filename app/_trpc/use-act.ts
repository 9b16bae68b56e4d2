"use client";
import { type UseMutationOptions, useMutation } from "@tanstack/react-query";
import { TRPCClientError } from "@trpc/client";
import { useRouter } from "next/navigation";
import { useRefusal } from "#app/_words/use-refusal.ts";
import type { AppRouter } from "#server/trpc/root.ts";

type Refused = { readonly code: string; readonly facts?: Record<string, string | number> };

/** Codes for a "no" that is nobody's rule: malformed input, a lost session, no connection. All have words. */
const BY_STATUS: Record<string, string> = {
  BAD_REQUEST: "input_is_malformed",
  UNAUTHORIZED: "sign_in_first",
  FORBIDDEN: "role_may_not",
};

function refusedBy(error: unknown): Refused {
  if (!(error instanceof TRPCClientError)) return { code: "something_went_wrong" };
  const { data } = error as TRPCClientError<AppRouter>;
  if (!data) return { code: "no_connection" };
  return data.refusal ?? { code: BY_STATUS[data.code] ?? "something_went_wrong" };
}

/**
 * Does something on the server and shows the page anew: `const accept = useAct(trpc.leads.accept.mutationOptions())`,
 * `await accept.act({ leadId })`. A "no" stays in `refusal` as a sentence; `act` then gives undefined.
 */
export function useAct<Input, Output, Error>(options: UseMutationOptions<Output, Error, Input>) {
  const router = useRouter();
  const say = useRefusal();
  const mutation = useMutation(options);

  async function act(input: Input): Promise<{ done: Output } | undefined> {
    try {
      const done = await mutation.mutateAsync(input);
      router.refresh();
      return { done };
    } catch {
      return undefined;
    }
  }

  /** For a Confirm: does it, and gives the sentence of a "no", or nothing when it is done. */
  async function attempt(input: Input): Promise<string | undefined> {
    try {
      await mutation.mutateAsync(input);
      router.refresh();
      return undefined;
    } catch (error) {
      return say(refusedBy(error));
    }
  }

  const refused = mutation.error ? refusedBy(mutation.error) : null;
  return {
    act,
    attempt,
    pending: mutation.isPending,
    refusal: refused && say(refused),
    code: refused?.code ?? null,
    reset: mutation.reset,
  };
}
