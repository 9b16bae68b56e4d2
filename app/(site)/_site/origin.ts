/** Where this site is known to the world; addresses for search engines are made from it. */
// biome-ignore lint/style/noProcessEnv: next.config.ts puts the address in when it builds.
export const ORIGIN = new URL(process.env.SITE_ORIGIN || "http://localhost");
