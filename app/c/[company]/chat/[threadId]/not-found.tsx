import { NothingThere } from "#components/chat/threads/nothing-there.tsx";

export default function ThreadNotFound() {
  return <NothingThere what="notFound" />;
}
