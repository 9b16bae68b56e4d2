import { DAY_MS, plus } from "#server/kernel/time.ts";
import { db } from "#server/platform/db.ts";
import { env } from "#server/platform/env.ts";
import { openStage } from "#server/testing/stage.ts";
import { playTown } from "./town/play.ts";

/** Days of trade behind the demo town when somebody first opens it. */
const DAYS = 92;

/** A small town with some months of trade, played through the verbs on a moved clock; nothing to do where somebody lives already. */
if (env.STRIPE_API_BASE && (await db.organisation.count()) === 0) {
  const began = performance.now();
  const end = new Date();
  const stage = await openStage(plus(end, -DAYS * DAY_MS));
  await playTown(stage, plus(end, -DAYS * DAY_MS), end);
  await stage.close();
  process.stdout.write(`the town is seeded in ${((performance.now() - began) / 1000).toFixed(0)} s\n`);
}
await db.$disconnect();
