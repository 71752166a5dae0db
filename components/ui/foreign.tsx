/** Somebody else's words within a title of ours: in the font of the text, which has every character. */
export function Foreign({ children }: { children: string }) {
  return <span className="font-sans">{children}</span>;
}
