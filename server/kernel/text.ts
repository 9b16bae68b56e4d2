import { z } from "zod";

/** One line of typed text: trimmed, NFC, well-formed, without control characters. */
export const line = (max: number) =>
  z
    .string()
    .transform((text) =>
      text
        .toWellFormed()
        .normalize("NFC")
        .replace(/\p{Cc}+/gu, " ")
        .trim(),
    )
    .pipe(z.string().min(1).max(max));

/** Several lines of typed text: trimmed, NFC, well-formed; keeps line breaks and tabs, drops other control characters. */
export const prose = (max: number) =>
  z
    .string()
    .transform((text) =>
      text
        .toWellFormed()
        .normalize("NFC")
        .replace(/\r\n?/g, "\n")
        .replace(/[^\P{Cc}\n\t]+/gu, "")
        .trim(),
    )
    .pipe(z.string().max(max));
