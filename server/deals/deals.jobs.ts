import { moneyOf } from "#server/kernel/money.ts";
import { addressees, platformIds } from "#server/leads/addressees.ts";
import { db } from "#server/platform/db.ts";
import { env } from "#server/platform/env.ts";
import { send } from "#server/platform/mailer.ts";
import { handle } from "#server/platform/queue.ts";
import { answersDue } from "./answers-due.ts";
import { type DealId, silenceConfirms, type ToldOfDeal, tellOfDeal } from "./deal.ts";
import { dealMail } from "./deals.mail.ts";

export const dealsJobs = { ...handle(tellOfDeal, ({ dealId, told }) => tell(dealId, told)) };

export const dealsSweeps = { "deals.answers-due": answersDue };

type Room = "merchant" | "provider" | "finance";

/** Who hears of what. */
const HEARERS: Readonly<Record<ToldOfDeal, readonly Room[]>> = {
  answer_due: ["merchant"],
  confirmed: ["provider"],
  contested: ["merchant", "provider"],
  voided: ["merchant", "provider"],
  for_finance: ["finance"],
};

/** Where each side finds a deal: the provider on its lead. */
const PLACE: Readonly<Record<Room, (deal: { id: string; leadId: string }) => string>> = {
  merchant: ({ id }) => `/merchant/deals/${id}`,
  provider: ({ leadId }) => `/provider/leads/${leadId}`,
  finance: () => "/finance",
};

async function tell(dealId: DealId, told: ToldOfDeal): Promise<void> {
  const deal = await db.deal.findUniqueOrThrow({
    where: { id: dealId },
    include: { merchant: true, provider: true, lead: { select: { company: true } } },
  });
  const facts = {
    told,
    merchant: deal.merchant.name,
    provider: deal.provider.name,
    company: deal.lead.company,
    value: moneyOf(deal.valueMinor, deal.currency),
    wonOn: deal.wonOn,
    due: deal.answerDueAt,
    deemed: silenceConfirms(deal.grade),
  };
  for (const room of HEARERS[told])
    for (const { organisationId, zone } of await listeners(room, deal))
      for (const { email, locale } of await addressees(
        organisationId,
        room === "finance" ? "deal:decide" : "deal:answer",
      ))
        await send({
          to: email,
          ...dealMail(locale, { ...facts, zone, link: `${env.PUBLIC_URL}${PLACE[room](deal)}` }),
        });
}

type Side = { readonly id: string; readonly timeZone: string };

async function listeners(room: Room, deal: { merchant: Side; provider: Side }) {
  if (room !== "finance") return [{ organisationId: deal[room].id, zone: deal[room].timeZone }];
  return (await platformIds(db)).map((organisationId) => ({ organisationId, zone: "UTC" }));
}
