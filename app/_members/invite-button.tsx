"use client";
import { type FormEvent, useId, useState } from "react";
import { useTRPC } from "#app/_trpc/client.tsx";
import { useAct } from "#app/_trpc/use-act.ts";
import { Button } from "#app/_ui/button.tsx";
import { Dialog } from "#app/_ui/dialog.tsx";
import { Field } from "#app/_ui/field.tsx";
import { Input } from "#app/_ui/input.tsx";
import { RadioList } from "#app/_ui/radio-list.tsx";
import { RefusalNote } from "#app/_ui/refusal.tsx";
import { useToast } from "#app/_ui/toast.tsx";
import { useWords } from "#app/_words/use-words.ts";
import type { Role } from "#server/kernel/actor.ts";
import { newId } from "#server/kernel/id.ts";
import { INVITATION_DAYS, Invite } from "#server/members/invitation.ts";

/** Invites a colleague. The same form sent twice is one invitation. */
export function InviteButton(props: { roles: readonly Role[]; primary?: boolean }) {
  const t = useWords("members");
  const shell = useWords("shell");
  const tell = useToast();
  const form = useId();
  const [invitationId, setInvitationId] = useState<string>();
  const [email, setEmail] = useState("");
  const [role, setRole] = useState<string>(props.roles.at(-1) ?? "");
  const [wrong, setWrong] = useState(false);
  const invite = useAct(useTRPC().members.invite.mutationOptions());

  const open = () => {
    setInvitationId(newId("invitation"));
    setEmail("");
    setWrong(false);
    invite.reset();
  };
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const input = Invite.safeParse({ invitationId, email, role });
    setWrong(!input.success);
    if (!input.success || !(await invite.act(input.data))) return;
    setInvitationId(undefined);
    tell(t("invite.sent", { email: input.data.email }));
  };

  return (
    <>
      <Button kind={props.primary ? "primary" : "plain"} icon="plus" onClick={open}>
        {t("invite.action")}
      </Button>
      <Dialog
        open={invitationId !== undefined}
        onOpenChange={(opened) => !opened && setInvitationId(undefined)}
        title={t("invite.title")}
        says={t("invite.says", { days: INVITATION_DAYS })}
        foot={
          <Button type="submit" form={form} kind="primary" size="large" pending={invite.pending}>
            {t("invite.send")}
          </Button>
        }
      >
        <form id={form} onSubmit={submit} noValidate className="grid gap-4">
          <Field label={t("invite.email")} error={wrong ? t("invite.emailWrong") : undefined}>
            <Input
              type="email"
              value={email}
              onChange={(event) => {
                setEmail(event.target.value);
                setWrong(false);
                invite.reset();
              }}
            />
          </Field>
          <Field group label={t("invite.role")}>
            <RadioList
              value={role}
              onChange={setRole}
              options={props.roles.map((name) => ({
                value: name,
                label: shell(`role.${name}`),
                hint: t(`roleSays.${name}`),
              }))}
            />
          </Field>
          <RefusalNote>{invite.refusal}</RefusalNote>
        </form>
      </Dialog>
    </>
  );
}
