import { redirect } from "next/navigation";
import type { ReactNode } from "react";
import { Document } from "#app/_ui/document.tsx";
import { ROOMS, type Workspace } from "#app/_ui/shell/rooms.ts";
import { PageWords } from "#app/_words/page-words.tsx";
import { pageWords, requestLocale, requestZone } from "#app/_words/request.ts";
import type { Namespace } from "#app/_words/words.ts";
import type { OrganisationKind, Role } from "#server/kernel/actor.ts";
import { Wire } from "./client.tsx";
import { Live } from "./live.tsx";
import { ask } from "./server.ts";
import { WorkspaceShell } from "./workspace-shell.tsx";

const HOME: Record<OrganisationKind, Workspace> = { merchant: "merchant", provider: "provider", platform: "finance" };

/** Rooms that a role has no business in; every procedure asks for its right all the same. */
const CLOSED: Partial<Record<Role, readonly string[]>> = {
  provider_agent: ["imports", "programs", "earnings", "account"],
};

/** What waits for a person, rather than goes on by itself. */
const HOT = ["leads", "deals", "queue", "payouts", "providers", "billing"];

/** The document of a workspace: shell, words, wire and feed around its pages. Who belongs elsewhere is sent there. */
export async function WorkspaceDocument(props: { workspace: Workspace; children: ReactNode }) {
  const { workspace } = props;
  const here = await ask((lode) => lode.events.here());
  const [me, counts, locale, zone, shell] = await Promise.all([
    ask((lode) => lode.members.me()),
    ask((lode) => lode.insight.roomCounts()),
    requestLocale(),
    requestZone(),
    pageWords("shell"),
  ]);
  if (HOME[me.organisation.kind] !== workspace) redirect(`/${HOME[me.organisation.kind]}`);
  const closed = CLOSED[me.role] ?? [];
  const namespaces: readonly Namespace[] = [workspace, "members", "program", "refusals", "trade"];
  return (
    <Document locale={locale}>
      <PageWords locale={locale} zone={zone} now={here.now} namespaces={namespaces}>
        <Wire>
          <Live cursor={here.cursor} />
          <WorkspaceShell
            workspace={workspace}
            rooms={ROOMS[workspace]
              .filter((room) => !closed.includes(room.name))
              .map((room) => ({ ...room, count: counts[room.name] || undefined, hot: HOT.includes(room.name) }))}
            organisations={me.organisations.map((it) => ({ ...it, current: it.id === me.organisation.id }))}
            user={{ name: me.user.name, email: me.user.email, role: shell(`role.${me.role}`) }}
          >
            {props.children}
          </WorkspaceShell>
        </Wire>
      </PageWords>
    </Document>
  );
}
