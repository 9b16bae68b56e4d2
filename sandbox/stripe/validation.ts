import Ajv, { type ValidateFunction } from "ajv";
import { stripeSchemas } from "./schemas/generate.ts";

/** Finds what in an answer is not as the SDK declares it; an empty list is a good answer. */
type Validator = (body: unknown) => string[];

/** A validator for everything the sandbox shows, written-out objects inside other objects included. */
export function openValidator(): Validator {
  const { definitions, interfaces } = stripeSchemas();
  const ajv = new Ajv({
    strict: false,
    allErrors: true,
    validateSchema: false,
    schemas: [{ $id: "stripe", definitions }],
  });
  const compiled = new Map<string, ValidateFunction>();
  // A test that looks at three kinds of object pays for three.
  function validatorOf(kind: string): ValidateFunction | undefined {
    const schema = interfaces.Objects?.[kind];
    const validate = compiled.get(kind) ?? (schema && ajv.compile({ $ref: `stripe${schema.$ref}` }));
    if (validate) compiled.set(kind, validate);
    return validate;
  }
  function faultsIn(body: unknown, path: string): string[] {
    if (Array.isArray(body)) return body.flatMap((entry, index) => faultsIn(entry, `${path}[${index}]`));
    if (typeof body !== "object" || body === null) return [];
    const inner = Object.entries(body).flatMap(([name, value]) => faultsIn(value, `${path}.${name}`));
    return [...inner, ...faultsOf(body as Record<string, unknown>, path)];
  }
  function faultsOf(body: Record<string, unknown>, path: string): string[] {
    const kind = String(body.object);
    const validate = body.deleted === true ? undefined : validatorOf(kind);
    if (!validate || validate(body)) return [];
    return (validate.errors ?? []).map(
      ({ instancePath, message, params }) =>
        `${path}${instancePath} (${kind}) ${message ?? ""} ${JSON.stringify(params)}`,
    );
  }
  return (body) => faultsIn(body, "");
}
