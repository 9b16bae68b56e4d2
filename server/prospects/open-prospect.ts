import type { TermsVersion } from "#prisma";
import type { Actor } from "#server/kernel/actor.ts";
import { moneyOf, splitFee } from "#server/kernel/money.ts";
import { clock } from "#server/platform/clock.ts";
import { db } from "#server/platform/db.ts";
import { phoneText } from "./identity.ts";
import { isQuietFor } from "./person-time.ts";
import { type AboutProspect, prospectIsUnknown } from "./prospect.ts";
import { isTakenByAnother } from "./queue.ts";

/** Touches that the history of one person shows. */
export const MAX_HISTORY = 200;

const SELECT = {
  ...{ id: true, programId: true, status: true, name: true, company: true, title: true, email: true, phone: true },
  ...{ website: true, city: true, country: true, language: true, timeZone: true, extra: true, score: true },
  ...{ sourceChannel: true, sourceCampaign: true, consentBasis: true, dueAt: true, reason: true, createdAt: true },
  ...{ takenById: true, takenUntil: true },
  import: { select: { id: true, fileName: true } },
  touches: { orderBy: [{ at: "desc" as const }, { id: "desc" as const }], take: MAX_HISTORY },
  answers: { select: { criterionId: true, value: true, note: true, touchId: true, at: true, answeredById: true } },
  claims: { select: { status: true, until: true }, orderBy: { openedAt: "desc" as const }, take: 1 },
  program: {
    select: {
      ...{ id: true, name: true, script: true, product: true, status: true },
      merchant: { select: { name: true } },
      criteria: {
        where: { removedAt: null },
        orderBy: { position: "asc" as const },
        select: { id: true, kind: true, question: true, hint: true, options: true, required: true },
      },
      terms: { where: { status: "active" as const }, take: 1 },
      knowledge: { orderBy: { position: "asc" as const }, select: { id: true, title: true, body: true } },
    },
  },
};

/** Everything an agent needs to work one person: facts and their source, history, answers, questions, script, knowledge. */
export async function openProspect({ organisationId, userId }: Actor, { prospectId }: AboutProspect) {
  const now = await clock.now();
  const prospect = await db.prospect.findFirst({
    where: { id: prospectId, providerId: organisationId },
    select: SELECT,
  });
  if (!prospect) throw prospectIsUnknown();
  const { touches, claims, takenById, takenUntil, program, ...person } = prospect;
  const { terms, ...brief } = program;
  const names = await namesOf([...touches.map((touch) => touch.userId), ...(takenById ? [takenById] : [])]);
  const isOthers = isTakenByAnother({ takenById, takenUntil }, userId, now);
  return {
    ...person,
    phoneText: person.phone && phoneText(person.phone),
    program: brief,
    ifWon: terms[0] ? providersShare(terms[0]) : null,
    now,
    isQuiet: isQuietFor(person, now),
    /** The protection of the person, as it stands or ended last. */
    claim: claims[0] ?? null,
    takenUntil: takenById === userId ? takenUntil : null,
    takenBy: isOthers && takenById ? (names.get(takenById) ?? "") : null,
    touches: touches.map(({ id, channel, disposition, note, durationSeconds, at, userId: by }) => {
      return { id, channel, disposition, note, durationSeconds, at, by: names.get(by) ?? "" };
    }),
  };
}

type InForce = Pick<TermsVersion, "version" | "currency" | "minimumMinor" | "capMinor" | "takeRateBp">;

/** What the provider gets for a won deal, at least and, where the fee has a cap, at most. */
function providersShare({ version, currency, minimumMinor, capMinor, takeRateBp }: InForce) {
  const shareOf = (minor: bigint) => splitFee(moneyOf(minor, currency), takeRateBp).provider.minor;
  return {
    version,
    currency,
    leastMinor: shareOf(minimumMinor),
    mostMinor: capMinor === null ? null : shareOf(capMinor),
  };
}

async function namesOf(ids: readonly string[]): Promise<Map<string, string>> {
  const users = await db.user.findMany({ where: { id: { in: [...new Set(ids)] } }, select: { id: true, name: true } });
  return new Map(users.map(({ id, name }) => [id, name]));
}
