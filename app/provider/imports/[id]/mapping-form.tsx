"use client";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { useTRPC } from "#app/_trpc/client.tsx";
import { useAct } from "#app/_trpc/use-act.ts";
import { Button } from "#app/_ui/button.tsx";
import { Card } from "#app/_ui/card.tsx";
import { RefusalNote } from "#app/_ui/refusal.tsx";
import { useWords } from "#app/_words/use-words.ts";
import type { Field, ImportId, Mapping, RunImport } from "#server/prospects/import.ts";
import { ColumnTable } from "./column-table.tsx";
import { DryRun } from "./dry-run.tsx";
import type { Found } from "./found.ts";
import { SourceFields } from "./source-fields.tsx";

const NAMES: readonly Field[] = ["name", "first_name", "last_name", "company"];
const REACHES: readonly Field[] = ["email", "phone", "contact"];

/** The columns as Lode understands them, to be confirmed or changed; beside them what would come in. */
export function MappingForm({ found }: { found: Found }) {
  const t = useWords("provider");
  const trpc = useTRPC();
  const importId = found.id as ImportId;
  const { detected } = found;
  const [columns, setColumns] = useState(detected.proposed.map(({ field }) => field));
  const [country, setCountry] = useState(detected.country ?? "");
  const [source, setSource] = useState<Pick<RunImport, "sourceChannel" | "sourceCampaign" | "consentBasis">>({
    sourceChannel: "list",
    sourceCampaign: "",
    consentBasis: "legitimate_interest",
  });
  const run = useAct(trpc.prospects.imports.run.mutationOptions());
  const cancel = useAct(trpc.prospects.imports.cancel.mutationOptions());

  const has = (fields: readonly Field[]) => columns.some((column) => column !== null && fields.includes(column));
  const missing = [has(NAMES) ? null : "missingName", has(REACHES) ? null : "missingContact"] as const;
  const isComplete = !missing[0] && !missing[1];
  const mapping: Mapping = { columns, country: /^[A-Z]{2}$/.test(country) ? country : null };
  const tried = useQuery({
    ...trpc.prospects.imports.try.queryOptions({ importId, mapping }),
    // Asked when the columns change and not when anything else happens: it reads the whole file.
    enabled: false,
    placeholderData: keepPreviousData,
  });
  const { refetch } = tried;
  const asked = isComplete ? JSON.stringify(mapping) : null;
  useEffect(() => {
    if (asked) void refetch();
  }, [asked, refetch]);
  const counts = isComplete ? (tried.data ?? null) : null;

  return (
    <div className="grid items-start gap-4 desk:grid-cols-[minmax(0,1fr)_316px]">
      <div className="grid min-w-0 gap-4">
        <Card title={t("imports.map.title")} aside={<Reading found={found} />} pad={false}>
          <ColumnTable
            detected={detected}
            columns={columns}
            missing={missing}
            country={country}
            setCountry={setCountry}
            setColumn={(at, field) => setColumns(columns.map((column, i) => (i === at ? field : column)))}
          />
        </Card>
        <Card title={t("imports.source.title")}>
          <SourceFields source={source} setSource={setSource} />
        </Card>
      </div>
      <div className="sticky top-0 grid min-w-0 gap-4">
        <DryRun tried={counts} isCounting={isComplete && tried.isFetching} isComplete={isComplete} />
        <RefusalNote>{run.refusal ?? cancel.refusal}</RefusalNote>
        <div className="grid gap-2">
          <Button
            kind="primary"
            size="large"
            wide
            icon="upload"
            pending={run.pending}
            disabled={!counts?.new || tried.isFetching}
            onClick={() => void run.act({ importId, mapping, ...source })}
          >
            {counts?.new === 0 ? t("imports.run.nothing") : t("imports.run.button", { count: counts?.new ?? 0 })}
          </Button>
          <Button wide pending={cancel.pending} onClick={() => void cancel.act({ importId })}>
            {t("imports.run.discard")}
          </Button>
        </div>
      </div>
    </div>
  );
}

const DELIMITER: Record<string, "comma" | "semicolon" | "tab" | "bar"> = {
  ",": "comma",
  ";": "semicolon",
  "\t": "tab",
  "|": "bar",
};

function Reading({ found }: { found: Found }) {
  const t = useWords("provider");
  const { encoding, delimiter, hasHeader, preamble } = found.detected;
  return (
    <>
      {t("imports.map.says", {
        rows: found.rowsTotal ?? 0,
        encoding: encoding === "utf8" ? "UTF-8" : encoding.toUpperCase(),
        delimiter: t(`imports.delimiter.${DELIMITER[delimiter] ?? "comma"}`),
      })}
      {!hasHeader && ` ${t("imports.map.noHeader")}`}
      {preamble > 0 && ` ${t("imports.map.preamble", { count: preamble })}`}
    </>
  );
}
