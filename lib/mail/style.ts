import { hexOf } from "./oklch.ts";

export type MailColours = ReturnType<typeof coloursOf>;

/** The colours of app/globals.css by day, as mail programs understand them, in a company's hue; the house's own is 45. */
export function coloursOf(hue: number) {
  const lean = Math.cos(((hue - 5) * Math.PI) / 180);
  return {
    paper: "#f6f3ed",
    surface: "#fffefc",
    ink: "#25211d",
    inkSoft: "#5a544e",
    hairline: "#ddd8d0",
    accentFill: hexOf(0.54 + 0.03 * lean, 0.16, hue),
    onAccent: "#fffefc",
    cloth: hexOf(0.44 + 0.02 * lean, 0.11, hue),
    onCloth: "#fbf8f1",
  };
}

export const fonts =
  "'Hiragino Sans','Yu Gothic UI','BIZ UDPGothic','Noto Sans CJK JP',Meiryo,-apple-system,'Segoe UI',sans-serif";
export const titleFonts = "'Hiragino Mincho ProN','Yu Mincho','Noto Serif CJK JP',Georgia,serif";
