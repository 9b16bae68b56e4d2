import { type Fields, isFields, type Tree } from "./form.ts";
import { invalid, missing } from "./refusal.ts";

/**
 * What a parameter may be. `!` must be there, `?` may be emptied (it arrives as null), a list of words is a choice,
 * `any` is a parameter Stripe knows and the sandbox takes without looking inside.
 */
export type Rule =
  | "text"
  | "text!"
  | "text?"
  | "integer"
  | "integer!"
  | "flag"
  | "metadata"
  | "texts"
  | "range"
  | "any"
  | readonly string[]
  | Shape;

/** The parameters a call takes, by name. */
export interface Shape {
  readonly [name: string]: Rule;
}

/** Bounds of a list filter; a bare number means exactly that. */
export interface Range {
  gt?: number;
  gte?: number;
  lt?: number;
  lte?: number;
}

type Value<R> = R extends "text" | "text!"
  ? string
  : R extends "text?"
    ? string | null
    : R extends "integer" | "integer!"
      ? number
      : R extends "flag"
        ? boolean
        : R extends "metadata"
          ? Record<string, string | null>
          : R extends "texts"
            ? string[]
            : R extends "range"
              ? Range
              : R extends readonly (infer Word)[]
                ? Word
                : R extends "any"
                  ? Tree
                  : R extends Shape
                    ? Parsed<R>
                    : never;

/** What a checked call hands to the code that does it. */
export type Parsed<S> = { readonly [N in keyof S as S[N] extends `${string}!` ? N : never]: Value<S[N]> } & {
  readonly [N in keyof S as S[N] extends `${string}!` ? never : N]?: Value<S[N]>;
};

const METADATA = { keys: 50, nameLength: 40, valueLength: 500 };
const TEXT_LENGTH = 5000;

/** Checks parameters as strictly as Stripe does: an unknown one refuses the call. */
export function check<S extends Shape>(shape: S, given: Fields, within = ""): Parsed<S> {
  const named = (name: string) => (within ? `${within}[${name}]` : name);
  for (const name of Object.keys(given)) {
    if (!Object.hasOwn(shape, name)) {
      throw invalid(`Received unknown parameter: ${named(name)}`, { code: "parameter_unknown", param: named(name) });
    }
  }
  const parsed: Record<string, unknown> = {};
  for (const [name, rule] of Object.entries(shape)) {
    const value = given[name];
    if (value !== undefined) parsed[name] = read(rule, value, named(name));
    else if (typeof rule === "string" && rule.endsWith("!")) throw missing(named(name));
  }
  return parsed as Parsed<S>;
}

function read(rule: Rule, value: Tree, param: string): unknown {
  if (typeof rule === "object") return readShaped(rule, value, param);
  switch (rule) {
    case "any":
      return value;
    case "metadata":
      return readMetadata(value, param);
    case "texts":
      if (!Array.isArray(value)) throw invalid("Invalid array", { param });
      return value.map((entry, index) => readText(entry, `${param}[${index}]`));
    case "range":
      if (!isFields(value)) return exactly(readInteger(value, param));
      return check({ gt: "integer", gte: "integer", lt: "integer", lte: "integer" }, value, param);
    case "flag":
      if (value === "true" || value === true) return true;
      if (value === "false" || value === false) return false;
      throw invalid(`Invalid boolean: ${String(value)}`, { param });
    case "integer":
    case "integer!":
      return readInteger(value, param);
    case "text?":
      return value === "" || value === null ? null : readText(value, param);
    default:
      return readText(value, param);
  }
}

function readShaped(rule: readonly string[] | Shape, value: Tree, param: string): unknown {
  if (isChoice(rule)) {
    if (typeof value === "string" && rule.includes(value)) return value;
    throw invalid(`Invalid ${param}: must be one of ${rule.join(", ")}`, { param });
  }
  if (value === "" || value === null) return undefined;
  if (!isFields(value)) throw invalid("Invalid object", { param });
  return check(rule, value, param);
}

function isChoice(rule: readonly string[] | Shape): rule is readonly string[] {
  return Array.isArray(rule);
}

function exactly(moment: number): Range {
  return { gte: moment, lte: moment };
}

function readInteger(value: Tree, param: string): number {
  const number = Number(value);
  if (!/^-?\d{1,15}$/.test(String(value)) || !Number.isSafeInteger(number)) {
    throw invalid(`Invalid integer: ${String(value)}`, { code: "parameter_invalid_integer", param });
  }
  return number;
}

function readText(value: Tree, param: string): string {
  if (typeof value !== "string") throw invalid(`Invalid string: ${JSON.stringify(value)}`, { param });
  if (value === "") {
    const message = `You passed an empty string for '${param}'. We assume empty values are an attempt to unset a parameter; however '${param}' cannot be unset. You should remove '${param}' from your request or supply a non-empty value.`;
    throw invalid(message, { code: "parameter_invalid_empty", param });
  }
  if (value.length > TEXT_LENGTH) {
    throw invalid(`Invalid string: ${value.slice(0, 10)}...; must be at most ${TEXT_LENGTH} characters`, { param });
  }
  return value;
}

function readMetadata(value: Tree, param: string): Record<string, string | null> {
  if (value === "" || value === null) return {};
  if (!isFields(value)) throw invalid("Invalid object", { param });
  const read: Record<string, string | null> = {};
  for (const [name, entry] of Object.entries(value)) {
    if (entry !== null && typeof entry === "object") throw invalid("Metadata values must be strings.", { param });
    const text = entry === null ? "" : String(entry);
    if (name.length > METADATA.nameLength) {
      const message = `Metadata keys can have up to ${METADATA.nameLength} characters in length. You passed in a key that is ${name.length} characters. Invalid key: ${name}`;
      throw invalid(message, { param });
    }
    if (text.length > METADATA.valueLength) {
      const message = `Metadata values can have up to ${METADATA.valueLength} characters, but you passed in a value that is ${text.length} characters. Invalid value: ${text}`;
      throw invalid(message, { param: `${param}[${name}]` });
    }
    read[name] = text === "" ? null : text;
  }
  return read;
}

/** Metadata after a change: an empty value takes its key away. */
export function withMetadata(
  before: Record<string, string> | null,
  patch: Record<string, string | null> | undefined,
): Record<string, string> {
  const after: Record<string, string> = { ...before };
  for (const [name, value] of Object.entries(patch ?? {})) {
    if (value === null) delete after[name];
    else after[name] = value;
  }
  if (Object.keys(after).length > METADATA.keys) {
    throw invalid(`Metadata can have up to ${METADATA.keys} keys.`, { param: "metadata" });
  }
  return after;
}
