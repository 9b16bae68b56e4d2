import { globSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { expect, test } from "vitest";

/** Slices from left to right: each may import itself and those before it. */
const SLICES = [
  "kernel",
  "platform",
  "events",
  "members",
  "ledger",
  "payouts",
  "billing",
  "programs",
  "prospects",
  "leads",
  "deals",
  "insight",
];

/** Packages that one room alone may open, as a pattern over the importing file. */
const KEEPERS: readonly (readonly [RegExp, RegExp])[] = [
  [/^stripe$/, /^(server\/platform\/stripe[^/]*\.ts|sandbox\/|.*\.test\.ts$)/],
  [/^next-auth/, /^(server\/members\/auth(\.test)?\.ts|app\/)/],
  [/^nodemailer$/, /^server\/platform\/mailer\.ts/],
  [
    /^graphile-worker$/,
    /^(server\/platform\/queue\.ts|server\/worker\.ts|server\/jobs\.ts|server\/testing\/|bin\/|prisma\/)|.*\.jobs\.ts$/,
  ],
  [/^(next|react|react-dom)(\/|$)/, /^(app\/|proxy\.ts|next\.config\.ts|server\/members\/auth\.ts)/],
  [/^@trpc\/server/, /^(server\/trpc\/|app\/)|\.router\.ts$|\.test\.ts$/],
  [/^(pg|@prisma\/.*)$/, /^(server\/platform\/|server\/testing\/|sandbox\/|prisma\/|bin\/|bench\/|e2e\/)|\.test\.ts$/],
];

type File = { path: string; imports: readonly string[] };

const IMPORT =
  /(?:^|\n)\s*(?:import|export)\s[^;'"]*?from\s*["']([^"']+)["']|(?:^|\n)\s*import\s*["']([^"']+)["']|\bimport\(\s*["']([^"']+)["']/g;

function importsOf(path: string, source: string): File {
  const imports = [...source.matchAll(IMPORT)].map((m) => m[1] ?? m[2] ?? m[3] ?? "");
  return { path, imports };
}

/** The file an import leads to, from the top of the repository, or the package's name. */
function target(from: string, specifier: string): string {
  if (specifier.startsWith("./")) return join(dirname(from), specifier);
  return specifier.startsWith("#") ? specifier.slice(1) : specifier;
}

const sliceOf = (path: string) => /^server\/([^/]+)\//.exec(path)?.[1] ?? null;
const isTest = (path: string) => /\.test\.tsx?$/.test(path);
const kindOf = (path: string) => /\.(router|jobs|mail)\.ts$/.exec(path)?.[1] ?? null;

function complaint(from: string, specifier: string): string | null {
  if (specifier.startsWith("../")) return "goes up: ./ within a folder, # across folders";
  const to = target(from, specifier);
  if (!specifier.startsWith(".") && !specifier.startsWith("#")) {
    const keeper = KEEPERS.find(([name]) => name.test(specifier));
    if (keeper && !keeper[1].test(from)) return "belongs to one room";
    if (from.startsWith("server/kernel/") && !isTest(from) && specifier !== "zod") return "the kernel knows nobody";
    return null;
  }
  if (isTest(from) || from.startsWith("server/testing/")) return null;
  if (to.startsWith("sandbox/"))
    return /^(sandbox|bin|e2e|bench|prisma)\//.test(from) ? null : "the product does not know the sandbox";
  if (to.startsWith("server/testing/"))
    return /^(prisma|bench|e2e|bin)\//.test(from) ? null : "only tests use what tests use";
  if (from.startsWith("app/")) return appComplaint(from, to);
  if (from.startsWith("server/")) return serverComplaint(from, to);
  return null;
}

function appComplaint(from: string, to: string): string | null {
  if (!to.startsWith("server/") && to !== "prisma") return null;
  if (to === "prisma") return "a page knows no table";
  if (/^app\/(api|_trpc)\//.test(from)) return null;
  if (from.startsWith("app/(door)/") && to === "server/members/auth.ts") return null;
  return /^server\/(kernel|[a-z]+)\/[a-z-]+\.ts$/.test(to) && !kindOf(to) && !PLATFORM.test(to)
    ? null
    : "a page asks the router";
}
const PLATFORM = /^server\/(platform|trpc|events)\//;

function serverComplaint(from: string, to: string): string | null {
  if (to.startsWith("app/"))
    return to.startsWith("app/_words/") && /\.(mail|jobs)\.ts$/.test(from)
      ? null
      : "the server does not know the pages";
  if (
    /^server\/platform\/(stripe|mailer)\.ts$/.test(to) &&
    kindOf(from) !== "jobs" &&
    !from.startsWith("server/platform/")
  )
    return "only jobs talk to the outside world";
  const [here, there] = [sliceOf(from), sliceOf(to)];
  if (!here || here === "trpc") return null;
  if (there === "trpc") return kindOf(from) === "router" ? null : "only routers know tRPC";
  if (to === "prisma") return here === "kernel" ? "the kernel knows nobody" : null;
  if (!there) return "a slice does not know the whole";
  if (here !== there && kindOf(to)) return "routers, jobs and mails are a slice's own";
  if (SLICES.indexOf(there) > SLICES.indexOf(here)) return `${here} is left of ${there}`;
  return null;
}

const complaints = (files: readonly File[]): string[] =>
  files.flatMap(({ path, imports }) =>
    imports.flatMap((specifier) => {
      const why = complaint(path, specifier);
      return why ? [`${path} → ${specifier}: ${why}`] : [];
    }),
  );

const SOURCES = [
  "server/**/*.ts",
  "app/**/*.{ts,tsx}",
  "prisma/*.ts",
  "sandbox/**/*.ts",
  "e2e/**/*.ts",
  "bench/**/*.ts",
  "*.ts",
];

test("nobody imports what is not theirs to know", () => {
  const files = globSync(SOURCES).map((path) => importsOf(relative(".", path), readFileSync(path, "utf8")));
  expect(files.length).toBeGreaterThan(50);
  expect(complaints(files)).toEqual([]);
});

test.each([
  ["server/leads/hand-over.ts", "../kernel/id.ts"],
  ["server/leads/hand-over.ts", "stripe"],
  ["server/leads/hand-over.ts", "next/headers"],
  ["server/leads/hand-over.ts", "@trpc/server"],
  ["server/leads/hand-over.ts", "pg"],
  ["server/leads/leads.jobs.ts", "nodemailer"],
  ["server/members/me.ts", "next-auth"],
  ["server/kernel/id.ts", "node:crypto"],
  ["server/kernel/id.ts", "#server/platform/db.ts"],
  ["server/ledger/transfer.ts", "#server/billing/settlement.ts"],
  ["server/billing/open-settlement.ts", "#server/deals/deal.ts"],
  ["server/billing/open-settlement.ts", "#server/platform/stripe.ts"],
  ["server/leads/accept.ts", "#server/platform/mailer.ts"],
  ["server/leads/accept.ts", "#server/prospects/prospects.jobs.ts"],
  ["server/leads/accept.ts", "#server/trpc/trpc.ts"],
  ["server/leads/accept.ts", "#server/jobs.ts"],
  ["server/leads/accept.ts", "#app/_ui/button.tsx"],
  ["server/leads/accept.ts", "#sandbox/postgres.ts"],
  ["server/leads/accept.ts", "#server/testing/people.ts"],
  ["app/merchant/leads/page.tsx", "#prisma"],
  ["app/merchant/leads/page.tsx", "#server/platform/db.ts"],
  ["app/merchant/leads/page.tsx", "#server/leads/leads.router.ts"],
  ["app/merchant/leads/page.tsx", "#sandbox/stripe/server.ts"],
])("a planted violation is found: %s importing %s", (path, specifier) => {
  expect(complaints([importsOf(path, `import { x } from "${specifier}";\n`)])).toHaveLength(1);
});

test("what a page takes from the server runs in a browser too", () => {
  const files = new Map(
    globSync(["server/**/*.ts", "app/**/*.{ts,tsx}"]).map((path) => [
      path,
      // Types are gone before anything runs.
      importsOf(path, readFileSync(path, "utf8").replace(/^import type [^;]*;/gm, "")),
    ]),
  );
  const reaches = (path: string, seen = new Set<string>()): string[] => {
    if (seen.has(path)) return [];
    seen.add(path);
    const ahead = (files.get(path)?.imports ?? []).map((specifier) => target(path, specifier));
    return ahead.flatMap((to) => (/^(server\/platform\/|prisma$|node:|pg$)/.test(to) ? [to] : reaches(to, seen)));
  };
  const doors = /^app\/(api|_trpc|\(door\))\//;
  const taken = [...files.values()].flatMap(({ path, imports }) =>
    !path.startsWith("app/") || doors.test(path)
      ? []
      : imports.map((specifier) => target(path, specifier)).filter((to) => to.startsWith("server/")),
  );
  expect([...new Set(taken)].filter((path) => reaches(path).length > 0)).toEqual([]);
});
