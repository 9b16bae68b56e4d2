import { type Argon2Parameters, argon2, randomBytes, timingSafeEqual } from "node:crypto";
import { promisify } from "node:util";

/** OWASP's argon2id: 19 MiB, two passes, one lane. */
const MEMORY_KIB = 19_456;
const PASSES = 2;
const LANES = 1;
const HASH_BYTES = 32;
const SALT_BYTES = 16;

const argon = promisify(argon2);
const PHC = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([A-Za-z0-9+/]+)\$([A-Za-z0-9+/]+)$/;
const unpadded = (bytes: Buffer) => bytes.toString("base64").replace(/=+$/, "");

type Cost = Pick<Argon2Parameters, "memory" | "passes" | "parallelism">;
const COST: Cost = { memory: MEMORY_KIB, passes: PASSES, parallelism: LANES };

const derive = (password: string, nonce: Buffer, tagLength: number, cost: Cost) =>
  argon("argon2id", { message: Buffer.from(password.normalize("NFKC"), "utf8"), nonce, tagLength, ...cost });

/** The form in which a password is kept: argon2id in PHC notation, with its own salt and cost. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(SALT_BYTES);
  const hash = await derive(password, salt, HASH_BYTES, COST);
  return `$argon2id$v=19$m=${MEMORY_KIB},t=${PASSES},p=${LANES}$${unpadded(salt)}$${unpadded(hash)}`;
}

/** Is this the password? Takes as long when there is none to compare with, so that its time tells nothing. */
export async function isPassword(password: string, kept: string | null | undefined): Promise<boolean> {
  const match = PHC.exec(kept ?? "");
  if (!match) {
    await derive(password, Buffer.alloc(SALT_BYTES), HASH_BYTES, COST);
    return false;
  }
  const [, memory, passes, parallelism, salt = "", hash = ""] = match;
  const expected = Buffer.from(hash, "base64");
  const cost = { memory: Number(memory), passes: Number(passes), parallelism: Number(parallelism) };
  return timingSafeEqual(await derive(password, Buffer.from(salt, "base64"), expected.length, cost), expected);
}
