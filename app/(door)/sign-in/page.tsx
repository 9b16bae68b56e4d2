import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { ask } from "#app/_trpc/server.ts";
import { pageWords } from "#app/_words/request.ts";
import { afterSignIn, isOwnPath } from "#server/members/session.ts";
import { DemoPeople } from "./demo-people.tsx";
import { SignInForm } from "./sign-in-form.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await pageWords("door"))("title") };
}

export default async function SignInPage(props: { searchParams: Promise<{ next?: string | string[] }> }) {
  const [{ signedIn, demoPeople }, query] = await Promise.all([
    ask((lode) => lode.members.atTheDoor()),
    props.searchParams,
  ]);
  const next = typeof query.next === "string" && isOwnPath(query.next) ? query.next : undefined;
  if (signedIn) redirect(afterSignIn(next, signedIn));
  return (
    <div className="grid items-start gap-x-24 gap-y-12 desk:grid-cols-[400px_minmax(0,1fr)]">
      <SignInForm next={next} />
      {demoPeople.length > 0 && <DemoPeople people={demoPeople} next={next} />}
    </div>
  );
}
