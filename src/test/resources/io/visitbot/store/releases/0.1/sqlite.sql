-- Taken at 2026-11-22T06:37:58.580151534Z
CREATE TABLE IF NOT EXISTS "flyway_schema_history" (
    "installed_rank" INT NOT NULL PRIMARY KEY,
    "version" VARCHAR(50),
    "description" VARCHAR(200) NOT NULL,
    "type" VARCHAR(20) NOT NULL,
    "script" VARCHAR(1000) NOT NULL,
    "checksum" INT,
    "installed_by" VARCHAR(100) NOT NULL,
    "installed_on" TEXT NOT NULL DEFAULT (strftime('%Y-%m-%d %H:%M:%f','now')),
    "execution_time" INT NOT NULL,
    "success" BOOLEAN NOT NULL
);
INSERT INTO flyway_schema_history VALUES(1,'1','store','SQL','V1__store.sql',721034524,'','2026-11-22 06:37:57.057',4,1);
INSERT INTO flyway_schema_history VALUES(2,'2','jobs','SQL','V2__jobs.sql',-952244408,'','2026-11-22 06:37:57.066',1,1);
CREATE TABLE inbox (
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
INSERT INTO inbox VALUES('messages:created:Y2lzY29zcGFyazovL3VzL01FU1NBR0UvMjlmYjlkZmYtZmEyZi00NjhjLTkyMWItZThiZjlhZTNhODMw','messages','created','',1795329479202,'done',0,0,NULL);
INSERT INTO inbox VALUES('memberships:created:Y2lzY29zcGFyazovL3VzL01FTUJFUlNISVAvNGY3OTEyNTQtNTdiMy00NzQ5LTg3ZGYtNmUyZmQ0NmM3MWY4','memberships','created','',1795329480434,'done',0,0,NULL);
INSERT INTO inbox VALUES('messages:created:Y2lzY29zcGFyazovL3VzL01FU1NBR0UvOGY1NDM2OTgtOWE5OC00MWM1LWJiYzEtNjc2ZTA2YjJlMjg3','messages','created','{"id":"Y2lzY29zcGFyazovL3VzL1dFQkhPT0svZGFkM2UyNWMtN2IxZS00ZGI0LThhYjUtYThhZjZhYzRhZmM1","name":"visitbot-messages","targetUrl":"http://127.0.0.1:58412/webhooks/webex","resource":"messages","event":"created","orgId":"Y2lzY29zcGFyazovL3VzL09SR0FOSVpBVElPTi81YjFlN2EzMC0yYzNkLTQxZjAtOWE0Yi0wYzFkMmUzZjRhNWI","createdBy":"Y2lzY29zcGFyazovL3VzL1BFT1BMRS9lNDI5ZGE5MC04MzZiLTM4ZmEtODg2MC0wNjJhMWIwYTYwMTI","appId":"Y2lzY29zcGFyazovL3VzL0FQUExJQ0FUSU9OLzQ3MDhhYTQ2LTNkZDctMzM2Zi1hODkyLTRmZDRhMjFiNTg3NQ","ownedBy":"creator","status":"active","created":"2026-11-22T06:37:58.845Z","actorId":"Y2lzY29zcGFyazovL3VzL1BFT1BMRS81ZmUwZmM4Ni0zNzkyLTM2MTAtYTM4NC1mZDQwOTFkZDU5OGE","data":{"id":"Y2lzY29zcGFyazovL3VzL01FU1NBR0UvOGY1NDM2OTgtOWE5OC00MWM1LWJiYzEtNjc2ZTA2YjJlMjg3","roomId":"Y2lzY29zcGFyazovL3VzL1JPT00vMGMzOWM0ZjQtM2ZkYy0zZDkzLWFhMzEtOTlhNzAwM2ZkZjQy","roomType":"group","personId":"Y2lzY29zcGFyazovL3VzL1BFT1BMRS81ZmUwZmM4Ni0zNzkyLTM2MTAtYTM4NC1mZDQwOTFkZDU5OGE","personEmail":"dr.lee@example.org","mentionedPeople":["Y2lzY29zcGFyazovL3VzL1BFT1BMRS9lNDI5ZGE5MC04MzZiLTM4ZmEtODg2MC0wNjJhMWIwYTYwMTI"],"created":"2026-11-22T06:38:11.000Z"}}',1795329491009,'open',1,1795329493306,NULL);
CREATE TABLE visit (
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
INSERT INTO visit VALUES('V-6TX3','messages:created:Y2lzY29zcGFyazovL3VzL01FU1NBR0UvMjlmYjlkZmYtZmEyZi00NjhjLTkyMWItZThiZjlhZTNhODMw','Y2lzY29zcGFyazovL3VzL1JPT00vMGMzOWM0ZjQtM2ZkYy0zZDkzLWFhMzEtOTlhNzAwM2ZkZjQy','Y2lzY29zcGFyazovL3VzL1BFT1BMRS81ZmUwZmM4Ni0zNzkyLTM2MTAtYTM4NC1mZDQwOTFkZDU5OGE','patient-71',1795329479591,1795333079591,'ready','{"id":"V-6TX3","origin":"messages:created:Y2lzY29zcGFyazovL3VzL01FU1NBR0UvMjlmYjlkZmYtZmEyZi00NjhjLTkyMWItZThiZjlhZTNhODMw","subject":"cterh7cjaqcqr6y2k7qw","place":{"space":"Y2lzY29zcGFyazovL3VzL1JPT00vMGMzOWM0ZjQtM2ZkYy0zZDkzLWFhMzEtOTlhNzAwM2ZkZjQy","thread":"Y2lzY29zcGFyazovL3VzL01FU1NBR0UvMjlmYjlkZmYtZmEyZi00NjhjLTkyMWItZThiZjlhZTNhODMw","direct":false},"requester":{"person":"Y2lzY29zcGFyazovL3VzL1BFT1BMRS81ZmUwZmM4Ni0zNzkyLTM2MTAtYTM4NC1mZDQwOTFkZDU5OGE","email":"dr.lee@example.org","zone":"America/New_York"},"label":"patient-71","language":"ENGLISH","requestedAt":"2026-11-22T06:37:59.591Z","until":"2026-11-22T07:37:59.591Z","people":["nurse.ortiz@example.org"],"devices":[],"phone":{"e164":"+12025550171","countryCode":1},"sendText":true,"state":{"kind":"ready","meeting":{"hostLink":"http://127.0.0.1:58411/visit/FOrgHZG","hostLoginLink":"http://127.0.0.1:58411/hc/v1/login?&fli=true&int=jose&data=eyJwMnMiOiJJTGVvb1JOQjJVcVROZ0ZwSmJieUVNZkJpZyIsInAyYyI6MTAzMiwiYXVkIjoiYTRkODg2YjAtOTc5Zi00ZTJjLWE5NTgtM2U4YzE0NjA1ZTUxIiwiaXNzIjoiNWIxZTdhMzAtMmMzZC00MWYwLTlhNGItMGMxZDJlM2Y0YTViIiwiY3R5IjoiSldUIiwiZW5jIjoiQTI1NkdDTSIsImFsZyI6IlBCRVMyLUhTNTEyK0EyNTZLVyJ9.99K7VNtI3YBc6pJkHqZAOkBSR49_nJbfbKsgFtGr5gx07FGlBrIR0Q.zZmf8XsN5DCqL22Y.JrxK9zoLQSTxahnrxqGhtj_HHh6XSaWYU7zB3W0k2p5va8m3sVPGoPkzP4l18Cb9a0zw1Sn7vbFOdjTNNhkvw0N69cZFphp6wViYVkmDuiNeAowpSJlbzRGw7D9t6LsYKIcXJUzsZ630KNXX3uV-ZmKU43lHKbhNmJjmVKMDB0hruDtfa2RNPsQ2d4uA5ObXLaLLCZ8bxujBGa3RmHFUtx4Lklb51pGSkuOGI2Hzj6nzxGP17O0LwxKLpHjC5rQPP5yTsLOgjLkGP5ahusDf2jTHSl2PveHsMwtb5m8LaLcdJDsah6Ea89TN5Xj3IZ6Z2vA-yFC_cnX6oQhl8ex1R0PFOErdjRIayqgYArsl8TQMOcGE0VYIoc1PfyhYtCxavjnyhmXQzjZ-I29TDLNUhQBldmtHvSLcuDrZ-J_givhYbLg-nYRVkeQ4u1Iu219qiagNkyG9lxsjxWSw_2nR_wA7U_aqNXs-4kGgaWEb1i1O9fIZXqHp2JLUVhhykO1kvZKbZsHoocFUW36pfkT5K_cU30RS9BpMXj5hCLfeMSnUc5DynUzAYwuH9hZVdP9aP8LMtMdFEunD6Pf7eixrv_dZY4EoTOsn559Bw-500lTocHwrDgbU3IeZmTHo25l6_I0wYeO_NYtp01afiFBZZ_RH6N95D1zAsEG25PlVX_-69fqD2XbSUOxvUdCt1cBfHGMsnK8TlgxYeMk.LHwOGvZuTYgqLlNOnll3Pw","guestLink":"http://127.0.0.1:58411/visit/AlSX5pk","space":"Y2lzY29zcGFyazovL3VzL1JPT00vNmRkYWJiZmEtYzFiZi00ZjkxLThiMTUtMzNhZmJjMTZlNzQw","sipAddress":"27518225593@example.webex.com","meetingNumber":"27518225593"},"admissions":[{"email":"nurse.ortiz@example.org","outcome":"ADDED","reason":null}],"by":null,"reference":null,"at":"2026-11-22T06:38:00.526389480Z"}}');
INSERT INTO visit VALUES('V-FMSH','messages:created:Y2lzY29zcGFyazovL3VzL01FU1NBR0UvNDlkOWMzNGEtYTkxZC00NzdlLWEwMzMtZTdlZDAwZWRiZWU4','Y2lzY29zcGFyazovL3VzL1JPT00vMGMzOWM0ZjQtM2ZkYy0zZDkzLWFhMzEtOTlhNzAwM2ZkZjQy','Y2lzY29zcGFyazovL3VzL1BFT1BMRS81ZmUwZmM4Ni0zNzkyLTM2MTAtYTM4NC1mZDQwOTFkZDU5OGE','patient-73',1795329485055,1795333085055,'ready','{"id":"V-FMSH","origin":"messages:created:Y2lzY29zcGFyazovL3VzL01FU1NBR0UvNDlkOWMzNGEtYTkxZC00NzdlLWEwMzMtZTdlZDAwZWRiZWU4","subject":"rd2xe2xjdmhiveejn5se","place":{"space":"Y2lzY29zcGFyazovL3VzL1JPT00vMGMzOWM0ZjQtM2ZkYy0zZDkzLWFhMzEtOTlhNzAwM2ZkZjQy","thread":"Y2lzY29zcGFyazovL3VzL01FU1NBR0UvNDlkOWMzNGEtYTkxZC00NzdlLWEwMzMtZTdlZDAwZWRiZWU4","direct":false},"requester":{"person":"Y2lzY29zcGFyazovL3VzL1BFT1BMRS81ZmUwZmM4Ni0zNzkyLTM2MTAtYTM4NC1mZDQwOTFkZDU5OGE","email":"dr.lee@example.org","zone":"America/New_York"},"label":"patient-73","language":"ENGLISH","requestedAt":"2026-11-22T06:38:05.055Z","until":"2026-11-22T07:38:05.055Z","people":[],"devices":[],"phone":{"e164":"+12025550173","countryCode":1},"sendText":true,"state":{"kind":"ready","meeting":{"hostLink":"http://127.0.0.1:58411/visit/UkfYP4H","hostLoginLink":"http://127.0.0.1:58411/hc/v1/login?&fli=true&int=jose&data=eyJwMnMiOiJ4SGFaa1dYSzFMdUlOX2FSUUprIiwicDJjIjoxNjY1LCJhdWQiOiJhNGQ4ODZiMC05NzlmLTRlMmMtYTk1OC0zZThjMTQ2MDVlNTEiLCJpc3MiOiI1YjFlN2EzMC0yYzNkLTQxZjAtOWE0Yi0wYzFkMmUzZjRhNWIiLCJjdHkiOiJKV1QiLCJlbmMiOiJBMjU2R0NNIiwiYWxnIjoiUEJFUzItSFM1MTIrQTI1NktXIn0.lHaDOBhCo3vKUahijGw6-FdGQTQersLZBqHuMRDwNwT1gNnvnk8rWA.y4N-5J_SDv4IxcrS.SQ4rcK29LYc5heniNtbtnGdbyyEJAUTXQNSdXlP2-DN9VUHtmFOR0zrt6MrScTS_j0La5lRUCdVTleq0xq5UYd56C46-HRb-QLkwddWpDr6v2lCvNMX-N29btUxIPUjac2xWbh6Sw03PvmLuuAmbOuaAR2XdiYoWwVrDlJTiUj0NwrcUrUmQGu0i3okzZxsSwx1d8WMadEDGXerCnQpKdgAkAtpkxXvp03quFSS3-In22QY60Y1uQGJx8vAr4Q5m-U2uHVH9OopvzxCWaQXf8ylfxPfu82sQ_3UeHu7b6AIXA1r6c8-7K9X8mqkRURcJ2UcUqu3BykEffYWRwTTsTeBir51RuKbvQo0Sx0w_GlAeyENOKqHXtD5xVE9_QM4t3aG_uclVVOFblVJNRexSpYA0fyDY2GhV3LcSB5XN2hiqDFqvsqgOoile6cgj8si1IohOulVGjUaPqnHoAZi6ZE8AIB46-WQcHrvqgzZtQq9YaRxkntcTeDLIySbriNdCHTjCGMKxvGCN14RIM7IuWbP-i61BqZH0TNdCiaYTJsfb2kobB5KcCb2UDeD43DMWhTTFov5zNt43RopkSqypNuA4nkx_j-XUXjdlgYE8Qn7NAaK-_K6qt393YDXiZSUnEix7rwmEKLvlAUrcjAgcmr5Yuwzzu4UPTYsHFk_YfL_xxfdxNCow8KzLQTEXnkaBk5EchqFl7dP9FIA.iq8YhEB9TTJ5Lbt3sD7QJQ","guestLink":"http://127.0.0.1:58411/visit/E4OXquF","space":"Y2lzY29zcGFyazovL3VzL1JPT00vZmM0MzVjYTItMjYxZi00ZjY4LWEwM2QtZmQ0ZWRlMjZkYzBl","sipAddress":"27515349843@example.webex.com","meetingNumber":"27515349843"},"admissions":[],"by":null,"reference":null,"at":"2026-11-22T06:38:05.503585822Z"}}');
INSERT INTO visit VALUES('V-MACC','messages:created:Y2lzY29zcGFyazovL3VzL01FU1NBR0UvZjhhYmQxMTItZjA1My00N2Q0LWIzZDAtMDY4MDU2OTVmNWFm','Y2lzY29zcGFyazovL3VzL1JPT00vMGMzOWM0ZjQtM2ZkYy0zZDkzLWFhMzEtOTlhNzAwM2ZkZjQy','Y2lzY29zcGFyazovL3VzL1BFT1BMRS81ZmUwZmM4Ni0zNzkyLTM2MTAtYTM4NC1mZDQwOTFkZDU5OGE','patient-74',1795329485796,1795333085796,'opening','{"id":"V-MACC","origin":"messages:created:Y2lzY29zcGFyazovL3VzL01FU1NBR0UvZjhhYmQxMTItZjA1My00N2Q0LWIzZDAtMDY4MDU2OTVmNWFm","subject":"realbnutjakymq4apcdu","place":{"space":"Y2lzY29zcGFyazovL3VzL1JPT00vMGMzOWM0ZjQtM2ZkYy0zZDkzLWFhMzEtOTlhNzAwM2ZkZjQy","thread":"Y2lzY29zcGFyazovL3VzL01FU1NBR0UvZjhhYmQxMTItZjA1My00N2Q0LWIzZDAtMDY4MDU2OTVmNWFm","direct":false},"requester":{"person":"Y2lzY29zcGFyazovL3VzL1BFT1BMRS81ZmUwZmM4Ni0zNzkyLTM2MTAtYTM4NC1mZDQwOTFkZDU5OGE","email":"dr.lee@example.org","zone":"America/New_York"},"label":"patient-74","language":"ENGLISH","requestedAt":"2026-11-22T06:38:05.796Z","until":"2026-11-22T07:38:05.796Z","people":[],"devices":[],"phone":{"e164":"+12025550174","countryCode":1},"sendText":true,"state":{"kind":"opening","meeting":null,"admissions":null,"by":null,"reference":null,"at":null}}');
CREATE TABLE visit_person (
    visit TEXT not null references visit (id) on delete cascade,
    email TEXT not null,
    primary key (visit, email)
);
INSERT INTO visit_person VALUES('V-6TX3','nurse.ortiz@example.org');
CREATE TABLE draft (
    nonce TEXT not null primary key,
    origin TEXT not null,
    message TEXT,
    person TEXT not null,
    created_at BIGINT not null,
    body TEXT not null
);
INSERT INTO draft VALUES('jjbtlk7rrgn3ujjxvfedjqqe2q','form:jjbtlk7rrgn3ujjxvfedjqqe2q','Y2lzY29zcGFyazovL3VzL01FU1NBR0UvY2UzMGE2OWMtZDhkZi00ZDI3LWE2NzUtNTE2NzVkNGYyOTRh','Y2lzY29zcGFyazovL3VzL1BFT1BMRS81ZmUwZmM4Ni0zNzkyLTM2MTAtYTM4NC1mZDQwOTFkZDU5OGE',1795329484280,'{"nonce":"jjbtlk7rrgn3ujjxvfedjqqe2q","subject":"kb4iupzu3lcr75f5bwo7","place":{"space":"Y2lzY29zcGFyazovL3VzL1JPT00vMGMzOWM0ZjQtM2ZkYy0zZDkzLWFhMzEtOTlhNzAwM2ZkZjQy","thread":"Y2lzY29zcGFyazovL3VzL01FU1NBR0UvYjBiMDQ3YTMtM2E2OS00NTU5LWFhM2YtYzM0ZjA5ZDk0MDBj","direct":false},"requester":{"person":"Y2lzY29zcGFyazovL3VzL1BFT1BMRS81ZmUwZmM4Ni0zNzkyLTM2MTAtYTM4NC1mZDQwOTFkZDU5OGE","email":"dr.lee@example.org","zone":"America/New_York"},"label":"patient-72","createdAt":"2026-11-22T06:38:04.280Z","phone":null}');
CREATE TABLE text_message (
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
INSERT INTO text_message VALUES('v4edhtspm3m2ooa25vpvzq4mjl','V-6TX3','+12025550171','INVITE',0,'SM10ee41824cd548af8e4dd54cd87a9c40','DELIVERED','{"id":"v4edhtspm3m2ooa25vpvzq4mjl","visit":"V-6TX3","to":{"e164":"+12025550171","countryCode":1},"purpose":"INVITE","round":0,"body":"Video visit: your video call is ready. Join here: http://127.0.0.1:58411/visit/AlSX5pk until 02:37 EST. Reply STOP to opt out.","status":"DELIVERED","providerId":"SM10ee41824cd548af8e4dd54cd87a9c40","errorCode":0,"plannedAt":"2026-11-22T06:38:00.600000019Z","changedAt":"2026-11-22T06:38:02.010611156Z"}');
INSERT INTO text_message VALUES('gahomag4mlqtuv6v7rplqafiq5','V-FMSH','+12025550173','INVITE',0,NULL,'SENDING','{"id":"gahomag4mlqtuv6v7rplqafiq5","visit":"V-FMSH","to":{"e164":"+12025550173","countryCode":1},"purpose":"INVITE","round":0,"body":"Video visit: your video call is ready. Join here: http://127.0.0.1:58411/visit/E4OXquF until 02:38 EST. Reply STOP to opt out.","status":"SENDING","providerId":null,"errorCode":0,"plannedAt":"2026-11-22T06:38:05.508365551Z","changedAt":"2026-11-22T06:38:05.659174074Z"}');
CREATE TABLE opt_out (
    recipient TEXT not null primary key,
    since BIGINT not null
);
CREATE TABLE notice (
    visit TEXT not null,
    topic TEXT not null,
    message TEXT,
    edits INTEGER not null,
    shown TEXT not null,
    primary key (visit, topic)
);
INSERT INTO opt_out VALUES('+12025550179',1795329480000);
INSERT INTO notice VALUES('V-6TX3','result','Y2lzY29zcGFyazovL3VzL01FU1NBR0UvYTUzMGQ2ODYtYTU0MS00NmZjLWIyOWYtMTc3NjhkYjVlODMy',0,'ready');
INSERT INTO notice VALUES('V-6TX3','host','Y2lzY29zcGFyazovL3VzL01FU1NBR0UvMTM4YWYxYzYtYjlmZi00ZTg3LWJkZTItMjZkMWZjNzM2NWRl',0,'ready');
INSERT INTO notice VALUES('V-6TX3','text:v4edhtspm3m2ooa25vpvzq4mjl','Y2lzY29zcGFyazovL3VzL01FU1NBR0UvYTE4YzIwYWUtZjZiNC00Nzg0LWI2MDgtYWYyNjNkOWI5ODZj',2,'DELIVERED:0');
INSERT INTO notice VALUES('V-FMSH','result','Y2lzY29zcGFyazovL3VzL01FU1NBR0UvNTY1NWJlYTYtZDk3My00YzA2LWIwNWUtMDQyOWRlZmE0ZTM3',0,'ready');
INSERT INTO notice VALUES('V-FMSH','host','Y2lzY29zcGFyazovL3VzL01FU1NBR0UvNDIyZjA1NDItMDc5ZC00ZTFjLTgyYTAtY2ZhMThmYTFkYzQ0',0,'ready');
INSERT INTO notice VALUES('V-MACC','waiting','Y2lzY29zcGFyazovL3VzL01FU1NBR0UvZjdhMzViM2YtNWNiNS00Yjc4LWIxYzAtM2M4OGNjNmE5ZWFk',0,'Instant Connect has not made the links yet. They follow here as soon as it does');
CREATE TABLE setting (
    name TEXT not null primary key,
    value TEXT not null
);
INSERT INTO setting VALUES('webex-webhook-secret','fixture-secret');
INSERT INTO setting VALUES('checked-at','2026-11-22T06:37:58.580151534Z');
CREATE TABLE scheduled_tasks (
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
INSERT INTO scheduled_tasks VALUES('inbox-sweep','recurring',NULL,1795329494906,0,NULL,1795329489906,NULL,0,NULL,7,NULL,NULL);
INSERT INTO scheduled_tasks VALUES('inbox-purge','recurring',NULL,1795333078236,0,NULL,1795329478236,NULL,0,NULL,3,NULL,NULL);
INSERT INTO scheduled_tasks VALUES('job','TEXT:v4edhtspm3m2ooa25vpvzq4mjl',X'31',1795329541305,0,NULL,1795329481305,NULL,0,NULL,3,NULL,NULL);
INSERT INTO scheduled_tasks VALUES('job','TEXT:gahomag4mlqtuv6v7rplqafiq5',X'34',1795329493980,0,NULL,1795329487883,1795329490894,2,NULL,9,NULL,NULL);
INSERT INTO scheduled_tasks VALUES('job','OPEN:V-MACC',X'33',1795329501457,0,NULL,NULL,1795329493507,3,NULL,7,NULL,NULL);
INSERT INTO scheduled_tasks VALUES('job','WAIT:V-MACC',X'31',1795329545796,0,NULL,1795329490953,NULL,0,NULL,3,NULL,NULL);
CREATE INDEX "flyway_schema_history_s_idx" ON "flyway_schema_history" ("success");
CREATE INDEX inbox_open on inbox (next_at) where state = 'open';
CREATE INDEX inbox_over on inbox (received_at) where state <> 'open';
CREATE INDEX visit_space on visit (space, requested_at);
CREATE INDEX visit_requester on visit (person, requested_at);
CREATE INDEX visit_person_email on visit_person (email);
CREATE INDEX draft_message on draft (message);
CREATE INDEX draft_person on draft (person, created_at);
CREATE INDEX text_message_provider on text_message (provider_id);
CREATE INDEX scheduled_tasks_execution_time on scheduled_tasks (execution_time);
CREATE INDEX scheduled_tasks_last_heartbeat on scheduled_tasks (last_heartbeat);
