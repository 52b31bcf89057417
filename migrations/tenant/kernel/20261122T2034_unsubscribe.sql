-- Letters that people subscribed to carry the address that stops them.
ALTER TABLE outgoing_message ADD COLUMN unsubscribe_url text;
