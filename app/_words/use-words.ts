import { useTranslations } from "use-intl/react";
import type { Namespace } from "./words.ts";

/** What a client component says: `const t = useWords("merchant")`. The layout's PageWords must ship the namespace. */
export function useWords<const N extends Namespace>(namespace: N) {
  return useTranslations<N>(namespace);
}
