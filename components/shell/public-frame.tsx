import Link from "next/link";
import type { ReactNode } from "react";
import { Brand } from "#components/ui/brand.tsx";
import { LanguageSwitch } from "./language-switch.tsx";
import { SkipLink } from "./skip-link.tsx";

type PublicFrameProps = { switchLocale: (form: FormData) => Promise<void>; children: ReactNode };

/** Around what one sees before signing in. */
export function PublicFrame({ switchLocale, children }: PublicFrameProps) {
  return (
    <div className="isolate flex min-h-[calc(100dvh-var(--top))] flex-col">
      <SkipLink />
      <header className="mx-auto flex w-full max-w-6xl items-center justify-between gap-4 px-5 py-5 sm:px-8 lg:px-12">
        <Link href="/" className="rounded-control">
          <Brand />
        </Link>
        <LanguageSwitch switchLocale={switchLocale} />
      </header>
      <main id="main" tabIndex={-1} className="flex flex-1 flex-col outline-none">
        {children}
      </main>
    </div>
  );
}
