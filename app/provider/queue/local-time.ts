"use client";
import { dateFormat } from "#app/_ui/format.ts";
import { useNow, useViewer } from "#app/_ui/viewer.tsx";

/** What time it is for a person whose zone is known, and the town that names the zone. */
export function useLocalTime(person: { timeZone: string | null }): { time: string | null; town: string } {
  const { locale } = useViewer();
  const now = useNow();
  if (!person.timeZone) return { time: null, town: "" };
  const town = person.timeZone.split("/").at(-1)?.replaceAll("_", " ") ?? "";
  return { time: dateFormat(locale, person.timeZone, { hour: "2-digit", minute: "2-digit" }).format(now), town };
}

/** Names of countries and languages in the viewer's language. */
export function useNames() {
  const { locale } = useViewer();
  const name = (type: "region" | "language") => (code: string) => {
    if (!code) return "";
    return new Intl.DisplayNames(locale, { type, fallback: "code" }).of(code) ?? code;
  };
  return { country: name("region"), language: name("language") };
}
