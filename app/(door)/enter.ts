/** Why the door stayed shut: a refusal's code and facts. */
export type Shut = { readonly code: string; readonly facts?: Record<string, string | number> };

const NO_ANSWER: Shut = { code: "no_connection" };

/** Signs this browser in by password or mailed link. Gives nothing when it worked. */
export async function enter(
  way: "password" | "link",
  typed: Readonly<Record<string, string>>,
): Promise<Shut | undefined> {
  try {
    const { csrfToken } = await fetch("/api/auth/csrf").then((answer) => answer.json());
    const answer = await fetch(`/api/auth/callback/${way}`, {
      method: "POST",
      headers: { "content-type": "application/x-www-form-urlencoded" },
      body: new URLSearchParams({ ...typed, csrfToken: String(csrfToken), json: "true" }),
    });
    const { url } = (await answer.json()) as { url: string };
    const { searchParams } = new URL(url, window.location.href);
    const opened = answer.ok && !searchParams.has("csrf");
    return opened ? undefined : shutBy(searchParams.get("error"));
  } catch {
    return NO_ANSWER;
  }
}

function shutBy(error: string | null): Shut {
  try {
    return JSON.parse(error ?? "") as Shut;
  } catch {
    return { code: "something_went_wrong" };
  }
}

/** Goes on behind the door: the server knows where this person begins. */
export function goIn(next?: string | undefined): void {
  window.location.assign(next ? `/sign-in?${new URLSearchParams({ next })}` : "/sign-in");
}
