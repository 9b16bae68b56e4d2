import { procedure, router } from "#server/trpc/trpc.ts";
import { me } from "./me.ts";

export const membersRouter = router({
  me: procedure("self:read").query(({ ctx }) => me(ctx.actor)),
});
