import { z } from "zod";

/** Says which id to put where one of a kind is asked for. */
export type PickId = (prefix: string) => string;

/** Texts that the product's inputs accept; the first that fits is taken, so that a reason comes before an amount. */
const TEXTS = [
  "Words that say enough.",
  "1500",
  "usd",
  "US",
  "UTC",
  "2026-11-20",
  "kim@people.example",
  "https://lode.example",
  "/merchant",
  "1.1",
  "x".repeat(43),
  "0".repeat(64),
  `1700000000000~lead_${"0".repeat(32)}`,
];
const NUMBERS = [7, 1, 0, 100, 30, 2_000];
const BIGS = [50_000n, 1n, 0n];

/** An input that a procedure accepts, made from its schema; the whole of it, or only what must be there. */
export function sampleOf(schema: z.ZodType, id: PickId, extent: "whole" | "least" = "whole"): unknown {
  const prefix = schema.meta()?.idPrefix;
  if (typeof prefix === "string") return id(prefix);
  if (schema instanceof z.ZodObject) {
    const entries = Object.entries<z.core.$ZodType>(schema.shape).flatMap(([key, field]) => {
      if (!(field instanceof z.ZodType)) throw new Error(`${key} is of no kind that is known`);
      return extent === "least" && field.safeParse(undefined).success ? [] : [[key, sampleOf(field, id, extent)]];
    });
    return Object.fromEntries(entries);
  }
  if (schema instanceof z.ZodArray)
    return extent === "least" && schema.safeParse([]).success ? [] : [inner(schema.element, id, extent)];
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable || schema instanceof z.ZodDefault)
    return inner(schema.def.innerType, id, extent);
  if (schema instanceof z.ZodUnion) return inner(schema.options.at(-1), id, extent);
  if (schema instanceof z.ZodBoolean) return true;
  return fitting(schema);
}

function inner(schema: unknown, id: PickId, extent: "whole" | "least"): unknown {
  if (!(schema instanceof z.ZodType)) throw new Error("a part of a schema is of no kind that is known");
  return sampleOf(schema, id, extent);
}

function fitting(schema: z.ZodType): unknown {
  const offers =
    schema instanceof z.ZodEnum
      ? schema.options
      : schema instanceof z.ZodLiteral
        ? [...schema.values]
        : [...TEXTS, ...NUMBERS, ...BIGS];
  const fit = offers.find((offer) => schema.safeParse(offer).success);
  if (fit === undefined) throw new Error(`nothing at hand fits a ${schema.type}`);
  return fit;
}

/** The kinds of ids that an input names, and those of them without which it is none. */
export function idsIn(schema: z.ZodType): { readonly all: readonly string[]; readonly needed: readonly string[] } {
  const named = (extent: "whole" | "least"): string[] => {
    const found = new Set<string>();
    sampleOf(
      schema,
      (prefix) => {
        found.add(prefix);
        return `${prefix}_${"0".repeat(32)}`;
      },
      extent,
    );
    return [...found];
  };
  return { all: named("whole"), needed: named("least") };
}
