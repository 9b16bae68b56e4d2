"use client";
import { useState } from "react";
import { useTRPC } from "#app/_trpc/client.tsx";
import { useAct } from "#app/_trpc/use-act.ts";
import { Avatar } from "#app/_ui/avatar.tsx";
import { Button } from "#app/_ui/button.tsx";
import { Confirm } from "#app/_ui/confirm.tsx";
import { Instant } from "#app/_ui/instant.tsx";
import { Menu } from "#app/_ui/menu.tsx";
import { RefusalNote } from "#app/_ui/refusal.tsx";
import { Table, Td, Th, Tr } from "#app/_ui/table.tsx";
import { useToast } from "#app/_ui/toast.tsx";
import { useWords } from "#app/_words/use-words.ts";
import type { Role, UserId } from "#server/kernel/actor.ts";

export type Member = {
  readonly userId: UserId;
  readonly name: string;
  readonly email: string;
  readonly role: Role;
  readonly since: Date;
};

/** The people of an organisation. `roles` are those that may be given; none when the viewer may not. */
export function MemberTable(props: {
  organisation: string;
  members: readonly Member[];
  me: UserId;
  roles: readonly Role[];
}) {
  const t = useWords("members");
  const shell = useWords("shell");
  const tell = useToast();
  const [removing, setRemoving] = useState<Member | null>(null);
  const trpc = useTRPC();
  const change = useAct(trpc.members.changeRole.mutationOptions());
  const end = useAct(trpc.members.endMembership.mutationOptions());
  const { organisation, roles } = props;

  const giveRole = async (member: Member, role: Role) => {
    if (!(await change.act({ userId: member.userId, role }))) return;
    const back = () => void change.act({ userId: member.userId, role: member.role });
    tell(t("members.changed", { name: member.name, role: shell(`role.${role}`) }), back);
  };
  const takeOut = async () => {
    if (!removing) return undefined;
    const refused = await end.attempt({ userId: removing.userId });
    if (!refused) tell(t("members.removed", { name: removing.name }));
    return refused;
  };

  return (
    <>
      {change.refusal && (
        <div className="p-4 pb-0">
          <RefusalNote>{change.refusal}</RefusalNote>
        </div>
      )}
      <Table
        tall
        caption={t("members.caption", { organisation })}
        head={
          <>
            <Th>{t("members.person")}</Th>
            <Th>{t("members.role")}</Th>
            <Th>{t("members.since")}</Th>
            {roles.length > 0 && (
              <Th>
                <span className="sr-only">{t("members.actions", { name: "" })}</span>
              </Th>
            )}
          </>
        }
      >
        {props.members.map((member) => (
          <Tr key={member.userId}>
            <Td>
              <span className="flex min-w-0 items-center gap-3">
                <Avatar name={member.name} own={member.userId === props.me} />
                <span className="min-w-0">
                  <span className="block truncate font-medium">
                    {member.name}
                    {member.userId === props.me && (
                      <span className="font-normal text-12 text-ink-3"> {t("members.you")}</span>
                    )}
                  </span>
                  <span className="block truncate text-12 text-ink-3">{member.email}</span>
                </span>
              </span>
            </Td>
            <Td phone="line" className="phone:pl-[38px]! phone:text-12 phone:text-ink-3">
              {shell(`role.${member.role}`)}
            </Td>
            <Td phone="hidden">
              <Instant at={member.since} relative={false} className="text-ink-2" />
            </Td>
            {roles.length > 0 && (
              <Td className="w-12 text-right phone:col-start-2 phone:row-start-1">
                <Menu
                  align="end"
                  trigger={<Button kind="ghost" icon="more" aria-label={t("members.actions", { name: member.name })} />}
                  groups={[
                    {
                      title: t("members.role"),
                      entries: roles.map((role) => ({
                        label: shell(`role.${role}`),
                        chosen: role === member.role,
                        onSelect: () => void giveRole(member, role),
                      })),
                    },
                    {
                      entries: [
                        {
                          label: t("members.remove"),
                          icon: "trash",
                          danger: true,
                          onSelect: () => setRemoving(member),
                        },
                      ],
                    },
                  ]}
                />
              </Td>
            )}
          </Tr>
        ))}
      </Table>
      <Confirm
        open={removing !== null}
        onOpenChange={(open) => !open && setRemoving(null)}
        title={t("members.removeTitle", { name: removing?.name ?? "" })}
        says={t("members.removeSays", { name: removing?.name ?? "", organisation })}
        action={t("members.removeAction")}
        danger
        run={takeOut}
      />
    </>
  );
}
