import type { Answers } from "#app/_trpc/answers.ts";

/** The parts of a program's editor, each an address. */
export const SECTIONS = ["overview", "product", "icp", "questions", "knowledge", "terms"] as const;
export type Section = (typeof SECTIONS)[number];

/** A program as its editor shows it. */
export type Edited = Answers["programs"]["editor"];
