/** What every journey begins with: people with a browser each, which is watched for what must never happen in it. */
import AxeBuilder from "@axe-core/playwright";
import { type BrowserContextOptions, test as base, expect, type Page } from "@playwright/test";

/** A refusal is an answer, and the browser itself writes it into the console. */
const REFUSED = /^Failed to load resource: the server responded with a status of 4\d\d/;
/** What the browser says while its connection is cut on purpose. */
const OFFLINE = /^Failed to load resource: net::ERR_(INTERNET_DISCONNECTED|NETWORK_CHANGED)/;

type Habits = BrowserContextOptions & {
  /** This person does what is refused, or goes offline, on purpose. */
  expects?: "refusals" | "offline";
};

type Fixtures = {
  /** Somebody sits down at a browser of their own. When the journey ends, nothing may have gone wrong in it. */
  somebody: (habits?: Habits) => Promise<Page>;
};

export const test = base.extend<Fixtures>({
  somebody: async ({ browser }, use) => {
    const browsers: { page: Page; wrong: string[] }[] = [];
    await use(async ({ expects, ...options } = {}) => {
      const context = await browser.newContext({
        locale: "en-GB",
        timezoneId: "Europe/London",
        reducedMotion: "reduce",
        ...options,
      });
      const page = await context.newPage();
      const wrong: string[] = [];
      const passes = expects && { refusals: REFUSED, offline: OFFLINE }[expects];
      page.on("console", (message) => {
        if (message.type() === "error" && !passes?.test(message.text()))
          wrong.push(`${message.text()} ${message.location().url}`);
      });
      page.on("pageerror", ({ name, message, stack }) => wrong.push(`${name}: ${message}\n${stack}`));
      browsers.push({ page, wrong });
      return page;
    });
    for (const { page, wrong } of browsers) {
      await page.context().close();
      expect(wrong, "what went wrong in a browser").toEqual([]);
    }
  },
});

export { expect };

/** The page as it stands can be used by everybody: axe finds nothing to say about it. */
export async function expectNothingFromAxe(page: Page, where = page.url()): Promise<void> {
  await expect(page).toHaveTitle(/./); // for a moment, a room that is entered has none
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
  const findings = violations.flatMap(({ id, help, nodes }) =>
    nodes.map(
      (node) =>
        `${id}: ${help}\n    ${node.target.join(" ")}\n    ${node.html.slice(0, 200)}\n    ${node.failureSummary ?? ""}`,
    ),
  );
  expect.soft(findings, `what axe finds on ${where}`).toEqual([]);
}
