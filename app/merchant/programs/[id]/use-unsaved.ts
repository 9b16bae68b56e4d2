import { useEffect } from "react";
import { useWords } from "#app/_words/use-words.ts";

/** Asks before a page with something typed and not yet saved is left, by link or by closing. */
export function useUnsaved(unsaved: boolean): void {
  const t = useWords("merchant");
  const question = t("program.unsaved");
  useEffect(() => {
    if (!unsaved) return;
    const close = (event: BeforeUnloadEvent) => event.preventDefault();
    const follow = (event: MouseEvent) => {
      const link = event.target instanceof Element ? event.target.closest("a[href]") : null;
      if (!link || link.getAttribute("target") === "_blank" || window.confirm(question)) return;
      event.preventDefault();
      event.stopPropagation();
    };
    window.addEventListener("beforeunload", close);
    document.addEventListener("click", follow, { capture: true });
    return () => {
      window.removeEventListener("beforeunload", close);
      document.removeEventListener("click", follow, { capture: true });
    };
  }, [unsaved, question]);
}
