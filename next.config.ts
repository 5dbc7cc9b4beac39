import createNextIntlPlugin from "next-intl/plugin";
import type { NextConfig } from "next";

const config: NextConfig = {
  distDir: process.env.NEXT_DIST_DIR ?? ".next",
  reactStrictMode: true,
  poweredByHeader: false,
  // The optimizer is not used, and has had holes.
  images: { unoptimized: true },
  experimental: {
    // The phone gets the page with its styles in one answer.
    inlineCss: true,
    // As much as the site lets through (server/staffDoor.ts).
    serverActions: { bodySizeLimit: "2mb" },
  },
  // Title, canonical and hreflang belong into <head> for everyone, not only for known robots.
  htmlLimitedBots: /.*/,
  // The lint and type checks are commands of their own (npm test runs them).
  typescript: { ignoreBuildErrors: true },
  serverExternalPackages: ["@prisma/client", "@prisma/adapter-pg", "pg"],
};

export default createNextIntlPlugin("./i18n/request.ts")(config);
