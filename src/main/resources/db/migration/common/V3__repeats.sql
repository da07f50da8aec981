-- Whether an earlier hand-over may have been begun and cut, so that its reply may stand there already.
alter table inbox add column cut BOOLEAN not null default false;

-- The event that asked for the form: the same event again is the same form.
alter table draft add column request TEXT;
create unique index draft_request on draft (request);
