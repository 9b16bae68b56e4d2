import Link from "next/link";
import type { ReactNode } from "react";

/** A link within words. */
export function TextLink(props: { href: string; children: ReactNode }) {
  return (
    <Link
      href={props.href}
      className="text-copper-text underline decoration-copper-line underline-offset-2 hover:decoration-current"
    >
      {props.children}
    </Link>
  );
}
