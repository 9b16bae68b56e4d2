/** Which Chromium the browser tests use: CHROMIUM_PATH, Playwright's own, the system's, or the one inside an npm package. */
import fs from "node:fs";
import { chromium } from "@playwright/test";

const SYSTEM = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome-stable",
  "/usr/bin/google-chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
];

export async function findChromium() {
  const places = [process.env.CHROMIUM_PATH, chromium.executablePath(), ...SYSTEM];
  const found = places.find((file) => file && fs.existsSync(file));
  if (found) return found;
  if (process.platform === "linux" && process.arch === "x64") {
    const { default: packed } = await import("@sparticuz/chromium");
    return packed.executablePath(); // unpacks itself once into the temporary folder
  }
  throw new Error("No Chromium is here: npx playwright install chromium, or set CHROMIUM_PATH.");
}
