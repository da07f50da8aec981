-- db-scheduler's own table, with one column of ours: wish is when a job that is being worked on shall run again.

create table scheduled_tasks (
    task_name varchar(100) not null,
    task_instance varchar(250) not null,
    task_data blob,
    execution_time TIMESTAMP not null,
    picked BIT not null,
    picked_by varchar(50),
    last_success TIMESTAMP,
    last_failure TIMESTAMP,
    consecutive_failures INT,
    last_heartbeat TIMESTAMP,
    version BIGINT not null,
    priority SMALLINT,
    wish TIMESTAMP,
    primary key (task_name, task_instance)
);

create index scheduled_tasks_execution_time on scheduled_tasks (execution_time);
create index scheduled_tasks_last_heartbeat on scheduled_tasks (last_heartbeat);
