import { isIP } from "node:net";
import * as nextAuth from "next-auth";
import { decode } from "next-auth/jwt";
import type { z } from "zod";
import type { Actor } from "#server/kernel/actor.ts";
import { Refusal } from "#server/kernel/refusal.ts";
import { env } from "#server/platform/env.ts";
import { errorFacts, log } from "#server/platform/log.ts";
import { endSession } from "./end-session.ts";
import { readSession } from "./read-session.ts";
import {
  LINK_MINUTES,
  linkIsDead,
  type Origin,
  SESSION_MS,
  SessionId,
  SignIn,
  type Started,
  signInIsWrong,
  UseLink,
} from "./session.ts";
import { startSession } from "./start-session.ts";
import { useLink } from "./use-link.ts";

const SECURE = new URL(env.PUBLIC_URL).protocol === "https:";
const COOKIE = `${SECURE ? "__Secure-" : ""}next-auth.session-token`;
/** Bytes of a form that is posted to the door. */
const MAX_FORM_BYTES = 4096;

// biome-ignore lint/style/noProcessEnv: next-auth asks the environment, and nothing else, for its own address.
process.env.NEXTAUTH_URL = env.PUBLIC_URL;

type Way<Typed> = {
  readonly id: string;
  readonly input: z.ZodType<Typed>;
  readonly malformed: () => Refusal;
  readonly enter: (origin: Origin, typed: Typed) => Promise<Started>;
};

/** A way through the door. A refusal travels as next-auth's error message, its code and facts in JSON. */
const way = <Typed>({ id, input, malformed, enter }: Way<Typed>) => ({
  id,
  name: id,
  type: "credentials" as const,
  credentials: {},
  async authorize(typed: unknown, request: { headers?: Record<string, string> }): Promise<{ id: string }> {
    try {
      const { success, data } = input.safeParse(typed);
      if (!success) throw malformed();
      return { id: (await enter(originOf(new Headers(request.headers)), data)).sessionId };
    } catch (error) {
      if (error instanceof Refusal) throw new Error(JSON.stringify({ code: error.code, facts: error.facts }));
      log.error("a sign-in failed", errorFacts(error));
      throw new Error(JSON.stringify({ code: "something_went_wrong" }));
    }
  },
});

/** A password or a mailed link opens the door. The cookie carries the id of a session and nothing else. */
const options: nextAuth.NextAuthOptions = {
  secret: env.AUTH_SECRET,
  useSecureCookies: SECURE,
  session: { strategy: "jwt", maxAge: SESSION_MS / 1000 },
  pages: { signIn: "/sign-in", signOut: "/signed-out", error: "/sign-in" },
  providers: [
    way({ id: "password", input: SignIn, malformed: signInIsWrong, enter: startSession }),
    way({
      id: "link",
      input: UseLink,
      malformed: () => linkIsDead({ minutes: LINK_MINUTES }),
      enter: (origin, { token }) => useLink(origin, token),
    }),
  ],
  callbacks: {
    jwt: ({ token, user }) => ({ sub: user?.id ?? token.sub ?? "" }),
    redirect: ({ baseUrl }) => baseUrl,
  },
  events: { signOut: ({ token }) => leave(token.sub) },
  logger: {
    error: (code) => log.warn("next-auth", { code }),
    warn: (code) => log.debug("next-auth", { code }),
    debug: () => undefined,
  },
};

async function leave(sub: unknown): Promise<void> {
  const { success, data } = SessionId.safeParse(sub);
  const actor = success ? await readSession(data) : null;
  if (actor && success) await endSession(actor, data);
}

/** next-auth is CommonJS: a bundler hands over its default export, Node the whole module. */
const { default: imported } = nextAuth;
const NextAuth = "default" in imported ? (imported.default as typeof imported) : imported;
const machinery: (request: Request, context: AuthContext) => Promise<Response> = NextAuth(options);

type AuthContext = { readonly params: Promise<{ nextauth: string[] }> };
const DOORS = { GET: ["csrf"], POST: ["callback/password", "callback/link", "signout"] } as const;

const door =
  (method: keyof typeof DOORS) =>
  async (request: Request, context: AuthContext): Promise<Response> => {
    const path = (await context.params).nextauth.join("/");
    if (!DOORS[method].some((known) => known === path)) return new Response(null, { status: 404 });
    if (Number(request.headers.get("content-length") ?? 0) > MAX_FORM_BYTES) return new Response(null, { status: 413 });
    return machinery(request, context);
  };

/** The route of `app/api/auth/[...nextauth]`: of all that next-auth offers, these few doors are open. */
export const authRoute = { GET: door("GET"), POST: door("POST") };

/** Who asks, and from where: the session's row and the membership are read each time. Works in routes and pages alike. */
export async function contextFrom(headers: Headers): Promise<{
  actor: Actor | null;
  caller: Origin & { readonly sessionId: SessionId | null };
}> {
  const sessionId = await sessionIn(headers);
  const actor = sessionId && (await readSession(sessionId));
  return { actor, caller: { ...originOf(headers), sessionId: actor ? sessionId : null } };
}

async function sessionIn(headers: Headers): Promise<SessionId | null> {
  const cookies = (headers.get("cookie") ?? "").split(/;\s*/);
  const token = cookies.find((pair) => pair.startsWith(`${COOKIE}=`))?.slice(COOKIE.length + 1);
  if (!token) return null;
  try {
    const { data = null } = SessionId.safeParse((await decode({ token, secret: env.AUTH_SECRET }))?.sub);
    return data;
  } catch {
    return null;
  }
}

/** The nearest proxy writes the last address; those before it are hearsay. */
function originOf(headers: Headers): Origin {
  const ip = (headers.get("x-forwarded-for")?.split(",").at(-1) ?? "").trim().replace(/^::ffff:/, "");
  return { ip: isIP(ip) ? ip : null, userAgent: headers.get("user-agent") };
}
