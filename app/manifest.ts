import type { MetadataRoute } from "next";
import { getLocale, getTranslations } from "next-intl/server";

/**
 * What a phone or a desktop needs to install Okaeri as an app. It starts at the door, which leads anyone who is signed in into their company.
 * The colours are the paper and the light room of app/globals.css.
 */
export default async function manifest(): Promise<MetadataRoute.Manifest> {
  const name = (await getTranslations("ui"))("brand");
  return {
    id: "/",
    name,
    short_name: name,
    lang: await getLocale(),
    dir: "ltr",
    start_url: "/sign-in",
    scope: "/",
    display: "standalone",
    background_color: "#f6f3ed",
    theme_color: "#f6f3ed",
    categories: ["business", "social"],
    icons: [
      { src: "/icons/192.png", sizes: "192x192", type: "image/png", purpose: "any" },
      { src: "/icons/512.png", sizes: "512x512", type: "image/png", purpose: "any" },
      { src: "/icons/maskable-512.png", sizes: "512x512", type: "image/png", purpose: "maskable" },
    ],
  };
}
