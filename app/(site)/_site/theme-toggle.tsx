"use client";
import { Button } from "#app/_ui/button.tsx";
import { chooseTheme, currentTheme } from "#app/_ui/theme.ts";

/** Turns the public site from day to night and back. */
export function ThemeToggle(props: { label: string }) {
  const turn = () => {
    const system = matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
    const theme = currentTheme();
    chooseTheme((theme === "system" ? system : theme) === "dark" ? "light" : "dark");
  };
  return <Button kind="ghost" icon="theme" aria-label={props.label} onClick={turn} />;
}
