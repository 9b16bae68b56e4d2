"use client";
import dynamic from "next/dynamic";
import { usePathname } from "next/navigation";
import { type ReactNode, useEffect, useState } from "react";
import { Keys } from "#app/_ui/keys.tsx";
import { Toasts } from "#app/_ui/toast.tsx";
import { type Locale, ZONE_COOKIE } from "#app/_words/locale.ts";
import { useWords } from "#app/_words/use-words.ts";
import { BottomBar } from "./bottom-bar.tsx";
import { type RoomEntry, roomOf, type Workspace } from "./rooms.ts";
import { SideBar } from "./side-bar.tsx";

const CommandPalette = dynamic(() => import("./command-palette.tsx").then((it) => it.CommandPalette), { ssr: false });

/** A room with what waits in it; `hot` when it waits for this person. */
export type ShellRoom = RoomEntry & { count?: number | undefined; hot?: boolean | undefined };

/** Something found by the palette: a person, lead, payout… */
export type Hit = { href: string; title: string; facts?: string };

/** What a workspace tells its shell, and what the shell may ask of it. */
export type ShellProps = {
  workspace: Workspace;
  /** From ROOMS, with counts; leave out what this person may not enter. */
  rooms: readonly ShellRoom[];
  /** All organisations of the person; the current one is marked. */
  organisations: readonly { id: string; name: string; kind: "merchant" | "provider" | "platform"; current?: boolean }[];
  /** `role` is already in words. */
  user: { name: string; email: string; role: string };
  accountHref?: string;
  switchOrganisation: (id: string) => void | Promise<void>;
  signOut: () => void | Promise<void>;
  signOutEverywhere: () => void | Promise<void>;
  /** Keeps the language on the account; the cookie and the page are seen to here. */
  rememberLanguage?: (locale: Locale) => void | Promise<void>;
  /** Things to do, for the palette. */
  actions?: readonly { label: string; href: string; kbd?: string }[];
  /** Searches by name, e-mail or id. */
  find?: (query: string) => Promise<readonly Hit[]>;
  /** A line above everything, such as whose account this is. */
  banner?: ReactNode;
  children: ReactNode;
};

/** What surrounds every page of a workspace: side bar (bottom bar on a phone), palette, keys and toasts. */
export function Shell(props: ShellProps) {
  const t = useWords("shell");
  const path = usePathname();
  const current = roomOf(props.workspace, path)?.name;
  const [finding, setFinding] = useState<boolean | null>(null);

  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== "k" || !(event.ctrlKey || event.metaKey)) return;
      event.preventDefault();
      setFinding((open) => !open);
    };
    document.addEventListener("keydown", listen);
    return () => document.removeEventListener("keydown", listen);
  }, []);

  useEffect(() => {
    const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
    // biome-ignore lint/suspicious/noDocumentCookie: the server reads it on the next page, and cookieStore is not everywhere.
    document.cookie = `${ZONE_COOKIE}=${encodeURIComponent(zone)}; path=/; max-age=31536000; samesite=lax`;
  }, []);

  return (
    <Toasts>
      <a
        href="#page"
        className="-translate-y-20 fixed top-2 left-2 z-80 rounded-control bg-ink px-3 py-2 text-surface focus:translate-y-0"
      >
        {t("skip")}
      </a>
      <div className="wide:grid wide:h-dvh wide:overflow-hidden wide:grid-cols-[var(--side)_minmax(0,1fr)] phone:pb-(--botbar)">
        <SideBar {...props} current={current} onFind={() => setFinding(true)} />
        <main
          id="page"
          tabIndex={-1}
          className="flex min-h-0 min-w-0 flex-col outline-none focus-visible:shadow-none phone:min-h-[calc(100dvh-var(--botbar))]"
        >
          {props.banner}
          {props.children}
        </main>
      </div>
      <BottomBar {...props} current={current} onFind={() => setFinding(true)} />
      {finding !== null && <CommandPalette {...props} open={finding} onOpenChange={setFinding} />}
      <Keys />
    </Toasts>
  );
}
