import { UserRound } from "lucide";
import { classNames } from "#components/ui/class-names.ts";
import { Icon } from "#components/ui/icon.tsx";

/** The round of one who has left the network: nobody's colour. */
export function FormerFace({ box = "size-8" }: { box?: string }) {
  return (
    <span
      aria-hidden="true"
      className={classNames("grid shrink-0 place-items-center rounded-full bg-sunken text-ink-soft", box)}
    >
      <Icon icon={UserRound} className="size-1/2" />
    </span>
  );
}
