import { expect, test } from "vitest";
import { afterSignIn, isOwnPath } from "./session.ts";

test.each([
  "https://evil.example",
  "//evil.example",
  "///evil.example",
  "/\\evil.example",
  "\\/evil.example",
  "/\t/evil.example",
  "/\n/evil.example",
  "javascript:alert(1)",
  "merchant",
  "",
  "http:/evil.example",
])("%j is no path of ours", (path) => {
  expect(isOwnPath(path)).toBe(false);
  expect(afterSignIn(path, "provider")).toBe("/provider");
});

test("one goes back to where one was going, but not round in circles", () => {
  expect(afterSignIn("/merchant/leads?state=submitted", "merchant")).toBe("/merchant/leads?state=submitted");
  expect(afterSignIn("/invitation", "merchant")).toBe("/invitation");
  expect(afterSignIn("/sign-in", "merchant")).toBe("/merchant");
  expect(afterSignIn("/signed-out", "platform")).toBe("/finance");
  expect(afterSignIn("/api/auth/signout", "provider")).toBe("/provider");
  expect(afterSignIn(undefined, "platform")).toBe("/finance");
});
