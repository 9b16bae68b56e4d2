import { z } from "zod";
import type { Actor } from "#server/kernel/actor.ts";
import { olderThan, PageInput, pageOf } from "#server/kernel/page.ts";
import { db } from "#server/platform/db.ts";
import { ProgramId } from "#server/programs/program.ts";
import { normaliseEmail, normalisePhone } from "./identity.ts";
import { ImportId } from "./import.ts";
import { PROSPECT_STATUSES, SearchText } from "./prospect.ts";

export const ListProspects = PageInput.extend({
  status: z.enum(PROSPECT_STATUSES).nullish(),
  programId: ProgramId.nullish(),
  importId: ImportId.nullish(),
  text: SearchText.nullish(),
});
export type ListProspects = z.infer<typeof ListProspects>;

/** A provider's prospects, newest first, as far as a filter lets them through. */
export async function prospects({ organisationId }: Actor, input: ListProspects) {
  const { limit, after, status, programId, importId, text } = input;
  const rows = await db.prospect.findMany({
    where: {
      providerId: organisationId,
      ...(status && { status }),
      ...(programId && { programId }),
      ...(importId && { importId }),
      AND: [olderThan("createdAt", after), text ? matching(text) : {}],
    },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: limit + 1,
    select: {
      ...{ id: true, name: true, company: true, title: true, country: true, status: true, reason: true },
      ...{ dueAt: true, createdAt: true, sourceChannel: true, score: true },
      program: { select: { id: true, name: true } },
    },
  });
  return pageOf(rows, limit, (row) => row.createdAt);
}

/** A whole address or number finds its person; anything else is looked for in names and companies. */
function matching(text: string) {
  const value = normaliseEmail(text) ?? normalisePhone(text, "")?.value;
  if (value) return { identities: { some: { value } } };
  const part = { contains: text, mode: "insensitive" as const };
  return { OR: [{ name: part }, { company: part }, { email: part }, { phone: { contains: text } }] };
}
