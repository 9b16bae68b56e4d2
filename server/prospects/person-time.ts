import { refusal } from "#server/kernel/refusal.ts";
import { type Day, dayIn, HOUR_MS, hourIn, MINUTE_MS, plus } from "#server/kernel/time.ts";

/** Nobody is called before this hour of their own day, nor from the other one on. */
export const QUIET_UNTIL_HOUR = 8;
export const QUIET_FROM_HOUR = 20;
/** When a snoozed person is due again, in their own day. */
export const SNOOZE_HOUR = 9;

export const personHasQuietHours = refusal("person_has_quiet_hours", "conflict");

type Placed = { readonly timeZone: string | null; readonly country: string };

/** Zones that most people of a country live in, where others hold a few percent. */
const USUAL_ZONE: Readonly<Record<string, string>> = {
  CN: "Asia/Shanghai",
  CL: "America/Santiago",
  EC: "America/Guayaquil",
  ES: "Europe/Madrid",
  FR: "Europe/Paris",
  MY: "Asia/Kuala_Lumpur",
  NZ: "Pacific/Auckland",
  PT: "Europe/Lisbon",
  UA: "Europe/Kiev",
};

/** The zones of a country; none when the country is not known. */
function zonesOf(country: string): readonly string[] {
  const usual = USUAL_ZONE[country];
  if (usual) return [usual];
  return /^[A-Z]{2}$/.test(country) ? (new Intl.Locale(`und-${country}`).getTimeZones?.() ?? []) : [];
}

/** The one zone of a country, or null where it would be a guess. */
export function zoneOfCountry(country: string): string | null {
  const zones = zonesOf(country);
  const [first] = zones;
  if (!first) return null;
  const alike = zones.every((zone) => MIDSEASONS.every((at) => hourIn(zone, at) === hourIn(first, at)));
  return alike ? first : null;
}

const MIDSEASONS = [new Date("2026-01-15T12:00:00Z"), new Date("2026-07-15T12:00:00Z")] as const;

/** Is it night for the person, wherever in their country they may be? Unknown is not night. */
export function isQuietFor(person: Placed, at: Date): boolean {
  const zones = person.timeZone ? [person.timeZone] : zonesOf(person.country);
  return zones.length > 0 && zones.every((zone) => isQuietHour(hourIn(zone, at)));
}

const isQuietHour = (hour: number) => hour < QUIET_UNTIL_HOUR || hour >= QUIET_FROM_HOUR;

/** Refuses a call into somebody's night. */
export function assertNotQuiet(person: Placed, at: Date): void {
  if (isQuietFor(person, at)) throw personHasQuietHours({ from: QUIET_FROM_HOUR, until: QUIET_UNTIL_HOUR });
}

/** An hour of a day in a zone, as an instant. */
export function atHour(hour: number, day: Day, zone: string): Date {
  const guess = new Date(Date.parse(`${day}T00:00:00Z`) + hour * HOUR_MS);
  // Twice, because the first step may land on the other side of a change to or from summer time.
  return nearer(hour, day, zone, nearer(hour, day, zone, guess));
}

function nearer(hour: number, day: Day, zone: string, at: Date): Date {
  const days = Date.parse(day) - Date.parse(dayIn(zone, at));
  const minute = Number(new Intl.DateTimeFormat("en-GB", { timeZone: zone, minute: "2-digit" }).format(at));
  return plus(at, days + (hour - hourIn(zone, at)) * HOUR_MS - minute * MINUTE_MS);
}

/** When the day of an instant began in a zone. */
export const startOfDay = (zone: string, now: Date): Date => atHour(0, dayIn(zone, now), zone);
