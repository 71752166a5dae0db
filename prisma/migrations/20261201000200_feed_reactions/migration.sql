-- A profile that changed is a line of the feed: one for each kind of viewer who sees something of what changed, so that what is hidden from
-- one is in nothing that they read, not in when the line was written either.
ALTER TYPE "FeedEventKind" ADD VALUE 'CHANGED';
ALTER TYPE "NotificationKind" ADD VALUE 'OKAERI';
ALTER TABLE feed_events
  ADD COLUMN viewer_kind "ViewerKind",
  ADD COLUMN sections TEXT[] NOT NULL DEFAULT '{}',
  ADD COLUMN okaeri INTEGER NOT NULL DEFAULT 0;

-- The feed of each kind of viewer, without a row that is another's.
DROP INDEX feed_events_company_id_occurred_at_id_idx;
CREATE INDEX feed_events_alumnus_idx ON feed_events (company_id, occurred_at DESC, id DESC) WHERE viewer_kind IS NULL OR viewer_kind = 'ALUMNUS';
CREATE INDEX feed_events_employee_idx ON feed_events (company_id, occurred_at DESC, id DESC) WHERE viewer_kind IS NULL OR viewer_kind = 'EMPLOYEE';
CREATE INDEX feed_events_hr_idx ON feed_events (company_id, occurred_at DESC, id DESC) WHERE viewer_kind IS NULL OR viewer_kind = 'HR';
CREATE INDEX feed_events_company_id_member_id_occurred_at_idx ON feed_events (company_id, member_id, occurred_at);

CREATE TYPE "ReactionKind" AS ENUM ('OKAERI');
CREATE TABLE feed_reactions (
  company_id UUID NOT NULL,
  event_id UUID NOT NULL,
  member_id UUID NOT NULL,
  kind "ReactionKind" NOT NULL DEFAULT 'OKAERI',
  at TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  listed BOOLEAN NOT NULL DEFAULT true,
  CONSTRAINT feed_reactions_pkey PRIMARY KEY (company_id, event_id, member_id, kind),
  CONSTRAINT feed_reactions_company_id_event_id_fkey FOREIGN KEY (company_id, event_id)
    REFERENCES feed_events (company_id, id) ON DELETE CASCADE ON UPDATE CASCADE,
  CONSTRAINT feed_reactions_company_id_member_id_fkey FOREIGN KEY (company_id, member_id)
    REFERENCES members (company_id, id) ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE INDEX feed_reactions_company_id_member_id_idx ON feed_reactions (company_id, member_id);
CREATE INDEX feed_reactions_at_idx ON feed_reactions (at);
CREATE INDEX feed_reactions_listed_idx ON feed_reactions (company_id, event_id, at, member_id) WHERE listed;
CREATE INDEX feed_reactions_unlisted_idx ON feed_reactions (company_id, event_id, at, member_id) WHERE NOT listed;

CREATE TABLE feed_marks (
  company_id UUID NOT NULL,
  member_id UUID NOT NULL,
  looked_at TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT feed_marks_pkey PRIMARY KEY (company_id, member_id),
  CONSTRAINT feed_marks_company_id_member_id_fkey FOREIGN KEY (company_id, member_id)
    REFERENCES members (company_id, id) ON DELETE CASCADE ON UPDATE CASCADE
);
