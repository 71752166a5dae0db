-- What seals a transaction's scope: two random keys of this database, and the hash of the key that its processes derive from AUTH_SECRET,
-- which `npm run migrate` writes. One row.
CREATE TABLE scope_keys (
  id BOOLEAN NOT NULL DEFAULT true CHECK (id),
  inner_key BYTEA NOT NULL,
  outer_key BYTEA NOT NULL,
  process_hash BYTEA,
  CONSTRAINT scope_keys_pkey PRIMARY KEY (id)
);
INSERT INTO scope_keys (inner_key, outer_key) VALUES (
  sha256(uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid())),
  sha256(uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid())));
