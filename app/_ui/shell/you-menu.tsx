"use client";
import { Avatar } from "#app/_ui/avatar.tsx";
import { Menu } from "#app/_ui/menu.tsx";
import { useWords } from "#app/_words/use-words.ts";
import type { ShellProps } from "./shell.tsx";

/** The person: account, and the way out, here or everywhere. */
export function YouMenu(props: Pick<ShellProps, "user" | "accountHref" | "signOut" | "signOutEverywhere">) {
  const t = useWords("shell");
  const { user } = props;
  const trigger = (
    <button
      type="button"
      className="flex min-h-[30px] w-full items-center gap-[9px] rounded-control px-2 py-1 text-left text-ink-2 hover:bg-hover"
    >
      <Avatar name={user.name} />
      <span className="min-w-0 flex-1 truncate">{user.name}</span>
      <span className="max-w-[45%] truncate text-12 text-ink-3">{user.role}</span>
      <span className="sr-only">{t("you")}</span>
    </button>
  );
  const account = props.accountHref
    ? [{ label: t("account"), icon: "settings" as const, href: props.accountHref }]
    : [];
  return (
    <Menu
      side="top"
      trigger={trigger}
      groups={[
        ...(account.length ? [{ title: user.email, entries: account }] : []),
        {
          ...(account.length ? {} : { title: user.email }),
          entries: [
            { label: t("signOut"), icon: "signOut", onSelect: () => void props.signOut() },
            { label: t("signOutEverywhere"), icon: "lock", onSelect: () => void props.signOutEverywhere() },
          ],
        },
      ]}
    />
  );
}
