"use client";
import { KeyValues } from "#app/_ui/key-values.tsx";
import { useWords } from "#app/_words/use-words.ts";
import type { Icp } from "#server/programs/icp.ts";

/** Whom a provider should look for, and what rules somebody out; `countries` in words. What was left open is not shown. */
export function IcpFacts(props: { icp: Icp; countries: readonly string[] }) {
  const t = useWords("program");
  const { industries, roles, companySizes, exclusions } = props.icp;
  const list = (entries: readonly string[]) => entries.join(t("icp.comma"));
  const rows = [
    { key: t("icp.industries"), value: list(industries) },
    { key: t("icp.countries"), value: list(props.countries) },
    { key: t("icp.companySizes"), value: list(companySizes.map((size) => t("icp.people", { size }))) },
    { key: t("icp.roles"), value: list(roles) },
    { key: t("icp.exclusions"), value: exclusions },
  ];
  return <KeyValues wide ruled rows={rows.filter(({ value }) => value !== "")} />;
}
