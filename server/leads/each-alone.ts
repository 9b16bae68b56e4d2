import { inTransaction, type Tx } from "#server/platform/db.ts";
import { errorFacts, log } from "#server/platform/log.ts";

/** Does something to each row that is due, each in its own transaction, so that one that fails does not hold up the others. */
export async function eachAlone(
  due: readonly { id: string }[],
  work: (tx: Tx, id: string) => Promise<void>,
): Promise<void> {
  for (const { id } of due) {
    try {
      await inTransaction((tx) => work(tx, id));
    } catch (error) {
      log.error("a clock ran out and nothing came of it", { id, ...errorFacts(error) });
    }
  }
}
