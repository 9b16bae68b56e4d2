/** Night, day, or as the system has it; kept in a cookie and put on <html> before anything is painted. */
export type Theme = "system" | "light" | "dark";

const YEAR_S = 31_536_000;

/** Runs in <head>, so that a chosen theme never flashes the other one. */
export const THEME_SCRIPT =
  "(m=>{if(m)document.documentElement.dataset.theme=m[1]})(/(?:^|; )theme=(light|dark)/.exec(document.cookie))";

/** What the person chose on this browser. */
export function currentTheme(): Theme {
  const chosen = document.documentElement.dataset.theme;
  return chosen === "light" || chosen === "dark" ? chosen : "system";
}

/** Puts a theme on the page at once and keeps the choice for a year. */
export function chooseTheme(theme: Theme): void {
  if (theme === "system") delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
  const age = theme === "system" ? 0 : YEAR_S;
  // biome-ignore lint/suspicious/noDocumentCookie: the next page reads it before anything else runs.
  document.cookie = `theme=${theme}; path=/; max-age=${age}; samesite=lax`;
}
