import { record } from "#server/events/record.ts";
import type { Actor } from "#server/kernel/actor.ts";
import { inTransaction } from "#server/platform/db.ts";
import { enrolledProviders, lockedProgram } from "./locked-program.ts";
import { articleIsUnknown, assertOpen, type SetKnowledge } from "./program.ts";

/** A merchant writes what agents may answer to a prospect's questions: the articles as given, in that order, and no others. */
export function setKnowledge(actor: Actor, { programId, articles }: SetKnowledge): Promise<void> {
  return inTransaction(async (tx) => {
    assertOpen(await lockedProgram(tx, actor, programId));
    const foreign = { id: { in: articles.map(({ id }) => id) }, programId: { not: programId } };
    if (await tx.knowledgeArticle.count({ where: foreign })) throw articleIsUnknown();
    await tx.knowledgeArticle.deleteMany({ where: { programId } });
    await tx.knowledgeArticle.createMany({
      data: articles.map((article, position) => ({ ...article, programId, position })),
    });
    const audience = await enrolledProviders(tx, programId);
    await record(tx, actor, { what: "program.knowledge_set", about: programId, audience });
  });
}
