import { Download } from "lucide";
import { Button } from "#components/ui/button.tsx";
import { Card } from "#components/ui/card.tsx";
import { Icon } from "#components/ui/icon.tsx";
import { IconButton } from "#components/ui/icon-button.tsx";
import { Tabs } from "#components/ui/tabs.tsx";
import { Tag } from "#components/ui/tag.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import { Explained } from "./explained.tsx";
import { Specimen, State } from "./specimen.tsx";
import { useWords } from "./use-words.ts";

export function Papers() {
  const words = useWords();
  return (
    <>
      <Specimen name="Card">
        <div className="grid gap-4 sm:grid-cols-2">
          <Card
            title={words.cardTitle}
            aside={<Tag>{words.tag}</Tag>}
            actions={
              <>
                <Button variant="quiet">{words.later}</Button>
                <Button variant="primary">{words.join}</Button>
              </>
            }
          >
            <p className="text-sm">{words.cardText}</p>
          </Card>
          <Card title={words.open} href="#card">
            <p className="text-sm text-ink-soft">{words.cardText}</p>
          </Card>
          <Card title={words.long} href="#card" aside={<Tag>{words.tag}</Tag>}>
            <p className="text-sm">{words.long}</p>
          </Card>
          <Card>
            <p className="text-sm">{words.cardText}</p>
          </Card>
        </div>
      </Specimen>
      <Specimen name="Tabs">
        <State name={words.states.many}>
          <Tabs
            label={words.states.many}
            tabs={words.tabs.map((label, index) => ({
              value: String(index),
              label,
              disabled: index === 3,
              count: index === 1 ? { value: 3, label: words.unread } : undefined,
              content: <p>{`${label} – ${words.cardText}`}</p>,
            }))}
          />
        </State>
        <State name={words.states.rest}>
          <Tabs
            label={words.states.rest}
            defaultValue="1"
            tabs={words.tabs.slice(0, 2).map((label, index) => ({
              value: String(index),
              label,
              content: <TextLink href="#tabs">{label}</TextLink>,
            }))}
          />
        </State>
      </Specimen>
      <Specimen name="Tooltip">
        <div className="flex flex-wrap items-center gap-4">
          <IconButton label={words.tooltip}>
            <Icon icon={Download} className="size-5" />
          </IconButton>
          <IconButton label={words.long} variant="secondary">
            <Icon icon={Download} className="size-5" />
          </IconButton>
          <IconButton label={words.disabled} disabled>
            <Icon icon={Download} className="size-5" />
          </IconButton>
          <Explained tooltip={words.cardText}>{words.cardTitle}</Explained>
        </div>
      </Specimen>
    </>
  );
}
