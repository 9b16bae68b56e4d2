import type { Actor } from "#server/kernel/actor.ts";
import { newId } from "#server/kernel/id.ts";
import type { LeadId } from "#server/leads/lead.ts";
import type { ProgramId } from "#server/programs/program.ts";
import type { ProspectId } from "#server/prospects/prospect.ts";
import { as } from "#server/testing/people.ts";
import type { Chance } from "./chance.ts";
import { onlyRefusals } from "./decide-day.ts";
import type { Offer } from "./offers.ts";

type Desk = { readonly agent: Actor; readonly programId: ProgramId; readonly offer: Offer };

const NOTES = {
  europe: [
    "Asked to see the record an auditor gets. The last audit found missing night readings.",
    "Six rooms, two of them old. Signs alone up to forty thousand.",
    "Will ask the quality manager; the audit is in March.",
    "All on paper, two people walk the rooms at six and at six.",
    "Had a batch go warm in July and does not want that again.",
  ],
  america: [
    "Pays 61 people by hand, every second Thursday.",
    "Wants it before the holidays; the accountant retires in December.",
    "Two locations in two states, tips by hand.",
    "Spreadsheet today, one person knows how it works.",
  ],
  britain: [
    "Contract ends in February; paid 31 pence last winter.",
    "Owns the hall, rents the yard. The roof was redone in 2021.",
    "Asked who maintains the roof, and for the model for finance.",
    "Three buildings, one decision.",
  ],
  china: [
    "目前两班倒人工目检，上季度退货两批。",
    "希望年前先做一条线试点。",
    "预算已批，下周与厂长通话。",
    "反光件较多，想先寄样品。",
  ],
} as const;

/** An agent works some prospects of a program: writes, calls where it is day, asks, hands over or lets go. */
export async function workDay(chance: Chance, desk: Desk, prospects: number): Promise<void> {
  const lode = as(desk.agent);
  for (let n = 0; n < prospects; n++) {
    const { prospectId } = await lode.prospects.takeNext({ programId: desk.programId });
    if (!prospectId) return;
    await workOne(chance, desk, prospectId).catch(onlyRefusals);
    await lode.prospects.releaseLease({ prospectId }).catch(onlyRefusals);
  }
}

async function workOne(chance: Chance, desk: Desk, prospectId: ProspectId): Promise<void> {
  const lode = as(desk.agent);
  const person = await lode.prospects.open({ prospectId });
  const reached = chance.percent(person.touches.length > 0 ? 80 : 45);
  const touchId = newId("touch");
  const byPhone = !person.isQuiet && person.phone !== null && chance.percent(60);
  await lode.prospects.logTouch({
    touchId,
    prospectId,
    channel: byPhone ? "call" : "mail",
    disposition: byPhone
      ? reached
        ? "reached"
        : chance.one(["no_answer", "voicemail"])
      : reached
        ? "replied"
        : "sent",
    note: reached ? chance.one<string>(NOTES[desk.offer.region]) : "",
    durationSeconds: byPhone && reached ? chance.between(90, 900) : null,
  });
  if (!reached) return;
  if (chance.percent(22)) {
    await lode.prospects.disqualify({
      prospectId,
      reason: chance.one(["no_need", "no_budget", "outside_icp", "competitor"]),
    });
  } else if (chance.percent(12)) {
    await lode.prospects.snooze({ prospectId, until: { days: chance.one([1, 3, 7]) } });
  } else {
    await qualify(chance, desk, person, touchId);
  }
}

type OpenPerson = Awaited<ReturnType<ReturnType<typeof as>["prospects"]["open"]>>;

/** Answers what is still open with what was just said, and hands over when everything needed is known. */
async function qualify(chance: Chance, desk: Desk, person: OpenPerson, touchId: `touch_${string}`): Promise<void> {
  const lode = as(desk.agent);
  const prospectId = person.id as ProspectId;
  const said = person.touches.filter(({ note }) => note !== "").map(({ id }) => id as `touch_${string}`);
  const known = new Set(person.answers.map((answer) => answer.criterionId));
  for (const criterion of person.program.criteria) {
    if (known.has(criterion.id) || chance.percent(5)) continue;
    const asked = desk.offer.questions.find(({ question }) => question === criterion.question);
    if (!asked) continue;
    await lode.prospects.answer({
      prospectId,
      criterionId: criterion.id as `criterion_${string}`,
      value: chance.one(asked.answers),
      touchId: chance.one([touchId, ...said]),
    });
  }
  const { status } = await lode.prospects.open({ prospectId });
  if (status !== "qualified" || chance.percent(8)) return;
  const leadId: LeadId = newId("lead");
  await lode.leads.handOver({ leadId, prospectId, summary: chance.one(desk.offer.summaries) });
}
