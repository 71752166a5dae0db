import {
  File,
  FileArchive,
  FileCog,
  FileImage,
  FileMusic,
  FilePlay,
  FileSpreadsheet,
  FileText,
  type IconNode,
  Presentation,
} from "lucide";
import { Icon } from "#components/ui/icon.tsx";
import { type FileKind, kindOfFile } from "./file-kind.ts";

/** The picture of a file that has none. */
export function FileIcon({ type, className }: { type: string; className: string }) {
  const icon = icons[kindOfFile(type)];
  return <Icon icon={icon} className={className} />;
}

const icons: Record<FileKind, IconNode> = {
  picture: FileImage,
  audio: FileMusic,
  video: FilePlay,
  pdf: FileText,
  table: FileSpreadsheet,
  slides: Presentation,
  document: FileText,
  archive: FileArchive,
  program: FileCog,
  text: FileText,
  other: File,
};
