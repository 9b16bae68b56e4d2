import { plus } from "#server/kernel/time.ts";
import { clock } from "#server/platform/clock.ts";
import { inTransaction } from "#server/platform/db.ts";
import { LINK_MS } from "./session.ts";
import { newToken, tokenHash } from "./token.ts";
import { localeOf } from "./user.ts";

/** Makes a sign-in link for the person with an address. Its secret goes into the mail and nowhere else. */
export function makeLink(email: string) {
  return inTransaction(async (tx) => {
    const user = await tx.user.findUnique({ where: { email }, select: { id: true, name: true, locale: true } });
    if (!user) return null;
    const now = await clock.now(tx);
    const token = newToken();
    await tx.signInLink.create({
      data: { tokenHash: tokenHash(token), userId: user.id, createdAt: now, expiresAt: plus(now, LINK_MS) },
    });
    return { token, name: user.name, locale: localeOf(user.locale) };
  });
}
