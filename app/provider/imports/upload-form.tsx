"use client";
import { useRouter } from "next/navigation";
import { useState, useTransition } from "react";
import { Button } from "#app/_ui/button.tsx";
import { Field } from "#app/_ui/field.tsx";
import { FileDrop } from "#app/_ui/file-drop.tsx";
import { Select } from "#app/_ui/select.tsx";
import { useRefusal } from "#app/_words/use-refusal.ts";
import { useWords } from "#app/_words/use-words.ts";
import { newId } from "#server/kernel/id.ts";
import { MAX_COLUMNS, MAX_FILE_BYTES, MAX_FILE_NAME, MAX_ROWS } from "#server/prospects/import.ts";

/** Megabytes as the drop zone counts them; the server's limit is the one that holds. */
const MAX_MEGABYTES = Math.floor(MAX_FILE_BYTES / 1_048_576);

/** Takes a list for a program; the server reads it, and the next page shows what it found. */
export function UploadForm({ programs }: { programs: readonly { id: string; name: string }[] }) {
  const t = useWords("provider");
  const say = useRefusal();
  const router = useRouter();
  const [file, setFile] = useState<File | null>(null);
  const [programId, setProgramId] = useState(programs[0]?.id ?? "");
  const [refusal, setRefusal] = useState<string | null>(null);
  const [pending, start] = useTransition();

  const send = () =>
    start(async () => {
      if (!file) return;
      const importId = newId("import");
      const about = new URLSearchParams({ importId, programId, fileName: file.name.slice(-MAX_FILE_NAME) });
      const answer = await fetch(`/api/v1/imports?${about}`, { method: "POST", body: file }).catch(() => null);
      if (answer?.ok) return router.push(`/provider/imports/${importId}`);
      const said = await answer?.json().catch(() => null);
      setRefusal(say(answer ? said?.refusal : { code: "no_connection" }));
    });
  return (
    <form
      className="grid max-w-[640px] gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <p className="text-ink-2">{t("imports.upload.says")}</p>
      {programs.length > 1 && (
        <Field label={t("imports.upload.program")}>
          <Select
            options={programs.map(({ id, name }) => ({ value: id, label: name }))}
            value={programId}
            onChange={(event) => setProgramId(event.target.value)}
          />
        </Field>
      )}
      <Field
        label={t("imports.upload.file")}
        hint={t("imports.upload.hint", { rows: MAX_ROWS, columns: MAX_COLUMNS })}
        error={refusal}
      >
        <FileDrop
          name="file"
          accept=".csv,.tsv,.txt"
          maxMegabytes={MAX_MEGABYTES}
          onFile={(taken) => {
            setRefusal(null);
            setFile(taken);
          }}
        />
      </Field>
      <div className="flex flex-wrap items-center gap-3">
        <Button type="submit" kind="primary" icon="upload" pending={pending} disabled={!file}>
          {pending ? t("imports.upload.reading") : t("imports.upload.button")}
        </Button>
        <a
          className="text-12 text-ink-2 underline hover:text-ink"
          download="lode-template.csv"
          href={`data:text/csv;charset=utf-8,${encodeURIComponent(`\ufeff${t("imports.templateHeader")}\r\n`)}`}
        >
          {t("imports.upload.template")}
        </a>
      </div>
    </form>
  );
}
