import type { MetadataRoute } from "next";

/** What a phone or a desktop needs to install Okaeri as an app. The colours are the paper and the light room of app/globals.css. */
export default function manifest(): MetadataRoute.Manifest {
  return {
    id: "/",
    name: "Okaeri",
    short_name: "Okaeri",
    lang: "ja",
    dir: "ltr",
    start_url: "/",
    scope: "/",
    display: "standalone",
    background_color: "#fcfaf6",
    theme_color: "#fcfaf6",
    categories: ["business", "social"],
    icons: [
      { src: "/icons/192.png", sizes: "192x192", type: "image/png", purpose: "any" },
      { src: "/icons/512.png", sizes: "512x512", type: "image/png", purpose: "any" },
      { src: "/icons/maskable-512.png", sizes: "512x512", type: "image/png", purpose: "maskable" },
    ],
  };
}
