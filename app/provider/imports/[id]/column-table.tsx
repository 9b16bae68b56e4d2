"use client";
import { Field as FormField } from "#app/_ui/field.tsx";
import { Input } from "#app/_ui/input.tsx";
import { RefusalNote } from "#app/_ui/refusal.tsx";
import { Select } from "#app/_ui/select.tsx";
import { Table, Td, Th, Tr } from "#app/_ui/table.tsx";
import { useWords } from "#app/_words/use-words.ts";
import { FIELDS, type Field } from "#server/prospects/import.ts";
import type { Found } from "./found.ts";

type Given = {
  detected: Found["detected"];
  columns: readonly (Field | null)[];
  setColumn: (at: number, field: Field | null) => void;
  missing: readonly ("missingName" | "missingContact" | null)[];
  country: string;
  setCountry: (country: string) => void;
};

/** Each column of the file with its first cells and what it becomes; a column that becomes nothing is kept beside the person. */
export function ColumnTable({ detected, columns, setColumn, missing, country, setCountry }: Given) {
  const t = useWords("provider");
  const asks = columns.includes("phone") || columns.includes("contact");
  return (
    <>
      {missing.some(Boolean) && (
        <div className="grid gap-2 p-4 pb-0">
          {missing.map((key) => key && <RefusalNote key={key}>{t(`imports.map.${key}`)}</RefusalNote>)}
        </div>
      )}
      <Table
        caption={t("imports.map.title")}
        tall
        head={
          <>
            <Th>{t("imports.map.column")}</Th>
            <Th>{t("imports.map.sample")}</Th>
            <Th>{t("imports.map.field")}</Th>
            <Th numeric>{t("imports.map.certainty")}</Th>
          </>
        }
      >
        {detected.header.map((name, at) => {
          const label = name || t("imports.map.columnN", { n: at + 1 });
          const proposal = detected.proposed[at];
          const isProposed = proposal?.field !== null && proposal?.field === columns[at];
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: a column is known by its place; names repeat.
            <Tr key={at}>
              <Td>
                <span className="font-medium wrap-anywhere">{label}</span>
              </Td>
              <Td phone="line" className="max-w-[260px] phone:order-last">
                <Sample cells={detected.sample.map((row) => row[at] ?? "")} />
              </Td>
              <Td className="w-[190px] phone:w-[150px]">
                <Select
                  aria-label={`${label}: ${t("imports.map.field")}`}
                  empty={t("imports.map.keep")}
                  value={columns[at] ?? ""}
                  onChange={(event) => setColumn(at, FIELDS.find((field) => field === event.target.value) ?? null)}
                  options={FIELDS.map((field) => ({
                    value: field,
                    label: t(`imports.field.${field}`),
                    disabled: columns.includes(field) && columns[at] !== field,
                  }))}
                />
              </Td>
              <Td numeric phone="hidden">
                <span className="text-12 text-ink-3">
                  {isProposed && t("imports.map.sure", { percent: proposal?.certainty ?? 0 })}
                </span>
              </Td>
            </Tr>
          );
        })}
      </Table>
      {asks && (
        <div className="border-line border-t p-4">
          <FormField label={t("imports.map.country")} hint={t("imports.map.countryHint")} optional>
            <Input
              className="w-20!"
              maxLength={2}
              autoCapitalize="characters"
              value={country}
              onChange={(event) => setCountry(event.target.value.toUpperCase().replace(/[^A-Z]/g, ""))}
            />
          </FormField>
        </div>
      )}
    </>
  );
}

function Sample({ cells }: { cells: readonly string[] }) {
  const written = cells.filter((cell) => cell !== "").slice(0, 3);
  if (written.length === 0) return <span className="text-ink-3">–</span>;
  return <span className="line-clamp-2 text-12 text-ink-2 wrap-anywhere">{written.join(" · ")}</span>;
}
