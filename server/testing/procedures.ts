import { z } from "zod";
import type { Actor } from "#server/kernel/actor.ts";
import type { OpenRight, Right } from "#server/members/rights.ts";
import { appRouter } from "#server/trpc/root.ts";
import { as } from "./people.ts";

/** Everything the router lets anybody ask for or do, as the router itself says it. */
export type Procedure = {
  readonly path: string;
  readonly type: "query" | "mutation" | "subscription";
  readonly right: Right | OpenRight;
  readonly input: z.ZodType | null;
};

const Definition = z.object({
  type: z.enum(["query", "mutation", "subscription"]),
  meta: z.object({ right: z.custom<Right | OpenRight>((right) => typeof right === "string") }),
  inputs: z.array(z.instanceof(z.ZodType)).max(1),
});

export const procedures: readonly Procedure[] = Object.entries(appRouter._def.procedures).map(([path, procedure]) => {
  const { type, meta, inputs } = Definition.parse(Reflect.get(procedure, "_def"));
  return { path, type, right: meta.right, input: inputs[0] ?? null };
});

/** May anybody do this, signed in or not? */
export const isOpen = (right: Right | OpenRight): right is OpenRight =>
  right === "door:enter" || right === "directory:look";

/** What became of a call. */
export type Answer =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly code: string; readonly message: string };

/** Calls a procedure by its path, as one person or as a stranger at the door. */
export async function call(actor: Actor | null, path: string, input: unknown): Promise<Answer> {
  const procedure = path.split(".").reduce<unknown>((at, key) => Reflect.get(Object(at), key), as(actor));
  if (typeof procedure !== "function") throw new Error(`${path} is no procedure`);
  try {
    const value: unknown = await procedure(input);
    // Nobody listens to the end of a subscription here: it is opened and closed.
    if (value !== null && typeof value === "object" && Symbol.asyncIterator in value)
      return { ok: true, value: await close(value) };
    return { ok: true, value };
  } catch (error) {
    if (error instanceof Error && "code" in error)
      return { ok: false, code: String(error.code), message: error.message };
    throw error;
  }
}

async function close(stream: object): Promise<null> {
  const end: unknown = Reflect.get(stream, "return");
  if (typeof end === "function") await end.call(stream);
  return null;
}
