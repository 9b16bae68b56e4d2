import type { Metadata } from "next";
import { LinkButton } from "#app/_ui/button.tsx";
import { pageWords } from "#app/_words/request.ts";
import { Entry } from "#app/(door)/entry.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await pageWords("door"))("signedOut.title") };
}

export default async function SignedOutPage() {
  const t = await pageWords("door");
  return (
    <Entry title={t("signedOut.title")} says={t("signedOut.says")}>
      <LinkButton href="/sign-in" kind="primary" size="large" className="justify-self-start">
        {t("signedOut.action")}
      </LinkButton>
    </Entry>
  );
}
