-- All that the company holds about a member, as a file that they may keep: see prisma/schema.prisma.
ALTER TYPE "FileDomain" ADD VALUE 'TAKEOUT';

CREATE TABLE takeouts (
  company_id UUID NOT NULL,
  member_id UUID NOT NULL,
  file_id UUID NOT NULL,
  size BIGINT NOT NULL,
  made_at TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  expires_at TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT takeouts_pkey PRIMARY KEY (company_id, member_id),
  CONSTRAINT takeouts_company_id_member_id_fkey FOREIGN KEY (company_id, member_id)
    REFERENCES members (company_id, id) ON DELETE CASCADE ON UPDATE CASCADE,
  CONSTRAINT takeouts_company_id_file_id_fkey FOREIGN KEY (company_id, file_id)
    REFERENCES files (company_id, id) ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE UNIQUE INDEX takeouts_company_id_file_id_key ON takeouts (company_id, file_id);
CREATE INDEX takeouts_expires_at_idx ON takeouts (expires_at);
-- One at a time is made for a member.
CREATE UNIQUE INDEX long_work_takeout_idx ON long_work (company_id, member_id) WHERE kind = 'takeout' AND state IN ('WAITING', 'RUNNING');
-- A member's files, in the order in which they are packed.
CREATE INDEX files_company_id_uploader_id_id_idx ON files (company_id, uploader_id, id);
