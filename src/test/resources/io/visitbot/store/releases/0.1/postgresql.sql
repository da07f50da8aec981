-- Taken at 2026-11-22T06:38:37.437197221Z
CREATE TABLE draft (
    nonce text NOT NULL,
    origin text NOT NULL,
    message text,
    person text NOT NULL,
    created_at bigint NOT NULL,
    body text NOT NULL
);
CREATE TABLE flyway_schema_history (
    installed_rank integer NOT NULL,
    version character varying(50),
    description character varying(200) NOT NULL,
    type character varying(20) NOT NULL,
    script character varying(1000) NOT NULL,
    checksum integer,
    installed_by character varying(100) NOT NULL,
    installed_on timestamp without time zone DEFAULT now() NOT NULL,
    execution_time integer NOT NULL,
    success boolean NOT NULL
);
CREATE TABLE inbox (
    event_id text NOT NULL,
    resource text NOT NULL,
    event text NOT NULL,
    body text NOT NULL,
    received_at bigint NOT NULL,
    state text NOT NULL,
    attempts integer NOT NULL,
    next_at bigint NOT NULL,
    owner text
);
CREATE TABLE notice (
    visit text NOT NULL,
    topic text NOT NULL,
    message text,
    edits integer NOT NULL,
    shown text NOT NULL
);
CREATE TABLE opt_out (
    recipient text NOT NULL,
    since bigint NOT NULL
);
CREATE TABLE scheduled_tasks (
    task_name text NOT NULL,
    task_instance text NOT NULL,
    task_data bytea,
    execution_time timestamp with time zone NOT NULL,
    picked boolean NOT NULL,
    picked_by text,
    last_success timestamp with time zone,
    last_failure timestamp with time zone,
    consecutive_failures integer,
    last_heartbeat timestamp with time zone,
    version bigint NOT NULL,
    priority smallint,
    wish timestamp with time zone
);
CREATE TABLE setting (
    name text NOT NULL,
    value text NOT NULL
);
CREATE TABLE text_message (
    id text NOT NULL,
    visit text NOT NULL,
    recipient text NOT NULL,
    purpose text NOT NULL,
    round integer NOT NULL,
    provider_id text,
    status text NOT NULL,
    body text NOT NULL
);
CREATE TABLE visit (
    id text NOT NULL,
    origin text NOT NULL,
    space text NOT NULL,
    person text NOT NULL,
    label text NOT NULL,
    requested_at bigint NOT NULL,
    until_at bigint NOT NULL,
    state text NOT NULL,
    body text NOT NULL
);
CREATE TABLE visit_person (
    visit text NOT NULL,
    email text NOT NULL
);
INSERT INTO draft (nonce, origin, message, person, created_at, body) VALUES ('yunc4icboqmjgzvxhk4n2t5wdg', 'form:yunc4icboqmjgzvxhk4n2t5wdg', 'Y2lzY29zcGFyazovL3VzL01FU1NBR0UvMDIyMDhmMjQtYTk3OC00YTg0LWJlNWMtMjJlNjY5ZTUxYzY1', 'Y2lzY29zcGFyazovL3VzL1BFT1BMRS81ZmUwZmM4Ni0zNzkyLTM2MTAtYTM4NC1mZDQwOTFkZDU5OGE', 1795329524210, '{"nonce":"yunc4icboqmjgzvxhk4n2t5wdg","subject":"ztdmhvvbwoabwedyzclt","place":{"space":"Y2lzY29zcGFyazovL3VzL1JPT00vMGMzOWM0ZjQtM2ZkYy0zZDkzLWFhMzEtOTlhNzAwM2ZkZjQy","thread":"Y2lzY29zcGFyazovL3VzL01FU1NBR0UvMDUzY2M5MzEtOTVmZC00YjEzLTgxOTQtNDhjOTRmNTBiNWEx","direct":false},"requester":{"person":"Y2lzY29zcGFyazovL3VzL1BFT1BMRS81ZmUwZmM4Ni0zNzkyLTM2MTAtYTM4NC1mZDQwOTFkZDU5OGE","email":"dr.lee@example.org","zone":"America/New_York"},"label":"patient-72","createdAt":"2026-11-22T06:38:44.210Z","phone":null}');
INSERT INTO flyway_schema_history (installed_rank, version, description, type, script, checksum, installed_by, installed_on, execution_time, success) VALUES (1, '1', 'store', 'SQL', 'V1__store.sql', 721034524, 'postgres', '2026-11-22 06:38:33.306892', 170, true);
INSERT INTO flyway_schema_history (installed_rank, version, description, type, script, checksum, installed_by, installed_on, execution_time, success) VALUES (2, '2', 'jobs', 'SQL', 'V2__jobs.sql', -507421722, 'postgres', '2026-11-22 06:38:33.541509', 43, true);
INSERT INTO inbox (event_id, resource, event, body, received_at, state, attempts, next_at, owner) VALUES ('messages:created:Y2lzY29zcGFyazovL3VzL01FU1NBR0UvMDQxYzhhOGQtZDdjYS00YmMyLWI2OWEtYjU4MGFmMzU5Zjdk', 'messages', 'created', '', 1795329518333, 'done', 0, 0, NULL);
INSERT INTO inbox (event_id, resource, event, body, received_at, state, attempts, next_at, owner) VALUES ('memberships:created:Y2lzY29zcGFyazovL3VzL01FTUJFUlNISVAvODNmMzM2NzUtNDE4NS00NjViLWE0YWItNWFiZTA1MGRhMTY2', 'memberships', 'created', '', 1795329519679, 'done', 0, 0, NULL);
INSERT INTO inbox (event_id, resource, event, body, received_at, state, attempts, next_at, owner) VALUES ('messages:created:Y2lzY29zcGFyazovL3VzL01FU1NBR0UvNWNmYjZiOTQtYjk0Yi00ZTIyLWE1NDQtZjY2MmY1NWNhOGUy', 'messages', 'created', '{"id":"Y2lzY29zcGFyazovL3VzL1dFQkhPT0svZmVkNmNkMWEtZGM4Ny00MDE5LWE1OWEtZDEzODgxOGMwNWZi","name":"visitbot-messages","targetUrl":"http://127.0.0.1:58422/webhooks/webex","resource":"messages","event":"created","orgId":"Y2lzY29zcGFyazovL3VzL09SR0FOSVpBVElPTi81YjFlN2EzMC0yYzNkLTQxZjAtOWE0Yi0wYzFkMmUzZjRhNWI","createdBy":"Y2lzY29zcGFyazovL3VzL1BFT1BMRS9lNDI5ZGE5MC04MzZiLTM4ZmEtODg2MC0wNjJhMWIwYTYwMTI","appId":"Y2lzY29zcGFyazovL3VzL0FQUExJQ0FUSU9OLzQ3MDhhYTQ2LTNkZDctMzM2Zi1hODkyLTRmZDRhMjFiNTg3NQ","ownedBy":"creator","status":"active","created":"2026-11-22T06:38:37.722Z","actorId":"Y2lzY29zcGFyazovL3VzL1BFT1BMRS81ZmUwZmM4Ni0zNzkyLTM2MTAtYTM4NC1mZDQwOTFkZDU5OGE","data":{"id":"Y2lzY29zcGFyazovL3VzL01FU1NBR0UvNWNmYjZiOTQtYjk0Yi00ZTIyLWE1NDQtZjY2MmY1NWNhOGUy","roomId":"Y2lzY29zcGFyazovL3VzL1JPT00vMGMzOWM0ZjQtM2ZkYy0zZDkzLWFhMzEtOTlhNzAwM2ZkZjQy","roomType":"group","personId":"Y2lzY29zcGFyazovL3VzL1BFT1BMRS81ZmUwZmM4Ni0zNzkyLTM2MTAtYTM4NC1mZDQwOTFkZDU5OGE","personEmail":"dr.lee@example.org","mentionedPeople":["Y2lzY29zcGFyazovL3VzL1BFT1BMRS9lNDI5ZGE5MC04MzZiLTM4ZmEtODg2MC0wNjJhMWIwYTYwMTI"],"created":"2026-11-22T06:38:49.885Z"}}', 1795329529892, 'open', 1, 1795329532322, NULL);
INSERT INTO opt_out (recipient, since) VALUES ('+12025550179', 1795329480000);
INSERT INTO notice (visit, topic, message, edits, shown) VALUES ('V-V7UA', 'result', 'Y2lzY29zcGFyazovL3VzL01FU1NBR0UvNWZkNDUwZjctNzZjNS00YjhmLWI2NDYtMWQ2ODdlNTI4ZTZi', 0, 'ready');
INSERT INTO notice (visit, topic, message, edits, shown) VALUES ('V-V7UA', 'host', 'Y2lzY29zcGFyazovL3VzL01FU1NBR0UvMDBiMDQwYzctMmE5Yi00NDg1LWI0NmEtZTc3NjRlMmM0MDcw', 0, 'ready');
INSERT INTO notice (visit, topic, message, edits, shown) VALUES ('V-V7UA', 'text:64u2z4kva5ujj72uuthzlm4bzm', 'Y2lzY29zcGFyazovL3VzL01FU1NBR0UvMmMzNWNhMjUtY2VkMi00YWUyLTg1YWYtODI0YmFjM2U5MDE3', 2, 'DELIVERED:0');
INSERT INTO notice (visit, topic, message, edits, shown) VALUES ('V-S2PT', 'result', 'Y2lzY29zcGFyazovL3VzL01FU1NBR0UvYjU3ZjdlNjctYWIzMS00MWZiLTk5ODMtMjVhNDE5NzgzY2Fk', 0, 'ready');
INSERT INTO notice (visit, topic, message, edits, shown) VALUES ('V-S2PT', 'host', 'Y2lzY29zcGFyazovL3VzL01FU1NBR0UvMGNlNjNlYmQtODExYy00ZGM2LTg1OTItODJjMDE2OWQ0N2Zl', 0, 'ready');
INSERT INTO notice (visit, topic, message, edits, shown) VALUES ('V-GFYP', 'waiting', 'Y2lzY29zcGFyazovL3VzL01FU1NBR0UvMTliNGNlNjktMjZkNi00NTk0LTgwMmUtZmY1NDRjOWI5MzUy', 0, 'Instant Connect has not made the links yet. They follow here as soon as it does');
INSERT INTO scheduled_tasks (task_name, task_instance, task_data, execution_time, picked, picked_by, last_success, last_failure, consecutive_failures, last_heartbeat, version, priority, wish) VALUES ('inbox-purge', 'recurring', NULL, '2026-11-22 07:38:36.085179+00', false, NULL, '2026-11-22 06:38:36.085179+00', NULL, 0, NULL, 3, NULL, NULL);
INSERT INTO scheduled_tasks (task_name, task_instance, task_data, execution_time, picked, picked_by, last_success, last_failure, consecutive_failures, last_heartbeat, version, priority, wish) VALUES ('job', 'TEXT:64u2z4kva5ujj72uuthzlm4bzm', '\x31', '2026-11-22 06:39:41.626426+00', false, NULL, '2026-11-22 06:38:41.626969+00', NULL, 0, NULL, 3, NULL, NULL);
INSERT INTO scheduled_tasks (task_name, task_instance, task_data, execution_time, picked, picked_by, last_success, last_failure, consecutive_failures, last_heartbeat, version, priority, wish) VALUES ('job', 'TEXT:alzjgk4xrgcrietdit2sbtgtsl', '\x34', '2026-11-22 06:38:53.00965+00', false, NULL, '2026-11-22 06:38:46.783291+00', '2026-11-22 06:38:49.837434+00', 2, NULL, 9, NULL, NULL);
INSERT INTO scheduled_tasks (task_name, task_instance, task_data, execution_time, picked, picked_by, last_success, last_failure, consecutive_failures, last_heartbeat, version, priority, wish) VALUES ('job', 'WAIT:V-GFYP', '\x31', '2026-11-22 06:39:44.755+00', false, NULL, '2026-11-22 06:38:49.839445+00', NULL, 0, NULL, 3, NULL, NULL);
INSERT INTO scheduled_tasks (task_name, task_instance, task_data, execution_time, picked, picked_by, last_success, last_failure, consecutive_failures, last_heartbeat, version, priority, wish) VALUES ('inbox-sweep', 'recurring', NULL, '2026-11-22 06:38:56.816811+00', false, NULL, '2026-11-22 06:38:51.816811+00', NULL, 0, NULL, 9, NULL, NULL);
INSERT INTO scheduled_tasks (task_name, task_instance, task_data, execution_time, picked, picked_by, last_success, last_failure, consecutive_failures, last_heartbeat, version, priority, wish) VALUES ('job', 'OPEN:V-GFYP', '\x33', '2026-11-22 06:38:58.774764+00', false, NULL, NULL, '2026-11-22 06:38:52.343467+00', 3, NULL, 7, NULL, NULL);
INSERT INTO setting (name, value) VALUES ('webex-webhook-secret', 'fixture-secret');
INSERT INTO setting (name, value) VALUES ('checked-at', '2026-11-22T06:38:37.437197221Z');
INSERT INTO text_message (id, visit, recipient, purpose, round, provider_id, status, body) VALUES ('64u2z4kva5ujj72uuthzlm4bzm', 'V-V7UA', '+12025550171', 'INVITE', 0, 'SM8a68658dcfea4a1ea89230f6e605d552', 'DELIVERED', '{"id":"64u2z4kva5ujj72uuthzlm4bzm","visit":"V-V7UA","to":{"e164":"+12025550171","countryCode":1},"purpose":"INVITE","round":0,"body":"Video visit: your video call is ready. Join here: http://127.0.0.1:58421/visit/iS1z3Il until 02:38 EST. Reply STOP to opt out.","status":"DELIVERED","providerId":"SM8a68658dcfea4a1ea89230f6e605d552","errorCode":0,"plannedAt":"2026-11-22T06:38:39.886082010Z","changedAt":"2026-11-22T06:38:41.997294139Z"}');
INSERT INTO text_message (id, visit, recipient, purpose, round, provider_id, status, body) VALUES ('alzjgk4xrgcrietdit2sbtgtsl', 'V-S2PT', '+12025550173', 'INVITE', 0, NULL, 'SENDING', '{"id":"alzjgk4xrgcrietdit2sbtgtsl","visit":"V-S2PT","to":{"e164":"+12025550173","countryCode":1},"purpose":"INVITE","round":0,"body":"Video visit: your video call is ready. Join here: http://127.0.0.1:58421/visit/DMJD0OB until 02:38 EST. Reply STOP to opt out.","status":"SENDING","providerId":null,"errorCode":0,"plannedAt":"2026-11-22T06:38:44.504397518Z","changedAt":"2026-11-22T06:38:44.565572855Z"}');
INSERT INTO visit (id, origin, space, person, label, requested_at, until_at, state, body) VALUES ('V-V7UA', 'messages:created:Y2lzY29zcGFyazovL3VzL01FU1NBR0UvMDQxYzhhOGQtZDdjYS00YmMyLWI2OWEtYjU4MGFmMzU5Zjdk', 'Y2lzY29zcGFyazovL3VzL1JPT00vMGMzOWM0ZjQtM2ZkYy0zZDkzLWFhMzEtOTlhNzAwM2ZkZjQy', 'Y2lzY29zcGFyazovL3VzL1BFT1BMRS81ZmUwZmM4Ni0zNzkyLTM2MTAtYTM4NC1mZDQwOTFkZDU5OGE', 'patient-71', 1795329518857, 1795333118857, 'ready', '{"id":"V-V7UA","origin":"messages:created:Y2lzY29zcGFyazovL3VzL01FU1NBR0UvMDQxYzhhOGQtZDdjYS00YmMyLWI2OWEtYjU4MGFmMzU5Zjdk","subject":"fczlre6x47pragmpodod","place":{"space":"Y2lzY29zcGFyazovL3VzL1JPT00vMGMzOWM0ZjQtM2ZkYy0zZDkzLWFhMzEtOTlhNzAwM2ZkZjQy","thread":"Y2lzY29zcGFyazovL3VzL01FU1NBR0UvMDQxYzhhOGQtZDdjYS00YmMyLWI2OWEtYjU4MGFmMzU5Zjdk","direct":false},"requester":{"person":"Y2lzY29zcGFyazovL3VzL1BFT1BMRS81ZmUwZmM4Ni0zNzkyLTM2MTAtYTM4NC1mZDQwOTFkZDU5OGE","email":"dr.lee@example.org","zone":"America/New_York"},"label":"patient-71","language":"ENGLISH","requestedAt":"2026-11-22T06:38:38.857Z","until":"2026-11-22T07:38:38.857Z","people":["nurse.ortiz@example.org"],"devices":[],"phone":{"e164":"+12025550171","countryCode":1},"sendText":true,"state":{"kind":"ready","meeting":{"hostLink":"http://127.0.0.1:58421/visit/QRpZmiz","hostLoginLink":"http://127.0.0.1:58421/hc/v1/login?&fli=true&int=jose&data=eyJwMnMiOiJHUzBadkhFYjNDRHJ6dyIsInAyYyI6MTMxMiwiYXVkIjoiYTRkODg2YjAtOTc5Zi00ZTJjLWE5NTgtM2U4YzE0NjA1ZTUxIiwiaXNzIjoiNWIxZTdhMzAtMmMzZC00MWYwLTlhNGItMGMxZDJlM2Y0YTViIiwiY3R5IjoiSldUIiwiZW5jIjoiQTI1NkdDTSIsImFsZyI6IlBCRVMyLUhTNTEyK0EyNTZLVyJ9.Bur4Nd9fY91QP1Dl7LgL85eJefUt9ucupoLkQ4X9vhiPdlX5lJCvBw.QOygLTth05CpdbSS.jp-L-ctp5ZfMwoJVrQ9bGLBxo_SGzEd83Jz-4io3eMc6e3W1weTs41E-l8AMiiEk9g9I4oxgerB_L7x3l7Q-jBaSiZ112uhfC7jgYi5Y6IeF0bj3_a7leOOD04E9evuOO004iLRRVaEVW1cuhYHuu8Qd6rnwDMArHUCnxWeUQXchyhWoYRQALTd3jhAn54ZI6MB3m9zJgevRI3WdLDQ8K_LPqNqn_Wjlay0_32D-V6tMMWM6yxCW-OODejryANyr4kcGqAch2jgtptFPfFPJlI3AVptmhHVxrwG7SEUY1EcDGytlH-c8g3v2Sg-laf9R9kcDzUkgd77xmzBTG4NxLkLdgbrs_YzR4LlpL5RxWnxQz8SMCzrzifVpro1t_iajxVZxDXQSX6_vnMXrvMs7CRcW-OYXvVxSX2IxQvmfQ9LrV6CAuSkWz648Wkn3K1kv9fo9ZlfNNkQiXAu0uSQtSqTbpAUJAyB3OzN0ODxpmfR12w2FiTMnJBti6ei3CBZGTBEOA8wfs08sXyR5j5hutKLVowhjwFgG8eSikTFfOVR1uPIDsHGM9GhneyfXm7-JaMpNUMzWY0vh6onV1BVkVGw7cit5UIEwn4KwSGnt35CvL1_3x7UgWUSgzXKeX1_Xj1KF9NKM94UrakV01SxrNnoANwR5Asa4YYiWTq6fGzEWDDBS1HNRkZQblLvLDv3JCUGgbzM5IPbet0g.bp4rtbGRpOE6hBRb3wx02w","guestLink":"http://127.0.0.1:58421/visit/iS1z3Il","space":"Y2lzY29zcGFyazovL3VzL1JPT00vMjg5MGFjNDMtNGNiYS00YmQxLTlhYjItYWVjZGEwY2QzNDVi","sipAddress":"27530610150@example.webex.com","meetingNumber":"27530610150"},"admissions":[{"email":"nurse.ortiz@example.org","outcome":"ADDED","reason":null}],"by":null,"reference":null,"at":"2026-11-22T06:38:39.738376493Z"}}');
INSERT INTO visit (id, origin, space, person, label, requested_at, until_at, state, body) VALUES ('V-S2PT', 'messages:created:Y2lzY29zcGFyazovL3VzL01FU1NBR0UvZmJjYWExOTUtM2RmZi00YzMwLWE4MWItNTdiY2NiYjA0ZTcw', 'Y2lzY29zcGFyazovL3VzL1JPT00vMGMzOWM0ZjQtM2ZkYy0zZDkzLWFhMzEtOTlhNzAwM2ZkZjQy', 'Y2lzY29zcGFyazovL3VzL1BFT1BMRS81ZmUwZmM4Ni0zNzkyLTM2MTAtYTM4NC1mZDQwOTFkZDU5OGE', 'patient-73', 1795329524354, 1795333124354, 'ready', '{"id":"V-S2PT","origin":"messages:created:Y2lzY29zcGFyazovL3VzL01FU1NBR0UvZmJjYWExOTUtM2RmZi00YzMwLWE4MWItNTdiY2NiYjA0ZTcw","subject":"z6f46xqkkbj2h2squxur","place":{"space":"Y2lzY29zcGFyazovL3VzL1JPT00vMGMzOWM0ZjQtM2ZkYy0zZDkzLWFhMzEtOTlhNzAwM2ZkZjQy","thread":"Y2lzY29zcGFyazovL3VzL01FU1NBR0UvZmJjYWExOTUtM2RmZi00YzMwLWE4MWItNTdiY2NiYjA0ZTcw","direct":false},"requester":{"person":"Y2lzY29zcGFyazovL3VzL1BFT1BMRS81ZmUwZmM4Ni0zNzkyLTM2MTAtYTM4NC1mZDQwOTFkZDU5OGE","email":"dr.lee@example.org","zone":"America/New_York"},"label":"patient-73","language":"ENGLISH","requestedAt":"2026-11-22T06:38:44.354Z","until":"2026-11-22T07:38:44.354Z","people":[],"devices":[],"phone":{"e164":"+12025550173","countryCode":1},"sendText":true,"state":{"kind":"ready","meeting":{"hostLink":"http://127.0.0.1:58421/visit/jp7AeKY","hostLoginLink":"http://127.0.0.1:58421/hc/v1/login?&fli=true&int=jose&data=eyJwMnMiOiJBT2tyVFRZTEtzMV9PU1F5MGJsMlVUX1c5SjhsaFRrdiIsInAyYyI6MTQ1NiwiYXVkIjoiYTRkODg2YjAtOTc5Zi00ZTJjLWE5NTgtM2U4YzE0NjA1ZTUxIiwiaXNzIjoiNWIxZTdhMzAtMmMzZC00MWYwLTlhNGItMGMxZDJlM2Y0YTViIiwiY3R5IjoiSldUIiwiZW5jIjoiQTI1NkdDTSIsImFsZyI6IlBCRVMyLUhTNTEyK0EyNTZLVyJ9.D89PbSGRggh9XpwlBcghaFISavKGurtLV3kyt8lK_SYDPB4C1tmPfQ.m5dWxQFEWW_meV7A.mWGUzuoaAIfO-m53Th_q5nwWxkk0sDe5WAWc9qYCkg-6WG7UAthxhoCMIdMJ-MC87bgMoY2gx0Ri30Uph5Ih86r-INorck03HOH4EjH9ALDtqW1XppGmJ6z59qz7WhZXgdnUqmLPAIgkFewxcfpufyCnS-imxboRrOkE_3LwIq9eJ5X2q915WSLcK6fc_oR1xzHdPfDtwDp3vyCCKpLix8Iaqot9FsoOPj-xxhon9XIlNSF6ozLCTph_uNVKSYujvdR9fPHoMsOlxEDswFPAi0YXI6H5XjtCcsNPnfxUmSabSq3cF7E6OPGhsxE1vCPHSJx7xkN9cPlDvHYGaB_BfwkkZo0lZRo8T4QYkc17VzLQxklu0vr5sgkDnJyDXtNw9C_inSIpKjM1OG5I4Jhw_HcuyZGzkuthNjrZvnFzimUMQkk6C0S0_7ary86KDCqcESDIKupOdbWxyPMLYQyotNmQaVXokTrVMrWIoPUjdhpIq-Nh_1zRzUgR0GT4mTdyCCUUawktdNk2r0qFToO7lWXx92wJl7aozBGvMb-UAlvR3F5F0IFac9DYOM-tROZ9yFTBTcpwenkVYzMtTH1mHnWL10GVBd7D8gs3QnGvH-NTcnQ2rG_qYkyzlMT2X1v3GncuO_TQyoCVi00teJyMBxRijuHQ58ZTPurU59Xk0jpFxMRtdbwGJT8KjQqurRhaUaDoGqgKnHHhhj4.DBovrTcnwsqVSvWXr7F5Ng","guestLink":"http://127.0.0.1:58421/visit/DMJD0OB","space":"Y2lzY29zcGFyazovL3VzL1JPT00vNjM5ZmQ2ZmYtYjRlNy00ZjRhLTljMjEtMWYzMjUyNzAzODhh","sipAddress":"27075894261@example.webex.com","meetingNumber":"27075894261"},"admissions":[],"by":null,"reference":null,"at":"2026-11-22T06:38:44.488424054Z"}}');
INSERT INTO visit (id, origin, space, person, label, requested_at, until_at, state, body) VALUES ('V-GFYP', 'messages:created:Y2lzY29zcGFyazovL3VzL01FU1NBR0UvMDI5MTRkOGYtMDIwNC00YWE4LTljNjktNjM5ZTgxODczZGY2', 'Y2lzY29zcGFyazovL3VzL1JPT00vMGMzOWM0ZjQtM2ZkYy0zZDkzLWFhMzEtOTlhNzAwM2ZkZjQy', 'Y2lzY29zcGFyazovL3VzL1BFT1BMRS81ZmUwZmM4Ni0zNzkyLTM2MTAtYTM4NC1mZDQwOTFkZDU5OGE', 'patient-74', 1795329524755, 1795333124755, 'opening', '{"id":"V-GFYP","origin":"messages:created:Y2lzY29zcGFyazovL3VzL01FU1NBR0UvMDI5MTRkOGYtMDIwNC00YWE4LTljNjktNjM5ZTgxODczZGY2","subject":"k24obmi656vnbvzmk7fo","place":{"space":"Y2lzY29zcGFyazovL3VzL1JPT00vMGMzOWM0ZjQtM2ZkYy0zZDkzLWFhMzEtOTlhNzAwM2ZkZjQy","thread":"Y2lzY29zcGFyazovL3VzL01FU1NBR0UvMDI5MTRkOGYtMDIwNC00YWE4LTljNjktNjM5ZTgxODczZGY2","direct":false},"requester":{"person":"Y2lzY29zcGFyazovL3VzL1BFT1BMRS81ZmUwZmM4Ni0zNzkyLTM2MTAtYTM4NC1mZDQwOTFkZDU5OGE","email":"dr.lee@example.org","zone":"America/New_York"},"label":"patient-74","language":"ENGLISH","requestedAt":"2026-11-22T06:38:44.755Z","until":"2026-11-22T07:38:44.755Z","people":[],"devices":[],"phone":{"e164":"+12025550174","countryCode":1},"sendText":true,"state":{"kind":"opening","meeting":null,"admissions":null,"by":null,"reference":null,"at":null}}');
INSERT INTO visit_person (visit, email) VALUES ('V-V7UA', 'nurse.ortiz@example.org');
ALTER TABLE ONLY draft
    ADD CONSTRAINT draft_pkey PRIMARY KEY (nonce);
ALTER TABLE ONLY flyway_schema_history
    ADD CONSTRAINT flyway_schema_history_pk PRIMARY KEY (installed_rank);
ALTER TABLE ONLY inbox
    ADD CONSTRAINT inbox_pkey PRIMARY KEY (event_id);
ALTER TABLE ONLY notice
    ADD CONSTRAINT notice_pkey PRIMARY KEY (visit, topic);
ALTER TABLE ONLY opt_out
    ADD CONSTRAINT opt_out_pkey PRIMARY KEY (recipient);
ALTER TABLE ONLY scheduled_tasks
    ADD CONSTRAINT scheduled_tasks_pkey PRIMARY KEY (task_name, task_instance);
ALTER TABLE ONLY setting
    ADD CONSTRAINT setting_pkey PRIMARY KEY (name);
ALTER TABLE ONLY text_message
    ADD CONSTRAINT text_message_pkey PRIMARY KEY (id);
ALTER TABLE ONLY text_message
    ADD CONSTRAINT text_message_visit_recipient_purpose_round_key UNIQUE (visit, recipient, purpose, round);
ALTER TABLE ONLY visit
    ADD CONSTRAINT visit_origin_key UNIQUE (origin);
ALTER TABLE ONLY visit_person
    ADD CONSTRAINT visit_person_pkey PRIMARY KEY (visit, email);
ALTER TABLE ONLY visit
    ADD CONSTRAINT visit_pkey PRIMARY KEY (id);
CREATE INDEX draft_message ON draft USING btree (message);
CREATE INDEX draft_person ON draft USING btree (person, created_at);
CREATE INDEX flyway_schema_history_s_idx ON flyway_schema_history USING btree (success);
CREATE INDEX inbox_open ON inbox USING btree (next_at) WHERE (state = 'open'::text);
CREATE INDEX inbox_over ON inbox USING btree (received_at) WHERE (state <> 'open'::text);
CREATE INDEX scheduled_tasks_execution_time ON scheduled_tasks USING btree (execution_time);
CREATE INDEX scheduled_tasks_last_heartbeat ON scheduled_tasks USING btree (last_heartbeat);
CREATE INDEX text_message_provider ON text_message USING btree (provider_id);
CREATE INDEX visit_person_email ON visit_person USING btree (email);
CREATE INDEX visit_requester ON visit USING btree (person, requested_at);
CREATE INDEX visit_space ON visit USING btree (space, requested_at);
ALTER TABLE ONLY visit_person
    ADD CONSTRAINT visit_person_visit_fkey FOREIGN KEY (visit) REFERENCES visit(id) ON DELETE CASCADE;
