"use client";
import { type FormEvent, useState } from "react";
import { useTRPC } from "#app/_trpc/client.tsx";
import { useAct } from "#app/_trpc/use-act.ts";
import { Button } from "#app/_ui/button.tsx";
import { Card } from "#app/_ui/card.tsx";
import { Field } from "#app/_ui/field.tsx";
import { Input } from "#app/_ui/input.tsx";
import { RefusalNote } from "#app/_ui/refusal.tsx";
import { useToast } from "#app/_ui/toast.tsx";
import { useWords } from "#app/_words/use-words.ts";
import { ChangePassword, MIN_PASSWORD } from "#server/members/user.ts";

/** Chooses another password. */
export function PasswordCard() {
  const t = useWords("members");
  const tell = useToast();
  const [current, setCurrent] = useState("");
  const [password, setPassword] = useState("");
  const [short, setShort] = useState(false);
  const change = useAct(useTRPC().members.changePassword.mutationOptions());
  const isWrong = change.code === "password_is_wrong";

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const input = ChangePassword.safeParse({ current, password });
    setShort(!input.success);
    if (!input.success || !(await change.act(input.data))) return;
    setCurrent("");
    setPassword("");
    tell(t("password.changed"));
  };

  return (
    <Card title={t("password.title")}>
      <form method="post" onSubmit={submit} noValidate className="grid gap-4">
        <Field label={t("password.current")} error={isWrong ? change.refusal : undefined}>
          <Input
            type="password"
            autoComplete="current-password"
            value={current}
            onChange={(event) => {
              setCurrent(event.target.value);
              change.reset();
            }}
          />
        </Field>
        <Field
          label={t("password.new")}
          hint={t("password.newHint", { min: MIN_PASSWORD })}
          error={short ? t("password.newWrong", { min: MIN_PASSWORD }) : undefined}
        >
          <Input
            type="password"
            autoComplete="new-password"
            value={password}
            onChange={(event) => {
              setPassword(event.target.value);
              setShort(false);
            }}
          />
        </Field>
        <RefusalNote>{isWrong ? null : change.refusal}</RefusalNote>
        <Button type="submit" className="justify-self-start" disabled={!current || !password} pending={change.pending}>
          {t("password.change")}
        </Button>
      </form>
    </Card>
  );
}
