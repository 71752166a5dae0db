-- What is true of any file has a table of its own; chat's keeps what is chat's, and refers to it.
CREATE TYPE "FileDomain" AS ENUM ('CHAT');

CREATE TABLE files (
  company_id UUID NOT NULL,
  id UUID NOT NULL,
  domain "FileDomain" NOT NULL,
  uploader_id UUID NOT NULL,
  name TEXT NOT NULL,
  type TEXT NOT NULL,
  size INTEGER NOT NULL,
  width INTEGER,
  height INTEGER,
  preview BOOLEAN NOT NULL DEFAULT false,
  created_at TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  given_at TIMESTAMPTZ(3),
  CONSTRAINT files_pkey PRIMARY KEY (company_id, id),
  CONSTRAINT files_company_id_uploader_id_fkey FOREIGN KEY (company_id, uploader_id)
    REFERENCES members (company_id, id) ON DELETE RESTRICT ON UPDATE CASCADE
);

-- What is there already is kept: the owner has to see it for that.
ALTER TABLE chat_threads NO FORCE ROW LEVEL SECURITY;
ALTER TABLE chat_files NO FORCE ROW LEVEL SECURITY;
INSERT INTO files (company_id, id, domain, uploader_id, name, type, size, width, height, preview, created_at, given_at)
  SELECT f.company_id, f.id, 'CHAT', f.uploader_id, f.name, f.type, f.size, f.width, f.height, f.preview, f.created_at,
    CASE WHEN f.number IS NOT NULL OR t.picture_id = f.id THEN f.created_at END
  FROM chat_files f JOIN chat_threads t ON t.company_id = f.company_id AND t.id = f.thread_id;
ALTER TABLE chat_files FORCE ROW LEVEL SECURITY;
ALTER TABLE chat_threads FORCE ROW LEVEL SECURITY;

-- With the policies and functions that speak of these columns: prisma/sql makes them again.
ALTER TABLE chat_files
  DROP COLUMN uploader_id CASCADE,
  DROP COLUMN name CASCADE,
  DROP COLUMN type CASCADE,
  DROP COLUMN size CASCADE,
  DROP COLUMN width CASCADE,
  DROP COLUMN height CASCADE,
  DROP COLUMN preview CASCADE,
  DROP COLUMN created_at CASCADE;
ALTER TABLE chat_files RENAME COLUMN id TO file_id;
ALTER TABLE chat_files ADD CONSTRAINT chat_files_company_id_file_id_fkey FOREIGN KEY (company_id, file_id)
  REFERENCES files (company_id, id) ON DELETE CASCADE ON UPDATE CASCADE;

-- Few at any time, no matter whose: what the worker takes away, and what a member may still give.
CREATE INDEX files_ungiven_idx ON files (company_id, uploader_id) WHERE given_at IS NULL;
