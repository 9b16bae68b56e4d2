import { procedure, router } from "#server/trpc/trpc.ts";
import { AuditQuestion, auditLog } from "./audit-log.ts";
import { roomCounts } from "./counts.ts";
import { FindQuestion, find } from "./find.ts";
import { merchantSteps, providerSteps } from "./first-steps.ts";
import { LeadNamesQuestion, leadNames, SettlementNamesQuestion, settlementNames } from "./lead-names.ts";
import { merchantFigures } from "./merchant-figures.ts";
import { OrganisationsQuestion, organisations } from "./organisations.ts";
import { payoutStory } from "./payout-story.ts";
import { providerWaits } from "./provider-waits.ts";
import { merchantRecords, providerRecords, RecordQuestion } from "./records.ts";
import { StoryQuestion } from "./story.ts";

export const insightRouter = router({
  roomCounts: procedure("self:read").query(({ ctx }) => roomCounts(ctx.actor)),
  merchantFigures: procedure("settlement:read").query(({ ctx }) => merchantFigures(ctx.actor)),
  merchantSteps: procedure("settlement:read").query(({ ctx }) => merchantSteps(ctx.actor)),
  providerSteps: procedure("prospect:read").query(({ ctx }) => providerSteps(ctx.actor)),
  providerWaits: procedure("prospect:read").query(({ ctx }) => providerWaits(ctx.actor)),
  find: procedure("self:read")
    .input(FindQuestion)
    .query(({ ctx, input }) => find(ctx.actor, input)),
  leadNames: procedure("self:read")
    .input(LeadNamesQuestion)
    .query(({ ctx, input }) => leadNames(ctx.actor, input)),
  settlementNames: procedure("self:read")
    .input(SettlementNamesQuestion)
    .query(({ ctx, input }) => settlementNames(ctx.actor, input)),
  auditLog: procedure("event:read")
    .input(AuditQuestion)
    .query(({ ctx, input }) => auditLog(ctx.actor, input)),
  payoutStory: procedure("finance:read")
    .input(StoryQuestion)
    .query(({ ctx, input }) => payoutStory(ctx.actor, input)),
  organisations: procedure("organisation:browse")
    .input(OrganisationsQuestion)
    .query(({ input }) => organisations(input)),
  merchantRecords: procedure("record:read")
    .input(RecordQuestion)
    .query(({ input }) => merchantRecords(input)),
  providerRecords: procedure("record:read")
    .input(RecordQuestion)
    .query(({ input }) => providerRecords(input)),
});
