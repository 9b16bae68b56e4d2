"use client";
import { type ComponentProps, useEffect, useRef, useState } from "react";
import { cx } from "./cx.ts";

const TAKES_FOCUS = ":is(a[href], button, input, select, textarea, summary, [tabindex]):not(:disabled)";

/** A part of the page that scrolls by itself. Where nothing in it takes the focus it does so itself, or a keyboard could not scroll it. */
export function Scroller(props: ComponentProps<"div">) {
  const own = useRef<HTMLDivElement>(null);
  const [alone, setAlone] = useState(false);
  // Looked at after each render, since what is inside comes and goes.
  useEffect(() => setAlone(own.current?.querySelector(TAKES_FOCUS) === null));
  return <div ref={own} {...(alone && { tabIndex: 0 })} {...props} className={cx("scroller", props.className)} />;
}
