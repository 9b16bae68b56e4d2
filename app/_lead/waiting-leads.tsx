import Link from "next/link";
import type { ReactNode } from "react";
import { Card } from "#app/_ui/card.tsx";
import { Clock } from "#app/_ui/clock.tsx";
import { Sep } from "#app/_ui/sep.tsx";
import { pageWords } from "#app/_words/request.ts";
import { Hidden } from "./hidden.tsx";
import { placeOf } from "./lead-words.ts";
import { TextLink } from "./text-link.tsx";

type Row = {
  readonly id: string;
  readonly company: string;
  readonly title: string;
  readonly city: string;
  readonly country: string;
  readonly program: { readonly name: string };
  readonly handedOverAt: Date;
  readonly reviewDueAt: Date;
};

/** The leads whose review clock runs, the most urgent first. */
export async function WaitingLeads(props: {
  rows: readonly Row[];
  count: number;
  base: string;
  title?: string;
  nothing?: ReactNode;
}) {
  const t = await pageWords("trade");
  return (
    <Card
      title={props.title ?? t("waiting.title")}
      aside={props.count}
      action={<TextLink href={props.base}>{t("waiting.all")}</TextLink>}
      pad={false}
    >
      {props.rows.length === 0 && <p className="p-4 text-ink-3">{props.nothing ?? t("waiting.nothing")}</p>}
      <ul>
        {props.rows.map((row) => (
          <li key={row.id} className="border-line border-b last:border-b-0">
            <Link href={`${props.base}/${row.id}`} className="flex items-center gap-3 px-4 py-2.5 hover:bg-sunken">
              <span className="min-w-0 flex-1">
                <span className="block truncate font-medium">
                  <Hidden text={row.company || row.title} />
                </span>
                <span className="block truncate text-12 text-ink-3">
                  {placeOf(row)} <Sep /> {row.program.name}
                </span>
              </span>
              <Clock due={row.reviewDueAt} since={row.handedOverAt} short />
            </Link>
          </li>
        ))}
      </ul>
    </Card>
  );
}
