-- What HR decided about a correction is told its member, and a push that no browser took is told again by mail: see prisma/schema.prisma,
-- prisma/sql/people/{correction-notices,search-news}.sql and prisma/sql/notifications.
ALTER TYPE "NotificationKind" ADD VALUE 'CORRECTION';
CREATE INDEX corrections_decided_at_idx ON corrections (decided_at) WHERE decided_at IS NOT NULL;
ALTER TABLE saved_searches ADD COLUMN told_before TIMESTAMPTZ(3);
