import { NothingThere } from "#components/chat/nothing-there.tsx";

export default function ThreadNotFound() {
  return <NothingThere what="notFound" />;
}
