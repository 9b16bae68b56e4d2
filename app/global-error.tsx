"use client";
import "#app/globals.css";
import { Document } from "#app/_ui/document.tsx";
import { Sorry } from "#app/_ui/sorry.tsx";
import { LOCALES } from "#app/_words/locale.ts";

/** The last resort, when even a layout failed: both languages, since neither is known. */
export default function GlobalError(props: { reset: () => void }) {
  return (
    <Document locale="en" className="bg-surface">
      <main className="grid min-h-dvh content-center justify-center gap-10 p-8">
        {LOCALES.map((locale) => (
          <Sorry key={locale} locale={locale} retry={props.reset} />
        ))}
      </main>
    </Document>
  );
}
