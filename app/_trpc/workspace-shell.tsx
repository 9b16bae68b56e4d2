"use client";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import type { ReactNode } from "react";
import type { Workspace } from "#app/_ui/shell/rooms.ts";
import { Shell, type ShellProps } from "#app/_ui/shell/shell.tsx";
import type { OrganisationId } from "#server/kernel/actor.ts";
import { useTRPC } from "./client.tsx";
import { leave } from "./leave.ts";

type Given = Pick<ShellProps, "workspace" | "rooms" | "organisations" | "user"> & { children: ReactNode };

/** Where a found thing is shown, in each workspace. */
const PLACES: Record<Workspace, Partial<Record<string, (id: string) => string>>> = {
  merchant: { lead: (id) => `/merchant/leads/${id}`, program: (id) => `/merchant/programs/${id}` },
  provider: { lead: (id) => `/provider/leads/${id}`, prospect: (id) => `/provider/prospects/${id}` },
  finance: { payout: (id) => `/finance/payouts/${id}`, organisation: () => "/finance/organisations" },
};

/** The shell with its hands on the wire: search, switching, leaving, language. */
export function WorkspaceShell(props: Given) {
  const trpc = useTRPC();
  const router = useRouter();
  const queries = useQueryClient();
  const switching = useMutation(trpc.members.switchOrganisation.mutationOptions());
  const speaking = useMutation(trpc.members.changeLocale.mutationOptions());
  const leaving = useMutation(trpc.members.endAllSessions.mutationOptions());
  const places = PLACES[props.workspace];

  const find = async (text: string) => {
    const hits = await queries.fetchQuery(trpc.insight.find.queryOptions({ text }));
    return hits.flatMap(({ kind, id, title, facts }) => {
      const href = places[kind]?.(id);
      return href ? [{ href, title, facts }] : [];
    });
  };
  const switchOrganisation = async (organisationId: string) => {
    await switching.mutateAsync({ organisationId: organisationId as OrganisationId });
    router.push("/sign-in");
  };
  return (
    <Shell
      {...props}
      accountHref={`/${props.workspace}/settings`}
      find={find}
      switchOrganisation={switchOrganisation}
      signOut={leave}
      signOutEverywhere={() => leaving.mutateAsync().then(leave)}
      rememberLanguage={(locale) => speaking.mutateAsync({ locale }).then(() => undefined)}
    />
  );
}
