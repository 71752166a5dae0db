import Link from "next/link";
import type { ReactNode } from "react";

export default function Layout({ children }: { children: ReactNode }) {
  return (
    <html lang="ja">
      <body>
        <nav>
          <Link href="/rows/30">Rows</Link>
          <Link href="/elsewhere">Elsewhere</Link>
        </nav>
        {children}
      </body>
    </html>
  );
}
