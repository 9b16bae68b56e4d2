import { translator } from "#app/_words/words.ts";
import type { OrganisationKind, Role } from "#server/kernel/actor.ts";
import { INVITATION_DAYS } from "./invitation.ts";
import { type Letter, written } from "./letter.ts";
import { homeOf, LINK_MINUTES } from "./session.ts";
import type { Locale } from "./user.ts";

type Content = { readonly subject: string; readonly text: string; readonly html: string };
type To = { readonly locale: Locale; readonly name: string };

const content = (subject: string, letter: Letter): Content => ({ subject, ...written(letter) });

/**
 * The address of a page that opens with a secret. The secret is behind the `#`: no server, proxy or log sees it;
 * the page takes it from there and wipes the address.
 */
function withSecret(publicUrl: string, path: string, token: string): string {
  const url = new URL(path, publicUrl);
  url.hash = `token=${token}`;
  return url.href;
}

/** The link that signs in. */
export function linkMail(to: To, publicUrl: string, { token, next }: { token: string; next: string | null }): Content {
  const t = translator(to.locale, "mail");
  const path = next ? `/sign-in/link?${new URLSearchParams({ next })}` : "/sign-in/link";
  return content(t("link.subject"), {
    greeting: t("greeting", { name: to.name }),
    text: t("link.text", { minutes: LINK_MINUTES }),
    button: { label: t("link.button"), href: withSecret(publicUrl, path, token) },
    foot: t("link.foot"),
  });
}

type Invited = { readonly token: string; readonly inviter: string; readonly organisation: string; readonly role: Role };

/** An invitation into an organisation. */
export function invitationMail(locale: Locale, publicUrl: string, invited: Invited): Content {
  const t = translator(locale, "mail");
  const { token, inviter, organisation, role } = invited;
  return content(t("invitation.subject", { inviter, organisation }), {
    greeting: t("invitation.greeting"),
    text: t("invitation.text", { inviter, organisation, role: t(`role.${role}`), days: INVITATION_DAYS }),
    button: { label: t("invitation.button"), href: withSecret(publicUrl, "/invitation", token) },
    foot: t("invitation.foot", { inviter }),
  });
}

/** Hello to the first person of a new organisation, and what comes next on their side. */
export function welcomeMail(to: To, publicUrl: string, organisation: string, kind: OrganisationKind): Content {
  const t = translator(to.locale, "mail");
  return content(t("welcome.subject", { organisation }), {
    greeting: t("greeting", { name: to.name }),
    text: t(kind === "provider" ? "welcome.provider" : "welcome.merchant", { organisation }),
    button: { label: t("welcome.button"), href: new URL(homeOf(kind), publicUrl).href },
    foot: t("welcome.foot"),
  });
}
