import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { LOCALES, localeOf } from "./locale.ts";
import { translator, words } from "./words.ts";

/** Words that are the same in both languages, and rightly so. */
const ALIKE = [
  /^\{\w+\} [kM]B$/,
  /^v\{version\}$/,
  /^(Lode|Stripe|CSV|URL|ICP|CAC|LTV|API|ID|IBAN|English|中文)$/i,
  /@/,
];

type Leaf = { key: string; text: string };

function leaves(node: unknown, key = ""): Leaf[] {
  if (typeof node === "string") return [{ key, text: node }];
  return Object.entries(node as Record<string, unknown>).flatMap(([name, child]) =>
    leaves(child, key ? `${key}.${name}` : name),
  );
}

/** The pieces of a text that stand in its outermost braces. */
function braces(text: string): string[] {
  const found: string[] = [];
  let depth = 0;
  let from = 0;
  for (const [at, sign] of text.split("").entries()) {
    if (sign === "{" && depth++ === 0) from = at;
    if (sign !== "}" || --depth > 0) continue;
    found.push(text.slice(from + 1, at));
  }
  return found;
}

/** The arguments and tags that a message needs, in order of name; the arms of plural and select are messages too. */
function needs(text: string): string[] {
  const tags = [...text.matchAll(/<(\w+)>/g)].map(([, name]) => `<${name}>`);
  const named = braces(text).flatMap((inside) => {
    const [, name = "", arms = ""] = /^\s*(\w+)\s*(?:,\s*(?:plural|select|selectordinal)\s*,(.*))?/s.exec(inside) ?? [];
    return [name, ...braces(arms).flatMap((arm) => needs(arm))];
  });
  return [...new Set([...named, ...tags])].sort();
}

const byKey = (locale: (typeof LOCALES)[number]) => new Map(leaves(words(locale)).map(({ key, text }) => [key, text]));
const en = byKey("en");
const zh = byKey("zh-CN");

describe("What Lode says", () => {
  test("is there in both languages, key by key", () => {
    expect([...zh.keys()].sort()).toEqual([...en.keys()].sort());
  });

  test("is never empty", () => {
    for (const [key, text] of [...en, ...zh]) expect(text.trim(), key).not.toBe("");
  });

  test("takes the same arguments in both languages", () => {
    for (const [key, text] of en) expect(needs(zh.get(key) ?? ""), key).toEqual(needs(text));
  });

  test("is really Chinese in Chinese", () => {
    const left = [...zh].filter(([key, text]) => {
      const spoken = text.replace(/\{\s*\w+\s*\}/g, "");
      const foreign = text === en.get(key) || !/\p{Script=Han}/u.test(text);
      return foreign && /\p{L}/u.test(spoken) && !ALIKE.some((fine) => fine.test(text));
    });
    expect(left).toEqual([]);
  });

  test("can be parsed and spoken, with every argument given", () => {
    for (const locale of LOCALES)
      for (const { key, text } of leaves(words(locale))) {
        const [namespace, ...rest] = key.split(".");
        const speak = translator(locale, namespace as "common");
        const given = Object.fromEntries(needs(text).map((name) => [name.replace(/[<>]/g, ""), tagOrValue(name)]));
        const said = speak.markup(rest.join(".") as never, given as never);
        expect(said, `${locale} ${key}`).not.toBe(key);
      }
  });

  test("is used: every namespace is asked for somewhere", () => {
    const sources = sourcesOf(join(import.meta.dirname, "../.."));
    const unused = Object.keys(words("en")).filter(
      (name) => !sources.some((source) => source.includes(`"${name}"`) || source.includes(`/${name}.json"`)),
    );
    expect(unused).toEqual([]);
  });
});

describe("The language of a request", () => {
  test("is what the person chose, else the best the browser asks for, else English", () => {
    expect(localeOf("zh-CN", "en")).toBe("zh-CN");
    expect(localeOf(undefined, "fr;q=0.9, zh-TW;q=0.8, en;q=0.5")).toBe("zh-CN");
    expect(localeOf("xx", "de, en-GB;q=0.7, zh;q=0.3")).toBe("en");
    expect(localeOf(undefined, null)).toBe("en");
  });
});

const tagOrValue = (name: string) => (name.startsWith("<") ? (chunk: string) => chunk : 2);

function sourcesOf(root: string): string[] {
  const names = ["app", "server"].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && /(?<!\.test)\.tsx?$/.test(entry.name) && entry.name !== "words.ts")
      .map((entry) => join(entry.parentPath, entry.name)),
  );
  return names.map((name) => readFileSync(name, "utf8"));
}
