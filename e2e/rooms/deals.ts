import { expect, type Page } from "@playwright/test";

/** What the room says, in the language of whoever is in it. */
const WORDS = {
  en: {
    report: "Report a win",
    which: "Which lead was won?",
    next: "Next",
    value: "Value of the deal",
    send: "Report and confirm",
  },
  "zh-CN": { report: "报告成交", which: "哪条线索成交了？", next: "下一步", value: "成交金额", send: "报告并确认" },
} as const;

/** The merchant's deals. */
export class Deals {
  readonly page: Page;
  readonly words: (typeof WORDS)[keyof typeof WORDS];

  constructor(page: Page, locale: keyof typeof WORDS = "en") {
    this.page = page;
    this.words = WORDS[locale];
  }

  /** The open deal. */
  get one() {
    return this.page.getByRole("region", { name: "Deal" });
  }

  /** The report that is being written. */
  get report() {
    return this.page.getByRole("dialog", { name: this.words.report });
  }

  /** Begins to report a win of the first lead that may be won. */
  async beginReport(): Promise<void> {
    const { page, words, report } = this;
    await page.goto("/merchant/deals");
    await page.getByRole("button", { name: words.report }).first().click();
    await report.getByRole("combobox", { name: words.which }).selectOption({ index: 1 });
    await report.getByRole("button", { name: words.next }).click();
    await expect(report.getByRole("textbox", { name: words.value })).toBeVisible();
  }

  async send(value: string): Promise<void> {
    await this.report.getByRole("textbox", { name: this.words.value }).fill(value);
    await this.report.getByRole("button", { name: this.words.send }).click();
  }
}
