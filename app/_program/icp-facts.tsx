"use client";
import { KeyValues } from "#app/_ui/key-values.tsx";
import { useViewer } from "#app/_ui/viewer.tsx";
import { useWords } from "#app/_words/use-words.ts";
import type { Icp } from "#server/programs/icp.ts";

/** Whom a provider should look for, and what rules somebody out. What was left open is not shown. */
export function IcpFacts(props: { icp: Icp }) {
  const t = useWords("program");
  const { locale } = useViewer();
  const countries = new Intl.DisplayNames(locale, { type: "region" });
  const { industries, roles, companySizes, exclusions } = props.icp;
  const list = new Intl.ListFormat(locale, { type: "conjunction", style: "narrow" });
  const rows = [
    { key: t("icp.industries"), value: list.format(industries) },
    { key: t("icp.countries"), value: list.format(props.icp.countries.map((code) => countries.of(code) ?? code)) },
    { key: t("icp.companySizes"), value: list.format(companySizes.map((size) => t("icp.people", { size }))) },
    { key: t("icp.roles"), value: list.format(roles) },
    { key: t("icp.exclusions"), value: exclusions },
  ];
  return <KeyValues wide ruled rows={rows.filter(({ value }) => value !== "")} />;
}
