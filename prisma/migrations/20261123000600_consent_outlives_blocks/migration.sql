-- A block that is taken back leaves consent as it was: what a participant was before one.
ALTER TABLE chat_participants ADD COLUMN state_before_block "ParticipantState";
