-- Who left a company's network keeps a row without an account, for the lines that stay in others' conversations.
ALTER TYPE "MemberStatus" ADD VALUE 'LEFT';
ALTER TABLE members ALTER COLUMN user_id DROP NOT NULL;
