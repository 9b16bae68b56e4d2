import { useWords } from "#app/_words/use-words.ts";

const MINUTE = 60_000;

/** Says how long: "3 h 12 min", "1 d 4 h"; `short` keeps hours only, as lists do. */
export function useDuration(): (ms: number, short?: boolean) => string {
  const t = useWords("common");
  return (ms, short = false) => {
    const minutes = Math.max(0, Math.floor(ms / MINUTE));
    const hours = Math.floor(minutes / 60);
    const days = Math.floor(hours / 24);
    if (days >= 7 || (days > 0 && hours % 24 === 0)) return t("time.days", { days });
    if (days > 0) return t("time.daysHours", { days, hours: hours % 24 });
    if (hours === 0) return t("time.minutes", { minutes });
    if (short || minutes % 60 === 0) return t("time.hours", { hours });
    return t("time.hoursMinutes", { hours, minutes: minutes % 60 });
  };
}
