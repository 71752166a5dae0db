-- Equality on uuid beside array containment in one GIN index.
CREATE EXTENSION IF NOT EXISTS btree_gin;

-- Single characters and pairs of neighbours of a text, not across "|": what search_docs is indexed by.
-- Two-character Japanese names are too short for trigrams.
CREATE FUNCTION grams(doc text) RETURNS text[] LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
DECLARE
  found text[] := '{}';
  here text;
  before text := '|';
BEGIN
  FOREACH here IN ARRAY string_to_array(replace(doc, ' ', ''), NULL) LOOP
    IF here <> '|' THEN
      found := found || here;
      IF before <> '|' THEN
        found := found || (before || here);
      END IF;
    END IF;
    before := here;
  END LOOP;
  RETURN ARRAY(SELECT DISTINCT unnest(found));
END $$;



-- CreateEnum
CREATE TYPE "CompanyStatus" AS ENUM ('ACTIVE', 'SUSPENDED');

-- CreateEnum
CREATE TYPE "ColorScheme" AS ENUM ('SYSTEM', 'LIGHT', 'DARK');

-- CreateEnum
CREATE TYPE "MemberKind" AS ENUM ('ALUMNUS', 'EMPLOYEE');

-- CreateEnum
CREATE TYPE "MemberRole" AS ENUM ('MEMBER', 'HR_ADMIN', 'OWNER');

-- CreateEnum
CREATE TYPE "MemberStatus" AS ENUM ('INVITED', 'ACTIVE', 'SUSPENDED');

-- CreateEnum
CREATE TYPE "Audience" AS ENUM ('MEMBER');

-- CreateEnum
CREATE TYPE "FeedEventKind" AS ENUM ('JOINED');

-- CreateEnum
CREATE TYPE "ChatThreadKind" AS ENUM ('DIRECT');

-- CreateTable
CREATE TABLE "companies" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "name_en" TEXT NOT NULL,
    "status" "CompanyStatus" NOT NULL DEFAULT 'ACTIVE',
    "accent_hue" INTEGER NOT NULL DEFAULT 45,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "companies_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "users" (
    "id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "locale" TEXT NOT NULL DEFAULT 'ja',
    "time_zone" TEXT NOT NULL DEFAULT 'Asia/Tokyo',
    "color_scheme" "ColorScheme" NOT NULL DEFAULT 'SYSTEM',
    "sample" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "users_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sessions" (
    "id" UUID NOT NULL,
    "token_hash" BYTEA NOT NULL,
    "user_id" UUID NOT NULL,
    "user_agent" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_seen_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "sessions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sign_ins" (
    "id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "link_hash" BYTEA NOT NULL,
    "code_hash" BYTEA NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),

    CONSTRAINT "sign_ins_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "rate_limits" (
    "key" BYTEA NOT NULL,
    "count" INTEGER NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "rate_limits_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "mails" (
    "id" UUID NOT NULL,
    "to" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "html" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "sent_at" TIMESTAMPTZ(3),

    CONSTRAINT "mails_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "members" (
    "company_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "kind" "MemberKind" NOT NULL,
    "role" "MemberRole" NOT NULL DEFAULT 'MEMBER',
    "status" "MemberStatus" NOT NULL DEFAULT 'INVITED',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "joined_at" TIMESTAMPTZ(3),

    CONSTRAINT "members_pkey" PRIMARY KEY ("company_id","id")
);

-- CreateTable
CREATE TABLE "profiles" (
    "company_id" UUID NOT NULL,
    "member_id" UUID NOT NULL,
    "family_name" TEXT NOT NULL,
    "given_name" TEXT NOT NULL,
    "family_name_kana" TEXT,
    "given_name_kana" TEXT,
    "preferred_name" TEXT,
    "former_family_name" TEXT,
    "sort_key" TEXT COLLATE "C" NOT NULL,
    "joined_on" DATE NOT NULL,
    "left_on" DATE,
    "department" TEXT NOT NULL,
    "title" TEXT,
    "area" TEXT,
    "headline" TEXT,
    "about" TEXT,
    "purposes" TEXT[],
    "skills" TEXT[],

    CONSTRAINT "profiles_pkey" PRIMARY KEY ("company_id","member_id")
);

-- CreateTable
CREATE TABLE "search_docs" (
    "company_id" UUID NOT NULL,
    "member_id" UUID NOT NULL,
    "audience" "Audience" NOT NULL,
    "doc" TEXT NOT NULL,
    "grams" TEXT[] NOT NULL GENERATED ALWAYS AS (grams("doc")) STORED,

    CONSTRAINT "search_docs_pkey" PRIMARY KEY ("company_id","member_id","audience")
);

-- CreateTable
CREATE TABLE "feed_events" (
    "company_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "kind" "FeedEventKind" NOT NULL,
    "member_id" UUID NOT NULL,
    "occurred_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "feed_events_pkey" PRIMARY KEY ("company_id","id")
);

-- CreateTable
CREATE TABLE "chat_threads" (
    "company_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "kind" "ChatThreadKind" NOT NULL,
    "direct_key" TEXT,
    "last_number" INTEGER NOT NULL DEFAULT 0,
    "last_message_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "chat_threads_pkey" PRIMARY KEY ("company_id","id")
);

-- CreateTable
CREATE TABLE "chat_participants" (
    "company_id" UUID NOT NULL,
    "thread_id" UUID NOT NULL,
    "member_id" UUID NOT NULL,
    "read_number" INTEGER NOT NULL DEFAULT 0,
    "joined_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "chat_participants_pkey" PRIMARY KEY ("company_id","thread_id","member_id")
);

-- CreateTable
CREATE TABLE "chat_messages" (
    "company_id" UUID NOT NULL,
    "thread_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "id" UUID NOT NULL,
    "author_id" UUID NOT NULL,
    "client_id" UUID NOT NULL,
    "text" TEXT NOT NULL,
    "sent_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "chat_messages_pkey" PRIMARY KEY ("company_id","thread_id","number")
);

-- CreateIndex
CREATE UNIQUE INDEX "companies_slug_key" ON "companies"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "users_email_key" ON "users"("email");

-- CreateIndex
CREATE UNIQUE INDEX "sessions_token_hash_key" ON "sessions"("token_hash");

-- CreateIndex
CREATE INDEX "sessions_user_id_idx" ON "sessions"("user_id");

-- CreateIndex
CREATE INDEX "sessions_expires_at_idx" ON "sessions"("expires_at");

-- CreateIndex
CREATE UNIQUE INDEX "sign_ins_link_hash_key" ON "sign_ins"("link_hash");

-- CreateIndex
CREATE INDEX "sign_ins_email_created_at_idx" ON "sign_ins"("email", "created_at");

-- CreateIndex
CREATE INDEX "sign_ins_expires_at_idx" ON "sign_ins"("expires_at");

-- CreateIndex
CREATE INDEX "rate_limits_expires_at_idx" ON "rate_limits"("expires_at");

-- CreateIndex
CREATE INDEX "mails_created_at_idx" ON "mails"("created_at");

-- CreateIndex
CREATE INDEX "members_user_id_idx" ON "members"("user_id");

-- CreateIndex
CREATE UNIQUE INDEX "members_company_id_user_id_key" ON "members"("company_id", "user_id");

-- CreateIndex
CREATE INDEX "profiles_company_id_sort_key_member_id_idx" ON "profiles"("company_id", "sort_key", "member_id");

-- CreateIndex
CREATE INDEX "search_docs_company_id_grams_idx" ON "search_docs" USING GIN ("company_id" uuid_ops, "grams" array_ops);

-- CreateIndex
CREATE INDEX "feed_events_company_id_occurred_at_id_idx" ON "feed_events"("company_id", "occurred_at" DESC, "id" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "chat_threads_company_id_direct_key_key" ON "chat_threads"("company_id", "direct_key");

-- CreateIndex
CREATE INDEX "chat_participants_company_id_member_id_thread_id_idx" ON "chat_participants"("company_id", "member_id", "thread_id");

-- CreateIndex
CREATE UNIQUE INDEX "chat_messages_company_id_id_key" ON "chat_messages"("company_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "chat_messages_company_id_thread_id_author_id_client_id_key" ON "chat_messages"("company_id", "thread_id", "author_id", "client_id");

-- AddForeignKey
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "members" ADD CONSTRAINT "members_company_id_fkey" FOREIGN KEY ("company_id") REFERENCES "companies"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "members" ADD CONSTRAINT "members_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "profiles" ADD CONSTRAINT "profiles_company_id_member_id_fkey" FOREIGN KEY ("company_id", "member_id") REFERENCES "members"("company_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "search_docs" ADD CONSTRAINT "search_docs_company_id_member_id_fkey" FOREIGN KEY ("company_id", "member_id") REFERENCES "members"("company_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "feed_events" ADD CONSTRAINT "feed_events_company_id_member_id_fkey" FOREIGN KEY ("company_id", "member_id") REFERENCES "members"("company_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "chat_participants" ADD CONSTRAINT "chat_participants_company_id_thread_id_fkey" FOREIGN KEY ("company_id", "thread_id") REFERENCES "chat_threads"("company_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "chat_participants" ADD CONSTRAINT "chat_participants_company_id_member_id_fkey" FOREIGN KEY ("company_id", "member_id") REFERENCES "members"("company_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "chat_messages" ADD CONSTRAINT "chat_messages_company_id_thread_id_fkey" FOREIGN KEY ("company_id", "thread_id") REFERENCES "chat_threads"("company_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "chat_messages" ADD CONSTRAINT "chat_messages_company_id_author_id_fkey" FOREIGN KEY ("company_id", "author_id") REFERENCES "members"("company_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;


