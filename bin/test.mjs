#!/usr/bin/env node
/** npm test: every check in order. npm test -- unit server/ledger: one of them, further words passed on. Last line: `N passed, N failed`. */
import { bootstrap, explain, whenAsked } from "./lib.mjs";

await bootstrap(import.meta.filename);
const { checks, byDefault } = await import("./checks.mjs");

const words = process.argv.slice(2);
const parts = [];
while (checks[words[0]]) parts.push(words.shift());
const end = new AbortController();
whenAsked(() => end.abort());

const sum = { passed: 0, failed: 0 };
for (const name of parts.length ? parts : byDefault) {
  if (end.signal.aborted) break;
  console.log(`\n\u001b[1m── ${name}\u001b[0m`);
  const began = Date.now();
  const { passed, failed } = await checks[name]({ words, signal: end.signal }).catch((error) => {
    console.error(explain(error));
    return { passed: 0, failed: 1 };
  });
  console.log(`── ${name}: ${passed} passed, ${failed} failed, ${((Date.now() - began) / 1000).toFixed(1)} s`);
  sum.passed += passed;
  sum.failed += failed;
}
console.log(`\n${sum.passed} passed, ${sum.failed} failed`);
process.exit(sum.failed || !sum.passed || end.signal.aborted ? 1 : 0);
