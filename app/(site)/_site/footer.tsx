import Link from "next/link";
import { Logo } from "#app/_ui/logo.tsx";
import { type Lang, localeOfLang } from "#app/_words/locale.ts";
import { translator } from "#app/_words/words.ts";
import { Wide } from "./wide.tsx";

const LINK = "inline-flex min-h-6 items-center hover:text-ink";

/** The foot of the public site. */
export function Footer(props: { lang: Lang }) {
  const t = translator(localeOfLang(props.lang), "site");
  const home = `/${props.lang}`;
  return (
    <footer className="mt-20 border-line border-t pt-6 pb-8 text-14 text-ink-3">
      <Wide className="flex flex-wrap items-center gap-x-6 gap-y-3">
        <span className="flex items-center gap-2">
          <Logo />
          <b className="font-semibold text-ink">Lode</b>
          {t("footer.motto")}
        </span>
        <nav aria-label={t("footer.label")} className="flex flex-wrap gap-x-6 gap-y-2">
          <Link href={`${home}/prices`} className={LINK}>
            {t("nav.prices")}
          </Link>
          <Link href={`${home}/legal/terms`} className={LINK}>
            {t("footer.terms")}
          </Link>
          <Link href={`${home}/legal/privacy`} className={LINK}>
            {t("footer.privacy")}
          </Link>
        </nav>
      </Wide>
    </footer>
  );
}
