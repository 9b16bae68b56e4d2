import { mkdirSync } from "node:fs";
import path from "node:path";
import type { Locator, Page } from "@playwright/test";
import { ROOMS, type Workspace } from "#app/_ui/shell/rooms.ts";
import { expect, expectNothingFromAxe, test } from "#e2e/fixtures.ts";
import { Door } from "#e2e/rooms/door.ts";

const SHOTS = process.env.SHOTS_DIR ?? ".data/shots";
const LIMIT_MS = 300_000;
const DEVICES = {
  desktop: { viewport: { width: 1440, height: 900 } },
  phone: { viewport: { width: 375, height: 812 }, isMobile: true, hasTouch: true },
} as const;
const HOMES = { en: "/en", "zh-CN": "/zh" } as const;
const WORKSPACES = ["merchant", "provider", "finance"] as const satisfies readonly Workspace[];
/** Who shows a workspace: people of the seeded town. */
const GUIDES: Record<Workspace, string> = {
  merchant: "Marit Oosterveen",
  provider: "Greta Tallis",
  finance: "Ines Marlow",
};
const DOOR = [
  "sign-in",
  "sign-up",
  "sign-up?side=merchant",
  "sign-up?side=provider",
  "sign-in/link",
  "invitation",
  "signed-out",
];

type Look = { device: keyof typeof DEVICES; colorScheme: "light" | "dark"; locale: keyof typeof HOMES };
type Place = { title: string; href: string };

const LOOKS: readonly Look[] = (["desktop", "phone"] as const).flatMap((device) =>
  (["light", "dark"] as const).flatMap((colorScheme) =>
    (["en", "zh-CN"] as const).map((locale) => ({ device, colorScheme, locale })),
  ),
);
/** The views of a room differ in what they list, not in how they look: two of the eight looks are enough. */
const showsViews = ({ device, colorScheme, locale }: Look) =>
  device === "desktop" ? colorScheme === "light" && locale === "en" : colorScheme === "dark" && locale === "zh-CN";
const nameOf = ({ device, colorScheme, locale }: Look) => `${device}-${colorScheme}-${locale}`;
const habitsOf = ({ device, colorScheme, locale }: Look) =>
  ({ ...DEVICES[device], colorScheme, locale, timezoneId: "Europe/Amsterdam", expects: "refusals" }) as const;

mkdirSync(SHOTS, { recursive: true });

for (const look of LOOKS) {
  test(`the public site and the door, ${nameOf(look)}`, async ({ somebody }) => {
    test.setTimeout(LIMIT_MS);
    const page = await somebody(habitsOf(look));
    const home = HOMES[look.locale];
    await page.goto(`${home}/programs`);
    const found = await addressesOn(page);
    const [program] = found.filter((href) => href.startsWith(`${home}/programs/`));
    const legal = new Set(found.filter((href) => href.startsWith(`${home}/legal/`)));
    const places: Place[] = [
      { title: "public-home", href: home },
      { title: "public-prices", href: `${home}/prices` },
      { title: "public-programs", href: `${home}/programs` },
      ...(program ? [{ title: "public-programs-open", href: program }] : []),
      ...[...legal].map((href) => ({ title: `public-legal-${path.basename(href)}`, href })),
      { title: "public-not-found", href: `${home}/nowhere` },
      { title: "nowhere", href: "/nowhere" },
      ...DOOR.map((href) => ({ title: `door-${href.replaceAll(/\W/g, "-")}`, href: `/${href}` })),
    ];
    for (const place of places) await shoot(page, look, place);
  });

  for (const workspace of WORKSPACES) {
    test(`the rooms of a ${workspace}, ${nameOf(look)}`, async ({ somebody }) => {
      test.setTimeout(LIMIT_MS);
      const page = await somebody(habitsOf(look));
      await new Door(page).walkInAs(GUIDES[workspace]);
      for (const { name, href } of ROOMS[workspace]) {
        const room: Place = { title: `${workspace}-${name}`, href };
        const found = await shootWithViews(page, look, room);
        const open = found.find((it) => it.startsWith(`${href}/`));
        if (open && name !== "home") await shootWithViews(page, look, { title: `${room.title}-open`, href: open });
      }
      await shoot(page, look, { title: `${workspace}-not-found`, href: `/${workspace}/programs/nonsense` });
    });
  }
}

/** A place, and in some looks its views and parts. Answers where it leads. */
async function shootWithViews(page: Page, look: Look, place: Place): Promise<string[]> {
  await shoot(page, look, place);
  const found = await addressesOn(page);
  if (!showsViews(look)) return found;
  const here = urlOf(place.href).pathname;
  const views = await addressesOn(page, page.getByRole("navigation"));
  for (const href of new Set([...views, ...found.filter((it) => it === `${here}/preview`)])) {
    const { pathname, search, searchParams } = urlOf(href);
    if (!pathname.startsWith(here) || searchParams.has("after") || pathname + search === place.href) continue;
    const view = [...searchParams.values()].join("-") || pathname.slice(here.length + 1);
    if (view) await shoot(page, look, { title: `${place.title}-${view}`, href });
  }
  return found;
}

const urlOf = (href: string) => new URL(href, "http://here");

/** The addresses that the page itself, or a part of it, leads to, in their order. */
const addressesOn = (page: Page, part?: Locator): Promise<string[]> => {
  const main = page.getByRole("main").or(page.getByRole("contentinfo"));
  return (part ? main.locator(part) : main)
    .getByRole("link")
    .evaluateAll((links) => links.flatMap((link) => link.getAttribute("href") ?? []));
};

async function shoot(page: Page, look: Look, { title, href }: Place): Promise<void> {
  await test.step(title, async () => {
    await page.goto(href);
    await expect(page.locator("[aria-busy=true]"), "what is on its way").toHaveCount(0);
    await page.evaluate(() => document.fonts.ready);
    await page.screenshot({ path: path.join(SHOTS, `${title}-${nameOf(look)}.png`) });
    await expectNothingFromAxe(page, `${title}, ${nameOf(look)}`);
  });
}
