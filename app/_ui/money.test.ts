import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { moneyText } from "./money.tsx";

describe("Money on the page", () => {
  test("is exact to its last minor unit, with its currency after it", () => {
    expect(moneyText({ minor: 589_120n, currency: "eur" }, "en")).toBe("5,891.20\u00a0EUR");
    expect(moneyText({ minor: 9_007_199_254_740_993n, currency: "usd" }, "en")).toBe("90,071,992,547,409.93\u00a0USD");
    expect(moneyText({ minor: 5n, currency: "gbp" }, "zh-CN")).toBe("0.05\u00a0GBP");
  });

  test("has as many decimals as its currency", () => {
    expect(moneyText({ minor: 1500n, currency: "jpy" }, "en")).toBe("1,500\u00a0JPY");
    expect(moneyText({ minor: 1500n, currency: "kwd" }, "en")).toBe("1.500\u00a0KWD");
  });

  test("has a real minus", () => {
    expect(moneyText({ minor: -31_200n, currency: "eur" }, "en")).toBe("−312.00\u00a0EUR");
  });

  test("never loses or invents a minor unit", () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -(10n ** 18n), max: 10n ** 18n }), (minor) => {
        const text = moneyText({ minor, currency: "eur" }, "en");
        expect(BigInt(text.replace("−", "-").replace(/[^\d-]/g, ""))).toBe(minor);
      }),
    );
  });
});
