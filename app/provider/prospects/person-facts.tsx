"use client";
import type { ReactNode } from "react";
import { dateFormat } from "#app/_ui/format.ts";
import { KeyValues } from "#app/_ui/key-values.tsx";
import { Sep } from "#app/_ui/sep.tsx";
import { useViewer } from "#app/_ui/viewer.tsx";
import { useWords } from "#app/_words/use-words.ts";
import { useNames } from "#app/provider/queue/local-time.ts";
import type { Person } from "#app/provider/queue/person.ts";

type Words = ReturnType<typeof useWords<"provider">>;

/** What is known of a person, with where and when each fact came from. */
export function PersonFacts({ person }: { person: Person }) {
  const t = useWords("provider");
  const names = useNames();
  const { locale, zone } = useViewer();
  const day = dateFormat(locale, zone, { day: "numeric", month: "short" }).format(person.createdAt);
  const channel = t(`imports.channel.${person.sourceChannel}` as "imports.channel.list");
  const source = person.import
    ? t("queue.person.fromFile", { file: person.import.fileName, day })
    : t("queue.person.fromChannel", { channel, day });
  const long = dateFormat(locale, zone, { day: "numeric", month: "short", year: "numeric" });
  const { claim } = person;
  const fact = (key: "phone" | "mail" | "role" | "company" | "website" | "place", value: ReactNode) =>
    value ? [{ key: t(`queue.person.${key}`), value, aside: source }] : [];
  const { phone, phoneText, email, website } = person;
  const rows = [
    ...fact(
      "phone",
      phone && (
        <a className="num hover:underline" href={`tel:${phone}`}>
          {phoneText}
        </a>
      ),
    ),
    ...fact(
      "mail",
      email && (
        <a className="hover:underline" href={`mailto:${email}`}>
          {email}
        </a>
      ),
    ),
    ...fact("role", person.title),
    ...fact("company", person.company !== person.name && person.company),
    ...fact("website", website),
    ...fact("place", placeOf(person, names, t)),
    {
      key: t("queue.person.consent"),
      value: t(`imports.basis.${person.consentBasis}` as "imports.basis.consent"),
      aside: person.sourceCampaign ? (
        <>
          {channel} <Sep /> {person.sourceCampaign}
        </>
      ) : (
        channel
      ),
    },
    {
      key: t("queue.person.claim"),
      value: t(`queue.person.claimState.${claim?.status ?? "none"}`, { day: claim ? long.format(claim.until) : "" }),
      aside: t(`queue.person.claimMeans.${claim?.status ?? "none"}`),
    },
    ...extraOf(person.extra, source),
  ];
  return (
    <section>
      <h3 className="mb-1.5 font-semibold text-12 text-ink-2">{t("queue.person.facts")}</h3>
      <KeyValues ruled rows={rows} />
    </section>
  );
}

function placeOf({ city, country }: Person, names: ReturnType<typeof useNames>, t: Words): string {
  if (!city || !country) return city || names.country(country);
  return t("queue.person.cityOf", { city, country: names.country(country) });
}

/** Columns of the file that are no field of Lode's. */
function extraOf(extra: Person["extra"], aside: string) {
  if (typeof extra !== "object" || extra === null) return [];
  return Object.entries(extra).map(([key, value]) => ({ key, value: String(value), aside }));
}
