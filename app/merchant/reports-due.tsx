import Link from "next/link";
import { ReportWin } from "#app/_lead/report-win.tsx";
import { StageMenu } from "#app/_lead/stage-menu.tsx";
import type { Answers } from "#app/_trpc/answers.ts";
import { Badge } from "#app/_ui/badge.tsx";
import { Card } from "#app/_ui/card.tsx";
import { Clock } from "#app/_ui/clock.tsx";
import { Sep } from "#app/_ui/sep.tsx";
import { pageWords } from "#app/_words/request.ts";
import { movesFrom } from "#server/deals/stage.ts";
import type { LeadId } from "#server/leads/lead.ts";

/** The accepted leads on which word is owed: won, lost, or still where it stands. */
export async function ReportsDue({ due }: { due: Answers["deals"]["reportsDue"] }) {
  const [t, state] = await Promise.all([pageWords("merchant"), pageWords("state")]);
  const overdue = due.rows.filter(({ nextReportAt }) => nextReportAt && nextReportAt < due.now).length;
  return (
    <Card
      title={t("home.toReport")}
      aside={due.count}
      action={overdue > 0 && <Badge mark="cinnabar">{t("home.overdue", { count: overdue })}</Badge>}
      pad={false}
    >
      {due.rows.length === 0 && <p className="p-4 text-ink-3">{t("home.nothingToReport")}</p>}
      <ul>
        {due.rows.map((row) => {
          const stage = row.stage?.stage ?? "open";
          return (
            <li
              key={row.id}
              className="flex flex-wrap items-center gap-x-3 gap-y-2 border-line border-b px-4 py-2.5 last:border-b-0"
            >
              <span className="min-w-0 flex-1 basis-[168px]">
                <Link href={`/merchant/leads/${row.id}`} className="block truncate font-medium hover:underline">
                  {row.company}
                </Link>
                <span className="flex flex-wrap items-center gap-x-1 text-12 text-ink-3">
                  {state(`stage.${stage}`)} <Sep /> {row.nextReportAt && <Clock due={row.nextReportAt} short />}
                </span>
              </span>
              <span className="flex gap-1.5">
                <ReportWin leadId={row.id as LeadId} size="small" />
                <StageMenu leadId={row.id as LeadId} next={movesFrom(stage)} size="small" />
              </span>
            </li>
          );
        })}
      </ul>
    </Card>
  );
}
