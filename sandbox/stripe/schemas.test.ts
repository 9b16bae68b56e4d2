import { describe, expect, it } from "vitest";
import { routes } from "./api.ts";
import type { Rule, Shape } from "./params.ts";
import type { Schema } from "./schemas/derive.ts";
import { stripeSchemas } from "./schemas/generate.ts";
import { openValidator } from "./validation.ts";

const { definitions, interfaces } = stripeSchemas();

function branches(schema: Schema): Schema[] {
  if (schema.$ref) return branches(definitions[schema.$ref.split("/").at(-1) ?? ""] ?? {});
  return schema.anyOf ? schema.anyOf.flatMap(branches) : [schema];
}

function inventedIn(shape: Shape, schema: Schema, path: string): string[] {
  const known = branches(schema);
  return Object.entries(shape).flatMap(([name, rule]) => {
    const found = known.flatMap((one) => one.properties?.[name] ?? (one.additionalProperties === true ? {} : []));
    if (found.length === 0) return [`${path}[${name}]`];
    return isShape(rule) ? inventedIn(rule, { anyOf: found }, `${path}[${name}]`) : [];
  });
}

function isShape(rule: Rule): rule is Shape {
  return typeof rule === "object" && !Array.isArray(rule);
}

describe("the sandbox's parameters", () => {
  for (const { method, path, shape } of routes) {
    if (Object.keys(shape).length === 0 || path.startsWith("/v1/test_helpers")) continue;
    it(`${method} ${path} takes only what the SDK would send`, () => {
      const schema = interfaces.Params?.[`${method} ${path}`];
      if (!schema) throw new Error(`${method} ${path} is missing in schemas/types.ts`);
      // A v2 page is asked for by the address that came with the page before, not by a parameter of the SDK.
      const { page: _, ...paged } = shape;
      const asked = path.startsWith("/v2/") ? paged : shape;
      expect(inventedIn(asked, schema, "")).toEqual([]);
    });
  }
});

describe("the validator", () => {
  it("finds a field that is missing, one that is invented, and a word Stripe does not use", () => {
    const validate = openValidator();
    const mandate = {
      id: "mandate_1",
      object: "mandate",
      customer_acceptance: { accepted_at: null, type: "online" },
      livemode: false,
      payment_method: "pm_1",
      payment_method_details: { type: "card" },
      status: "active",
      type: "multi_use",
    };
    expect(validate(mandate)).toEqual([]);
    const { livemode: _, ...incomplete } = mandate;
    for (const wrong of [incomplete, { ...mandate, colour: "red" }, { ...mandate, status: "sleepy" }]) {
      expect(validate({ data: [wrong] })).not.toEqual([]);
    }
  });
});
