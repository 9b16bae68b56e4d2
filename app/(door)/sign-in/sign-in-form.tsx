"use client";
import Link from "next/link";
import { type FormEvent, useState, useTransition } from "react";
import { useTRPC } from "#app/_trpc/client.tsx";
import { useAct } from "#app/_trpc/use-act.ts";
import { Button } from "#app/_ui/button.tsx";
import { Field } from "#app/_ui/field.tsx";
import { Input } from "#app/_ui/input.tsx";
import { Note } from "#app/_ui/note.tsx";
import { RefusalNote } from "#app/_ui/refusal.tsx";
import { useViewer } from "#app/_ui/viewer.tsx";
import { useRefusal } from "#app/_words/use-refusal.ts";
import { useWords } from "#app/_words/use-words.ts";
import { enter, goIn, type Shut } from "#app/(door)/enter.ts";
import { Entry } from "#app/(door)/entry.tsx";
import { LINK_MINUTES, SignIn } from "#server/members/session.ts";
import { EmailAddress } from "#server/members/user.ts";

/** Signs in by password, or asks for a link by mail. What was typed stays on a refusal. */
export function SignInForm(props: { next: string | undefined }) {
  const t = useWords("door");
  const say = useRefusal();
  const { locale } = useViewer();
  const [email, setEmail] = useState("");
  const [password, setPassword] = useState("");
  const [shut, setShut] = useState<Shut>();
  const [emailError, setEmailError] = useState<string>();
  const [sentTo, setSentTo] = useState<string>();
  const [entering, start] = useTransition();
  const link = useAct(useTRPC().members.askForLink.mutationOptions());

  const signIn = (event: FormEvent) => {
    event.preventDefault();
    setSentTo(undefined);
    start(async () => {
      const typed = SignIn.safeParse({ email, password });
      const refused = typed.success ? await enter("password", typed.data) : { code: "sign_in_is_wrong" };
      setShut(refused);
      if (refused) return;
      goIn(props.next);
      await new Promise(() => undefined);
    });
  };
  const sendLink = async () => {
    setShut(undefined);
    setSentTo(undefined);
    const typed = EmailAddress.safeParse(email);
    setEmailError(typed.success ? undefined : t("signIn.emailFirst"));
    if (!typed.success) return;
    const { next } = props;
    if (await link.act({ email: typed.data, locale, ...(next && { next }) })) setSentTo(typed.data);
  };
  const refusal = shut ? say(shut) : link.refusal;

  return (
    <Entry title={t("signIn.title")}>
      <form method="post" onSubmit={signIn} noValidate className="grid gap-4">
        <Field label={t("email")} error={emailError}>
          <Input
            type="email"
            name="email"
            autoComplete="username"
            value={email}
            onChange={(event) => {
              setEmail(event.target.value);
              setEmailError(undefined);
            }}
          />
        </Field>
        <Field label={t("password")}>
          <Input
            type="password"
            name="password"
            autoComplete="current-password"
            value={password}
            onChange={(event) => setPassword(event.target.value)}
          />
        </Field>
        <RefusalNote>{refusal}</RefusalNote>
        <div className="grid gap-2">
          <Button type="submit" kind="primary" size="large" wide pending={entering}>
            {t("signIn.action")}
          </Button>
          <Button size="large" wide pending={link.pending} onClick={sendLink}>
            {t("signIn.link")}
          </Button>
          <div role="status">
            {sentTo && (
              <Note hue="malachite" icon="mail">
                {t("signIn.linkSent", { email: sentTo, minutes: LINK_MINUTES })}
              </Note>
            )}
          </div>
        </div>
      </form>
      <p className="text-ink-2">
        {t("signIn.or")}{" "}
        <Link href="/sign-up" className="link">
          {t("signIn.signUp")}
        </Link>
      </p>
    </Entry>
  );
}
