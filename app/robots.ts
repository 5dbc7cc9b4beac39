import type { MetadataRoute } from "next";
import { siteOrigin } from "./siteOrigin";

export const dynamic = "force-dynamic";

export default function robots(): MetadataRoute.Robots {
  return { rules: { userAgent: "*", allow: "/", disallow: ["/api/", "/admin"] }, sitemap: `${siteOrigin()}/sitemap.xml` };
}
