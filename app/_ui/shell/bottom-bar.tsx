"use client";
import Link from "next/link";
import { type ReactNode, useState } from "react";
import { Button } from "#app/_ui/button.tsx";
import { cx } from "#app/_ui/cx.ts";
import { Dialog } from "#app/_ui/dialog.tsx";
import { Icon } from "#app/_ui/icon.tsx";
import type { IconName } from "#app/_ui/icons.ts";
import { useWords } from "#app/_words/use-words.ts";
import { OrganisationMenu } from "./organisation-menu.tsx";
import { LanguageButton, ThemeMenu } from "./preferences.tsx";
import type { RoomName } from "./rooms.ts";
import type { ShellProps } from "./shell.tsx";
import { RoomLink } from "./side-bar.tsx";
import { YouMenu } from "./you-menu.tsx";

/** The phone's bar: four rooms, and More for the rest. */
export function BottomBar(props: ShellProps & { current: RoomName | undefined; onFind: () => void }) {
  const t = useWords("shell");
  const [more, setMore] = useState(false);
  const four = props.rooms.filter((room) => room.phone).slice(0, 4);
  const rest = props.rooms.filter((room) => !four.includes(room));
  const inRest = rest.some((room) => room.name === props.current);
  return (
    <nav
      aria-label={t("roomsShort")}
      className="fixed inset-x-0 bottom-0 z-20 grid h-(--botbar) auto-cols-fr grid-flow-col bg-surface pb-1 shadow-bar wide:hidden"
    >
      {four.map((room) => (
        <Link
          key={room.name}
          href={room.href}
          aria-current={room.name === props.current ? "page" : undefined}
          className={stop(room.name === props.current)}
        >
          <Place icon={room.icon} count={room.hot ? room.count : undefined}>
            {t(`room.${room.name}`)}
          </Place>
        </Link>
      ))}
      <button type="button" className={stop(inRest)} aria-haspopup="dialog" onClick={() => setMore(true)}>
        <Place icon="more">{t("more")}</Place>
      </button>
      <Dialog open={more} onOpenChange={setMore} title={t("moreRooms")}>
        <div className="grid gap-px">
          <OrganisationMenu {...props} />
          <Button
            icon="search"
            wide
            size="large"
            className="mb-2 justify-start!"
            onClick={() => {
              setMore(false);
              props.onFind();
            }}
          >
            {t("find")}
          </Button>
          {rest.map((room) => (
            <RoomLink
              key={room.name}
              room={room}
              current={room.name === props.current}
              large
              onGo={() => setMore(false)}
            />
          ))}
          <div className="mt-2 flex gap-1 border-line border-t pt-2">
            <ThemeMenu />
            <LanguageButton rememberLanguage={props.rememberLanguage} />
          </div>
          <YouMenu {...props} />
        </div>
      </Dialog>
    </nav>
  );
}

const stop = (current: boolean) =>
  cx(
    "relative grid content-center justify-items-center gap-[3px] text-11",
    current ? "font-medium text-copper-text" : "text-ink-3",
  );

function Place(props: { icon: IconName; count?: number | undefined; children: ReactNode }) {
  return (
    <>
      <Icon name={props.icon} className="h-5! w-5!" />
      <span className="max-w-full truncate px-1">{props.children}</span>
      {props.count ? (
        <span className="num absolute top-[7px] left-[calc(50%+6px)] h-4 min-w-4 rounded-[8px] bg-copper px-1 text-center font-semibold text-11 text-on-copper leading-4 shadow-[0_0_0_2px_var(--surface)]">
          {props.count}
        </span>
      ) : null}
    </>
  );
}
