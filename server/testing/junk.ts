import fc from "fast-check";

/** What nobody types by accident: what breaks a parser, a column, a query or a prototype. */
const NASTY: readonly unknown[] = [
  ...["", " ", "a\0b", "a\udfff", "🙂".repeat(300), "x".repeat(200_000), "__proto__", "%_\\", "'; drop table lead; --"],
  ...["-1", "0", "1e9", "9".repeat(19), "9".repeat(400), "-0.001", "١٢٣", "99999999999999999999.9999999999999999999"],
  ...["0000-00-00", "9999-12-31", "275760-09-13"],
  ...["-8640000000000000", "8640000000000000", "253402300800000"].map((ms) => `${ms}~lead_${"0".repeat(32)}`),
  ...[-1, 0, -0, 0.5, 1e21, -1e308, 2 ** 31, 2 ** 53, Number.NaN, Number.POSITIVE_INFINITY],
  ...[-1n, 0n, 2n ** 63n, 2n ** 200n],
  ...[null, undefined, true, false, [], {}, [[]], [null], [{}], new Date(Number.NaN), new Date(8.64e15)],
  ...[JSON.parse('{"__proto__":{"role":"platform_admin"}}'), { toJSON: 1 }, new Array(2_000).fill("x")],
];

type Path = readonly string[];

/** An input that would be accepted, with each of its parts in turn replaced by each nasty thing. */
export function spoiled(input: unknown): unknown[] {
  return pathsOf(input).flatMap((path) => NASTY.map((nasty) => replaced(input, path, nasty)));
}

/** Things of any shape, the same ones every time. */
export const anyThings = (seed: number): unknown[] =>
  fc.sample(fc.anything({ withBigInt: true, withDate: true, withNullPrototype: true, maxDepth: 3 }), {
    seed,
    numRuns: 15,
  });

function pathsOf(value: unknown, at: Path = []): Path[] {
  if (value === null || typeof value !== "object" || value instanceof Date) return [at];
  return [at, ...Object.entries(value).flatMap(([key, part]) => pathsOf(part, [...at, key]))];
}

function replaced(value: unknown, [key, ...rest]: Path, nasty: unknown): unknown {
  if (key === undefined) return nasty;
  if (Array.isArray(value)) return value.map((part, i) => (String(i) === key ? replaced(part, rest, nasty) : part));
  return { ...Object(value), [key]: replaced(Reflect.get(Object(value), key), rest, nasty) };
}
