import ts from "typescript-api";

/** A JSON Schema, as far as the SDK's types need one. */
export interface Schema {
  $ref?: string;
  not?: Schema;
  type?: string;
  enum?: (string | number | boolean)[];
  anyOf?: Schema[];
  items?: Schema;
  properties?: { [name: string]: Schema };
  required?: string[];
  additionalProperties?: boolean | Schema;
}

/** Schemas by name, with the parts they share. */
export interface Derived {
  definitions: { [name: string]: Schema };
  interfaces: { [name: string]: { [property: string]: Schema } };
}

/** Derives JSON Schemas from the interfaces a TypeScript file exports: one for every property. */
export function derive(file: string): Derived {
  const program = ts.createProgram([file], {
    module: ts.ModuleKind.NodeNext,
    moduleResolution: ts.ModuleResolutionKind.NodeNext,
    target: ts.ScriptTarget.ES2022,
    strict: true,
    skipLibCheck: true,
  });
  const source = program.getSourceFile(file);
  if (!source) throw new Error(`${file} cannot be read.`);
  const deriver = openDeriver(program.getTypeChecker(), source);
  const interfaces: Derived["interfaces"] = {};
  ts.forEachChild(source, (node) => {
    if (!ts.isInterfaceDeclaration(node)) return;
    const type = deriver.checker.getTypeAtLocation(node.name);
    interfaces[node.name.text] = Object.fromEntries(
      type.getProperties().map((property) => [property.name, deriver.schemaOf(deriver.typeOf(property))]),
    );
  });
  return { definitions: deriver.definitions, interfaces };
}

function openDeriver(checker: ts.TypeChecker, source: ts.SourceFile) {
  const definitions: Derived["definitions"] = {};
  const names = new Map<ts.Type, string>();
  const typeOf = (symbol: ts.Symbol) => checker.getTypeOfSymbolAtLocation(symbol, source);
  const has = (type: ts.Type, flag: ts.TypeFlags) => (type.flags & flag) !== 0;

  function schemaOf(type: ts.Type): Schema {
    if (type.isUnion()) return unionOf(type.types);
    // `string & Record<never, never>` is the SDK's way to leave an enum open.
    if (type.isIntersection() || has(type, ts.TypeFlags.String)) return { type: "string" };
    if (type.isStringLiteral() || type.isNumberLiteral()) return { enum: [type.value] };
    if (has(type, ts.TypeFlags.BooleanLiteral)) return { enum: [checker.typeToString(type) === "true"] };
    if (has(type, ts.TypeFlags.Number)) return { type: "number" };
    if (has(type, ts.TypeFlags.Null)) return { type: "null" };
    if (!has(type, ts.TypeFlags.Object)) return {};
    if (checker.isArrayType(type)) {
      const [item] = checker.getTypeArguments(type as ts.TypeReference);
      return { type: "array", items: item ? schemaOf(item) : {} };
    }
    return { $ref: `#/definitions/${define(type)}` };
  }

  function unionOf(types: readonly ts.Type[]): Schema {
    const words = types.flatMap((type) => (type.isStringLiteral() || type.isNumberLiteral() ? [type.value] : []));
    const rest = types.filter(
      (type) =>
        !type.isStringLiteral() &&
        !type.isNumberLiteral() &&
        !has(type, ts.TypeFlags.Undefined | ts.TypeFlags.Void | ts.TypeFlags.BooleanLiteral) &&
        !(type.isIntersection() && words.length > 0),
    );
    const anyOf: Schema[] = words.length > 0 ? [{ enum: words }] : [];
    if (types.some((type) => has(type, ts.TypeFlags.BooleanLiteral))) anyOf.push({ type: "boolean" });
    const asId = rest.some((type) => has(type, ts.TypeFlags.String));
    // An expandable field: when it is written out, it is checked as the object it is.
    for (const type of rest) anyOf.push(asId && isObject(type) ? { type: "object", required: ["id"] } : schemaOf(type));
    if (anyOf.length === 0) return { not: {} };
    const [only] = anyOf;
    return anyOf.length === 1 && only ? only : { anyOf };
  }

  function isObject(type: ts.Type): boolean {
    return has(type, ts.TypeFlags.Object) && type.getProperty("id") !== undefined;
  }

  function define(type: ts.Type): string {
    const known = names.get(type);
    if (known) return known;
    const name = `t${names.size}`;
    names.set(type, name);
    const properties: { [name: string]: Schema } = {};
    const required: string[] = [];
    for (const property of type.getProperties()) {
      properties[property.name] = schemaOf(typeOf(property));
      if ((property.flags & ts.SymbolFlags.Optional) === 0) required.push(property.name);
    }
    const index = checker.getIndexTypeOfType(type, ts.IndexKind.String);
    const open = index ? schemaOf(index) : required.length === 0 && Object.keys(properties).length === 0;
    definitions[name] = { type: "object", properties, required, additionalProperties: open };
    return name;
  }

  return { checker, definitions, schemaOf, typeOf };
}
