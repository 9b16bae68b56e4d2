import type { NextConfig } from "next";

const production = process.env.NODE_ENV === "production";
const overHttps = (process.env.PUBLIC_URL ?? "").startsWith("https:");

/** Next writes small inline scripts and styles; its development build also evaluates. form-action stays open: a form may be answered by a redirect to Stripe's pages. */
const CONTENT_POLICY = [
  "default-src 'self'",
  `script-src 'self' 'unsafe-inline'${production ? "" : " 'unsafe-eval'"}`,
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self' data:",
  `connect-src 'self'${production ? "" : " ws:"}`,
  "object-src 'none'",
  "base-uri 'self'",
  "frame-ancestors 'none'",
].join("; ");

const HEADERS = [
  { key: "Content-Security-Policy", value: CONTENT_POLICY },
  { key: "X-Content-Type-Options", value: "nosniff" },
  { key: "Referrer-Policy", value: "strict-origin-when-cross-origin" },
  { key: "Permissions-Policy", value: "camera=(), microphone=(), geolocation=(), payment=(), usb=()" },
  ...(production && overHttps
    ? [{ key: "Strict-Transport-Security", value: "max-age=63072000; includeSubDomains" }]
    : []),
];

const config: NextConfig = {
  distDir: process.env.NEXT_DIST_DIR ?? ".next",
  /** The public site's own address, for its language twins. */
  env: { SITE_ORIGIN: process.env.PUBLIC_URL ?? "" },
  /** Everybody's page has its title from the start; streamed after the page, it is gone for a moment at each refresh. */
  htmlLimitedBots: /./,
  experimental: { globalNotFound: true },
  poweredByHeader: false,
  reactStrictMode: true,
  serverExternalPackages: [
    "pg",
    "@prisma/adapter-pg",
    "graphile-worker",
    "nodemailer",
    "stripe",
    "csv-parse",
    "iconv-lite",
    "jschardet",
  ],
  turbopack: { root: import.meta.dirname },
  outputFileTracingRoot: import.meta.dirname,
  headers: async () => [{ source: "/:path*", headers: HEADERS }],
};

export default config;
