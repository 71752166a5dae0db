import { useTranslations } from "next-intl";

/** What the keys do, where there are keys. */
export function PaletteKeys() {
  const text = useTranslations("palette.keys");
  return (
    <p className="flex gap-4 border-t border-hairline px-4 py-2 text-xs text-ink-soft max-md:hidden">
      {(["move", "choose", "write", "close"] as const).map((name) => (
        <span key={name} className="flex items-center gap-2">
          <kbd className="rounded-control border border-hairline px-2 font-sans text-xs leading-5">
            {keys[name]}
          </kbd>
          {text(name)}
        </span>
      ))}
    </p>
  );
}

const keys = { move: "↑ ↓", choose: "Enter", write: "Ctrl/⌘ Enter", close: "Esc" };
