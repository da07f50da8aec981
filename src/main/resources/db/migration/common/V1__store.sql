-- Times are milliseconds since 1970, UTC. What nobody searches by stands in body, as JSON.

create table inbox (
    event_id TEXT not null primary key,
    resource TEXT not null,
    event TEXT not null,
    body TEXT not null,
    received_at BIGINT not null,
    state TEXT not null,
    attempts INTEGER not null,
    next_at BIGINT not null,
    owner TEXT
);

create index inbox_open on inbox (next_at) where state = 'open';
create index inbox_over on inbox (received_at) where state <> 'open';

create table visit (
    id TEXT not null primary key,
    origin TEXT not null unique,
    space TEXT not null,
    person TEXT not null,
    label TEXT not null,
    requested_at BIGINT not null,
    until_at BIGINT not null,
    state TEXT not null,
    body TEXT not null
);

create index visit_space on visit (space, requested_at);
create index visit_requester on visit (person, requested_at);

create table visit_person (
    visit TEXT not null references visit (id) on delete cascade,
    email TEXT not null,
    primary key (visit, email)
);

create index visit_person_email on visit_person (email);

create table draft (
    nonce TEXT not null primary key,
    origin TEXT not null,
    message TEXT,
    person TEXT not null,
    created_at BIGINT not null,
    body TEXT not null
);

create index draft_message on draft (message);
create index draft_person on draft (person, created_at);

create table text_message (
    id TEXT not null primary key,
    visit TEXT not null,
    recipient TEXT not null,
    purpose TEXT not null,
    round INTEGER not null,
    provider_id TEXT,
    status TEXT not null,
    body TEXT not null,
    unique (visit, recipient, purpose, round)
);

create index text_message_provider on text_message (provider_id);

create table opt_out (
    recipient TEXT not null primary key,
    since BIGINT not null
);

create table notice (
    visit TEXT not null,
    topic TEXT not null,
    message TEXT,
    edits INTEGER not null,
    shown TEXT not null,
    primary key (visit, topic)
);

create table setting (
    name TEXT not null primary key,
    value TEXT not null
);
