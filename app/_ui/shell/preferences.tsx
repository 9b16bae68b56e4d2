"use client";
import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";
import { Button } from "#app/_ui/button.tsx";
import { Menu } from "#app/_ui/menu.tsx";
import { chooseTheme, currentTheme, type Theme } from "#app/_ui/theme.ts";
import { useViewer } from "#app/_ui/viewer.tsx";
import { LOCALE_COOKIE, type Locale } from "#app/_words/locale.ts";
import { useWords } from "#app/_words/use-words.ts";

const THEMES = ["system", "light", "dark"] as const;
const OWN_NAME: Record<Locale, string> = { en: "English", "zh-CN": "中文" };

/** Night, day, or as the system has it. */
export function ThemeMenu() {
  const t = useWords("shell");
  const [theme, setTheme] = useState<Theme>("system");
  useEffect(() => setTheme(currentTheme()), []);
  const entries = THEMES.map((name) => ({
    label: t(`themes.${name}`),
    chosen: name === theme,
    onSelect: () => {
      chooseTheme(name);
      setTheme(name);
    },
  }));
  return (
    <Menu
      side="top"
      trigger={<Button kind="ghost" icon="theme" aria-label={t("theme")} />}
      groups={[{ title: t("theme"), entries }]}
    />
  );
}

/** The same page in the other language, named in that language; kept in a cookie and on the account. */
export function LanguageButton(props: { rememberLanguage?: ((locale: Locale) => void | Promise<void>) | undefined }) {
  const router = useRouter();
  const { locale } = useViewer();
  const other: Locale = locale === "en" ? "zh-CN" : "en";
  const choose = async () => {
    // biome-ignore lint/suspicious/noDocumentCookie: the server renders the next answer from it.
    document.cookie = `${LOCALE_COOKIE}=${other}; path=/; max-age=31536000; samesite=lax`;
    await props.rememberLanguage?.(other);
    document.documentElement.lang = other;
    router.refresh();
  };
  return (
    <Button kind="ghost" icon="globe" lang={other} onClick={choose}>
      {OWN_NAME[other]}
    </Button>
  );
}
