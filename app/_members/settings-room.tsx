import { ask } from "#app/_trpc/server.ts";
import { Room, RoomBody, TopBar } from "#app/_ui/room.tsx";
import { pageWords, requestLocale } from "#app/_words/request.ts";
import { may } from "#server/members/rights.ts";
import { MembersPart } from "./members-part.tsx";
import { OrganisationCard } from "./organisation-card.tsx";
import { PasswordCard } from "./password-card.tsx";
import { SessionsCard } from "./sessions-card.tsx";
import { YouCard } from "./you-card.tsx";

/** The settings of an organisation and of the person who looks. Where there is no team room, its members too. */
export async function SettingsRoom(props: { withMembers: boolean }) {
  const [me, organisation, sessions, locale, t, shell] = await Promise.all([
    ask((lode) => lode.members.me()),
    ask((lode) => lode.members.organisation()),
    ask((lode) => lode.members.sessions()),
    requestLocale(),
    pageWords("members"),
    pageWords("shell"),
  ]);
  const country = new Intl.DisplayNames(locale, { type: "region" }).of(organisation.country) ?? organisation.country;
  return (
    <Room>
      <TopBar title={t("settings")} />
      <RoomBody narrow>
        <OrganisationCard
          said={{
            name: organisation.name,
            website: organisation.website ?? "",
            postalAddress: organisation.postalAddress ?? "",
            timeZone: organisation.timeZone,
          }}
          aside={t("organisation.aside", { country, kind: shell(`kind.${organisation.kind}`) })}
          zones={Intl.supportedValuesOf("timeZone")}
          mayChange={may(me, "organisation:change")}
        />
        {props.withMembers && <MembersPart me={me} inviteHere />}
        <YouCard name={me.user.name} email={me.user.email} locale={me.user.locale} />
        <PasswordCard />
        <SessionsCard sessions={sessions} />
      </RoomBody>
    </Room>
  );
}
