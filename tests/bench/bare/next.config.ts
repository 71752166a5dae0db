import { resolve } from "node:path";
import type { NextConfig } from "next";

/** What our pages are measured beside: Next as it comes, built from a copy in .data with the packages of ours. */
const config: NextConfig = {
  poweredByHeader: false,
  typescript: { ignoreBuildErrors: true },
  turbopack: { root: resolve(import.meta.dirname, "../..") },
};

export default config;
