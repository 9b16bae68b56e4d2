import { record } from "#server/events/record.ts";
import type { Actor } from "#server/kernel/actor.ts";
import { plus } from "#server/kernel/time.ts";
import { clock } from "#server/platform/clock.ts";
import { inTransaction, type Tx } from "#server/platform/db.ts";
import type { ProgramId } from "#server/programs/program.ts";
import { assertEnrolled } from "./assert-enrolled.ts";
import { type LockedProspect, lockProspect } from "./lock-prospect.ts";
import { moveProspect } from "./move-prospect.ts";
import { assertBudgetLeft, isAvailable, setAside } from "./not-available.ts";
import { openClaims } from "./open-claims.ts";
import { assertNotQuiet } from "./person-time.ts";
import { prospectIsNotAvailable } from "./prospect.ts";
import { assertWorkable, LEASE_MS } from "./queue.ts";
import { settleQualification } from "./settle-qualification.ts";
import { AGAIN_AFTER_MS, assertTouch, isContact, type LogTouch, touchIdIsUsed } from "./touch.ts";

/**
 * An agent writes down an attempt to reach a prospect. The first one claims the person for the provider; whether the
 * person may be contacted at all is asked at that moment. A note for oneself claims and moves nothing.
 */
export async function logTouch(actor: Actor, input: LogTouch): Promise<void> {
  assertTouch(input);
  const available = await inTransaction(async (tx) => {
    const now = await clock.now(tx);
    const prospect = await lockProspect(tx, actor.organisationId, input.prospectId);
    const known = await tx.touch.findUnique({ where: { id: input.touchId }, select: { prospectId: true } });
    if (known && known.prospectId !== prospect.id) throw touchIdIsUsed();
    if (known) return true;
    assertWorkable(prospect, actor.userId, now);
    if (isContact(input.channel) && !(await claim(tx, actor, prospect, input, now))) return false;
    await write(tx, actor, prospect, input, now);
    return true;
  });
  // Thrown after the commit, because the answer counts against the day's budget.
  if (!available) throw prospectIsNotAvailable();
}

async function claim(tx: Tx, actor: Actor, prospect: LockedProspect, input: LogTouch, now: Date): Promise<boolean> {
  await assertEnrolled(tx, actor.organisationId, prospect.programId as ProgramId);
  await assertBudgetLeft(tx, actor, now);
  if (input.channel === "call") assertNotQuiet(prospect, plus(now, -(input.durationSeconds ?? 0) * 1000));
  if ((await isAvailable(tx, prospect)) && (await openClaims(tx, actor, prospect, now))) return true;
  await setAside(tx, actor, prospect, now);
  return false;
}

async function write(tx: Tx, actor: Actor, prospect: LockedProspect, input: LogTouch, now: Date): Promise<void> {
  const { touchId, prospectId, channel, disposition, note } = input;
  await tx.touch.create({
    data: {
      ...{ id: touchId, prospectId, channel, disposition, note, at: now },
      providerId: prospect.providerId,
      programId: prospect.programId,
      userId: actor.userId,
      durationSeconds: input.durationSeconds ?? null,
    },
  });
  await record(tx, actor, { what: "touch.logged", about: prospectId, detail: { touchId, channel, disposition } });

  const lease = { takenById: actor.userId, takenUntil: plus(now, LEASE_MS) };
  if (!isContact(channel)) {
    await tx.prospect.update({ where: { id: prospectId }, data: lease });
    return;
  }
  const dueAt = plus(now, AGAIN_AFTER_MS[disposition]);
  if (prospect.status === "new" || prospect.status === "snoozed")
    await moveProspect(tx, actor, prospect, "working", { dueAt, lease });
  else await tx.prospect.update({ where: { id: prospectId }, data: { dueAt, reason: null, ...lease } });
  await settleQualification(tx, actor, prospectId);
}
