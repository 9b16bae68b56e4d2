"use client";
import { Badge } from "#app/_ui/badge.tsx";
import { buttonClass } from "#app/_ui/button.tsx";
import { Card } from "#app/_ui/card.tsx";
import { Icon } from "#app/_ui/icon.tsx";
import { Pagination } from "#app/_ui/pagination.tsx";
import { RowLink, Table, Td, Th, Tr } from "#app/_ui/table.tsx";
import { Tabs } from "#app/_ui/tabs.tsx";
import { useWords } from "#app/_words/use-words.ts";
import { VERDICTS } from "#server/prospects/import.ts";
import type { Found, ImportedRow } from "./found.ts";
import { useReason } from "./use-reason.ts";

type Verdict = (typeof VERDICTS)[number];
type Given = {
  found: Found;
  rows: readonly ImportedRow[];
  next: number | null;
  verdict: Verdict | null;
  after: number;
};
const MARK = { new: "malachite", duplicate: "over", invalid: "cinnabar" } as const;

/** What became of each row of the file; those refused can be downloaded, mended and imported again. */
export function Verdicts({ found, rows, next, verdict, after }: Given) {
  const t = useWords("provider");
  const here = `/provider/imports/${found.id}`;
  const counts = { new: found.rowsNew, duplicate: found.rowsDuplicate, invalid: found.rowsInvalid };
  const page = (from: number) =>
    `${here}?${new URLSearchParams({ ...(verdict && { verdict }), ...(from > 0 && { after: String(from) }) })}`;
  return (
    <Card
      pad={false}
      title={t("imports.verdicts.title")}
      action={
        found.rowsInvalid > 0 && (
          <a
            href={`/api/v1/imports/${found.id}/refused`}
            className={buttonClass({ size: "small" })}
            title={t("imports.verdicts.downloadHint")}
          >
            <Icon name="download" />
            {t("imports.verdicts.download")}
          </a>
        )
      }
    >
      <div className="overflow-x-auto border-line border-b px-3 py-2">
        <Tabs
          label={t("imports.verdicts.title")}
          tabs={[
            { href: here, label: t("imports.verdicts.all"), count: found.rowsRead, current: !verdict },
            ...VERDICTS.map((it) => ({
              href: `${here}?verdict=${it}`,
              label: t(`imports.verdicts.${it}`),
              count: counts[it],
              current: it === verdict,
            })),
          ]}
        />
      </div>
      {rows.length === 0 && <p className="px-4 py-5 text-ink-3">{t("imports.verdicts.none")}</p>}
      {rows.length > 0 && (
        <Table
          caption={t("imports.verdicts.title")}
          head={
            <>
              <Th>{t("imports.verdicts.row")}</Th>
              <Th>{t("imports.verdicts.verdict")}</Th>
              <Th>{t("imports.verdicts.why")}</Th>
              <Th>{t("imports.verdicts.cells")}</Th>
            </>
          }
        >
          {rows.map((row) => (
            <Row key={row.row} row={row} />
          ))}
        </Table>
      )}
      <Pagination newerHref={after > 0 ? page(0) : null} olderHref={next ? page(next) : null} />
    </Card>
  );
}

function Row({ row }: { row: ImportedRow }) {
  const t = useWords("provider");
  const reason = useReason();
  const cells = Array.isArray(row.cells) ? row.cells.filter((cell) => typeof cell === "string" && cell !== "") : [];
  const number = <span className="num">{row.row}</span>;
  return (
    <Tr>
      <Td>{row.prospectId ? <RowLink href={`/provider/prospects/${row.prospectId}`}>{number}</RowLink> : number}</Td>
      <Td>
        <Badge mark={MARK[row.verdict]}>{t(`imports.verdict.${row.verdict}`)}</Badge>
      </Td>
      <Td phone="line">
        {row.reasons.map((code) => (
          <span key={code} className="block">
            {reason(code)}
          </span>
        ))}
      </Td>
      <Td phone="line" className="max-w-[420px]">
        <span className="line-clamp-1 text-12 text-ink-3 wrap-anywhere">{row.name ?? cells.join(" · ")}</span>
      </Td>
    </Tr>
  );
}
