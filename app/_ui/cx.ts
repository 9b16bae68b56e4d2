/** Joins class names, leaving out what is off. */
export const cx = (...parts: readonly unknown[]): string => parts.filter(Boolean).join(" ");
