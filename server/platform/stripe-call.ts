import type { Prisma, StripeCall } from "#prisma";
import { newId } from "#server/kernel/id.ts";
import { HOUR_MS } from "#server/kernel/time.ts";
import { clock } from "./clock.ts";
import { db } from "./db.ts";
import { log } from "./log.ts";
import { StripeIsUnclear, StripeSaidNo, type Verdict, verdictOf } from "./stripe-error.ts";

/** Stripe keeps keys for 24 hours; after this long a request is no longer repeated under its old key. */
export const SAME_KEY_HOURS = 20;

/** A call that creates or changes something at Stripe, and how to find out whether it was done. */
export type StripeAsk<Params, Answer> = {
  /** What is asked, e.g. `payment_intent.confirm`. */
  readonly operation: string;
  /** The row on whose behalf. A subject's operation is done once, unless `again`. */
  readonly subjectId: string;
  readonly params: Params;
  readonly send: (params: Params, options: { idempotencyKey: string }) => Promise<Answer>;
  /** Finds what an earlier asking made, by its id when that is known; null when it made nothing. */
  readonly lookUp: (objectId: string | null) => Promise<Answer | null>;
  readonly idOf: (answer: Answer) => string;
  /** Whether each asking after a success is a new one, as for a link that works once. */
  readonly again?: boolean;
};

/**
 * Asks Stripe for something, so that it is done once whatever breaks: the intent is committed before the call, the call is
 * outside any transaction, the answer is committed after. An earlier asking without an answer is looked up first. Throws
 * `StripeSaidNo` for a definite no, after which the next asking has a new number, and `StripeIsUnclear` for anything else.
 */
export async function askStripe<Params extends object, Answer>(ask: StripeAsk<Params, Answer>): Promise<Answer> {
  const { call, asked } = await intentOf(ask);
  if (asked) {
    const made = await lookUp(ask, call);
    if (made !== null) return answered(ask, call, made);
    const now = await clock.now();
    if (now.getTime() - call.askedAt.getTime() > SAME_KEY_HOURS * HOUR_MS) {
      await close(call, "refused", "never_executed");
      return askStripe(ask);
    }
  }
  try {
    // The parameters as they were first sent: a retry with others would be another request.
    return await answered(ask, call, await ask.send(call.params as Params, { idempotencyKey: call.idempotencyKey }));
  } catch (error) {
    return failed(ask, call, error);
  }
}

async function intentOf<P extends object, A>(ask: StripeAsk<P, A>): Promise<{ call: StripeCall; asked: boolean }> {
  const { operation, subjectId } = ask;
  const last = await db.stripeCall.findFirst({ where: { subjectId, operation }, orderBy: { attempt: "desc" } });
  const isOver = !last || last.status === "refused" || (last.status === "succeeded" && ask.again === true);
  if (!isOver) return { call: last, asked: true };

  const attempt = (last?.attempt ?? 0) + 1;
  const idempotencyKey = `${operation}:${subjectId}:${attempt}`;
  const askedAt = await clock.now();
  const { count } = await db.stripeCall.createMany({
    data: {
      id: newId("call", askedAt.getTime()),
      operation,
      subjectId,
      attempt,
      idempotencyKey,
      params: ask.params as Prisma.InputJsonObject,
      askedAt,
    },
    skipDuplicates: true,
  });
  const call = await db.stripeCall.findUniqueOrThrow({ where: { idempotencyKey } });
  return { call, asked: count === 0 };
}

async function lookUp<P extends object, A>(ask: StripeAsk<P, A>, call: StripeCall): Promise<A | null> {
  try {
    return await ask.lookUp(call.stripeObjectId);
  } catch (error) {
    throw new StripeIsUnclear(ask.operation, verdictOf(error), error);
  }
}

async function answered<P extends object, A>(ask: StripeAsk<P, A>, call: StripeCall, answer: A): Promise<A> {
  await close(call, "succeeded", null, ask.idOf(answer));
  return answer;
}

async function failed<P extends object, A>(ask: StripeAsk<P, A>, call: StripeCall, error: unknown): Promise<A> {
  const verdict = verdictOf(error);
  if (isDefinite(verdict)) {
    const no = new StripeSaidNo(verdict, error);
    await close(call, "refused", no.declineCode ?? no.code);
    throw no;
  }
  if (verdict === "configuration") log.error("Stripe does not let us in", { operation: ask.operation });
  if (verdict === "ambiguous" || verdict === "in_flight") {
    await close(call, "ambiguous", verdict);
    const made = await lookUp(ask, call);
    if (made !== null) return answered(ask, call, made);
  }
  throw new StripeIsUnclear(ask.operation, verdict, error);
}

const isDefinite = (verdict: Verdict): boolean =>
  verdict === "declined" || verdict === "refused" || verdict === "already" || verdict === "account_gone";

async function close(
  call: StripeCall,
  status: "succeeded" | "refused" | "ambiguous",
  errorCode: string | null,
  stripeObjectId: string | null = null,
): Promise<void> {
  const answeredAt = await clock.now();
  // A later answer to the same call must not unsay a success.
  await db.stripeCall.updateMany({
    where: { id: call.id, status: { not: "succeeded" } },
    data: { status, errorCode, answeredAt, ...(stripeObjectId && { stripeObjectId }) },
  });
}
