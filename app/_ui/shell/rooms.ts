import type { IconName } from "#app/_ui/icons.ts";

/** The three kinds of work in Lode. */
export type Workspace = "merchant" | "provider" | "finance";

/** Every room, by its key in the words of the shell. */
export type RoomName =
  | "home"
  | "leads"
  | "pipeline"
  | "deals"
  | "programs"
  | "providers"
  | "billing"
  | "settings"
  | "queue"
  | "prospects"
  | "imports"
  | "earnings"
  | "account"
  | "team"
  | "payouts"
  | "settlements"
  | "ledger"
  | "organisations"
  | "audit";

/** A room: its address, its name's key in the shell's words, its icon, and whether it is one of the phone's four. */
export type RoomEntry = { name: RoomName; href: string; icon: IconName; phone?: true };

/** The rooms of each workspace, in the order of the side bar. */
export const ROOMS: Record<Workspace, readonly RoomEntry[]> = {
  merchant: [
    { name: "home", href: "/merchant", icon: "home", phone: true },
    { name: "leads", href: "/merchant/leads", icon: "leads", phone: true },
    { name: "pipeline", href: "/merchant/pipeline", icon: "pipeline", phone: true },
    { name: "deals", href: "/merchant/deals", icon: "deals", phone: true },
    { name: "programs", href: "/merchant/programs", icon: "programs" },
    { name: "providers", href: "/merchant/providers", icon: "people" },
    { name: "billing", href: "/merchant/billing", icon: "card" },
    { name: "settings", href: "/merchant/settings", icon: "settings" },
  ],
  provider: [
    { name: "home", href: "/provider", icon: "home", phone: true },
    { name: "queue", href: "/provider/queue", icon: "queue", phone: true },
    { name: "prospects", href: "/provider/prospects", icon: "people" },
    { name: "imports", href: "/provider/imports", icon: "upload" },
    { name: "leads", href: "/provider/leads", icon: "leads", phone: true },
    { name: "programs", href: "/provider/programs", icon: "programs" },
    { name: "earnings", href: "/provider/earnings", icon: "card", phone: true },
    { name: "account", href: "/provider/account", icon: "bank" },
    { name: "team", href: "/provider/team", icon: "person" },
    { name: "settings", href: "/provider/settings", icon: "settings" },
  ],
  finance: [
    { name: "home", href: "/finance", icon: "home", phone: true },
    { name: "payouts", href: "/finance/payouts", icon: "bank", phone: true },
    { name: "settlements", href: "/finance/settlements", icon: "card", phone: true },
    { name: "ledger", href: "/finance/ledger", icon: "ledger", phone: true },
    { name: "organisations", href: "/finance/organisations", icon: "organisation" },
    { name: "audit", href: "/finance/audit", icon: "lock" },
  ],
};

/** The room an address belongs to: the longest one it begins with. */
export function roomOf(workspace: Workspace, path: string): RoomEntry | undefined {
  return ROOMS[workspace]
    .filter((room) => path === room.href || path.startsWith(`${room.href}/`))
    .sort((a, b) => b.href.length - a.href.length)[0];
}
