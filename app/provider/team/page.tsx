import type { Metadata } from "next";
import { InviteButton } from "#app/_members/invite-button.tsx";
import { MembersPart } from "#app/_members/members-part.tsx";
import { ask } from "#app/_trpc/server.ts";
import { Room, RoomBody, TopBar } from "#app/_ui/room.tsx";
import { pageWords } from "#app/_words/request.ts";
import { rolesOf } from "#server/members/invitation.ts";
import { may } from "#server/members/rights.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await pageWords("members"))("team") };
}

export default async function TeamPage() {
  const [me, t] = await Promise.all([ask((lode) => lode.members.me()), pageWords("members")]);
  return (
    <Room>
      <TopBar
        title={t("team")}
        actions={may(me, "member:invite") && <InviteButton roles={rolesOf(me.organisation.kind)} primary />}
      />
      <RoomBody>
        <MembersPart me={me} />
      </RoomBody>
    </Room>
  );
}
