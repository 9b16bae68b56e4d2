"use client";
import { useEffect } from "react";

/** Takes the person to a page outside as soon as its address is known; the feed brings it. */
export function useGoWhenReady(wanted: boolean, url: string | null | undefined): void {
  useEffect(() => {
    if (wanted && url) window.location.assign(url);
  }, [wanted, url]);
}
