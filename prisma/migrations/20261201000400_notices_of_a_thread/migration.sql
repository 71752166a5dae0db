-- Whether a notice of a group names somebody is asked where a block parts them from who reads its list.
CREATE INDEX chat_messages_notices_idx ON chat_messages (company_id, thread_id) WHERE kind = 'NOTICE';
