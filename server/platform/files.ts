import { randomUUID } from "node:crypto";
import { createReadStream, createWriteStream } from "node:fs";
import { mkdir, rm } from "node:fs/promises";
import { join } from "node:path";
import type { Readable } from "node:stream";
import { Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import { refusal } from "#server/kernel/refusal.ts";
import { env } from "./env.ts";

export const fileIsTooLarge = refusal("file_is_too_large", "invalid");

/** The name under which a file is kept: made here, never taken from a person. */
export type FileKey = `file_${string}`;

const KEY = /^file_[0-9a-f]{32}$/;
const pathOf = (key: string) => {
  if (!KEY.test(key)) throw new Error("not a file's key");
  return join(env.FILES_DIR, key.slice(5, 7), key);
};

/** Keeps what flows in, up to a number of bytes; more is refused and nothing stays behind. */
export async function keepFile(content: Readable, maxBytes: number): Promise<{ key: FileKey; sizeBytes: number }> {
  const key: FileKey = `file_${randomUUID().replaceAll("-", "")}`;
  const path = pathOf(key);
  await mkdir(join(path, ".."), { recursive: true });
  let sizeBytes = 0;
  const limit = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      sizeBytes += chunk.length;
      done(sizeBytes > maxBytes ? fileIsTooLarge({ megabytes: Math.floor(maxBytes / 1_000_000) }) : null, chunk);
    },
  });
  try {
    await pipeline(content, limit, createWriteStream(path, { mode: 0o600 }));
  } catch (error) {
    await rm(path, { force: true });
    throw error;
  }
  return { key, sizeBytes };
}

export const readFile = (key: string): Readable => createReadStream(pathOf(key));

export const dropFile = (key: string): Promise<void> => rm(pathOf(key), { force: true });
