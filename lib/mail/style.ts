/** The colours of app/globals.css by day, as mail programs understand them. */
export const colours = {
  paper: "#f6f3ed",
  ink: "#25211d",
  inkSoft: "#5d5751",
  hairline: "#e0dcd5",
  accent: "#d46225",
  accentFill: "#be4e02",
  onAccent: "#fffefc",
} as const;

export const fonts =
  "'Hiragino Sans','Yu Gothic UI','Noto Sans JP',Meiryo,-apple-system,'Segoe UI',sans-serif";
