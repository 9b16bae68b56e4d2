import { ZodError } from "zod";
import type { Actor } from "#server/kernel/actor.ts";
import { Refusal, type RefusalKind } from "#server/kernel/refusal.ts";
import { contextFrom } from "#server/members/auth.ts";
import { may, type Right } from "#server/members/rights.ts";

const STATUS = {
  forbidden: 403,
  not_found: 404,
  conflict: 409,
  invalid: 400,
  unpaid: 402,
  too_many: 429,
} as const satisfies Record<RefusalKind, number>;

const no = (status: number, code: string, facts = {}) => Response.json({ refusal: { code, facts } }, { status });

/** A door for files, which the wire does not carry: it asks for a right by name like every procedure and words its refusals the same way. */
export async function door(
  request: Request,
  right: Right,
  work: (actor: Actor) => Promise<Response>,
): Promise<Response> {
  const site = request.headers.get("sec-fetch-site");
  if (request.method !== "GET" && site && site !== "same-origin") return no(403, "role_may_not");
  const { actor } = await contextFrom(request.headers);
  if (!actor) return no(401, "sign_in_first");
  if (!may(actor, right)) return no(403, "role_may_not");
  try {
    return await work(actor);
  } catch (error) {
    if (error instanceof Refusal) return no(STATUS[error.kind], error.code, error.facts);
    if (error instanceof ZodError) return no(400, "input_is_malformed");
    throw error;
  }
}
