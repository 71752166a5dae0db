"use client";

import { Tabs as BaseTabs } from "@base-ui/react/tabs";
import type { ReactNode } from "react";
import { Count } from "./count.tsx";

type Tab = {
  value: string;
  label: string;
  /** How many new things there are inside, and in words what is counted. */
  count?: { value: number; label: string };
  disabled?: boolean;
  content: ReactNode;
};
type TabsProps = {
  label: string;
  tabs: readonly Tab[];
  /** The one that is open at first; the first one otherwise. */
  defaultValue?: string;
};

/** Parts of one page, of which one is in sight. Arrows open the next one; many of them scroll sideways. Views with addresses are SegmentedLinks. */
export function Tabs({ label, tabs, defaultValue = tabs[0]?.value }: TabsProps) {
  return (
    <BaseTabs.Root defaultValue={defaultValue}>
      <BaseTabs.List
        activateOnFocus
        aria-label={label}
        className="flex max-w-full gap-1 overflow-x-auto border-b border-hairline [scrollbar-width:thin]"
      >
        {tabs.map(({ value, label, count, disabled }) => (
          <BaseTabs.Tab key={value} value={value} disabled={disabled} className={tabStyle}>
            {label}
            {count && <Count value={count.value} label={count.label} />}
          </BaseTabs.Tab>
        ))}
      </BaseTabs.List>
      {tabs.map(({ value, content }) => (
        <BaseTabs.Panel key={value} value={value} className="rounded-control pt-4">
          {content}
        </BaseTabs.Panel>
      ))}
    </BaseTabs.Root>
  );
}

const tabStyle =
  "flex min-h-11 shrink-0 items-center gap-2 rounded-t-control border-b-2 border-transparent px-3 text-sm whitespace-nowrap text-ink-soft transition-colors hover:bg-sunken hover:text-ink focus-visible:-outline-offset-2 data-active:border-accent data-active:font-semibold data-active:text-ink data-disabled:pointer-events-none data-disabled:opacity-55";
