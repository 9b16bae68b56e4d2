import Link from "next/link";
import { buttonClass } from "#app/_ui/button.tsx";
import { Logo } from "#app/_ui/logo.tsx";
import { type Lang, localeOfLang } from "#app/_words/locale.ts";
import { translator } from "#app/_words/words.ts";
import { LanguageLink } from "./language-link.tsx";
import { ThemeToggle } from "./theme-toggle.tsx";
import { Wide } from "./wide.tsx";

const LINK = "inline-flex min-h-6 items-center hover:text-ink";

/** The head of the public site. */
export function Header(props: { lang: Lang }) {
  const t = translator(localeOfLang(props.lang), "site");
  const home = `/${props.lang}`;
  return (
    <header>
      <a
        href="#page"
        className="-translate-y-20 fixed top-2 left-2 z-80 rounded-control bg-ink px-3 py-2 text-14 text-surface focus:translate-y-0"
      >
        {t("nav.skip")}
      </a>
      <Wide className="flex h-16 items-center gap-7 text-14 phone:gap-2">
        <Link href={home} className="flex items-center gap-[9px] font-semibold text-20 tracking-[-.02em]">
          <Logo />
          Lode
        </Link>
        <nav aria-label={t("nav.label")} className="flex gap-6 text-ink-2 phone:hidden">
          <a href={`${home}#how`} className={LINK}>
            {t("nav.how")}
          </a>
          <a href={`${home}#fee`} className={LINK}>
            {t("nav.fees")}
          </a>
          <a href={`${home}#rules`} className={LINK}>
            {t("nav.rules")}
          </a>
          <Link href={`${home}/programs`} prefetch={false} className={LINK}>
            {t("nav.programs")}
          </Link>
        </nav>
        <span className="ml-auto flex items-center gap-1.5">
          <LanguageLink lang={props.lang} label={t("nav.language")} />
          <ThemeToggle label={t("nav.theme")} />
          <a href="/sign-in" className={buttonClass({ className: "px-3.5! text-14 wide:h-9!" })}>
            {t("nav.signIn")}
          </a>
        </span>
      </Wide>
    </header>
  );
}
