"use client";
import { useEffect, useState } from "react";
import { useTRPC } from "#app/_trpc/client.tsx";
import { useAct } from "#app/_trpc/use-act.ts";
import { LinkButton } from "#app/_ui/button.tsx";
import { Note } from "#app/_ui/note.tsx";
import { RefusalNote } from "#app/_ui/refusal.tsx";
import { useWords } from "#app/_words/use-words.ts";
import { Entry } from "#app/(door)/entry.tsx";
import { useSecret } from "#app/(door)/use-secret.ts";
import type { InvitationSeen } from "#server/members/invitation.ts";
import { AcceptForm, type Invited } from "./accept-form.tsx";

/** While somebody goes to sign in and comes back, in this tab alone. */
const KEPT_AS = "invitation";

/** Shows what an invitation says to whoever holds it, and how to accept it. */
export function InvitationCard(props: { signedInAs: string | null }) {
  const t = useWords("door");
  const shell = useWords("shell");
  const token = useSecret(KEPT_AS);
  const look = useAct(useTRPC().members.lookAtInvitation.mutationOptions());
  const [seen, setSeen] = useState<InvitationSeen>();
  // biome-ignore lint/correctness/useExhaustiveDependencies: looked at once for each secret; what looks is new at each render.
  useEffect(() => {
    if (token) void look.act({ token }).then((found) => setSeen(found?.done));
  }, [token]);

  const wrong = token === null ? t("invitation.missing") : look.refusal;
  if (wrong)
    return (
      <Entry title={t("invitation.page")}>
        <RefusalNote>{wrong}</RefusalNote>
        <LinkButton href="/sign-in" size="large" className="justify-self-start">
          {t("invitation.toDoor")}
        </LinkButton>
      </Entry>
    );
  if (!token || !seen) return <Entry title={t("invitation.page")}>{t("invitation.loading")}</Entry>;

  const invited: Invited = { token, email: seen.email, asked: seen.asked };
  const { email, organisation, role } = seen;
  const mustSignIn = seen.asked === "sign_in" && props.signedInAs !== email;
  return (
    <Entry
      title={t("invitation.title", { organisation: organisation.name })}
      says={t("invitation.says", { role: shell(`role.${role}`), email })}
    >
      {mustSignIn ? (
        <>
          <Note icon="lock">{t("invitation.signIn", { email })}</Note>
          <LinkButton href="/sign-in?next=/invitation" kind="primary" size="large" className="justify-self-start">
            {t("invitation.signInAction")}
          </LinkButton>
        </>
      ) : (
        <AcceptForm invited={invited} done={() => sessionStorage.removeItem(KEPT_AS)} />
      )}
    </Entry>
  );
}
