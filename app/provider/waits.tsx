import Link from "next/link";
import type { Answers } from "#app/_trpc/answers.ts";
import { Card } from "#app/_ui/card.tsx";
import { Count } from "#app/_ui/count.tsx";
import { Icon } from "#app/_ui/icon.tsx";
import type { IconName } from "#app/_ui/icons.ts";
import { pageWords } from "#app/_words/request.ts";

/** What waits: for this provider, and for its merchants. */
export async function Waits({ waits }: { waits: Answers["insight"]["providerWaits"] }) {
  const t = await pageWords("provider");
  const rows: readonly { icon: IconName; label: string; count: number; href: string }[] = [
    { icon: "queue", label: t("home.waits.due"), count: waits.due, href: "/provider/queue" },
    {
      icon: "scales",
      label: t("home.waits.appealable"),
      count: waits.appealable,
      href: "/provider/leads?view=rejected",
    },
    { icon: "leads", label: t("home.waits.waiting"), count: waits.waiting, href: "/provider/leads?view=waiting" },
    { icon: "deals", label: t("home.waits.reported"), count: waits.reported, href: "/provider/leads?view=accepted" },
  ];
  return (
    <Card title={t("home.waitsTitle")} pad={false}>
      <ul>
        {rows.map(({ icon, label, count, href }) => (
          <li key={href} className="border-line border-b last:border-b-0">
            <Link href={href} className="flex items-center gap-3 px-4 py-3 hover:bg-sunken">
              <Icon name={icon} className={count > 0 ? "text-copper-mark" : "text-ink-3"} />
              <span className="min-w-0 flex-1">{label}</span>
              <Count value={count} className={count > 0 ? "font-semibold" : "text-ink-3"} />
            </Link>
          </li>
        ))}
      </ul>
    </Card>
  );
}
