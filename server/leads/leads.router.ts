import { PageInput } from "#server/kernel/page.ts";
import { procedure, router } from "#server/trpc/trpc.ts";
import { accept } from "./accept.ts";
import { agentRecord } from "./agent-record.ts";
import { appeal } from "./appeal.ts";
import { decideAppeal } from "./decide-appeal.ts";
import { handOver } from "./hand-over.ts";
import { Appeal, DecideAppeal, HandOver, LeadFilter, OneLead, Reject, ReturnLead } from "./lead.ts";
import { merchantInbox } from "./merchant-inbox.ts";
import { merchantLead } from "./merchant-lead.ts";
import { openAppeals } from "./open-appeals.ts";
import { providerLead } from "./provider-lead.ts";
import { providerLeads } from "./provider-leads.ts";
import { reject } from "./reject.ts";
import { returnLead } from "./return-lead.ts";
import { withdraw } from "./withdraw.ts";

export const leadsRouter = router({
  handOver: procedure("lead:hand-over")
    .input(HandOver)
    .mutation(({ ctx, input }) => handOver(ctx.actor, input)),
  withdraw: procedure("lead:withdraw")
    .input(OneLead)
    .mutation(({ ctx, input }) => withdraw(ctx.actor, input)),
  appeal: procedure("lead:appeal")
    .input(Appeal)
    .mutation(({ ctx, input }) => appeal(ctx.actor, input)),

  accept: procedure("lead:decide")
    .input(OneLead)
    .mutation(({ ctx, input }) => accept(ctx.actor, input)),
  reject: procedure("lead:decide")
    .input(Reject)
    .mutation(({ ctx, input }) => reject(ctx.actor, input)),
  returnLead: procedure("lead:decide")
    .input(ReturnLead)
    .mutation(({ ctx, input }) => returnLead(ctx.actor, input)),

  openAppeals: procedure("appeal:decide")
    .input(PageInput)
    .query(({ input }) => openAppeals(input)),
  decideAppeal: procedure("appeal:decide")
    .input(DecideAppeal)
    .mutation(({ ctx, input }) => decideAppeal(ctx.actor, input)),

  inbox: procedure("lead:read")
    .input(LeadFilter)
    .query(({ ctx, input }) => merchantInbox(ctx.actor, input)),
  received: procedure("lead:read")
    .input(OneLead)
    .query(({ ctx, input }) => merchantLead(ctx.actor, input)),
  sent: procedure("lead:read")
    .input(LeadFilter)
    .query(({ ctx, input }) => providerLeads(ctx.actor, input)),
  one: procedure("lead:read")
    .input(OneLead)
    .query(({ ctx, input }) => providerLead(ctx.actor, input)),
  myRecord: procedure("lead:hand-over").query(({ ctx }) => agentRecord(ctx.actor)),
});
