import { useTranslations } from "next-intl";
import { BrandMark } from "./brand-mark.tsx";

/** The mark and the name, side by side. */
export function Brand() {
  const text = useTranslations("ui");
  return (
    <span className="palt inline-flex items-center gap-2 text-lg leading-none font-semibold tracking-wide">
      <BrandMark className="size-6 text-accent" />
      {text("brand")}
    </span>
  );
}
