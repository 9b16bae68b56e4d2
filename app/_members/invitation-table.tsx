"use client";
import { useState } from "react";
import { useTRPC } from "#app/_trpc/client.tsx";
import { useAct } from "#app/_trpc/use-act.ts";
import { Button } from "#app/_ui/button.tsx";
import { Confirm } from "#app/_ui/confirm.tsx";
import { Instant } from "#app/_ui/instant.tsx";
import { Table, Td, Th, Tr } from "#app/_ui/table.tsx";
import { useToast } from "#app/_ui/toast.tsx";
import { useWords } from "#app/_words/use-words.ts";
import type { Role } from "#server/kernel/actor.ts";
import type { InvitationId } from "#server/members/invitation.ts";

type Invitation = {
  readonly id: InvitationId;
  readonly email: string;
  readonly role: Role;
  readonly expiresAt: Date;
};

/** Who is invited and has not answered; owners can take an invitation back. */
export function InvitationTable(props: {
  organisation: string;
  invitations: readonly Invitation[];
  mayRevoke: boolean;
}) {
  const t = useWords("members");
  const shell = useWords("shell");
  const tell = useToast();
  const [revoking, setRevoking] = useState<Invitation | null>(null);
  const revoke = useAct(useTRPC().members.revokeInvitation.mutationOptions());
  const email = revoking?.email ?? "";

  const takeBack = async () => {
    if (!revoking) return undefined;
    const refused = await revoke.attempt({ invitationId: revoking.id });
    if (!refused) tell(t("invitations.revoked", { email }));
    return refused;
  };

  return (
    <>
      <Table
        caption={t("invitations.caption", { organisation: props.organisation })}
        head={
          <>
            <Th>{t("invitations.email")}</Th>
            <Th>{t("invitations.role")}</Th>
            <Th>{t("invitations.until")}</Th>
            {props.mayRevoke && (
              <Th>
                <span className="sr-only">{t("invitations.revoke")}</span>
              </Th>
            )}
          </>
        }
      >
        {props.invitations.map((invitation) => (
          <Tr key={invitation.id}>
            <Td className="wrap-anywhere">{invitation.email}</Td>
            <Td phone="line" className="phone:text-12 phone:text-ink-3">
              {shell(`role.${invitation.role}`)}
            </Td>
            <Td phone="hidden">
              <Instant at={invitation.expiresAt} relative={false} className="text-ink-2" />
            </Td>
            {props.mayRevoke && (
              <Td className="text-right phone:col-start-2 phone:row-start-1">
                <Button size="small" onClick={() => setRevoking(invitation)}>
                  {t("invitations.revoke")}
                </Button>
              </Td>
            )}
          </Tr>
        ))}
      </Table>
      <Confirm
        open={revoking !== null}
        onOpenChange={(open) => !open && setRevoking(null)}
        title={t("invitations.revokeTitle", { email })}
        says={t("invitations.revokeSays")}
        action={t("invitations.revoke")}
        danger
        run={takeBack}
      />
    </>
  );
}
