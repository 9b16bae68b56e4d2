import { type NextRequest, NextResponse } from "next/server";
import { LOCALE_COOKIE, langOfLocale, localeOf } from "#app/_words/locale.ts";

const SESSION_COOKIES = ["next-auth.session-token", "__Secure-next-auth.session-token"];

/**
 * Sends `/` to the reader's language, and who plainly has no session to the door.
 * A courtesy, never a lock: every page and procedure asks for its right itself.
 */
export function proxy(request: NextRequest) {
  const { pathname, search } = request.nextUrl;
  if (pathname === "/") {
    const locale = localeOf(request.cookies.get(LOCALE_COOKIE)?.value, request.headers.get("accept-language"));
    const response = NextResponse.redirect(new URL(`/${langOfLocale(locale)}`, request.url));
    response.headers.set("Vary", "Accept-Language, Cookie");
    return response;
  }
  if (SESSION_COOKIES.some((name) => request.cookies.has(name))) return NextResponse.next();
  const door = new URL("/sign-in", request.url);
  door.searchParams.set("next", pathname + search);
  return NextResponse.redirect(door);
}

export const config = { matcher: ["/", "/merchant/:path*", "/provider/:path*", "/finance/:path*"] };
