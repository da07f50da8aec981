-- The record of who did what. Entries are added, and purged from the oldest end; nothing else.

create table audit (
    number BIGINT not null primary key,
    at BIGINT not null,
    event TEXT not null,
    visit TEXT not null,
    space TEXT not null,
    person TEXT not null,
    email TEXT not null,
    detail TEXT not null,
    entry_key TEXT not null unique,
    previous TEXT not null,
    hash TEXT not null
);

create index audit_visit on audit (visit);
create index audit_at on audit (at);

-- Where the chain of entries begins and ends: one row.
create table audit_head (
    id INTEGER not null primary key check (id = 1),
    first_number BIGINT not null,
    hash_before TEXT not null,
    last_number BIGINT not null,
    last_hash TEXT not null
);

insert into audit_head (id, first_number, hash_before, last_number, last_hash) values (1, 1,
    '0000000000000000000000000000000000000000000000000000000000000000', 0,
    '0000000000000000000000000000000000000000000000000000000000000000');

create function refuse_audit_change() returns trigger language plpgsql as $$
begin
    raise exception 'the audit is append-only';
end;
$$;

create function refuse_audit_delete() returns trigger language plpgsql as $$
begin
    if old.number >= (select first_number from audit_head) then
        raise exception 'the audit is append-only';
    end if;
    return old;
end;
$$;

create trigger audit_is_not_edited before update on audit
for each row execute function refuse_audit_change();

create trigger audit_is_not_deleted before delete on audit
for each row execute function refuse_audit_delete();

create trigger audit_is_not_emptied before truncate on audit
for each statement execute function refuse_audit_change();

create trigger audit_head_is_not_deleted before delete or truncate on audit_head
for each statement execute function refuse_audit_change();
