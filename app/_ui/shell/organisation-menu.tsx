"use client";
import { Icon } from "#app/_ui/icon.tsx";
import { Logo } from "#app/_ui/logo.tsx";
import { Menu } from "#app/_ui/menu.tsx";
import { useWords } from "#app/_words/use-words.ts";
import type { ShellProps } from "./shell.tsx";

/** Whose workspace this is, and the way to the person's other organisations. */
export function OrganisationMenu(props: Pick<ShellProps, "organisations" | "switchOrganisation">) {
  const t = useWords("shell");
  const current = props.organisations.find((organisation) => organisation.current) ?? props.organisations[0];
  const name = <b className="truncate font-semibold">{current?.name}</b>;
  const className = "mb-1.5 flex h-10 flex-none items-center gap-[9px] rounded-control px-1.5 text-left";
  if (props.organisations.length < 2)
    return (
      <div className={className}>
        <Logo />
        {name}
      </div>
    );
  const trigger = (
    <button type="button" className={`${className} hover:bg-hover`}>
      <Logo />
      {name}
      <span className="sr-only">{t("organisation")}</span>
      <Icon name="down" className="ml-auto text-ink-3" />
    </button>
  );
  const entries = props.organisations.map((organisation) => ({
    label: organisation.name,
    end: t(`kind.${organisation.kind}`),
    chosen: organisation === current,
    onSelect: () => void props.switchOrganisation(organisation.id),
  }));
  return <Menu trigger={trigger} groups={[{ title: t("organisation"), entries }]} />;
}
