import { tracked } from "@trpc/server";
import { z } from "zod";
import { clock } from "#server/platform/clock.ts";
import { procedure, router } from "#server/trpc/trpc.ts";
import { FeedCursor } from "./event.ts";
import { feed, horizon } from "./feed.ts";

export const eventsRouter = router({
  here: procedure("feed:follow").query(async () => ({ cursor: await horizon(), now: await clock.now() })),

  follow: procedure("feed:follow")
    .input(z.object({ lastEventId: FeedCursor.nullish() }))
    .subscription(async function* ({ ctx, input, signal }) {
      const until = signal ?? new AbortController().signal;
      for await (const row of feed(ctx.actor.organisationId, input.lastEventId ?? null, until))
        yield tracked(row.cursor, { what: row.what, about: row.about });
    }),
});
