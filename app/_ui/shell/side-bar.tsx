"use client";
import Link from "next/link";
import { useEffect, useState } from "react";
import { cx } from "#app/_ui/cx.ts";
import { Icon } from "#app/_ui/icon.tsx";
import { Kbd } from "#app/_ui/kbd.tsx";
import { useWords } from "#app/_words/use-words.ts";
import { OrganisationMenu } from "./organisation-menu.tsx";
import { LanguageButton, ThemeMenu } from "./preferences.tsx";
import type { RoomName } from "./rooms.ts";
import type { ShellProps, ShellRoom } from "./shell.tsx";
import { YouMenu } from "./you-menu.tsx";

/** The side bar: organisation, find, rooms with what waits in them, then theme, language and the person. */
export function SideBar(props: ShellProps & { current: RoomName | undefined; onFind: () => void }) {
  const t = useWords("shell");
  const platformKey = usePlatformKey();
  return (
    <nav aria-label={t("rooms")} className="scroller flex flex-col gap-0.5 border-line border-r p-2.5 phone:hidden">
      <OrganisationMenu organisations={props.organisations} switchOrganisation={props.switchOrganisation} />
      <button
        type="button"
        onClick={props.onFind}
        className="mb-2.5 flex h-[30px] flex-none items-center gap-2 rounded-control border border-line-strong bg-surface px-2 text-12 text-ink-3 hover:bg-hover"
      >
        <Icon name="search" />
        {t("find")}
        <span className="ml-auto">
          <Kbd>{platformKey} K</Kbd>
        </span>
      </button>
      {props.rooms.map((room) => (
        <RoomLink key={room.name} room={room} current={room.name === props.current} />
      ))}
      <div className="mt-auto grid gap-0.5 pt-2.5">
        <div className="flex gap-1 px-0.5 py-1">
          <ThemeMenu />
          <LanguageButton rememberLanguage={props.rememberLanguage} />
        </div>
        <YouMenu {...props} />
      </div>
    </nav>
  );
}

/** What the command key is called on this machine. */
function usePlatformKey(): string {
  const [key, setKey] = useState("Ctrl");
  useEffect(() => {
    if (/Mac|iPhone|iPad/.test(navigator.userAgent)) setKey("⌘");
  }, []);
  return key;
}

/** One room in the side bar or in the More sheet. */
export function RoomLink(props: { room: ShellRoom; current: boolean; onGo?: () => void; large?: boolean }) {
  const t = useWords("shell");
  const { room, current } = props;
  return (
    <Link
      href={room.href}
      aria-current={current ? "page" : undefined}
      {...(props.onGo && { onClick: props.onGo })}
      className={cx(
        "flex flex-none items-center gap-[9px] rounded-control px-2",
        props.large ? "min-h-11" : "min-h-[30px]",
        current ? "bg-surface font-medium text-ink shadow-[0_0_0_1px_var(--line)]" : "text-ink-2 hover:bg-hover",
      )}
    >
      <Icon name={room.icon} className={current ? "text-copper-mark" : undefined} />
      <span className="truncate">{t(`room.${room.name}`)}</span>
      {room.count ? (
        <span
          className={cx("num ml-auto text-12", room.hot ? "font-semibold text-copper-text" : "text-ink-3")}
          title={room.hot ? t("waiting", { count: room.count }) : undefined}
        >
          {room.count}
        </span>
      ) : null}
    </Link>
  );
}
