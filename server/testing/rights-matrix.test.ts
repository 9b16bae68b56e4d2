import { beforeAll, describe, expect, test } from "vitest";
import { type Actor, kindOf, ROLES, type Role } from "#server/kernel/actor.ts";
import { newId } from "#server/kernel/id.ts";
import { rolesWith } from "#server/members/rights.ts";
import { fullWorld } from "./full-world.ts";
import { type Answer, call, isOpen, type Procedure, procedures } from "./procedures.ts";
import { idsOf, newRows, type Rows, rowsNow } from "./rows.ts";
import { idsIn, type PickId, sampleOf } from "./sample.ts";
import { hearSandboxStripe } from "./stripe.ts";

hearSandboxStripe();

/** What anybody may see or do with what belongs to another, and why. */
const PUBLIC: Readonly<Record<string, string>> = {
  "programs.look": "the directory is public",
  "programs.lookAt": "the directory is public",
  "programs.browse": "the directory is public",
  "programs.page": "the directory is public",
  "programs.applyFor": "a provider applies to another's program",
  "insight.merchantRecords": "records are public before two work together (product.md, rule 8)",
  "insight.providerRecords": "records are public before two work together (product.md, rule 8)",
};

/** Where the only id is made by the caller: another's is taken, not unknown. */
const MADE_BY_CALLER = ["programs.create", "billing.savePaymentMethod", "members.invite"];

/** A queue of a program in which one has nothing is empty, whoever's program it is. */
const EMPTY = ["prospects.upcoming"];

/** Inputs that no schema can tell: what to search for, and what a word or a list of values must be to be accepted. */
const BY_HAND: Readonly<Record<string, (id: PickId) => readonly unknown[]>> = {
  "insight.find": (id) => [id("lead"), id("prospect"), id("program"), "Korvald", "Noordkade"].map((text) => ({ text })),
  "insight.auditLog": (id) => [{}, ...["lead", "deal", "program", "user"].map((kind) => ({ about: id(kind) }))],
  "insight.leadNames": (id) => [{ leadIds: [id("lead")] }],
  "insight.settlementNames": (id) => [{ settlementIds: [id("stl")] }],
  "programs.setCriteria": (id) => [
    {
      programId: id("program"),
      criteria: [
        { id: id("criterion"), kind: "choice", question: "Which?", hint: "", options: ["A", "B"], required: true },
      ],
    },
  ],
};

type Things = ReadonlyMap<string, readonly string[]>;
let strangers: { readonly rows: Rows; readonly ids: Things; readonly secrets: readonly string[] };
let own: { readonly actors: Readonly<Partial<Record<Role, Actor>>>; readonly ids: Things };

beforeAll(async () => {
  await fullWorld();
  const [first, written] = [await rowsNow(), await newRows(new Set())];
  const world = await fullWorld();
  const [second, since] = [await rowsNow(), await newRows(first)];
  const known = since.map(({ text }) => text).join("\n");
  const mails = written.flatMap(({ text }) => text.match(/[\w.+-]+@[\w.-]+\.example/g) ?? []);
  const ids = idsOf(written);
  const secrets = [...[...ids.values()].flat(), ...mails].filter((secret) => !known.includes(secret));
  const rows = new Set([...first].filter((key) => second.has(key)));
  strangers = { rows, ids, secrets: [...new Set(secrets)] };
  own = { actors: { ...world.merchant, ...world.provider, ...world.platform }, ids: idsOf(since) };
}, 60_000);

const actorOf = (role: Role): Actor => {
  const actor = own.actors[role];
  if (!actor) throw new Error(`nobody is ${role}`);
  return actor;
};
const rolesFor = ({ right }: Procedure): readonly Role[] => (isOpen(right) ? ROLES : rolesWith(right));
/** The platform looks after every tenant: to a right that it alone has, nobody is a stranger. */
const isPlatforms = (procedure: Procedure): boolean => rolesFor(procedure).every((role) => kindOf(role) === "platform");

const UNREADABLE = "no input can be made from its schema: teach sample.ts, or write one into BY_HAND";

/** The kinds of things that a procedure's input names. A new procedure whose input nobody can make fails here, with words. */
function namedBy({ path, input }: Procedure): ReturnType<typeof idsIn> {
  if (!input) return { all: [], needed: [] };
  try {
    return idsIn(input);
  } catch (cause) {
    if (path in BY_HAND) return { all: [], needed: [] };
    throw new Error(`${path}: ${UNREADABLE}`, { cause });
  }
}

/** Every input that names things: each of a kind in its turn, with all filters and with none. */
function inputsOf(procedure: Procedure, pick: (nth: number) => PickId, turns = 10): readonly unknown[] {
  const { path, input } = procedure;
  const made = Array.from({ length: turns }, (_, nth) => {
    const byHand = BY_HAND[path]?.(pick(nth));
    if (byHand || !input) return byHand ?? [undefined];
    return (["whole", "least"] as const).map((extent) => {
      const sample = sampleOf(input, pick(nth), extent);
      if (!input.safeParse(sample).success) throw new Error(`${path}: ${UNREADABLE}`);
      return sample;
    });
  });
  return [...new Map(made.flat().map((sample) => [textOf(sample), sample])).values()];
}

const textOf = (value: unknown): string =>
  JSON.stringify(value, (_, part: unknown) => (typeof part === "bigint" ? `${part}n` : part)) ?? "";

/** The nth of somebody's things of a kind; a kind that nobody has is a gap in the world above. */
const nth =
  (things: () => Things) =>
  (turn: number): PickId =>
  (prefix) => {
    const all = things().get(prefix) ?? [];
    const id = all[turn % all.length];
    if (!id) throw new Error(`the world has no ${prefix}: make one in full-world.ts`);
    return id;
  };
const theirs = nth(() => strangers.ids);
const mine = nth(() => own.ids);

/** What must never come of a call, whatever it was. */
function assertSafe(answer: Answer, what: string): void {
  if (answer.ok) return;
  expect(["INTERNAL_SERVER_ERROR", "FORBIDDEN", "UNAUTHORIZED"], `${what}: ${answer.message}`).not.toContain(
    answer.code,
  );
}

function assertTellsNothing(answer: Answer, input: unknown, what: string): void {
  if (!answer.ok) return;
  const [said, asked] = [textOf(answer.value), textOf(input)];
  const told = strangers.secrets.filter((secret) => said.includes(secret) && !asked.includes(secret));
  expect(told, `${what} tells of a stranger`).toEqual([]);
}

async function assertUntouched(before: Rows, answers: readonly Answer[], what: string): Promise<void> {
  const now = await rowsNow();
  expect(
    [...strangers.rows].filter((key) => !now.has(key)),
    `${what} changes what is a stranger's`,
  ).toEqual([]);
  // That somebody tried a password is counted, also and above all when it was wrong.
  const since = (await newRows(before)).filter(({ key }) => !key.startsWith("sign_in_attempt "));
  if (!answers.some(({ ok }) => ok)) expect(since, `${what} was refused and changes something`).toEqual([]);
  const mentioning = since.filter(({ text }) => strangers.secrets.some((secret) => text.includes(secret)));
  expect(mentioning, `${what} writes about a stranger's things`).toEqual([]);
}

test("who is not signed in is asked to sign in, before anything is read", async () => {
  const answers = await Promise.all(
    procedures
      .filter(({ right }) => !isOpen(right))
      .map(async ({ path }) => ({ path, ...(await call(null, path, {})) })),
  );
  expect(answers.length).toBeGreaterThan(100);
  expect(answers.filter((answer) => answer.ok || answer.code !== "UNAUTHORIZED")).toEqual([]);
});

test.each(ROLES)("a %s who lacks a right is refused before anything is read, the input included", async (role) => {
  const before = await rowsNow();
  const barred = procedures.filter((procedure) => !rolesFor(procedure).includes(role));
  const answers = await Promise.all(
    barred.map(async ({ path }) => ({ path, ...(await call(actorOf(role), path, "not what is expected")) })),
  );
  expect(answers.filter((answer) => answer.ok || answer.message !== "role_may_not")).toEqual([]);
  expect(await newRows(before)).toEqual([]);
});

describe("a stranger's things are unknown to", () => {
  test.each(procedures.filter((procedure) => !isPlatforms(procedure)))("$path", async (procedure) => {
    const { path, input } = procedure;
    const mustBeUnknown =
      input !== null && idsIn(input).needed.length > 0 && !(path in PUBLIC) && !EMPTY.includes(path);
    const before = await rowsNow();
    const answers: Answer[] = [];
    for (const role of rolesFor(procedure)) {
      const everywhere = path in PUBLIC || kindOf(role) === "platform";
      for (const asked of inputsOf(procedure, theirs)) {
        const answer = await call(actorOf(role), path, asked);
        answers.push(answer);
        assertSafe(answer, `${path} as ${role}`);
        if (!everywhere) assertTellsNothing(answer, asked, `${path} as ${role}`);
        if (mustBeUnknown)
          expect(answer, `${path} as ${role} with ${textOf(asked)}`).toMatchObject({
            ok: false,
            code: MADE_BY_CALLER.includes(path) ? expect.stringMatching(/NOT_FOUND|CONFLICT/) : "NOT_FOUND",
          });
      }
    }
    if (path !== "programs.applyFor") await assertUntouched(before, answers, path);
  });
});

const naming = procedures.flatMap((procedure) => {
  if (!procedure.input || isPlatforms(procedure) || procedure.path in BY_HAND) return [];
  const { all } = namedBy(procedure);
  return all.length > 1 ? all.map((foreign) => ({ procedure, path: procedure.path, foreign })) : [];
});
describe("among one's own things a stranger's one changes and tells nothing", () => {
  test.each(naming)("$path with another's $foreign", async ({ procedure, path, foreign }) => {
    if (path in PUBLIC) return;
    for (const role of rolesFor(procedure)) {
      const before = await rowsNow();
      const mixed =
        (turn: number): PickId =>
        (prefix) =>
          (prefix === foreign ? theirs : mine)(turn)(prefix);
      const answers: Answer[] = [];
      for (const asked of inputsOf(procedure, mixed).filter((input) => textOf(input).includes(foreign))) {
        const answer = await call(actorOf(role), path, asked);
        answers.push(answer);
        assertSafe(answer, `${path} as ${role}`);
        assertTellsNothing(answer, asked, `${path} as ${role}`);
      }
      await assertUntouched(before, answers, path);
    }
  });
});

describe("the platform knows every tenant, and what nobody has is unknown to", () => {
  const named = procedures.filter((procedure) => isPlatforms(procedure) && namedBy(procedure).needed.length > 0);
  test.each(named)("$path", async (procedure) => {
    const before = await rowsNow();
    for (const role of rolesFor(procedure))
      for (const asked of inputsOf(procedure, () => (prefix) => newId(prefix), 1))
        expect(await call(actorOf(role), procedure.path, asked)).toMatchObject({
          ok: false,
          code: procedure.path === "payouts.make" ? "CONFLICT" : "NOT_FOUND",
        });
    expect(await newRows(before)).toEqual([]);
  });
});
