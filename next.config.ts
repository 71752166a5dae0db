import { createHmac } from "node:crypto";
import type { NextConfig } from "next";
import { PHASE_PRODUCTION_BUILD } from "next/constants.js";
import createNextIntlPlugin from "next-intl/plugin";

// Pages have a policy of their own, by proxy.ts, and the offline page by its route; nothing else is shown as one.
const noPage = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

const config: NextConfig = {
  poweredByHeader: false,
  // npm test checks types, over the tests too; a start need not wait for it.
  typescript: { ignoreBuildErrors: true },
  reactStrictMode: true,
  // Messages come to browsers compiled (lib/i18n/page-words.ts).
  turbopack: {
    resolveAlias: {
      "use-intl/format-message": {
        browser: "use-intl/format-message/format-only",
        default: "./lib/i18n/format-message.ts",
      },
    },
  },
  allowedDevOrigins: ["127.0.0.1"],
  serverExternalPackages: [
    "pg",
    "pg-boss",
    "@prisma/client",
    "@prisma/adapter-pg",
    "redis",
    "pino",
    "prom-client",
  ],
  headers: async () => [
    {
      source: "/:path*",
      headers: [
        { key: "X-Content-Type-Options", value: "nosniff" },
        { key: "X-Frame-Options", value: "DENY" },
        { key: "Referrer-Policy", value: "same-origin" },
        { key: "Permissions-Policy", value: "camera=(), microphone=(), geolocation=()" },
      ],
    },
    { source: "/((?!offline$).*)", headers: [{ key: "Content-Security-Policy", value: noPage }] },
    // What people give each other, whatever its bytes are: nothing in it runs or loads. Here, since these go before a route's own.
    {
      source: "/api/c/:path*",
      headers: [{ key: "Content-Security-Policy", value: `${noPage}; sandbox` }],
    },
    // A browser asks for it again at each visit, so that a new one is in use at once.
    {
      source: "/sw.js",
      headers: [
        { key: "Cache-Control", value: "no-cache" },
        { key: "Content-Security-Policy", value: `${noPage}; connect-src 'self'` },
      ],
    },
  ],
};

const complete = createNextIntlPlugin("./lib/i18n/request.ts")(config);

/**
 * The ids of server actions follow from this key. One of the installation's own, so that a page that was opened before an update still
 * finds its actions after it.
 */
export default function configure(phase: string): NextConfig {
  const { AUTH_SECRET } = process.env;
  if (phase === PHASE_PRODUCTION_BUILD && AUTH_SECRET) {
    process.env.NEXT_SERVER_ACTIONS_ENCRYPTION_KEY ||= createHmac("sha256", AUTH_SECRET)
      .update("server actions")
      .digest("base64");
  }
  return complete;
}
