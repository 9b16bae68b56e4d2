"use client";
import { type FormEvent, useState } from "react";
import { useTRPC } from "#app/_trpc/client.tsx";
import { useAct } from "#app/_trpc/use-act.ts";
import { Button } from "#app/_ui/button.tsx";
import { Field } from "#app/_ui/field.tsx";
import { Input } from "#app/_ui/input.tsx";
import { Note } from "#app/_ui/note.tsx";
import { RefusalNote } from "#app/_ui/refusal.tsx";
import { useViewer } from "#app/_ui/viewer.tsx";
import { useWords } from "#app/_words/use-words.ts";
import { enter, goIn } from "#app/(door)/enter.ts";
import { AcceptInvitation, type Asked } from "#server/members/invitation.ts";
import { MAX_PERSON_NAME, MIN_PASSWORD } from "#server/members/user.ts";

export type Invited = {
  readonly token: string;
  readonly email: string;
  readonly asked: Asked;
};

/** Accepts, signs in when need be, and begins in the organisation that invited. */
export function AcceptForm({ invited, done }: { invited: Invited; done: () => void }) {
  const t = useWords("door");
  const trpc = useTRPC();
  const { locale } = useViewer();
  const [name, setName] = useState("");
  const [password, setPassword] = useState("");
  const [wrong, setWrong] = useState<readonly string[]>([]);
  const [entering, setEntering] = useState(false);
  const accept = useAct(trpc.members.acceptInvitation.mutationOptions());
  const switchTo = useAct(trpc.members.switchOrganisation.mutationOptions());
  const { asked, token, email } = invited;
  const typed = {
    ...(asked === "name_and_password" && { name }),
    ...(asked !== "sign_in" && { password }),
  };

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const input = AcceptInvitation.safeParse({ token, locale, ...typed });
    setWrong(input.error?.issues.map((issue) => String(issue.path[0])) ?? []);
    if (!input.success) return;
    setEntering(true);
    const joined = await accept.act(input.data);
    if (!joined) return setEntering(false);
    done();
    if (asked !== "sign_in") await enter("password", { email, password });
    await switchTo.act({ organisationId: joined.done.organisationId });
    goIn();
  };

  return (
    <form method="post" onSubmit={submit} noValidate className="grid gap-4">
      {asked === "name_and_password" && <p className="text-ink-2">{t("invitation.new")}</p>}
      {asked === "password" && <Note icon="lock">{t("invitation.choose")}</Note>}
      {asked === "sign_in" && <p className="text-ink-2">{t("invitation.asYou", { email })}</p>}
      {asked === "name_and_password" && (
        <Field label={t("name")} error={wrong.includes("name") ? t("error.name", { max: MAX_PERSON_NAME }) : undefined}>
          <Input autoComplete="name" value={name} onChange={(event) => setName(event.target.value)} />
        </Field>
      )}
      {asked !== "sign_in" && (
        <Field
          label={t("password")}
          hint={t("passwordHint", { min: MIN_PASSWORD })}
          error={wrong.includes("password") ? t("error.password", { min: MIN_PASSWORD }) : undefined}
        >
          <input type="hidden" name="username" autoComplete="username" value={email} />
          <Input
            type="password"
            autoComplete="new-password"
            value={password}
            onChange={(event) => setPassword(event.target.value)}
          />
        </Field>
      )}
      <RefusalNote>{accept.refusal}</RefusalNote>
      <Button type="submit" kind="primary" size="large" wide pending={entering}>
        {t("invitation.action")}
      </Button>
    </form>
  );
}
