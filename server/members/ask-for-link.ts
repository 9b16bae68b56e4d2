import { inTransaction } from "#server/platform/db.ts";
import { enqueue } from "#server/platform/queue.ts";
import { type AskForLink, mailLink } from "./session.ts";
import { takeTry } from "./take-try.ts";

/** Asks for a sign-in link by mail. Whether the address is anybody's is found out by the job, and never told. */
export async function askForLink(ip: string | null, input: AskForLink): Promise<void> {
  await takeTry("link", input.email, ip);
  await inTransaction((tx) => enqueue(tx, mailLink, input));
}
