"use client";

import { SquarePen } from "lucide-react";
import { usePathname, useRouter, useSearchParams } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Dialog } from "#components/ui/dialog.tsx";
import { IconButton } from "#components/ui/icon-button.tsx";
import { NewThreadForm } from "./new-thread-form.tsx";

/** Begins a conversation with one or several people; `?new` in the address opens it as the button does. */
export function NewThread() {
  const text = useTranslations("chat.new");
  const router = useRouter();
  const path = usePathname();
  const asked = useSearchParams().has("new");
  const [open, setOpen] = useState(false);

  function close() {
    setOpen(false);
    if (asked) router.replace(path);
  }
  return (
    <>
      <IconButton label={text("open")} onClick={() => setOpen(true)}>
        <SquarePen className="size-5" strokeWidth={1.75} aria-hidden="true" />
      </IconButton>
      <Dialog title={text("title")} open={open || asked} onOpenChange={(next) => !next && close()}>
        <NewThreadForm
          onStarted={(href) => {
            setOpen(false);
            router.push(href);
          }}
        />
      </Dialog>
    </>
  );
}
