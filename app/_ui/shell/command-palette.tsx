"use client";
import { Command } from "cmdk";
import { useRouter } from "next/navigation";
import { Dialog as Radix } from "radix-ui";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { Icon } from "#app/_ui/icon.tsx";
import type { IconName } from "#app/_ui/icons.ts";
import { useWords } from "#app/_words/use-words.ts";
import type { Hit, ShellProps } from "./shell.tsx";

const PAUSE_MS = 180;

/** Go, act or find: rooms and actions are matched here, records by the server. Ctrl/⌘ K opens and closes it. */
export function CommandPalette(
  props: Pick<ShellProps, "rooms" | "actions" | "find"> & { open: boolean; onOpenChange: (open: boolean) => void },
) {
  const t = useWords("shell");
  const router = useRouter();
  const [query, setQuery] = useState("");
  const { hits, searching } = useHits(query, props.find);
  const go = (href: string) => {
    props.onOpenChange(false);
    setQuery("");
    router.push(href);
  };
  return (
    <Radix.Root open={props.open} onOpenChange={props.onOpenChange}>
      <Radix.Portal>
        <Radix.Overlay className="fixed inset-0 z-40 bg-scrim" />
        <Radix.Content
          aria-describedby={undefined}
          className="-translate-x-1/2 fixed top-[12vh] left-1/2 z-50 w-[560px] max-w-[calc(100vw-24px)] overflow-hidden rounded-card bg-raised shadow-pop outline-none"
        >
          <Radix.Title className="sr-only">{t("find")}</Radix.Title>
          <Command label={t("find")} loop>
            <div className="flex items-center gap-2.5 border-line border-b px-4">
              <Icon name="search" className="text-ink-3" />
              <Command.Input
                value={query}
                onValueChange={setQuery}
                placeholder={t("findPlaceholder")}
                className="h-12 min-w-0 flex-1 bg-transparent text-14 outline-none focus-visible:shadow-none phone:text-16"
              />
            </div>
            <Command.List className="scroller max-h-[min(420px,60vh)] p-1.5">
              <Command.Empty className="px-3 py-6 text-ink-3">
                {searching ? t("findSearching") : t("findNothing", { query })}
              </Command.Empty>
              <Hits hits={hits} query={query} go={go} />
              <Actions actions={props.actions ?? []} go={go} />
              <Rooms rooms={props.rooms} go={go} />
            </Command.List>
          </Command>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

type Go = (href: string) => void;

function Hits({ hits, query, go }: { hits: readonly Hit[]; query: string; go: Go }) {
  const t = useWords("shell");
  if (hits.length === 0) return null;
  return (
    <Group title={t("found")}>
      {hits.map((hit) => (
        <Line key={hit.href} value={`${query} ${hit.href}`} icon="right" end={hit.facts} onSelect={() => go(hit.href)}>
          {hit.title}
        </Line>
      ))}
    </Group>
  );
}

function Actions({ actions, go }: { actions: NonNullable<ShellProps["actions"]>; go: Go }) {
  const t = useWords("shell");
  if (actions.length === 0) return null;
  return (
    <Group title={t("act")}>
      {actions.map((action) => (
        <Line key={action.label} value={action.label} icon="plus" end={action.kbd} onSelect={() => go(action.href)}>
          {action.label}
        </Line>
      ))}
    </Group>
  );
}

function Rooms({ rooms, go }: { rooms: ShellProps["rooms"]; go: Go }) {
  const t = useWords("shell");
  return (
    <Group title={t("go")}>
      {rooms.map((room) => {
        const name = t(`room.${room.name}`);
        return (
          <Line key={room.name} value={`${name} ${room.name}`} icon={room.icon} onSelect={() => go(room.href)}>
            {name}
          </Line>
        );
      })}
    </Group>
  );
}

/** What the server finds, asked once the person pauses; an answer that comes too late is dropped. */
function useHits(query: string, find: ShellProps["find"]) {
  const [hits, setHits] = useState<readonly Hit[]>([]);
  const [searching, setSearching] = useState(false);
  const ask = useRef(find);
  ask.current = find;
  useEffect(() => {
    setHits([]);
    if (!ask.current || query.trim().length < 2) return setSearching(false);
    let current = true;
    setSearching(true);
    const timer = setTimeout(async () => {
      const found = (await ask.current?.(query.trim()).catch(() => [])) ?? [];
      if (!current) return;
      setHits(found);
      setSearching(false);
    }, PAUSE_MS);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [query]);
  return { hits, searching };
}

function Group(props: { title: string; children: ReactNode }) {
  return (
    <Command.Group
      heading={props.title}
      className="**:[[cmdk-group-heading]]:px-2.5 **:[[cmdk-group-heading]]:pt-2 **:[[cmdk-group-heading]]:pb-1 **:[[cmdk-group-heading]]:text-11 **:[[cmdk-group-heading]]:text-ink-3"
    >
      {props.children}
    </Command.Group>
  );
}

function Line(props: {
  value: string;
  icon: IconName;
  end?: string | undefined;
  onSelect: () => void;
  children: ReactNode;
}) {
  return (
    <Command.Item
      value={props.value}
      onSelect={props.onSelect}
      className="flex min-h-9 cursor-pointer items-center gap-2.5 rounded-control px-2.5 data-[selected=true]:bg-hover phone:min-h-11"
    >
      <Icon name={props.icon} className="text-ink-3" />
      <span className="min-w-0 flex-1 truncate">{props.children}</span>
      {props.end && <span className="flex-none text-12 text-ink-3">{props.end}</span>}
    </Command.Item>
  );
}
