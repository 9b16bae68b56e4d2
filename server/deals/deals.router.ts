import { PageInput } from "#server/kernel/page.ts";
import { OneLead } from "#server/leads/lead.ts";
import { procedure, router } from "#server/trpc/trpc.ts";
import { confirm } from "./confirm.ts";
import { contest } from "./contest.ts";
import { contestedDeals } from "./contested-deals.ts";
import { Contest, DealFilter, DecideContest, OneDeal, ReportWin } from "./deal.ts";
import { dealsOf } from "./deals-of.ts";
import { decideContest } from "./decide-contest.ts";
import { leadProgress, SomeLeads, stagesOf } from "./lead-progress.ts";
import { moveStage } from "./move-stage.ts";
import { oneDeal } from "./one-deal.ts";
import { PipelineFilter, pipeline } from "./pipeline.ts";
import { reportForm } from "./report-form.ts";
import { reportNoChange } from "./report-no-change.ts";
import { reportWin } from "./report-win.ts";
import { reportsDue } from "./reports-due.ts";
import { MoveStage } from "./stage.ts";

export const dealsRouter = router({
  moveStage: procedure("stage:move")
    .input(MoveStage)
    .mutation(({ ctx, input }) => moveStage(ctx.actor, input)),
  reportNoChange: procedure("stage:move")
    .input(OneLead)
    .mutation(({ ctx, input }) => reportNoChange(ctx.actor, input)),
  pipeline: procedure("stage:move")
    .input(PipelineFilter)
    .query(({ ctx, input }) => pipeline(ctx.actor, input)),
  reportsDue: procedure("stage:move").query(({ ctx }) => reportsDue(ctx.actor)),

  reportForm: procedure("deal:report")
    .input(OneLead)
    .query(({ ctx, input }) => reportForm(ctx.actor, input)),
  reportWin: procedure("deal:report")
    .input(ReportWin)
    .mutation(({ ctx, input }) => reportWin(ctx.actor, input)),
  confirm: procedure("deal:answer")
    .input(OneDeal)
    .mutation(({ ctx, input }) => confirm(ctx.actor, input)),
  contest: procedure("deal:answer")
    .input(Contest)
    .mutation(({ ctx, input }) => contest(ctx.actor, input)),

  contested: procedure("deal:decide")
    .input(PageInput)
    .query(({ input }) => contestedDeals(input)),
  decideContest: procedure("deal:decide")
    .input(DecideContest)
    .mutation(({ ctx, input }) => decideContest(ctx.actor, input)),

  list: procedure("deal:read")
    .input(DealFilter)
    .query(({ ctx, input }) => dealsOf(ctx.actor, input)),
  one: procedure("deal:read")
    .input(OneDeal)
    .query(({ ctx, input }) => oneDeal(ctx.actor, input)),
  progress: procedure("deal:read")
    .input(OneLead)
    .query(({ ctx, input }) => leadProgress(ctx.actor, input)),
  stagesOf: procedure("deal:read")
    .input(SomeLeads)
    .query(({ ctx, input }) => stagesOf(ctx.actor, input)),
});
