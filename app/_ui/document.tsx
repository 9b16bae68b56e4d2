import type { ReactNode } from "react";
import type { Locale } from "#app/_words/locale.ts";
import { THEME_SCRIPT } from "./theme.ts";

/** The <html> and <body> that every root layout shares. A chosen theme is on it before the first paint. */
export function Document(props: { locale: Locale; children: ReactNode; className?: string }) {
  return (
    <html lang={props.locale} suppressHydrationWarning>
      <head>
        <link rel="icon" href="/icon.svg" type="image/svg+xml" />
        <link rel="apple-touch-icon" href="/apple-touch-icon.png" />
        <meta name="theme-color" media="(prefers-color-scheme: light)" content="#f5f3ef" />
        <meta name="theme-color" media="(prefers-color-scheme: dark)" content="#100f0e" />
        {/* biome-ignore lint/security/noDangerouslySetInnerHtml: a constant of ours, before the first paint. */}
        <script dangerouslySetInnerHTML={{ __html: THEME_SCRIPT }} />
      </head>
      <body className={props.className}>{props.children}</body>
    </html>
  );
}
