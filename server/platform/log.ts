import { env } from "./env.ts";

const LEVELS = ["debug", "info", "warn", "error", "silent"] as const;
type Level = Exclude<(typeof LEVELS)[number], "silent">;

/** What a line may say besides its words: ids, counts, codes. Never a name, an address, a key or a token. */
export type Facts = Readonly<Record<string, string | number | boolean | null | undefined>>;

const write =
  (level: Level) =>
  (message: string, facts: Facts = {}) => {
    if (LEVELS.indexOf(level) < LEVELS.indexOf(env.LOG_LEVEL)) return;
    process.stderr.write(`${JSON.stringify({ at: new Date().toISOString(), level, message, ...facts })}\n`);
  };

/** One line of JSON per happening, on standard error. */
export const log = { debug: write("debug"), info: write("info"), warn: write("warn"), error: write("error") };

/** The parts of an error that are safe and useful in a log. */
export const errorFacts = (error: unknown): Facts =>
  error instanceof Error
    ? { error: error.name, reason: error.message.slice(0, 500), stack: error.stack?.split("\n").slice(1, 6).join(" ") }
    : { error: typeof error };
