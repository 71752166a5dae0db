import { getTranslations } from "next-intl/server";
import { TwoSides } from "#components/leaving/two-sides.tsx";
import type { Traces } from "#lib/leaving/schema.ts";

/** What goes and what stays of the viewer, counted. */
export async function GoesAndStays({ traces, isHr }: { traces: Traces; isHr: boolean }) {
  const text = await getTranslations("leaving.leave");
  const { photo, feedLines, feedReactions, searches, blocks, unsentFiles, lines, conversations, files } =
    traces;
  return (
    <TwoSides
      sides={[
        {
          mark: "goes",
          title: text("goes"),
          lines: [
            text("profile"),
            photo && text("photo"),
            feedLines > 0 && text("feed", { count: feedLines }),
            feedReactions > 0 && text("reactions", { count: feedReactions }),
            searches > 0 && text("searches", { count: searches }),
            blocks > 0 && text("blocks", { count: blocks }),
            unsentFiles > 0 && text("unsent", { count: unsentFiles }),
            text("requests"),
            text("looks"),
            text("settings"),
            text("device"),
          ],
        },
        {
          mark: "stays",
          title: text("stays"),
          lines: [
            lines > 0 ? text("lines", { lines, conversations }) : text("noLines"),
            files > 0 && text("files", { count: files }),
            text("marks"),
            isHr && text("looked"),
            text("left"),
            text("direct"),
            text("others"),
            text("backups"),
          ],
        },
      ]}
    />
  );
}
