import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { PendingNavigation } from "#components/navigation/pending-navigation.tsx";
import { Brand } from "#components/ui/brand.tsx";
import { SkipLink } from "./skip-link.tsx";

type PublicFrameProps = { switchLocale: (form: FormData) => Promise<void>; children: ReactNode };

/** Around what one sees before signing in. */
export function PublicFrame({ switchLocale, children }: PublicFrameProps) {
  return (
    <div className="isolate flex min-h-[calc(100dvh-var(--top))] flex-col">
      <PendingNavigation>
        <SkipLink />
        <header className="mx-auto flex w-full max-w-6xl items-center justify-between gap-4 p-4 sm:px-6 lg:px-10">
          <Link href="/" className="rounded-control">
            <Brand />
          </Link>
          <LanguageSwitch switchLocale={switchLocale} />
        </header>
        <main id="main" tabIndex={-1} className="flex flex-1 flex-col outline-none">
          {children}
        </main>
      </PendingNavigation>
    </div>
  );
}

type LanguageSwitchProps = { switchLocale: (form: FormData) => Promise<void> };

/** Sends `locale` to the action; a plain form, so it works before any script does. */
function LanguageSwitch({ switchLocale }: LanguageSwitchProps) {
  const text = useTranslations("shell.language");
  const current = useLocale();
  return (
    <form action={switchLocale} aria-label={text("label")} className="flex text-sm">
      {(["ja", "en"] as const).map((locale) => (
        <button
          key={locale}
          type="submit"
          name="locale"
          value={locale}
          lang={locale}
          aria-current={locale === current ? "true" : undefined}
          className="min-h-9 rounded-control px-2 text-ink-soft hover:text-ink aria-[current]:font-medium aria-[current]:text-ink aria-[current]:underline aria-[current]:decoration-accent aria-[current]:decoration-2 aria-[current]:underline-offset-8"
        >
          {text(locale)}
        </button>
      ))}
    </form>
  );
}
