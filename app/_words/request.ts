import { cookies, headers } from "next/headers";
import { cache } from "react";
import { isTimeZone } from "#server/kernel/time.ts";
import { LOCALE_COOKIE, localeOf, ZONE_COOKIE } from "./locale.ts";
import { type Namespace, translator } from "./words.ts";

/** The language of the page being asked for: the person's cookie, else what the browser asks for. */
export const requestLocale = cache(async () =>
  localeOf((await cookies()).get(LOCALE_COOKIE)?.value, (await headers()).get("accept-language")),
);

/** The zone the browser told us it is in; UTC until it has. */
export const requestZone = cache(async () => {
  const zone = decodeURIComponent((await cookies()).get(ZONE_COOKIE)?.value ?? "UTC");
  return isTimeZone(zone) ? zone : "UTC";
});

/** What a server component says: `const t = await pageWords("merchant")`. */
export async function pageWords<const N extends Namespace>(namespace: N) {
  return translator(await requestLocale(), namespace);
}
