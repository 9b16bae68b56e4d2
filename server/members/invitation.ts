import { z } from "zod";
import { kindOf, type OrganisationKind, ROLES, type Role, UserId } from "#server/kernel/actor.ts";
import { type Id, idSchema } from "#server/kernel/id.ts";
import { job } from "#server/kernel/job.ts";
import { refusal } from "#server/kernel/refusal.ts";
import { line } from "#server/kernel/text.ts";
import { DAY_MS } from "#server/kernel/time.ts";
import { Token } from "./session.ts";
import { EmailAddress, Locale, MAX_PERSON_NAME, Password } from "./user.ts";

export type InvitationId = Id<"invitation">;
export const InvitationId = idSchema("invitation");

/** How long an invitation can be accepted. */
export const INVITATION_DAYS = 7;
export const INVITATION_MS = INVITATION_DAYS * DAY_MS;
/** Open invitations of one organisation at a time. */
export const MAX_OPEN_INVITATIONS = 50;
/** Living members of one organisation. */
export const MAX_MEMBERS = 500;

export const invitationIsUnknown = refusal("invitation_is_unknown", "not_found");
export const invitationIsDead = refusal("invitation_is_dead", "invalid");
export const invitationIsUsed = refusal("invitation_is_used", "conflict");
export const isAlreadyMember = refusal("is_already_member", "conflict");
export const isAlreadyInvited = refusal("is_already_invited", "conflict");
export const tooManyInvitations = refusal("too_many_invitations", "too_many");
export const organisationIsFull = refusal("organisation_is_full", "too_many");
export const roleIsOfAnotherKind = refusal("role_is_of_another_kind", "invalid");
export const lastOwnerStays = refusal("last_owner_stays", "conflict");
export const memberIsUnknown = refusal("member_is_unknown", "not_found");
export const signInToAccept = refusal("sign_in_to_accept", "forbidden");
export const nameAndPasswordNeeded = refusal("name_and_password_needed", "invalid");

const AnyRole = z.enum(ROLES);

export const Invite = z.object({ invitationId: InvitationId, email: EmailAddress, role: AnyRole });
export type Invite = z.infer<typeof Invite>;
export const RevokeInvitation = z.object({ invitationId: InvitationId });
export const ChangeRole = z.object({ userId: UserId, role: AnyRole });
export type ChangeRole = z.infer<typeof ChangeRole>;
export const EndMembership = z.object({ userId: UserId });

export const LookAtInvitation = z.object({ token: Token });
export const AcceptInvitation = z.object({
  token: Token,
  locale: Locale.default("en"),
  name: line(MAX_PERSON_NAME).optional(),
  password: Password.optional(),
});
export type AcceptInvitation = z.infer<typeof AcceptInvitation>;

export const mailInvitation = job("members.mail-invitation", z.object({ invitationId: InvitationId, locale: Locale }));

/** The roles an organisation of a kind can give. */
export const rolesOf = (kind: OrganisationKind): readonly Role[] => ROLES.filter((role) => kindOf(role) === kind);

/** The role that holds an organisation of a kind: somebody always has it. */
export const OWNER = {
  merchant: "merchant_owner",
  provider: "provider_owner",
  platform: "platform_admin",
} as const satisfies Record<OrganisationKind, Role>;

export function assertRoleOf(kind: OrganisationKind, role: Role): void {
  if (kindOf(role) !== kind) throw roleIsOfAnotherKind();
}

type Life = { readonly acceptedAt: Date | null; readonly revokedAt: Date | null; readonly expiresAt: Date };

/** An invitation is accepted once, before it expires, unless it was taken back. */
export function assertAcceptable(invitation: Life, now: Date): void {
  if (invitation.acceptedAt) throw invitationIsUsed();
  if (invitation.revokedAt || invitation.expiresAt <= now) throw invitationIsDead({ days: INVITATION_DAYS });
}

/** What somebody who holds an invitation is asked: who they are, to choose a password, or to sign in. */
export type Asked = "name_and_password" | "password" | "sign_in";

export type InvitationSeen = {
  readonly organisation: { readonly name: string; readonly kind: OrganisationKind };
  readonly role: Role;
  readonly email: string;
  readonly asked: Asked;
};

/** A mailbox that was never proved may have been claimed by a stranger: its password is chosen anew. */
export const askedOf = (user: { emailProvedAt: Date | null } | null): Asked => {
  if (!user) return "name_and_password";
  return user.emailProvedAt ? "sign_in" : "password";
};
