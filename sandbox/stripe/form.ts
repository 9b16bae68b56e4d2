/** A parsed body or query: text for v1, typed JSON values for v2. */
export type Tree = string | number | boolean | null | Tree[] | { [name: string]: Tree };

/** A parsed body: its top is always a set of named values. */
export type Fields = { [name: string]: Tree };

/** Reads `a[b][0]=c` text, the only body v1 speaks, into nested values; lists come indexed or with empty brackets. */
export function readForm(text: string): Fields {
  const top: Fields = Object.create(null);
  for (const [name, value] of new URLSearchParams(text)) {
    const steps = [...name.matchAll(/^[^[\]]+|\[([^\]]*)\]/g)].map((part) => part[1] ?? part[0]);
    plant(top, steps, value);
  }
  return listed(top) as Fields;
}

function plant(top: Fields, steps: string[], value: string): void {
  let here = top;
  steps.forEach((step, depth) => {
    const name = step === "" ? String(Object.keys(here).length) : step;
    if (depth === steps.length - 1) {
      here[name] = value;
      return;
    }
    const next = here[name];
    const branch: Fields = isFields(next) ? next : Object.create(null);
    here[name] = branch;
    here = branch;
  });
}

function listed(tree: Tree): Tree {
  if (!isFields(tree)) return tree;
  const names = Object.keys(tree);
  if (names.length > 0 && names.every((name) => /^\d+$/.test(name))) {
    return names.sort((a, b) => Number(a) - Number(b)).map((name) => listed(tree[name] ?? null));
  }
  return Object.fromEntries(names.map((name) => [name, listed(tree[name] ?? null)]));
}

/** True for a set of named values. */
export function isFields(tree: Tree | undefined): tree is Fields {
  return typeof tree === "object" && tree !== null && !Array.isArray(tree);
}

/** The same values always give the same text, whatever their order was. */
export function canonical(tree: Tree): string {
  if (Array.isArray(tree)) return `[${tree.map(canonical).join(",")}]`;
  if (!isFields(tree)) return JSON.stringify(tree);
  const names = Object.keys(tree).sort();
  return `{${names.map((name) => `${JSON.stringify(name)}:${canonical(tree[name] ?? null)}`).join(",")}}`;
}
