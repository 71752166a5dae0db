import {
  File,
  FileArchive,
  FileCog,
  FileImage,
  FileMusic,
  FilePlay,
  FileSpreadsheet,
  FileText,
  type LucideIcon,
  Presentation,
} from "lucide-react";
import { type FileKind, kindOfFile } from "./file-kind.ts";

/** The picture of a file that has none. */
export function FileIcon({ type, className }: { type: string; className: string }) {
  const Icon = icons[kindOfFile(type)];
  return <Icon className={className} strokeWidth={1.5} aria-hidden="true" />;
}

const icons: Record<FileKind, LucideIcon> = {
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
