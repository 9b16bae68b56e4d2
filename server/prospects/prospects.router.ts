import { procedure, router } from "#server/trpc/trpc.ts";
import { AnswerCriterion } from "./answer.ts";
import { answerCriterion } from "./answer-criterion.ts";
import { disqualify } from "./disqualify.ts";
import { cancelImport } from "./import/cancel-import.ts";
import { runImport } from "./import/run-import.ts";
import { tryMapping } from "./import/try-mapping.ts";
import { AboutImport, ListImports, ListRows, RunImport, TryMapping } from "./import.ts";
import { importedRows, imports, openImport } from "./imports.ts";
import { logTouch } from "./log-touch.ts";
import { markDoNotContact } from "./mark-do-not-contact.ts";
import { markInvalid } from "./mark-invalid.ts";
import { openProspect } from "./open-prospect.ts";
import { AboutProspect, BarContact, Disqualify, MarkInvalid } from "./prospect.ts";
import { ListProspects, prospects } from "./prospects.ts";
import { Skip, Snooze, TakeNext, Upcoming } from "./queue.ts";
import { releaseLease } from "./release-lease.ts";
import { renewLease } from "./renew-lease.ts";
import { skip } from "./skip.ts";
import { snooze } from "./snooze.ts";
import { takeNext } from "./take-next.ts";
import { todaysProgress } from "./todays-progress.ts";
import { LogTouch } from "./touch.ts";
import { undo } from "./undo.ts";
import { upcoming } from "./upcoming.ts";
import { workablePrograms } from "./workable-programs.ts";

const read = procedure("prospect:read");
const work = procedure("prospect:work");

const bring = procedure("prospect:import");

const importsRouter = router({
  list: bring.input(ListImports).query(({ ctx, input }) => imports(ctx.actor, input)),
  open: bring.input(AboutImport).query(({ ctx, input }) => openImport(ctx.actor, input)),
  rows: bring.input(ListRows).query(({ ctx, input }) => importedRows(ctx.actor, input)),
  try: bring.input(TryMapping).query(({ ctx, input }) => tryMapping(ctx.actor, input)),
  run: bring.input(RunImport).mutation(({ ctx, input }) => runImport(ctx.actor, input)),
  cancel: bring.input(AboutImport).mutation(({ ctx, input }) => cancelImport(ctx.actor, input)),
});

export const prospectsRouter = router({
  list: read.input(ListProspects).query(({ ctx, input }) => prospects(ctx.actor, input)),
  open: read.input(AboutProspect).query(({ ctx, input }) => openProspect(ctx.actor, input)),
  upcoming: work.input(Upcoming).query(({ ctx, input }) => upcoming(ctx.actor, input)),
  programs: work.query(({ ctx }) => workablePrograms(ctx.actor)),
  progress: work.query(({ ctx }) => todaysProgress(ctx.actor)),

  takeNext: work.input(TakeNext).mutation(({ ctx, input }) => takeNext(ctx.actor, input)),
  renewLease: work.input(AboutProspect).mutation(({ ctx, input }) => renewLease(ctx.actor, input)),
  releaseLease: work.input(AboutProspect).mutation(({ ctx, input }) => releaseLease(ctx.actor, input)),
  logTouch: work.input(LogTouch).mutation(({ ctx, input }) => logTouch(ctx.actor, input)),
  answer: work.input(AnswerCriterion).mutation(({ ctx, input }) => answerCriterion(ctx.actor, input)),
  snooze: work.input(Snooze).mutation(({ ctx, input }) => snooze(ctx.actor, input)),
  skip: work.input(Skip).mutation(({ ctx, input }) => skip(ctx.actor, input)),
  disqualify: work.input(Disqualify).mutation(({ ctx, input }) => disqualify(ctx.actor, input)),
  markInvalid: work.input(MarkInvalid).mutation(({ ctx, input }) => markInvalid(ctx.actor, input)),
  markDoNotContact: work.input(BarContact).mutation(({ ctx, input }) => markDoNotContact(ctx.actor, input)),
  undo: work.input(AboutProspect).mutation(({ ctx, input }) => undo(ctx.actor, input)),

  imports: importsRouter,
});
