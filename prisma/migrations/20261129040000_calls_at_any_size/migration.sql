-- The worker looks every few seconds for threads in which something was said lately: see prisma/sql/chat/calls.sql. An index on the time
-- itself would be written with each message; the hour changes once an hour.
ALTER TABLE chat_threads ADD COLUMN last_message_hour TIMESTAMP(3)
  GENERATED ALWAYS AS (date_trunc('hour', last_message_at AT TIME ZONE 'UTC')) STORED;
CREATE INDEX chat_threads_last_message_hour_idx ON chat_threads (last_message_hour);

-- Whether somebody is barred is asked of each line: without this, by reading all members of the group.
CREATE INDEX chat_participants_barred_idx ON chat_participants (company_id, thread_id, member_id) WHERE state = 'BARRED';
