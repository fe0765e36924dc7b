CREATE TABLE payments (
  id bigint PRIMARY KEY,
  -- ruleid: data/pii-plaintext-column
  card_number varchar(19) NOT NULL,
  -- ruleid: data/pii-plaintext-column
  cvv char(4),
  -- ok: data/pii-plaintext-column
  card_last4 char(4),
  -- ok: data/pii-plaintext-column
  ssn_encrypted bytea,
  -- ok: data/pii-plaintext-column
  email text
);
