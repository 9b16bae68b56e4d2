import { openProcedure, procedure, router } from "#server/trpc/trpc.ts";
import { acceptInvitation } from "./accept-invitation.ts";
import { askForLink } from "./ask-for-link.ts";
import { atTheDoor } from "./at-the-door.ts";
import { changeLocale } from "./change-locale.ts";
import { changeName } from "./change-name.ts";
import { changeOrganisation } from "./change-organisation.ts";
import { changePassword } from "./change-password.ts";
import { changeRole } from "./change-role.ts";
import { endAllSessions } from "./end-all-sessions.ts";
import { endMembership } from "./end-membership.ts";
import { endSession } from "./end-session.ts";
import {
  AcceptInvitation,
  ChangeRole,
  EndMembership,
  Invite,
  LookAtInvitation,
  RevokeInvitation,
} from "./invitation.ts";
import { invite } from "./invite.ts";
import { lookAtInvitation } from "./look-at-invitation.ts";
import { me } from "./me.ts";
import { myOrganisation } from "./my-organisation.ts";
import { mySessions } from "./my-sessions.ts";
import { ChangeOrganisation } from "./organisation.ts";
import { revokeInvitation } from "./revoke-invitation.ts";
import { AskForLink, EndSession, SwitchOrganisation } from "./session.ts";
import { signUp } from "./sign-up.ts";
import { switchOrganisation } from "./switch-organisation.ts";
import { team } from "./team.ts";
import { ChangeLocale, ChangeName, ChangePassword, SignUp } from "./user.ts";

const door = {
  atTheDoor: openProcedure("door:enter").query(({ ctx }) => atTheDoor(ctx.actor)),

  signUp: openProcedure("door:enter")
    .input(SignUp)
    .mutation(async ({ ctx, input }) => void (await signUp(ctx.caller.ip, input))),

  askForLink: openProcedure("door:enter")
    .input(AskForLink)
    .mutation(({ ctx, input }) => askForLink(ctx.caller.ip, input)),

  /** A mutation, although it only looks: its secret travels in a body, never in an address that is logged. */
  lookAtInvitation: openProcedure("door:enter")
    .input(LookAtInvitation)
    .mutation(({ input }) => lookAtInvitation(input.token)),

  acceptInvitation: openProcedure("door:enter")
    .input(AcceptInvitation)
    .mutation(({ ctx, input }) => acceptInvitation(ctx.actor, input)),
};

const self = {
  me: procedure("self:read").query(({ ctx }) => me(ctx.actor)),

  sessions: procedure("self:read").query(({ ctx }) => mySessions(ctx.actor, ctx.caller.sessionId)),

  endSession: procedure("self:change")
    .input(EndSession)
    .mutation(({ ctx, input }) => endSession(ctx.actor, input.sessionId)),

  endAllSessions: procedure("self:change").mutation(({ ctx }) => endAllSessions(ctx.actor)),

  switchOrganisation: procedure("self:change")
    .input(SwitchOrganisation)
    .mutation(({ ctx, input }) => switchOrganisation(ctx.actor, ctx.caller.sessionId, input.organisationId)),

  changeName: procedure("self:change")
    .input(ChangeName)
    .mutation(({ ctx, input }) => changeName(ctx.actor, input.name)),

  changeLocale: procedure("self:change")
    .input(ChangeLocale)
    .mutation(({ ctx, input }) => changeLocale(ctx.actor, input.locale)),

  changePassword: procedure("self:change")
    .input(ChangePassword)
    .mutation(({ ctx, input }) => changePassword(ctx.actor, ctx.caller.sessionId, input)),
};

const organisation = {
  organisation: procedure("organisation:read").query(({ ctx }) => myOrganisation(ctx.actor)),

  changeOrganisation: procedure("organisation:change")
    .input(ChangeOrganisation)
    .mutation(({ ctx, input }) => changeOrganisation(ctx.actor, input)),

  team: procedure("member:read").query(({ ctx }) => team(ctx.actor)),

  invite: procedure("member:invite")
    .input(Invite)
    .mutation(({ ctx, input }) => invite(ctx.actor, input)),

  revokeInvitation: procedure("member:invite")
    .input(RevokeInvitation)
    .mutation(({ ctx, input }) => revokeInvitation(ctx.actor, input.invitationId)),

  changeRole: procedure("member:change")
    .input(ChangeRole)
    .mutation(({ ctx, input }) => changeRole(ctx.actor, input)),

  endMembership: procedure("member:change")
    .input(EndMembership)
    .mutation(({ ctx, input }) => endMembership(ctx.actor, input.userId)),
};

export const membersRouter = router({ ...door, ...self, ...organisation });
