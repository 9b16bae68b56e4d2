import { PageInput } from "#server/kernel/page.ts";
import { openProcedure, procedure, router } from "#server/trpc/trpc.ts";
import { activateTerms } from "./activate-terms.ts";
import { apply } from "./apply.ts";
import { approveEnrolment } from "./approve-enrolment.ts";
import { closeProgram } from "./close-program.ts";
import { createProgram } from "./create-program.ts";
import { SetCriteria } from "./criterion.ts";
import { declineEnrolment } from "./decline-enrolment.ts";
import { describeProgram } from "./describe-program.ts";
import { browseDirectory, lookDirectory } from "./directory.ts";
import { discardTerms } from "./discard-terms.ts";
import { draftTerms } from "./draft-terms.ts";
import { endEnrolment } from "./end-enrolment.ts";
import { Apply, EnrolmentList, EnrolmentRef, SignTerms, WithReason } from "./enrolment.ts";
import { enrolment, enrolments } from "./enrolments.ts";
import { ownPrograms } from "./own-programs.ts";
import { pauseProgram } from "./pause-program.ts";
import { CreateProgram, DescribeProgram, DirectoryQuery, ProgramRef, SetKnowledge } from "./program.ts";
import { programEditor } from "./program-editor.ts";
import { lookProgram, programBrief, programPage } from "./program-page.ts";
import { publishProgram } from "./publish-program.ts";
import { rejectEnrolment } from "./reject-enrolment.ts";
import { resumeEnrolment } from "./resume-enrolment.ts";
import { resumeProgram } from "./resume-program.ts";
import { setCriteria } from "./set-criteria.ts";
import { setKnowledge } from "./set-knowledge.ts";
import { signTerms } from "./sign-terms.ts";
import { suspendEnrolment } from "./suspend-enrolment.ts";
import { DraftTerms } from "./terms.ts";

const change = procedure("program:change");
const decide = procedure("enrolment:decide");

export const programsRouter = router({
  own: procedure("program:read")
    .input(PageInput)
    .query(({ ctx, input }) => ownPrograms(ctx.actor, input)),
  editor: procedure("program:read")
    .input(ProgramRef)
    .query(({ ctx, input }) => programEditor(ctx.actor, input)),
  create: change.input(CreateProgram).mutation(({ ctx, input }) => createProgram(ctx.actor, input)),
  describe: change.input(DescribeProgram).mutation(({ ctx, input }) => describeProgram(ctx.actor, input)),
  setCriteria: change.input(SetCriteria).mutation(({ ctx, input }) => setCriteria(ctx.actor, input)),
  setKnowledge: change.input(SetKnowledge).mutation(({ ctx, input }) => setKnowledge(ctx.actor, input)),
  publish: change.input(ProgramRef).mutation(({ ctx, input }) => publishProgram(ctx.actor, input)),
  pause: change.input(ProgramRef).mutation(({ ctx, input }) => pauseProgram(ctx.actor, input)),
  resume: change.input(ProgramRef).mutation(({ ctx, input }) => resumeProgram(ctx.actor, input)),
  close: change.input(ProgramRef).mutation(({ ctx, input }) => closeProgram(ctx.actor, input)),

  draftTerms: procedure("terms:change")
    .input(DraftTerms)
    .mutation(({ ctx, input }) => draftTerms(ctx.actor, input)),
  discardTerms: procedure("terms:change")
    .input(ProgramRef)
    .mutation(({ ctx, input }) => discardTerms(ctx.actor, input)),
  activateTerms: procedure("terms:change")
    .input(ProgramRef)
    .mutation(({ ctx, input }) => activateTerms(ctx.actor, input)),

  look: openProcedure("directory:look")
    .input(DirectoryQuery)
    .query(({ input }) => lookDirectory(input)),
  lookAt: openProcedure("directory:look")
    .input(ProgramRef)
    .query(({ input }) => lookProgram(input)),
  browse: procedure("directory:browse")
    .input(DirectoryQuery)
    .query(({ ctx, input }) => browseDirectory(ctx.actor, input)),
  page: procedure("directory:browse")
    .input(ProgramRef)
    .query(({ ctx, input }) => programPage(ctx.actor, input)),
  brief: procedure("prospect:work")
    .input(ProgramRef)
    .query(({ ctx, input }) => programBrief(ctx.actor, input)),

  enrolments: procedure("enrolment:read")
    .input(EnrolmentList)
    .query(({ ctx, input }) => enrolments(ctx.actor, input)),
  enrolment: procedure("enrolment:read")
    .input(EnrolmentRef)
    .query(({ ctx, input }) => enrolment(ctx.actor, input)),
  applyFor: procedure("enrolment:apply")
    .input(Apply)
    .mutation(({ ctx, input }) => apply(ctx.actor, input)),
  decline: procedure("enrolment:apply")
    .input(EnrolmentRef)
    .mutation(({ ctx, input }) => declineEnrolment(ctx.actor, input)),
  approve: decide.input(EnrolmentRef).mutation(({ ctx, input }) => approveEnrolment(ctx.actor, input)),
  reject: decide.input(WithReason).mutation(({ ctx, input }) => rejectEnrolment(ctx.actor, input)),
  suspend: decide.input(WithReason).mutation(({ ctx, input }) => suspendEnrolment(ctx.actor, input)),
  resumeEnrolment: decide.input(EnrolmentRef).mutation(({ ctx, input }) => resumeEnrolment(ctx.actor, input)),
  end: decide.input(WithReason).mutation(({ ctx, input }) => endEnrolment(ctx.actor, input)),
  sign: procedure("terms:sign")
    .input(SignTerms)
    .mutation(({ ctx, input }) => signTerms(ctx.actor, ctx.caller.ip, input)),
});
