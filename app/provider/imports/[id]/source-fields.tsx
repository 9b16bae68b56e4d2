"use client";
import { Field } from "#app/_ui/field.tsx";
import { Input } from "#app/_ui/input.tsx";
import { Select } from "#app/_ui/select.tsx";
import { useWords } from "#app/_words/use-words.ts";
import { CONSENT_BASES, MAX_CAMPAIGN, type RunImport, SOURCE_CHANNELS } from "#server/prospects/import.ts";

type Source = Pick<RunImport, "sourceChannel" | "sourceCampaign" | "consentBasis">;

/** Where the people come from and why they may be contacted: kept with each of them. */
export function SourceFields({ source, setSource }: { source: Source; setSource: (source: Source) => void }) {
  const t = useWords("provider");
  return (
    <div className="grid gap-4 desk:grid-cols-3">
      <Field label={t("imports.source.channel")}>
        <Select
          value={source.sourceChannel}
          onChange={(event) => setSource({ ...source, sourceChannel: event.target.value as Source["sourceChannel"] })}
          options={SOURCE_CHANNELS.map((value) => ({ value, label: t(`imports.channel.${value}`) }))}
        />
      </Field>
      <Field label={t("imports.source.campaign")} hint={t("imports.source.campaignHint")} optional>
        <Input
          maxLength={MAX_CAMPAIGN}
          value={source.sourceCampaign}
          onChange={(event) => setSource({ ...source, sourceCampaign: event.target.value })}
        />
      </Field>
      <Field label={t("imports.source.basis")} hint={t("imports.source.basisHint")}>
        <Select
          value={source.consentBasis}
          onChange={(event) => setSource({ ...source, consentBasis: event.target.value as Source["consentBasis"] })}
          options={CONSENT_BASES.map((value) => ({ value, label: t(`imports.basis.${value}`) }))}
        />
      </Field>
    </div>
  );
}
