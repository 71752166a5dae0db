-- What was deleted is no longer unread: of each thread the few such lines after one's read mark are counted. See prisma/sql/chat/unread.sql.
CREATE INDEX chat_messages_deleted_idx ON chat_messages (company_id, thread_id, number) WHERE deleted_at IS NOT NULL;
