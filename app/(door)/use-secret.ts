"use client";
import { useEffect, useState } from "react";

/**
 * The secret that a mailed address carries behind its `#`. It is taken once and wiped from the address bar and the
 * history. `undefined` until the browser has looked, null when there is none.
 */
export function useSecret(keptAs?: string): string | null | undefined {
  const [secret, setSecret] = useState<string | null>();
  useEffect(() => {
    const found = new URLSearchParams(window.location.hash.slice(1)).get("token");
    if (found) {
      window.history.replaceState(null, "", window.location.pathname + window.location.search);
      if (keptAs) sessionStorage.setItem(keptAs, found);
    }
    setSecret((before) => found ?? before ?? (keptAs ? sessionStorage.getItem(keptAs) : null));
  }, [keptAs]);
  return secret;
}
