-- over_at is when a visit was or will be over: its links end, or it was called off. numbers: whether phone numbers and
-- links may still stand in it. Where things are encrypted, recipient holds a keyed hash, and label nothing.

alter table visit add column over_at BIGINT not null default 0;
alter table visit add column numbers BOOLEAN not null default true;

update visit set over_at = until_at;

create index visit_over on visit (over_at);
create index visit_numbers on visit (over_at) where numbers;
create index draft_created on draft (created_at);
create index draft_origin on draft (origin);
