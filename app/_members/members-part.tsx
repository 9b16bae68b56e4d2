import { ask } from "#app/_trpc/server.ts";
import { Card } from "#app/_ui/card.tsx";
import { pageWords } from "#app/_words/request.ts";
import { rolesOf } from "#server/members/invitation.ts";
import { may } from "#server/members/rights.ts";
import type { Me } from "#server/members/user.ts";
import { InvitationTable } from "./invitation-table.tsx";
import { InviteButton } from "./invite-button.tsx";
import { MemberTable } from "./member-table.tsx";

/** The people of the organisation and who is invited, with what the viewer may do about them. */
export async function MembersPart(props: { me: Me; inviteHere?: boolean }) {
  const { me } = props;
  const [{ members, invitations }, t] = await Promise.all([ask((lode) => lode.members.team()), pageWords("members")]);
  const roles = rolesOf(me.organisation.kind);
  const mayInvite = may(me, "member:invite");
  return (
    <>
      <Card
        pad={false}
        title={t("members.title")}
        aside={t("members.count", { count: members.length })}
        action={props.inviteHere && mayInvite ? <InviteButton roles={roles} /> : undefined}
      >
        <MemberTable
          organisation={me.organisation.name}
          members={members}
          me={me.user.id}
          roles={may(me, "member:change") ? roles : []}
        />
      </Card>
      {invitations.length > 0 && (
        <Card pad={false} title={t("invitations.title")} aside={invitations.length}>
          <InvitationTable organisation={me.organisation.name} invitations={invitations} mayRevoke={mayInvite} />
        </Card>
      )}
    </>
  );
}
