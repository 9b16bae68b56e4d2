/** Plays the real funnel through Lode's own verbs on a virtual clock: every contact a prospect, every win a deal that is paid. */
import { violations } from "#server/billing/violations.ts";
import type { Actor } from "#server/kernel/actor.ts";
import { newId } from "#server/kernel/id.ts";
import { DAY_MS, HOUR_MS } from "#server/kernel/time.ts";
import type { LeadId } from "#server/leads/lead.ts";
import { db } from "#server/platform/db.ts";
import type { ProspectId } from "#server/prospects/prospect.ts";
import { as } from "#server/testing/people.ts";
import { openStage, type Stage } from "#server/testing/stage.ts";
import { type Cast, foundCast, payEverything } from "./cast.ts";
import { bringContacts } from "./contacts.ts";
import { type Contact, emailOf, readFunnel, type Win } from "./olist.ts";

/** What is reported where the file declares no revenue: the fee is fixed, so the value does not move it. */
const UNDECLARED_MINOR = 1_000_00n;
const NOON = 12 * HOUR_MS;

type Act = { readonly at: number; readonly order: number; readonly play: (stage: Stage) => Promise<void> };

/** Replays the files in a folder and prints what came of them; the last line is computed from the database. */
export async function replay(dir: string): Promise<void> {
  const { contacts, wins } = readFunnel(dir);
  const first = contacts[0];
  if (!first) throw new Error(`${dir} holds no contacts`);
  const stage = await openStage(new Date(`${first.day}T00:00:00Z`));
  const cast = await foundCast(stage, [...wins.values()]);
  const acts = actsOf(cast, contacts, wins);
  let shown = "";
  for (const { at, play } of acts) {
    await stage.moveTo(new Date(at));
    await play(stage);
    shown = tellMonth(shown, new Date(at).toISOString().slice(0, 7));
  }
  await payEverything(stage, cast, new Date(acts.at(-1)?.at ?? 0));
  await stage.settle();
  await tell();
  await stage.close();
}

/** Everything that happens, in the order of its time: lists arrive monthly, wins are handed over when contacted and won when won. */
function actsOf(cast: Cast, contacts: readonly Contact[], wins: ReadonlyMap<string, Win>): Act[] {
  const acts: Act[] = [];
  for (const [month, group] of Map.groupBy(contacts, ({ day }) => day.slice(0, 7)))
    acts.push({
      at: Date.parse(`${month}-01T00:30:00Z`),
      order: 0,
      play: (stage) => bringContacts(stage, cast, month, group, wins),
    });
  for (const contact of contacts) {
    const win = wins.get(contact.id);
    if (!win) continue;
    const contacted = Date.parse(`${contact.day}T00:00:00Z`) + NOON;
    const leadId: LeadId = newId("lead");
    acts.push({ at: contacted, order: 1, play: () => handOver(cast, contact, win, leadId) });
    acts.push({ at: contacted + HOUR_MS, order: 2, play: () => accept(cast, win, leadId) });
    // One deal is dated before its contact: it can be reported no sooner than its lead exists, with its own day.
    acts.push({
      at: Math.max(win.at.getTime(), contacted + 2 * HOUR_MS),
      order: 3,
      play: () => report(cast, win, leadId),
    });
  }
  for (const at of weeks(acts)) acts.push({ at, order: 4, play: (stage) => payEverything(stage, cast) });
  return acts.sort((a, b) => a.at - b.at || a.order - b.order);
}

function weeks(acts: readonly Act[]): number[] {
  const [from, to] = [Math.min(...acts.map(({ at }) => at)), Math.max(...acts.map(({ at }) => at))];
  return Array.from({ length: Math.floor((to - from) / (14 * DAY_MS)) }, (_, n) => from + (n + 1) * 14 * DAY_MS);
}

async function handOver(cast: Cast, contact: Contact, win: Win, leadId: LeadId): Promise<void> {
  const agent = cast.qualifiers.get(win.qualifier) as Actor;
  const prospect = await db.prospect.findFirstOrThrow({
    where: { providerId: agent.organisationId, email: emailOf(contact.id) },
    select: { id: true },
  });
  const prospectId = prospect.id as ProspectId;
  const touchId = newId("touch");
  const lode = as(agent);
  await lode.prospects.logTouch({
    touchId,
    prospectId,
    channel: "mail",
    disposition: "replied",
    note: `Came by ${contact.origin}, landing page ${contact.page.slice(0, 8)}.`,
  });
  for (const criterionId of cast.criteria)
    await lode.prospects.answer({ prospectId, criterionId, value: "yes", touchId });
  await lode.leads.handOver({ leadId, prospectId, summary: `Pre-qualified; came by ${contact.origin}.` });
}

async function accept(cast: Cast, win: Win, leadId: LeadId): Promise<void> {
  await as(cast.closers.get(win.closer) as Actor).leads.accept({ leadId });
}

async function report(cast: Cast, win: Win, leadId: LeadId): Promise<void> {
  const minor = win.declaredMinor > 0n ? win.declaredMinor : UNDECLARED_MINOR;
  const amount = `${minor / 100n}.${String(minor % 100n).padStart(2, "0")}`;
  const wonOn = win.at.toISOString().slice(0, 10);
  await as(cast.closers.get(win.closer) as Actor).deals.reportWin({
    dealId: newId("deal"),
    leadId,
    amount,
    currency: "usd",
    wonOn,
  });
}

function tellMonth(shown: string, month: string): string {
  if (month !== shown) process.stdout.write(`${month} `);
  return month;
}

/** Counts, read back from the database. */
async function tell(): Promise<void> {
  const origins = await db.$queryRaw<{ origin: string; leads: number; won: number }[]>`
    select p.source_campaign as origin, count(*)::int as leads, count(d.id)::int as won
    from prospect p left join lead l on l.prospect_id = p.id left join deal d on d.lead_id = l.id and d.status = 'confirmed'
    group by 1 order by 2 desc`;
  process.stdout.write("\n");
  for (const { origin, leads, won } of origins) process.stdout.write(`origin ${origin} ${leads}/${won}\n`);
  const flags = await db.$queryRaw<{ flag: string; deals: number }[]>`
    select unnest(flags) as flag, count(*)::int as deals from deal group by 1 order by 1`;
  for (const { flag, deals } of flags) process.stdout.write(`flagged ${flag} ${deals}\n`);
  const [imported, won, settled, paid] = await Promise.all([
    db.prospect.count(),
    db.deal.count({ where: { status: "confirmed" } }),
    db.settlement.count({ where: { status: "collected" } }),
    db.earning.count({ where: { status: { in: ["transferred", "bank_paid"] } } }),
  ]);
  const found = await violations();
  for (const violation of found)
    process.stdout.write(`violation ${JSON.stringify(violation, (_, v) => (typeof v === "bigint" ? String(v) : v))}\n`);
  process.stdout.write(
    `replay imported ${imported} won ${won} settled ${settled} paid ${paid} violations ${found.length}\n`,
  );
}
