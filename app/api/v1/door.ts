import { ZodError } from "zod";
import type { Actor } from "#server/kernel/actor.ts";
import { Refusal, type RefusalKind } from "#server/kernel/refusal.ts";
import { contextFrom } from "#server/members/auth.ts";
import { may, type Right } from "#server/members/rights.ts";
import { env } from "#server/platform/env.ts";
import { errorFacts, log } from "#server/platform/log.ts";

const STATUS: Record<RefusalKind, number> = {
  forbidden: 403,
  not_found: 404,
  conflict: 409,
  invalid: 400,
  unpaid: 402,
  too_many: 429,
};

const say = (status: number, code: string, facts: object = {}) =>
  Response.json({ refusal: { code, facts } }, { status });

/** The door for files, which the router does not carry: a member's session, a right by name, and words for every "no". */
export async function door(
  request: Request,
  right: Right,
  work: (actor: Actor) => Promise<Response>,
): Promise<Response> {
  try {
    const origin = request.headers.get("origin");
    if (origin && origin !== new URL(env.PUBLIC_URL).origin) return say(403, "role_may_not");
    const { actor } = await contextFrom(request.headers);
    if (!actor) return say(401, "sign_in_first");
    if (!may(actor, right)) return say(403, "role_may_not");
    return await work(actor);
  } catch (error) {
    if (error instanceof Refusal) return say(STATUS[error.kind], error.code, error.facts);
    if (error instanceof ZodError) return say(400, "input_is_malformed");
    log.error("a door failed", { path: new URL(request.url).pathname, ...errorFacts(error) });
    return say(500, "something_went_wrong");
  }
}
