/** A calendar day, `2026-11-23`, without a zone. */
export type Day = `${number}-${number}-${number}`;

export const MINUTE_MS = 60_000;
export const HOUR_MS = 60 * MINUTE_MS;
export const DAY_MS = 24 * HOUR_MS;

export const plus = (instant: Date, ms: number): Date => new Date(instant.getTime() + ms);
export const plusDays = (instant: Date, days: number): Date => plus(instant, days * DAY_MS);

/** Does the platform know this IANA zone? */
export function isTimeZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat("en", { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}

/** The calendar day of an instant in a zone. */
export function dayIn(zone: string, instant: Date): Day {
  const { year, month, day } = partsIn(zone, instant);
  return `${year}-${month}-${day}` as Day;
}

/**
 * The same wall-clock time a number of business days (Monday to Friday) later in a zone.
 * A start on a weekend counts from the Monday after it.
 */
export function plusBusinessDays(zone: string, instant: Date, days: number): Date {
  let at = instant;
  for (let left = days; left > 0; ) {
    at = plusLocalDays(zone, at, 1);
    if (!isWeekend(zone, at)) left -= 1;
  }
  return at;
}

/** The hour of the day, 0 to 23, in a zone. */
export const hourIn = (zone: string, instant: Date): number => Number(partsIn(zone, instant).hour) % 24;

function isWeekend(zone: string, instant: Date): boolean {
  const weekday = new Intl.DateTimeFormat("en-US", { timeZone: zone, weekday: "short" }).format(instant);
  return weekday === "Sat" || weekday === "Sun";
}

/** Keeps the wall clock over a change to or from summer time. */
function plusLocalDays(zone: string, instant: Date, days: number): Date {
  const moved = plusDays(instant, days);
  return plus(moved, offsetMs(zone, instant) - offsetMs(zone, moved));
}

function offsetMs(zone: string, instant: Date): number {
  const p = partsIn(zone, instant);
  const wall = Date.UTC(+p.year, +p.month - 1, +p.day, +p.hour % 24, +p.minute, +p.second);
  return wall - Math.floor(instant.getTime() / 1000) * 1000;
}

type Parts = Record<"year" | "month" | "day" | "hour" | "minute" | "second", string>;

function partsIn(zone: string, instant: Date): Parts {
  const format = new Intl.DateTimeFormat("en-CA", {
    timeZone: zone,
    hourCycle: "h23",
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
    second: "2-digit",
  });
  return Object.fromEntries(format.formatToParts(instant).map((p) => [p.type, p.value])) as Parts;
}
