import { initTRPC, TRPCError } from "@trpc/server";
import superjson from "superjson";
import { ZodError } from "zod";
import type { Actor } from "#server/kernel/actor.ts";
import { Refusal, type RefusalKind } from "#server/kernel/refusal.ts";
import { may, type OpenRight, type Right } from "#server/members/rights.ts";
import { errorFacts, log } from "#server/platform/log.ts";

/** From where a request came; kept with consents, signatures and sessions. */
export type Caller = {
  readonly ip: string | null;
  readonly userAgent: string | null;
  readonly sessionId: string | null;
};

export type Context = { readonly actor: Actor | null; readonly caller: Caller };

const CODE = {
  forbidden: "FORBIDDEN",
  not_found: "NOT_FOUND",
  conflict: "CONFLICT",
  invalid: "BAD_REQUEST",
  unpaid: "PAYMENT_REQUIRED",
  too_many: "TOO_MANY_REQUESTS",
} as const satisfies Record<RefusalKind, TRPCError["code"]>;

const SSE_PING_MS = 15_000;
const SSE_MAX_MS = 5 * 60_000;

const t = initTRPC
  .context<Context>()
  .meta<{ right: Right | OpenRight }>()
  .create({
    transformer: superjson,
    sse: { maxDurationMs: SSE_MAX_MS, ping: { enabled: true, intervalMs: SSE_PING_MS } },
    errorFormatter: ({ shape, error }) => {
      const refused = error.cause instanceof Refusal ? error.cause : null;
      const fields = error.cause instanceof ZodError ? error.cause.issues.map((issue) => issue.path.join(".")) : null;
      return {
        ...shape,
        message: error.code === "INTERNAL_SERVER_ERROR" ? "something_went_wrong" : shape.message,
        data: {
          code: shape.data.code,
          httpStatus: shape.data.httpStatus,
          refusal: refused && { code: refused.code, facts: refused.facts },
          fields,
        },
      };
    },
  });

export const router = t.router;
export const createCallerFactory = t.createCallerFactory;

const refusals = t.middleware(async ({ next, path }) => {
  const result = await next();
  if (result.ok) return result;
  const { cause } = result.error;
  if (cause instanceof Refusal) throw new TRPCError({ code: CODE[cause.kind], message: cause.code, cause });
  if (result.error.code === "INTERNAL_SERVER_ERROR") log.error("a procedure failed", { path, ...errorFacts(cause) });
  return result;
});

/** A procedure for members. It names the right it needs; there is no other way to make one. */
export const procedure = (right: Right) =>
  t.procedure
    .meta({ right })
    .use(refusals)
    .use(({ ctx, next }) => {
      if (!ctx.actor) throw new TRPCError({ code: "UNAUTHORIZED", message: "sign_in_first" });
      if (!may(ctx.actor, right)) throw new TRPCError({ code: "FORBIDDEN", message: "role_may_not" });
      return next({ ctx: { actor: ctx.actor, caller: ctx.caller } });
    });

/** A procedure for anybody, signed in or not. */
export const openProcedure = (right: OpenRight) => t.procedure.meta({ right }).use(refusals);
