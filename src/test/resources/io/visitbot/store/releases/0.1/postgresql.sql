-- Taken at 2026-11-22T06:48:18Z
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
INSERT INTO draft (nonce, origin, message, person, created_at, body) VALUES ('5x4edmps4oqw5hd7srrzdnu2ys', 'form:5x4edmps4oqw5hd7srrzdnu2ys', 'Y2lzY29zcGFyazovL3VzL01FU1NBR0UvN2YzZGM1MDgtYTZmZi00MmJkLWE1NzMtMWJhNGQ5YWEzYzhm', 'Y2lzY29zcGFyazovL3VzL1BFT1BMRS81ZmUwZmM4Ni0zNzkyLTM2MTAtYTM4NC1mZDQwOTFkZDU5OGE', 1795330084390, '{"nonce":"5x4edmps4oqw5hd7srrzdnu2ys","subject":"72al3oi4pxd6kpg54ayq","place":{"space":"Y2lzY29zcGFyazovL3VzL1JPT00vMGMzOWM0ZjQtM2ZkYy0zZDkzLWFhMzEtOTlhNzAwM2ZkZjQy","thread":"Y2lzY29zcGFyazovL3VzL01FU1NBR0UvNzc0MGU3NTAtODc3OC00YWJlLWE4ZmQtNjJkOGVhYzE4YWFi","direct":false},"requester":{"person":"Y2lzY29zcGFyazovL3VzL1BFT1BMRS81ZmUwZmM4Ni0zNzkyLTM2MTAtYTM4NC1mZDQwOTFkZDU5OGE","email":"dr.lee@example.org","zone":"America/New_York"},"label":"patient-72","createdAt":"2026-11-22T06:48:04.390Z","phone":null}');
INSERT INTO flyway_schema_history (installed_rank, version, description, type, script, checksum, installed_by, installed_on, execution_time, success) VALUES (1, '1', 'store', 'SQL', 'V1__store.sql', 721034524, 'postgres', '2026-11-22 06:47:51.913953', 145, true);
INSERT INTO flyway_schema_history (installed_rank, version, description, type, script, checksum, installed_by, installed_on, execution_time, success) VALUES (2, '2', 'jobs', 'SQL', 'V2__jobs.sql', -507421722, 'postgres', '2026-11-22 06:47:52.124195', 67, true);
INSERT INTO inbox (event_id, resource, event, body, received_at, state, attempts, next_at, owner) VALUES ('messages:created:Y2lzY29zcGFyazovL3VzL01FU1NBR0UvNWMwMTZjZjEtNmYyMi00YmUxLTg3MTMtODQzMzgxY2NjZTUz', 'messages', 'created', '', 1795330077120, 'done', 0, 0, NULL);
INSERT INTO inbox (event_id, resource, event, body, received_at, state, attempts, next_at, owner) VALUES ('memberships:created:Y2lzY29zcGFyazovL3VzL01FTUJFUlNISVAvYjVkYTVhMzUtYTZmZi00NTA2LThkNzktYjEzZTEzY2Q0YzA4', 'memberships', 'created', '', 1795330078829, 'done', 0, 0, NULL);
INSERT INTO inbox (event_id, resource, event, body, received_at, state, attempts, next_at, owner) VALUES ('messages:created:Y2lzY29zcGFyazovL3VzL01FU1NBR0UvZjZiY2JiODYtODU5Ny00NjVlLTlhY2ItZmE4OGJhOTBlY2U5', 'messages', 'created', '{"id":"Y2lzY29zcGFyazovL3VzL1dFQkhPT0svNzc1MWJmMDAtMTY3Yy00MzE2LWIyOGItMGI5MDMxNzNiYzRk","name":"visitbot-messages","targetUrl":"http://127.0.0.1:58422/webhooks/webex","resource":"messages","event":"created","orgId":"Y2lzY29zcGFyazovL3VzL09SR0FOSVpBVElPTi81YjFlN2EzMC0yYzNkLTQxZjAtOWE0Yi0wYzFkMmUzZjRhNWI","createdBy":"Y2lzY29zcGFyazovL3VzL1BFT1BMRS9lNDI5ZGE5MC04MzZiLTM4ZmEtODg2MC0wNjJhMWIwYTYwMTI","appId":"Y2lzY29zcGFyazovL3VzL0FQUExJQ0FUSU9OLzQ3MDhhYTQ2LTNkZDctMzM2Zi1hODkyLTRmZDRhMjFiNTg3NQ","ownedBy":"creator","status":"active","created":"2026-11-22T06:47:56.494Z","actorId":"Y2lzY29zcGFyazovL3VzL1BFT1BMRS81ZmUwZmM4Ni0zNzkyLTM2MTAtYTM4NC1mZDQwOTFkZDU5OGE","data":{"id":"Y2lzY29zcGFyazovL3VzL01FU1NBR0UvZjZiY2JiODYtODU5Ny00NjVlLTlhY2ItZmE4OGJhOTBlY2U5","roomId":"Y2lzY29zcGFyazovL3VzL1JPT00vMGMzOWM0ZjQtM2ZkYy0zZDkzLWFhMzEtOTlhNzAwM2ZkZjQy","roomType":"group","personId":"Y2lzY29zcGFyazovL3VzL1BFT1BMRS81ZmUwZmM4Ni0zNzkyLTM2MTAtYTM4NC1mZDQwOTFkZDU5OGE","personEmail":"dr.lee@example.org","mentionedPeople":["Y2lzY29zcGFyazovL3VzL1BFT1BMRS9lNDI5ZGE5MC04MzZiLTM4ZmEtODg2MC0wNjJhMWIwYTYwMTI"],"created":"2026-11-22T06:48:13.462Z"}}', 1795330093487, 'open', 1, 1795330096242, NULL);
INSERT INTO opt_out (recipient, since) VALUES ('+12025550179', 1795329480000);
INSERT INTO notice (visit, topic, message, edits, shown) VALUES ('V-C3EM', 'result', 'Y2lzY29zcGFyazovL3VzL01FU1NBR0UvMjE1YzIyMmEtMzdkZC00M2MxLThhMzYtYjMwZTZmMTVmMTc1', 0, 'ready');
INSERT INTO notice (visit, topic, message, edits, shown) VALUES ('V-C3EM', 'host', 'Y2lzY29zcGFyazovL3VzL01FU1NBR0UvZDhiYzJkMjUtMDU4Mi00YWQzLTg4ZmMtM2VhMzlhMmY0Y2Vi', 0, 'ready');
INSERT INTO notice (visit, topic, message, edits, shown) VALUES ('V-C3EM', 'text:hhzpymfmjlji6cuab2kqlftmxe', 'Y2lzY29zcGFyazovL3VzL01FU1NBR0UvYTlhNmIyYmUtMDM3NS00YzU4LWFmMWMtYjJlNDk3ODVkYWNl', 2, 'DELIVERED:0');
INSERT INTO notice (visit, topic, message, edits, shown) VALUES ('V-VUSJ', 'result', 'Y2lzY29zcGFyazovL3VzL01FU1NBR0UvYzQ4YzIyM2MtNzE1MC00YWQwLWIxZTAtNzYyYTY3ZWVmM2Qx', 0, 'ready');
INSERT INTO notice (visit, topic, message, edits, shown) VALUES ('V-VUSJ', 'host', 'Y2lzY29zcGFyazovL3VzL01FU1NBR0UvZTQxZTA0NjktMWE4Yy00ZGZiLWJhMzgtYTNhYWU1NDhkYmNl', 0, 'ready');
INSERT INTO notice (visit, topic, message, edits, shown) VALUES ('V-VUSJ', 'text:eeg2b763r35rr7hjcaeavxivgc', 'Y2lzY29zcGFyazovL3VzL01FU1NBR0UvMWIxOTUzMTYtYTg1NS00Yjg2LThmYzQtMGRkNGRiMmY4OGFh', 0, 'PLANNED:0');
INSERT INTO notice (visit, topic, message, edits, shown) VALUES ('V-YBZT', 'waiting', 'Y2lzY29zcGFyazovL3VzL01FU1NBR0UvZjMwN2M3ZDktYzdhZi00NzcwLTliZDQtYmJlMDE1MGNjOGYy', 0, 'Instant Connect has not made the links yet. They follow here as soon as it does');
INSERT INTO scheduled_tasks (task_name, task_instance, task_data, execution_time, picked, picked_by, last_success, last_failure, consecutive_failures, last_heartbeat, version, priority, wish) VALUES ('inbox-purge', 'recurring', NULL, '2026-11-22 07:47:55.05708+00', false, NULL, '2026-11-22 06:47:55.05708+00', NULL, 0, NULL, 3, NULL, NULL);
INSERT INTO scheduled_tasks (task_name, task_instance, task_data, execution_time, picked, picked_by, last_success, last_failure, consecutive_failures, last_heartbeat, version, priority, wish) VALUES ('job', 'TEXT:hhzpymfmjlji6cuab2kqlftmxe', '\x31', '2026-11-22 06:49:01.030719+00', false, NULL, '2026-11-22 06:48:01.031013+00', NULL, 0, NULL, 3, NULL, NULL);
INSERT INTO scheduled_tasks (task_name, task_instance, task_data, execution_time, picked, picked_by, last_success, last_failure, consecutive_failures, last_heartbeat, version, priority, wish) VALUES ('job', 'TEXT:eeg2b763r35rr7hjcaeavxivgc', '\x31', '2026-11-22 06:48:22.388574+00', false, NULL, NULL, '2026-11-22 06:48:07.387808+00', 1, NULL, 3, NULL, NULL);
INSERT INTO scheduled_tasks (task_name, task_instance, task_data, execution_time, picked, picked_by, last_success, last_failure, consecutive_failures, last_heartbeat, version, priority, wish) VALUES ('inbox-sweep', 'recurring', NULL, '2026-11-22 06:48:17.261614+00', false, NULL, '2026-11-22 06:48:12.261614+00', NULL, 0, NULL, 9, NULL, NULL);
INSERT INTO scheduled_tasks (task_name, task_instance, task_data, execution_time, picked, picked_by, last_success, last_failure, consecutive_failures, last_heartbeat, version, priority, wish) VALUES ('job', 'WAIT:V-YBZT', '\x31', '2026-11-22 06:49:07.884+00', false, NULL, '2026-11-22 06:48:13.369291+00', NULL, 0, NULL, 3, NULL, NULL);
INSERT INTO scheduled_tasks (task_name, task_instance, task_data, execution_time, picked, picked_by, last_success, last_failure, consecutive_failures, last_heartbeat, version, priority, wish) VALUES ('job', 'OPEN:V-YBZT', '\x32', '2026-11-22 06:48:15.322425+00', true, 'visit-eucmialeo4lq535jjht5pwodms', NULL, '2026-11-22 06:48:11.781168+00', 2, '2026-11-22 06:48:16.234773+00', 6, NULL, NULL);
INSERT INTO setting (name, value) VALUES ('webex-webhook-secret', 'fixture-secret');
INSERT INTO setting (name, value) VALUES ('checked-at', '2026-11-22T06:47:55.978078910Z');
INSERT INTO text_message (id, visit, recipient, purpose, round, provider_id, status, body) VALUES ('hhzpymfmjlji6cuab2kqlftmxe', 'V-C3EM', '+12025550171', 'INVITE', 0, 'SM6158727106be4902964044b4f932e11b', 'DELIVERED', '{"id":"hhzpymfmjlji6cuab2kqlftmxe","visit":"V-C3EM","to":{"e164":"+12025550171","countryCode":1},"purpose":"INVITE","round":0,"body":"Video visit: your video call is ready. Join here: http://127.0.0.1:58421/visit/Y8Zksi2 until 02:47 EST. Reply STOP to opt out.","status":"DELIVERED","providerId":"SM6158727106be4902964044b4f932e11b","errorCode":0,"plannedAt":"2026-11-22T06:47:58.965271694Z","changedAt":"2026-11-22T06:48:01.313315785Z"}');
INSERT INTO text_message (id, visit, recipient, purpose, round, provider_id, status, body) VALUES ('eeg2b763r35rr7hjcaeavxivgc', 'V-VUSJ', '+12025550173', 'INVITE', 0, NULL, 'PLANNED', '{"id":"eeg2b763r35rr7hjcaeavxivgc","visit":"V-VUSJ","to":{"e164":"+12025550173","countryCode":1},"purpose":"INVITE","round":0,"body":"Video visit: your video call is ready. Join here: http://127.0.0.1:58421/visit/C8YPxdl until 02:48 EST. Reply STOP to opt out.","status":"PLANNED","providerId":null,"errorCode":0,"plannedAt":"2026-11-22T06:48:06.254192354Z","changedAt":"2026-11-22T06:48:07.195243356Z"}');
INSERT INTO visit (id, origin, space, person, label, requested_at, until_at, state, body) VALUES ('V-C3EM', 'messages:created:Y2lzY29zcGFyazovL3VzL01FU1NBR0UvNWMwMTZjZjEtNmYyMi00YmUxLTg3MTMtODQzMzgxY2NjZTUz', 'Y2lzY29zcGFyazovL3VzL1JPT00vMGMzOWM0ZjQtM2ZkYy0zZDkzLWFhMzEtOTlhNzAwM2ZkZjQy', 'Y2lzY29zcGFyazovL3VzL1BFT1BMRS81ZmUwZmM4Ni0zNzkyLTM2MTAtYTM4NC1mZDQwOTFkZDU5OGE', 'patient-71', 1795330078283, 1795333678283, 'ready', '{"id":"V-C3EM","origin":"messages:created:Y2lzY29zcGFyazovL3VzL01FU1NBR0UvNWMwMTZjZjEtNmYyMi00YmUxLTg3MTMtODQzMzgxY2NjZTUz","subject":"2kgyv2hijsnpdahqxbeg","place":{"space":"Y2lzY29zcGFyazovL3VzL1JPT00vMGMzOWM0ZjQtM2ZkYy0zZDkzLWFhMzEtOTlhNzAwM2ZkZjQy","thread":"Y2lzY29zcGFyazovL3VzL01FU1NBR0UvNWMwMTZjZjEtNmYyMi00YmUxLTg3MTMtODQzMzgxY2NjZTUz","direct":false},"requester":{"person":"Y2lzY29zcGFyazovL3VzL1BFT1BMRS81ZmUwZmM4Ni0zNzkyLTM2MTAtYTM4NC1mZDQwOTFkZDU5OGE","email":"dr.lee@example.org","zone":"America/New_York"},"label":"patient-71","language":"ENGLISH","requestedAt":"2026-11-22T06:47:58.283Z","until":"2026-11-22T07:47:58.283Z","people":["nurse.ortiz@example.org"],"devices":[],"phone":{"e164":"+12025550171","countryCode":1},"sendText":true,"state":{"kind":"ready","meeting":{"hostLink":"http://127.0.0.1:58421/visit/3VBWTEX","hostLoginLink":"http://127.0.0.1:58421/hc/v1/login?&fli=true&int=jose&data=eyJwMnMiOiJGU3N0QWNEVFpobGhFLUhLN3hVIiwicDJjIjoxMDE0LCJhdWQiOiJhNGQ4ODZiMC05NzlmLTRlMmMtYTk1OC0zZThjMTQ2MDVlNTEiLCJpc3MiOiI1YjFlN2EzMC0yYzNkLTQxZjAtOWE0Yi0wYzFkMmUzZjRhNWIiLCJjdHkiOiJKV1QiLCJlbmMiOiJBMjU2R0NNIiwiYWxnIjoiUEJFUzItSFM1MTIrQTI1NktXIn0.sBd3hjIEyqnxxlE5gEElRzE0biqoFiyA3O-tKdXa-J9KF0wQo2W1nw.940dQCrJ9jZVT132.Ynzgd99-hdIqc2O1AC_6KtNZ8oHYQDtbI3it1vffBaMiKFqCmI9jFI3xmZ-UY23-el3g2XD09YRkEFUtw3poyACjnFJXx-JuqDMbIa6fy0rXvqihJBF8UCDMRKwfAjt-pJyVHwbVty1C-xVRRO2sfpdtR_J5Gbq8gs2VkdaBaRTq0vwlpXlpSWs7G8P1YFw31UWplk_c5ZeekboaRxHJFJljs4zylQZJBYn4pLdDx_DeV6WrSFKU1bq2MULWUS0_KvMyZaB-orU3lZyPuAom0kHpA2176SMiGbCSJFxOsZOpy4brTJpfAK5XZBwKcg5vaLFiMq0wlaOfJAofjrpnHC6M7p3HzUoAVYNF7p7Xkc8yw1c_9rgporg_DKTuovkTEjppavGPxoTJqgVWnt0DneXLrbFgdKlSV57snPdNngXP7qFgGk1Q4OyhFcCsClWFDDRY2r2PuUe5Kh3Ps4BvY9_tjbFw83jGQ93MJCSen8b-UfueKYVQurc4iJ9SLuU6QhDWID3vjLLd1cAxOzqTO-QWwcNc4vaTaJbWpFcyQvyGCkkBykl8DQ-pHCAg-bGEVPZs8OpSQ2abdZf0TNTlpblY5DdrZHFN29L99cL70pGwVb_a4cCzKv7pWWHTBRudEssaPW2pBLoufJGXiHJhMkHkqnTLOZpF_sx3FBJYWtg8N3adGh4yyqEVGD9AUZsVtVIsl3M2-wWBrOM.ghlMCzL2fVg-dAOMUg-Inw","guestLink":"http://127.0.0.1:58421/visit/Y8Zksi2","space":"Y2lzY29zcGFyazovL3VzL1JPT00vOWNmNjA4NGEtZmIwNi00ZmVlLTg5ZTEtOTIzYTFkZjdjMWJh","sipAddress":"27801296601@example.webex.com","meetingNumber":"27801296601"},"admissions":[{"email":"nurse.ortiz@example.org","outcome":"ADDED","reason":null}],"by":null,"reference":null,"at":"2026-11-22T06:47:58.901517576Z"}}');
INSERT INTO visit (id, origin, space, person, label, requested_at, until_at, state, body) VALUES ('V-VUSJ', 'messages:created:Y2lzY29zcGFyazovL3VzL01FU1NBR0UvNDBkZDBjYmYtNTZjNS00Y2EyLWIzODQtYTQ1ODA1OGM3ZWZj', 'Y2lzY29zcGFyazovL3VzL1JPT00vMGMzOWM0ZjQtM2ZkYy0zZDkzLWFhMzEtOTlhNzAwM2ZkZjQy', 'Y2lzY29zcGFyazovL3VzL1BFT1BMRS81ZmUwZmM4Ni0zNzkyLTM2MTAtYTM4NC1mZDQwOTFkZDU5OGE', 'patient-73', 1795330085435, 1795333685435, 'ready', '{"id":"V-VUSJ","origin":"messages:created:Y2lzY29zcGFyazovL3VzL01FU1NBR0UvNDBkZDBjYmYtNTZjNS00Y2EyLWIzODQtYTQ1ODA1OGM3ZWZj","subject":"ddsax6fzfaswjwmebseo","place":{"space":"Y2lzY29zcGFyazovL3VzL1JPT00vMGMzOWM0ZjQtM2ZkYy0zZDkzLWFhMzEtOTlhNzAwM2ZkZjQy","thread":"Y2lzY29zcGFyazovL3VzL01FU1NBR0UvNDBkZDBjYmYtNTZjNS00Y2EyLWIzODQtYTQ1ODA1OGM3ZWZj","direct":false},"requester":{"person":"Y2lzY29zcGFyazovL3VzL1BFT1BMRS81ZmUwZmM4Ni0zNzkyLTM2MTAtYTM4NC1mZDQwOTFkZDU5OGE","email":"dr.lee@example.org","zone":"America/New_York"},"label":"patient-73","language":"ENGLISH","requestedAt":"2026-11-22T06:48:05.435Z","until":"2026-11-22T07:48:05.435Z","people":[],"devices":[],"phone":{"e164":"+12025550173","countryCode":1},"sendText":true,"state":{"kind":"ready","meeting":{"hostLink":"http://127.0.0.1:58421/visit/KbPCVoC","hostLoginLink":"http://127.0.0.1:58421/hc/v1/login?&fli=true&int=jose&data=eyJwMnMiOiJZSjRKUV9HRmxuQlBPNDRUeVc5WjZHejBocGVuaHRwSFRaQjRjQ1EiLCJwMmMiOjEwOTgsImF1ZCI6ImE0ZDg4NmIwLTk3OWYtNGUyYy1hOTU4LTNlOGMxNDYwNWU1MSIsImlzcyI6IjViMWU3YTMwLTJjM2QtNDFmMC05YTRiLTBjMWQyZTNmNGE1YiIsImN0eSI6IkpXVCIsImVuYyI6IkEyNTZHQ00iLCJhbGciOiJQQkVTMi1IUzUxMitBMjU2S1cifQ.wMhBZrh2DXuVgsFcZwEctXqIIjfiuKY5OrYZw-nMo08n-JOKEBCo4A.eT-qbTjjqUURZmqY.xAeRZFQG3IzM-9N-KBz0oxpPlpgUctXVxuSt_PqYH55ba2VjAhrfu_b_U2ociyTgW9TRLlS7amyHFgDgAsFaf1FTDqugFMEwPTWOjqSNST3LCGCM32HEHNMpfDzXysY-myaCzNwe9aOmXMD_K5oLM3UVpvaA-XOdmy1bTTGYOjjm0oP5QHL7db8UqbLV01JPdmBD2FhBNyINoZrFlLi_Isw9rWSHNLZZISKwy72Ti0Xn3Vm8u4bhLpJ5V-8s8qwLM_ZnrCzCge6_AT3zayWNTjKrV_ScCZxdH4A_LoZcwhghBjnYV46nF7-QW-pq7qu2hYVH24hgZ2C2F73lLwqGrsSdk7vY7xHj1xsx3lvU8kAzDs5L-2G2eyFuqr-5l7A7V-x-riJOQ58XgoDvd0xjaRZ4IrD9P03TppTnHJOCVs9-gqy_jQDpFqUmiN8J0f8pE-R4zDC8WhGfjdyzQV3axEQYJOu4pxSi3-JQ5JPLuH7ufE9Aa_2mnhqY4SFvqp2Iv_4rJC70Rzx3nGynY4ONtjkWXAAHqAGzNl-03sqcpJifjJA-brPnDpZbl7dfocq9mclhW6O1IhvIpKSxZC7jl3SfIMf47Y0w5F5Lcx7eSfA_NHm1ehjC5ajLKxqNuNUKqkbNWm-W8YHKSARHweWRIB22z-CmwHv2OO2F8APNxMJrM6CTqxuArScPEVsdBBO82Xk70I8Ff46lzE0.DboB4zl90OC9IMH9yuU6vQ","guestLink":"http://127.0.0.1:58421/visit/C8YPxdl","space":"Y2lzY29zcGFyazovL3VzL1JPT00vNDZhODRkZDAtMTFkNy00MGM3LWI5ZDYtY2U0NTVlNTNhNjQx","sipAddress":"27058279467@example.webex.com","meetingNumber":"27058279467"},"admissions":[],"by":null,"reference":null,"at":"2026-11-22T06:48:06.107168590Z"}}');
INSERT INTO visit (id, origin, space, person, label, requested_at, until_at, state, body) VALUES ('V-YBZT', 'messages:created:Y2lzY29zcGFyazovL3VzL01FU1NBR0UvNzg2YTEzMDAtMjAxNC00YmQxLWI3NzItOTZhODVhYzFkODY4', 'Y2lzY29zcGFyazovL3VzL1JPT00vMGMzOWM0ZjQtM2ZkYy0zZDkzLWFhMzEtOTlhNzAwM2ZkZjQy', 'Y2lzY29zcGFyazovL3VzL1BFT1BMRS81ZmUwZmM4Ni0zNzkyLTM2MTAtYTM4NC1mZDQwOTFkZDU5OGE', 'patient-74', 1795330087884, 1795333687884, 'opening', '{"id":"V-YBZT","origin":"messages:created:Y2lzY29zcGFyazovL3VzL01FU1NBR0UvNzg2YTEzMDAtMjAxNC00YmQxLWI3NzItOTZhODVhYzFkODY4","subject":"yyokqkn6bjnpt4sql7ex","place":{"space":"Y2lzY29zcGFyazovL3VzL1JPT00vMGMzOWM0ZjQtM2ZkYy0zZDkzLWFhMzEtOTlhNzAwM2ZkZjQy","thread":"Y2lzY29zcGFyazovL3VzL01FU1NBR0UvNzg2YTEzMDAtMjAxNC00YmQxLWI3NzItOTZhODVhYzFkODY4","direct":false},"requester":{"person":"Y2lzY29zcGFyazovL3VzL1BFT1BMRS81ZmUwZmM4Ni0zNzkyLTM2MTAtYTM4NC1mZDQwOTFkZDU5OGE","email":"dr.lee@example.org","zone":"America/New_York"},"label":"patient-74","language":"ENGLISH","requestedAt":"2026-11-22T06:48:07.884Z","until":"2026-11-22T07:48:07.884Z","people":[],"devices":[],"phone":{"e164":"+12025550174","countryCode":1},"sendText":true,"state":{"kind":"opening","meeting":null,"admissions":null,"by":null,"reference":null,"at":null}}');
INSERT INTO visit_person (visit, email) VALUES ('V-C3EM', 'nurse.ortiz@example.org');
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
