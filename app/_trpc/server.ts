import { TRPCError } from "@trpc/server";
import { headers } from "next/headers";
import { notFound, redirect } from "next/navigation";
import { cache } from "react";
import { contextFrom } from "#server/members/auth.ts";
import { createCaller } from "#server/trpc/root.ts";

/** The router without HTTP, as the person whose page this is. One context per request. */
const caller = cache(async () => createCaller(await contextFrom(await headers())));

type Caller = ReturnType<typeof createCaller>;

/** Asks a question for a page: `await ask((lode) => lode.leads.inbox({}))`. What is unknown is a page not found; a stranger goes to the door. */
export async function ask<Answer>(question: (lode: Caller) => Promise<Answer>): Promise<Answer> {
  try {
    return await question(await caller());
  } catch (error) {
    if (!(error instanceof TRPCError)) throw error;
    if (error.code === "UNAUTHORIZED") redirect("/sign-in");
    if (["NOT_FOUND", "FORBIDDEN", "BAD_REQUEST"].includes(error.code)) notFound();
    throw error;
  }
}
