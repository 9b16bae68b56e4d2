import { Readable } from "node:stream";
import { keepEvidence } from "#server/deals/keep-evidence.ts";
import type { Actor } from "#server/kernel/actor.ts";
import { newId } from "#server/kernel/id.ts";
import { DAY_MS, dayIn } from "#server/kernel/time.ts";
import type { LeadId } from "#server/leads/lead.ts";
import { beginSession } from "#server/members/begin-session.ts";
import { endHolds } from "#server/payouts/end-holds.ts";
import { clock } from "#server/platform/clock.ts";
import { inTransaction } from "#server/platform/db.ts";
import { startImport } from "#server/prospects/import/start-import.ts";
import { connectAccount, saveCard, submittedPayout } from "./money.ts";
import { as, company, member } from "./people.ts";
import { readyProgram } from "./program.ts";
import { prospect } from "./prospecting.ts";
import { passTime, settleDown } from "./stripe.ts";
import { acceptedLead, submittedLead, type Trade, trade } from "./trade.ts";

const WORDS = "We wrote to them twice and they answered once.";
/** Longer than any hold. */
const MONTHS_MS = 61 * DAY_MS;

/** A merchant and a provider in the middle of their trade: something of every kind, in every state that takes part in rights. */
export async function fullWorld() {
  const ground = await trade();
  const { merchant, provider } = ground;
  const platform = await company("platform");
  await saveCard(merchant.merchant_owner);
  await connectAccount(provider.provider_owner);
  await leadsInEveryState(ground, platform.platform_finance);
  await wins(ground);
  await settleDown();
  await endHolds(await passTime(MONTHS_MS));
  await submittedPayout(platform.platform_finance, provider.id);
  await prospecting(ground);
  await readyProgram(merchant);
  for (const owner of [merchant.merchant_owner, provider.provider_owner, platform.platform_admin])
    await household(owner);
  await settleDown();
  return { merchant, provider, platform };
}
export type World = Awaited<ReturnType<typeof fullWorld>>;

async function leadsInEveryState(ground: Trade, finance: Actor): Promise<void> {
  const merchant = as(ground.merchant.merchant_owner).leads;
  const provider = as(ground.provider.provider_manager).leads;
  const rejected = async (): Promise<LeadId> => {
    const leadId = await submittedLead(ground, {}, "Ready to buy in spring.");
    await merchant.reject({ leadId, reason: "outside_icp", note: WORDS });
    return leadId;
  };
  await submittedLead(ground);
  await acceptedLead(ground);
  await rejected();
  await provider.withdraw({ leadId: await submittedLead(ground) });
  await merchant.returnLead({ leadId: await acceptedLead(ground), reason: "no_intent", proof: WORDS });
  await provider.appeal({ leadId: await rejected(), reason: WORDS });
  const decided = await rejected();
  await provider.appeal({ leadId: decided, reason: WORDS });
  await as(finance).leads.decideAppeal({ leadId: decided, outcome: "final", note: WORDS });
}

async function wins(ground: Trade): Promise<void> {
  const { merchant, provider } = ground;
  const wonOn = dayIn("UTC", await clock.now());
  const win = (leadId: LeadId) => ({ dealId: newId("deal"), leadId, amount: "15,000.00", currency: "usd", wonOn });
  const proven = await acceptedLead(ground);
  const content = Readable.from([Buffer.from("%PDF-1.7\n%a contract\n")]);
  const evidenceIds = [
    await keepEvidence(merchant.merchant_closer, { leadId: proven, fileName: "contract.pdf", content }),
  ];
  await as(merchant.merchant_closer).deals.reportWin({ ...win(proven), evidenceIds });
  await as(provider.provider_manager).deals.reportWin(win(await acceptedLead(ground)));
  const contested = win(await acceptedLead(ground));
  await as(provider.provider_manager).deals.reportWin(contested);
  await as(merchant.merchant_owner).deals.contest({ dealId: contested.dealId, reason: WORDS });
}

async function prospecting({ provider, programId }: Trade): Promise<void> {
  const agent = as(provider.provider_agent).prospects;
  await prospect(provider.id, programId);
  const taken = await agent.takeNext({ programId });
  if (!taken) throw new Error("there is a prospect to take");
  const list = Readable.from([Buffer.from("Name,E-mail\nAnn Lee,ann@rows.example\nNobody,\n")]);
  await startImport(provider.provider_manager, { importId: newId("import"), programId, fileName: "list.csv" }, list);
}

/** What an owner sees to in every organisation: a colleague who is invited, one who has joined, somebody signed in. */
async function household(owner: Actor): Promise<void> {
  const invitationId = newId("invitation");
  await as(owner).members.invite({ invitationId, email: `${invitationId}@people.example`, role: owner.role });
  const colleague = await member(owner.organisationId, owner.role, await clock.now());
  await inTransaction((tx) => beginSession(tx, colleague.userId, { ip: null, userAgent: null }));
}
