import { readFile } from "node:fs/promises";
import { z } from "zod";
import { ROLES } from "#server/kernel/actor.ts";
import { env } from "#server/platform/env.ts";
import { errorFacts, log } from "#server/platform/log.ts";

const PLACE = "prisma/demo-accounts.json";

const Person = z.object({
  email: z.string(),
  name: z.string(),
  role: z.enum(ROLES),
  organisation: z.string(),
  password: z.string(),
});
export type DemoPerson = z.infer<typeof Person>;

/** The people of the demo town, with their passwords. Outside the sandbox there are none. */
export async function demoPeople(): Promise<DemoPerson[]> {
  if (!env.SANDBOX) return [];
  try {
    return z.array(Person).parse(JSON.parse(await readFile(PLACE, "utf8")));
  } catch (error) {
    log.warn("no demo people", errorFacts(error));
    return [];
  }
}
