/** How a name is read: spaced, and Japanese on any page. */
export function Kana({ children }: { children: string }) {
  return (
    <span lang="ja" className="tracking-widest">
      {children}
    </span>
  );
}
