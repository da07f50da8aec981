-- Who asked for a text message and when, so that it can be limited; empty where nobody is to be counted for it.

alter table text_message add column asked_by TEXT;
alter table text_message add column asked_at BIGINT;

create index text_message_asker on text_message (asked_by, asked_at);
create index text_message_recipient on text_message (recipient, asked_at);
