import { clock } from "#server/platform/clock.ts";
import { db } from "#server/platform/db.ts";
import { env } from "#server/platform/env.ts";
import { send } from "#server/platform/mailer.ts";
import { handle } from "#server/platform/queue.ts";
import { forgetTries } from "./forget-tries.ts";
import { mailInvitation, OWNER } from "./invitation.ts";
import { makeLink } from "./make-link.ts";
import { invitationMail, linkMail, welcomeMail } from "./members.mail.ts";
import { mailLink } from "./session.ts";
import { invitationToken } from "./token.ts";
import { localeOf, welcome } from "./user.ts";

export const membersJobs = {
  ...handle(mailLink, async ({ email, next = null }) => {
    const made = await makeLink(email);
    if (made) await send({ to: email, ...linkMail(made, env.PUBLIC_URL, { token: made.token, next }) });
  }),

  ...handle(mailInvitation, async ({ invitationId, locale }) => {
    const invitation = await db.invitation.findUniqueOrThrow({
      where: { id: invitationId },
      include: { organisation: { select: { name: true } } },
    });
    const { email, role, acceptedAt, revokedAt, expiresAt } = invitation;
    if (acceptedAt || revokedAt || expiresAt <= (await clock.now())) return;
    const [inviter, known] = await Promise.all([
      db.user.findUniqueOrThrow({ where: { id: invitation.invitedById } }),
      db.user.findUnique({ where: { email } }),
    ]);
    const mail = invitationMail(known ? localeOf(known.locale) : locale, env.PUBLIC_URL, {
      token: invitationToken(invitationId),
      inviter: inviter.name,
      organisation: invitation.organisation.name,
      role,
    });
    await send({ to: email, ...mail });
  }),

  ...handle(welcome, async ({ organisationId }) => {
    const { name, kind, memberships } = await db.organisation.findUniqueOrThrow({
      where: { id: organisationId },
      include: { memberships: { orderBy: { since: "asc" }, take: 1, include: { user: true } } },
    });
    const owner = memberships.find(({ role }) => role === OWNER[kind])?.user;
    if (!owner) return;
    const to = { name: owner.name, locale: localeOf(owner.locale) };
    await send({ to: owner.email, ...welcomeMail(to, env.PUBLIC_URL, name, kind) });
  }),
};

export const membersSweeps = { "members.forget-tries": forgetTries };
