-- Invitations of leavers, and how somebody comes in: see prisma/schema.prisma and prisma/sql/{invitations,joining}.
-- Whom a leaver's record became.
ALTER TABLE leavers ADD COLUMN member_id UUID;
ALTER TABLE leavers ADD CONSTRAINT leavers_company_id_member_id_fkey FOREIGN KEY (company_id, member_id)
  REFERENCES members (company_id, id) ON UPDATE CASCADE;
CREATE UNIQUE INDEX leavers_company_id_member_id_key ON leavers (company_id, member_id);

-- Until a member has been through what one is asked on coming in, nobody finds them.
ALTER TABLE members ADD COLUMN welcomed_at TIMESTAMPTZ(3);
UPDATE members SET welcomed_at = coalesce(joined_at, created_at) WHERE status <> 'INVITED';

-- A sign-in that makes an account where there is none, in this language.
ALTER TABLE sign_ins ADD COLUMN newcomer_locale TEXT;

CREATE TYPE "InvitationState" AS ENUM ('QUEUED', 'SENT', 'OPENED', 'JOINED', 'BOUNCED', 'UNSURE', 'REVOKED');
CREATE TABLE invitations (
  company_id UUID NOT NULL,
  leaver_id UUID NOT NULL,
  state "InvitationState" NOT NULL,
  invited_by_id UUID NOT NULL,
  invited_at TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  expires_at TIMESTAMPTZ(3) NOT NULL,
  sent_at TIMESTAMPTZ(3),
  opened_at TIMESTAMPTZ(3),
  joined_at TIMESTAMPTZ(3),
  reminders INTEGER NOT NULL DEFAULT 0,
  CONSTRAINT invitations_pkey PRIMARY KEY (company_id, leaver_id),
  CONSTRAINT invitations_company_id_leaver_id_fkey FOREIGN KEY (company_id, leaver_id)
    REFERENCES leavers (company_id, id) ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE INDEX invitations_company_id_state_idx ON invitations (company_id, state);

CREATE TABLE invitation_links (
  token_hash BYTEA NOT NULL,
  company_id UUID NOT NULL,
  leaver_id UUID NOT NULL,
  mail_id UUID NOT NULL,
  code_hash BYTEA NOT NULL,
  attempts INTEGER NOT NULL DEFAULT 0,
  made_at TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT invitation_links_pkey PRIMARY KEY (company_id, token_hash),
  CONSTRAINT invitation_links_company_id_leaver_id_fkey FOREIGN KEY (company_id, leaver_id)
    REFERENCES invitations (company_id, leaver_id) ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE INDEX invitation_links_made_at_idx ON invitation_links (made_at);
CREATE INDEX invitation_links_token_hash_idx ON invitation_links (token_hash);
CREATE INDEX invitation_links_company_id_leaver_id_idx ON invitation_links (company_id, leaver_id);

CREATE TYPE "InvitationMailState" AS ENUM ('QUEUED', 'SENDING', 'SENT', 'UNSURE', 'BOUNCED', 'CANCELLED');
CREATE TABLE invitation_mails (
  company_id UUID NOT NULL,
  id UUID NOT NULL,
  leaver_id UUID NOT NULL,
  reminder BOOLEAN NOT NULL DEFAULT false,
  locale TEXT NOT NULL,
  state "InvitationMailState" NOT NULL DEFAULT 'QUEUED',
  due_at TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  attempts INTEGER NOT NULL DEFAULT 0,
  address TEXT,
  started_at TIMESTAMPTZ(3),
  sent_at TIMESTAMPTZ(3),
  answer TEXT,
  CONSTRAINT invitation_mails_pkey PRIMARY KEY (company_id, id),
  CONSTRAINT invitation_mails_company_id_leaver_id_fkey FOREIGN KEY (company_id, leaver_id)
    REFERENCES invitations (company_id, leaver_id) ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE INDEX invitation_mails_company_id_leaver_id_idx ON invitation_mails (company_id, leaver_id, id);
CREATE INDEX invitation_mails_company_id_due_at_idx ON invitation_mails (company_id, due_at, id) WHERE state = 'QUEUED';
CREATE INDEX invitation_mails_id_idx ON invitation_mails (id);
CREATE INDEX invitation_mails_sending_idx ON invitation_mails (started_at) WHERE state = 'SENDING';
CREATE INDEX invitation_mails_started_at_idx ON invitation_mails (started_at) WHERE started_at IS NOT NULL;

CREATE TABLE invitation_texts (
  company_id UUID NOT NULL,
  locale TEXT NOT NULL,
  subject TEXT NOT NULL,
  body TEXT NOT NULL,
  changed_by_id UUID NOT NULL,
  changed_at TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT invitation_texts_pkey PRIMARY KEY (company_id, locale),
  CONSTRAINT invitation_texts_company_id_fkey FOREIGN KEY (company_id) REFERENCES companies (id) ON DELETE CASCADE ON UPDATE CASCADE
);

CREATE TABLE company_senders (
  company_id UUID NOT NULL,
  name TEXT NOT NULL,
  postal_address TEXT NOT NULL,
  contact TEXT NOT NULL,
  CONSTRAINT company_senders_pkey PRIMARY KEY (company_id),
  CONSTRAINT company_senders_company_id_fkey FOREIGN KEY (company_id) REFERENCES companies (id) ON DELETE CASCADE ON UPDATE CASCADE
);

-- Who said no: nothing but keyed hashes of what would bring them in again, and the day. A company's key is as old as its first refusal.
CREATE TABLE leaver_refusal_keys (
  company_id UUID NOT NULL,
  key BYTEA NOT NULL,
  CONSTRAINT leaver_refusal_keys_pkey PRIMARY KEY (company_id),
  CONSTRAINT leaver_refusal_keys_company_id_fkey FOREIGN KEY (company_id) REFERENCES companies (id) ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE TABLE leaver_refusals (
  company_id UUID NOT NULL,
  id UUID NOT NULL,
  hashes BYTEA[] NOT NULL,
  refused_on DATE NOT NULL DEFAULT CURRENT_DATE,
  CONSTRAINT leaver_refusals_pkey PRIMARY KEY (company_id, id),
  CONSTRAINT leaver_refusals_company_id_fkey FOREIGN KEY (company_id) REFERENCES companies (id) ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE INDEX leaver_refusals_hashes_idx ON leaver_refusals USING gin (hashes);
