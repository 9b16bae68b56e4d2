import { db, type Reader, type Tx } from "./db.ts";
import { env } from "./env.ts";

/** The time Lode lives in. In production it is the system's; with the sandbox on, an offset kept in one row moves it. */
export const clock = {
  /** Now. Inside a transaction, pass it: the offset is read through the same connection. */
  async now(reader: Reader = db): Promise<Date> {
    if (!env.SANDBOX) return new Date();
    const row = await reader.clockOffset.findUnique({ where: { id: 1 } });
    return new Date(Date.now() + Number(row?.offsetMs ?? 0n));
  },

  /** Moves the time to an instant, for every process at once; outside the sandbox it cannot be moved. */
  async moveTo(tx: Tx, instant: Date): Promise<void> {
    if (!env.SANDBOX) throw new Error("only the sandbox's clock can be moved");
    const offsetMs = BigInt(instant.getTime() - Date.now());
    await tx.clockOffset.upsert({ where: { id: 1 }, create: { id: 1, offsetMs }, update: { offsetMs } });
  },
};
