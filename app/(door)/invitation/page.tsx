import type { Metadata } from "next";
import { ask } from "#app/_trpc/server.ts";
import { pageWords } from "#app/_words/request.ts";
import { InvitationCard } from "./invitation-card.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await pageWords("door"))("invitation.page") };
}

export default async function InvitationPage() {
  const { signedIn } = await ask((lode) => lode.members.atTheDoor());
  const me = signedIn ? await ask((lode) => lode.members.me()) : null;
  return <InvitationCard signedInAs={me?.user.email ?? null} />;
}
