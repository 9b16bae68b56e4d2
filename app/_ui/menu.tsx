"use client";
import Link from "next/link";
import { DropdownMenu } from "radix-ui";
import type { ReactElement, ReactNode } from "react";
import { cx } from "./cx.ts";
import { Icon } from "./icon.tsx";
import type { IconName } from "./icons.ts";

type Entry = {
  label: ReactNode;
  icon?: IconName;
  /** Quiet words at its end. */
  end?: ReactNode;
  chosen?: boolean;
  danger?: boolean;
  disabled?: boolean;
} & ({ href: string } | { onSelect: () => void });

const ITEM =
  "flex min-h-8 w-full cursor-pointer select-none items-center gap-2.5 rounded-control px-2 outline-none data-disabled:cursor-not-allowed data-highlighted:bg-hover data-disabled:text-ink-3 phone:min-h-11";

/** A list of things to do or go to that opens from its trigger (a Button). Groups are divided by a line; a title names one. */
export function Menu(props: {
  trigger: ReactElement;
  groups: readonly { title?: string; entries: readonly Entry[] }[];
  align?: "start" | "end";
  side?: "top" | "bottom";
}) {
  return (
    <DropdownMenu.Root modal={false}>
      <DropdownMenu.Trigger asChild>{props.trigger}</DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content
          align={props.align ?? "start"}
          side={props.side ?? "bottom"}
          sideOffset={4}
          collisionPadding={8}
          className="scroller z-60 max-h-(--radix-dropdown-menu-content-available-height) min-w-[196px] max-w-[320px] rounded-card bg-raised p-1 shadow-pop"
        >
          {props.groups.map((group, index) => (
            <DropdownMenu.Group
              key={group.title ?? index}
              className="not-first:mt-1 not-first:border-line not-first:border-t not-first:pt-1"
            >
              {group.title && (
                <DropdownMenu.Label className="px-2 pt-1 pb-0.5 text-11 text-ink-3">{group.title}</DropdownMenu.Label>
              )}
              {group.entries.map((entry, at) => (
                <MenuEntry key={typeof entry.label === "string" ? entry.label : at} entry={entry} />
              ))}
            </DropdownMenu.Group>
          ))}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}

function MenuEntry({ entry }: { entry: Entry }) {
  const inside = (
    <>
      {entry.icon && <Icon name={entry.icon} className="text-ink-3" />}
      <span className="min-w-0 flex-1 truncate">{entry.label}</span>
      {entry.end && <span className="text-12 text-ink-3">{entry.end}</span>}
      {entry.chosen && <Icon name="check" className="text-copper-mark" />}
    </>
  );
  const className = cx(ITEM, entry.danger && "text-cinnabar-fg");
  if ("href" in entry)
    return (
      <DropdownMenu.Item asChild disabled={entry.disabled ?? false}>
        <Link href={entry.href} className={className}>
          {inside}
        </Link>
      </DropdownMenu.Item>
    );
  return (
    <DropdownMenu.Item className={className} disabled={entry.disabled ?? false} onSelect={entry.onSelect}>
      {inside}
    </DropdownMenu.Item>
  );
}
