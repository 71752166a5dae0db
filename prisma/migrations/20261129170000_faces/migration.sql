-- Who joined first of a group is shown beside it in every list: looked up, however many belong to it.
CREATE INDEX chat_participants_joined_idx ON chat_participants (company_id, thread_id, joined_at, member_id) WHERE state <> 'LEFT';
