import { z } from "zod";

/** An id that says what it names: `lead_0193…`. Sortable by time, safe in a URL, wrong kinds do not type-check. */
export type Id<Prefix extends string> = `${Prefix}_${string}`;

/** A new id. A verb passes the clock's time, so that ids sort by the time Lode lives in; a browser leaves it out. */
export const newId = <Prefix extends string>(prefix: Prefix, atMs: number = Date.now()): Id<Prefix> =>
  `${prefix}_${uuidV7(atMs)}`;

/** Accepts exactly the ids of one kind, and says which kind to whoever reads the schema. */
export const idSchema = <Prefix extends string>(prefix: Prefix) =>
  z
    .custom<Id<Prefix>>((value) => typeof value === "string" && new RegExp(`^${prefix}_[0-9a-f]{32}$`).test(value))
    .meta({ idPrefix: prefix });

/** RFC 9562: 48 bits of time, then chance. Written out because browsers make ids too and have no such function. */
function uuidV7(atMs: number): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  const [, , , , , , high = 0, low = 0] = bytes;
  new DataView(bytes.buffer).setBigUint64(0, (BigInt(atMs) << 16n) | BigInt(high << 8) | BigInt(low));
  bytes[6] = (high & 0x0f) | 0x70;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
