-- Taken at 2026-11-22T07:00:07Z
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
INSERT INTO flyway_schema_history VALUES(1,'1','store','SQL','V1__store.sql',721034524,'','2026-11-22 06:58:59.132',76,1);
INSERT INTO flyway_schema_history VALUES(2,'2','jobs','SQL','V2__jobs.sql',-952244408,'','2026-11-22 06:58:59.302',43,1);
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
INSERT INTO inbox VALUES('messages:created:Y2lzY29zcGFyazovL3VzL01FU1NBR0UvZDhjZGI5NjQtMmQ1Ny00NmZmLWE0N2ItYjg0OTdhZTFmZGJl','messages','created','',1795330762828,'done',0,0,NULL);
INSERT INTO inbox VALUES('memberships:created:Y2lzY29zcGFyazovL3VzL01FTUJFUlNISVAvYmZiZTQyOTEtY2UxZS00MWJkLWI5MWItN2JiNzgwNzc3NzYz','memberships','created','',1795330775946,'done',0,0,NULL);
INSERT INTO inbox VALUES('messages:created:Y2lzY29zcGFyazovL3VzL01FU1NBR0UvZTA4YmE0NDktNmNkNy00OTg0LThkNzctMjk3YTYwYzkyYjMw','messages','created','{"id":"Y2lzY29zcGFyazovL3VzL1dFQkhPT0svM2QwM2IzMzktMjg1NC00NzQwLTk2ZmQtN2EyYjk0OGU2YTM0","name":"visitbot-messages","targetUrl":"http://127.0.0.1:58412/webhooks/webex","resource":"messages","event":"created","orgId":"Y2lzY29zcGFyazovL3VzL09SR0FOSVpBVElPTi81YjFlN2EzMC0yYzNkLTQxZjAtOWE0Yi0wYzFkMmUzZjRhNWI","createdBy":"Y2lzY29zcGFyazovL3VzL1BFT1BMRS9lNDI5ZGE5MC04MzZiLTM4ZmEtODg2MC0wNjJhMWIwYTYwMTI","appId":"Y2lzY29zcGFyazovL3VzL0FQUExJQ0FUSU9OLzQ3MDhhYTQ2LTNkZDctMzM2Zi1hODkyLTRmZDRhMjFiNTg3NQ","ownedBy":"creator","status":"active","created":"2026-11-22T06:59:19.554Z","actorId":"Y2lzY29zcGFyazovL3VzL1BFT1BMRS81ZmUwZmM4Ni0zNzkyLTM2MTAtYTM4NC1mZDQwOTFkZDU5OGE","data":{"id":"Y2lzY29zcGFyazovL3VzL01FU1NBR0UvZTA4YmE0NDktNmNkNy00OTg0LThkNzctMjk3YTYwYzkyYjMw","roomId":"Y2lzY29zcGFyazovL3VzL1JPT00vMGMzOWM0ZjQtM2ZkYy0zZDkzLWFhMzEtOTlhNzAwM2ZkZjQy","roomType":"group","personId":"Y2lzY29zcGFyazovL3VzL1BFT1BMRS81ZmUwZmM4Ni0zNzkyLTM2MTAtYTM4NC1mZDQwOTFkZDU5OGE","personEmail":"dr.lee@example.org","mentionedPeople":["Y2lzY29zcGFyazovL3VzL1BFT1BMRS9lNDI5ZGE5MC04MzZiLTM4ZmEtODg2MC0wNjJhMWIwYTYwMTI"],"created":"2026-11-22T06:59:52.768Z"}}',1795330792813,'open',1,1795330805703,'visit-4sx2dapoquisickee5toklu4f3');
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
INSERT INTO visit VALUES('V-63L2','messages:created:Y2lzY29zcGFyazovL3VzL01FU1NBR0UvZDhjZGI5NjQtMmQ1Ny00NmZmLWE0N2ItYjg0OTdhZTFmZGJl','Y2lzY29zcGFyazovL3VzL1JPT00vMGMzOWM0ZjQtM2ZkYy0zZDkzLWFhMzEtOTlhNzAwM2ZkZjQy','Y2lzY29zcGFyazovL3VzL1BFT1BMRS81ZmUwZmM4Ni0zNzkyLTM2MTAtYTM4NC1mZDQwOTFkZDU5OGE','patient-71',1795330767200,1795334367200,'ready','{"id":"V-63L2","origin":"messages:created:Y2lzY29zcGFyazovL3VzL01FU1NBR0UvZDhjZGI5NjQtMmQ1Ny00NmZmLWE0N2ItYjg0OTdhZTFmZGJl","subject":"ia7zzlzodlowg66wan3i","place":{"space":"Y2lzY29zcGFyazovL3VzL1JPT00vMGMzOWM0ZjQtM2ZkYy0zZDkzLWFhMzEtOTlhNzAwM2ZkZjQy","thread":"Y2lzY29zcGFyazovL3VzL01FU1NBR0UvZDhjZGI5NjQtMmQ1Ny00NmZmLWE0N2ItYjg0OTdhZTFmZGJl","direct":false},"requester":{"person":"Y2lzY29zcGFyazovL3VzL1BFT1BMRS81ZmUwZmM4Ni0zNzkyLTM2MTAtYTM4NC1mZDQwOTFkZDU5OGE","email":"dr.lee@example.org","zone":"America/New_York"},"label":"patient-71","language":"ENGLISH","requestedAt":"2026-11-22T06:59:27.200Z","until":"2026-11-22T07:59:27.200Z","people":["nurse.ortiz@example.org"],"devices":[],"phone":{"e164":"+12025550171","countryCode":1},"sendText":true,"state":{"kind":"ready","meeting":{"hostLink":"http://127.0.0.1:58411/visit/qeNIltG","hostLoginLink":"http://127.0.0.1:58411/hc/v1/login?&fli=true&int=jose&data=eyJwMnMiOiJaSWI4ZnNhSy1YM1FRYzAiLCJwMmMiOjE3NjAsImF1ZCI6ImE0ZDg4NmIwLTk3OWYtNGUyYy1hOTU4LTNlOGMxNDYwNWU1MSIsImlzcyI6IjViMWU3YTMwLTJjM2QtNDFmMC05YTRiLTBjMWQyZTNmNGE1YiIsImN0eSI6IkpXVCIsImVuYyI6IkEyNTZHQ00iLCJhbGciOiJQQkVTMi1IUzUxMitBMjU2S1cifQ.3gsrdJR2fYaEiC7gXknnXx_xhg9Xn7Ke8ixyYbAArRmCLvcbnLiWcw.iLyjf_IEL2Umr2ae.Xg6qtuhC5sB3ijpsQR4bcWURtQpoyf6K2PMGtq4O3BhWIDRvD4XPyRRZNlXgdG2pKpZ7kTpBfFym0hY-H97tPWMcAzjTcXp75d6dBZN7brRVA30mJdxJgMGWTAtVVgpBO4es1o_QdRU5Sp_owQahFRyt-ndq80Clq4BzV77UjYz4rrVcKto1gbQ_7nXTMkKF_uv5eIWDS3M2l49lhn-7dppYsWEmZWCW7n1nHgxkeJeTTiOsihRPQAP25oh-kIXkhxyIprn-MhWsR_H7AxfevlWOT4uL6XkZwmbKt-scfjXWBWN4zvCb0mMDs4fYWxl2_dr82lJm2cPLdP-DONeviB-dEmEWGjJ2cvbeFYEN7gn_FBJtFgcojPkMv8VCABEr-eASW3W7bGtNNOlmehTANbZaq6cdUIUgjwv3fB1mMi4l9xf17Qzx0MqPAXAQp9scRPxdiBaqeggPJFLdwyhalzsSBs6oYLU6hMXNwAU1dYPYFIaPGPMFu5avw0w-EBDPc2LCdUxgGMqtt3mVd9K-PdJOruDY7_PAqk_uwtARmxV6sDmQU0JhPksrTTWcoxzZxXWSLbXQLtV7dhFKKSMpED0TBgU-MD448ozlEO-Ff70KKB8pmi24s6iG8-c5KABF4K6hgxpf26MQXo7k7cxUIvsWQg7bktefaHMmJvRgC_1fKGrGF5TUTBQka1am6ZhRMPS_Z8QnFbFomls.6Sr8GbZy8EdkgMHtF7GQvQ","guestLink":"http://127.0.0.1:58411/visit/tROLPf0","space":"Y2lzY29zcGFyazovL3VzL1JPT00vYjMyYjgwMDItYjc4ZC00ZTc2LThlNWItMjE5MWRhMzc2NTI0","sipAddress":"27286371081@example.webex.com","meetingNumber":"27286371081"},"admissions":[{"email":"nurse.ortiz@example.org","outcome":"ADDED","reason":null}],"by":null,"reference":null,"at":"2026-11-22T06:59:36.757801188Z"}}');
INSERT INTO visit VALUES('V-Z3FV','messages:created:Y2lzY29zcGFyazovL3VzL01FU1NBR0UvYWFkODM5ZjMtNGY1ZS00YWRjLWExMDUtNDg4ZDQ0NzFiOTc2','Y2lzY29zcGFyazovL3VzL1JPT00vMGMzOWM0ZjQtM2ZkYy0zZDkzLWFhMzEtOTlhNzAwM2ZkZjQy','Y2lzY29zcGFyazovL3VzL1BFT1BMRS81ZmUwZmM4Ni0zNzkyLTM2MTAtYTM4NC1mZDQwOTFkZDU5OGE','patient-73',1795330785250,1795334385250,'ready','{"id":"V-Z3FV","origin":"messages:created:Y2lzY29zcGFyazovL3VzL01FU1NBR0UvYWFkODM5ZjMtNGY1ZS00YWRjLWExMDUtNDg4ZDQ0NzFiOTc2","subject":"7xuoj3jwancb2qyznpkw","place":{"space":"Y2lzY29zcGFyazovL3VzL1JPT00vMGMzOWM0ZjQtM2ZkYy0zZDkzLWFhMzEtOTlhNzAwM2ZkZjQy","thread":"Y2lzY29zcGFyazovL3VzL01FU1NBR0UvYWFkODM5ZjMtNGY1ZS00YWRjLWExMDUtNDg4ZDQ0NzFiOTc2","direct":false},"requester":{"person":"Y2lzY29zcGFyazovL3VzL1BFT1BMRS81ZmUwZmM4Ni0zNzkyLTM2MTAtYTM4NC1mZDQwOTFkZDU5OGE","email":"dr.lee@example.org","zone":"America/New_York"},"label":"patient-73","language":"ENGLISH","requestedAt":"2026-11-22T06:59:45.250Z","until":"2026-11-22T07:59:45.250Z","people":[],"devices":[],"phone":{"e164":"+12025550173","countryCode":1},"sendText":true,"state":{"kind":"ready","meeting":{"hostLink":"http://127.0.0.1:58411/visit/5cWGvXY","hostLoginLink":"http://127.0.0.1:58411/hc/v1/login?&fli=true&int=jose&data=eyJwMnMiOiJXTFhmVWFSRTNhVmkzVWo5Um1ocCIsInAyYyI6MTk0MywiYXVkIjoiYTRkODg2YjAtOTc5Zi00ZTJjLWE5NTgtM2U4YzE0NjA1ZTUxIiwiaXNzIjoiNWIxZTdhMzAtMmMzZC00MWYwLTlhNGItMGMxZDJlM2Y0YTViIiwiY3R5IjoiSldUIiwiZW5jIjoiQTI1NkdDTSIsImFsZyI6IlBCRVMyLUhTNTEyK0EyNTZLVyJ9.xa50gg0pJRc18-2wBn8L1VvE84HWAeksi0HduI6_eY3HEZUwlERmXQ.IvdhOzQHIvBDDK1p.tLuH22l0KGgNhK6zuKnwncvtdgvjtG-bbgFpr2f5Y5YQhetUOKm6EmMpwlkK9VdhsmZ8u1hYvDvxf0YoLmAeJzrdNd3t33DGP6fZy4GWX7Bkt6TKoackbq9CREXBY-bbsyvD6kPFBymWOqtgdFs23fDJuozuIYD8ts6C-e2ZmZxhGc6WrJ893w1Ozh_pQHu-z3TEeWQ_aCX4IHrSp9XMrLm8w6xKADsDMBiw2HU6fVRs5jUkO3EmzDvD3ZRObysSFvgiB71p-43kJbj7pwi_1MpKaHzivHD7sr4N1hqfs33QIup-ksL2GYU6KxphYhfqtjcltX4CY_WmdcsvpWW7MuGczwDDruORBdsHyCvogpjxPvqHZ2W9QwPoQftGeCsmWtPdJuF9C0YD99xPgZ5qn_S0uA2Qu3nNBFUNug_bBwyYHd2aUKuIe5db46IuKOzPj90HziHOo0bW2lXb7MoJSq-4mrxHTqjz5fm_IJ_q2-ROUSA9R8GPVwYizRRucPPWmCbgvwisH6jiGByD4N_CLWqdwpKyXoWkXU95BSfYFWIG4acXvhn2DUoe5yiPnLPF3PgjUnNf-zPvfF7QVfgalKAkZXf3YUpKK1OWsQG-ypDB8PLRoQJL0I0Xa-yJ0KvxmO5dmqE_9jSJtQDnbNXRa0tSSQmU0oDq33yl0lMfSDcsfU1M0wfKQRfh4sxoMr8r79KpXuNS3xs3y6w.q-nKAm0WQHoM42lN1NQhvw","guestLink":"http://127.0.0.1:58411/visit/iC4Tz5M","space":"Y2lzY29zcGFyazovL3VzL1JPT00vYWQ0YjQ4NzEtYjg0OS00NjNmLWIxYjktZDRhNGFiZjdjODZk","sipAddress":"27735440170@example.webex.com","meetingNumber":"27735440170"},"admissions":[],"by":null,"reference":null,"at":"2026-11-22T06:59:46.168004171Z"}}');
INSERT INTO visit VALUES('V-SCK4','messages:created:Y2lzY29zcGFyazovL3VzL01FU1NBR0UvNTlmYzJlZjEtMzQ3OS00ZGUyLWExNTEtNTFlNTVjZThmMTlm','Y2lzY29zcGFyazovL3VzL1JPT00vMGMzOWM0ZjQtM2ZkYy0zZDkzLWFhMzEtOTlhNzAwM2ZkZjQy','Y2lzY29zcGFyazovL3VzL1BFT1BMRS81ZmUwZmM4Ni0zNzkyLTM2MTAtYTM4NC1mZDQwOTFkZDU5OGE','patient-74',1795330787000,1795334387000,'opening','{"id":"V-SCK4","origin":"messages:created:Y2lzY29zcGFyazovL3VzL01FU1NBR0UvNTlmYzJlZjEtMzQ3OS00ZGUyLWExNTEtNTFlNTVjZThmMTlm","subject":"kqtjepxrmehd6fp2cyun","place":{"space":"Y2lzY29zcGFyazovL3VzL1JPT00vMGMzOWM0ZjQtM2ZkYy0zZDkzLWFhMzEtOTlhNzAwM2ZkZjQy","thread":"Y2lzY29zcGFyazovL3VzL01FU1NBR0UvNTlmYzJlZjEtMzQ3OS00ZGUyLWExNTEtNTFlNTVjZThmMTlm","direct":false},"requester":{"person":"Y2lzY29zcGFyazovL3VzL1BFT1BMRS81ZmUwZmM4Ni0zNzkyLTM2MTAtYTM4NC1mZDQwOTFkZDU5OGE","email":"dr.lee@example.org","zone":"America/New_York"},"label":"patient-74","language":"ENGLISH","requestedAt":"2026-11-22T06:59:47Z","until":"2026-11-22T07:59:47Z","people":[],"devices":[],"phone":{"e164":"+12025550174","countryCode":1},"sendText":true,"state":{"kind":"opening","meeting":null,"admissions":null,"by":null,"reference":null,"at":null}}');
CREATE TABLE visit_person (
    visit TEXT not null references visit (id) on delete cascade,
    email TEXT not null,
    primary key (visit, email)
);
INSERT INTO visit_person VALUES('V-63L2','nurse.ortiz@example.org');
CREATE TABLE draft (
    nonce TEXT not null primary key,
    origin TEXT not null,
    message TEXT,
    person TEXT not null,
    created_at BIGINT not null,
    body TEXT not null
);
INSERT INTO draft VALUES('kouh7q5o5iv367g4274kfqt7gh','form:kouh7q5o5iv367g4274kfqt7gh','Y2lzY29zcGFyazovL3VzL01FU1NBR0UvYzgyOGU1MmItZjJkNy00NTk4LTk2NjUtYjdkNmE3M2NiMWVj','Y2lzY29zcGFyazovL3VzL1BFT1BMRS81ZmUwZmM4Ni0zNzkyLTM2MTAtYTM4NC1mZDQwOTFkZDU5OGE',1795330783853,'{"nonce":"kouh7q5o5iv367g4274kfqt7gh","subject":"apdxupakqeylr4maa25v","place":{"space":"Y2lzY29zcGFyazovL3VzL1JPT00vMGMzOWM0ZjQtM2ZkYy0zZDkzLWFhMzEtOTlhNzAwM2ZkZjQy","thread":"Y2lzY29zcGFyazovL3VzL01FU1NBR0UvOTA2ODE3ODEtMjgwZi00NTlmLWIxZWYtN2I3N2JiZWU0ZDQz","direct":false},"requester":{"person":"Y2lzY29zcGFyazovL3VzL1BFT1BMRS81ZmUwZmM4Ni0zNzkyLTM2MTAtYTM4NC1mZDQwOTFkZDU5OGE","email":"dr.lee@example.org","zone":"America/New_York"},"label":"patient-72","createdAt":"2026-11-22T06:59:43.853Z","phone":null}');
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
INSERT INTO text_message VALUES('sdfe3wbf7sbxxdk6izzc6f7qh3','V-63L2','+12025550171','INVITE',0,'SMb96c2630298145a293acf3c4a91dee43','DELIVERED','{"id":"sdfe3wbf7sbxxdk6izzc6f7qh3","visit":"V-63L2","to":{"e164":"+12025550171","countryCode":1},"purpose":"INVITE","round":0,"body":"Video visit: your video call is ready. Join here: http://127.0.0.1:58411/visit/tROLPf0 until 02:59 EST. Reply STOP to opt out.","status":"DELIVERED","providerId":"SMb96c2630298145a293acf3c4a91dee43","errorCode":0,"plannedAt":"2026-11-22T06:59:36.877514619Z","changedAt":"2026-11-22T06:59:40.741943821Z"}');
INSERT INTO text_message VALUES('646o5t4y4exo362ualv5tddvvj','V-Z3FV','+12025550173','INVITE',0,NULL,'PLANNED','{"id":"646o5t4y4exo362ualv5tddvvj","visit":"V-Z3FV","to":{"e164":"+12025550173","countryCode":1},"purpose":"INVITE","round":0,"body":"Video visit: your video call is ready. Join here: http://127.0.0.1:58411/visit/iC4Tz5M until 02:59 EST. Reply STOP to opt out.","status":"PLANNED","providerId":null,"errorCode":0,"plannedAt":"2026-11-22T06:59:46.284011961Z","changedAt":"2026-11-22T06:59:47.458344168Z"}');
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
INSERT INTO notice VALUES('V-63L2','waiting','Y2lzY29zcGFyazovL3VzL01FU1NBR0UvMWMxYzZiODctMTVkMy00NGEzLTljMzAtOGU0MzE1NGJiYjc0',0,'Instant Connect has not made the links yet. They follow here as soon as it does');
INSERT INTO notice VALUES('V-63L2','result','Y2lzY29zcGFyazovL3VzL01FU1NBR0UvYzgyNTM3MzItODgzYy00Y2E0LTk3Y2YtNGFmOWQ2ZGI4YzRj',0,'ready');
INSERT INTO notice VALUES('V-63L2','host','Y2lzY29zcGFyazovL3VzL01FU1NBR0UvMjY2N2U0YzUtZGNkNC00N2YxLWFmYzEtYzJkN2Y0ZWQ3Njdk',0,'ready');
INSERT INTO notice VALUES('V-63L2','text:sdfe3wbf7sbxxdk6izzc6f7qh3','Y2lzY29zcGFyazovL3VzL01FU1NBR0UvNjg2NTg3Y2EtMmIxOC00MjAxLThlNDYtNDAxNTdhNmYyNzVm',2,'DELIVERED:0');
INSERT INTO notice VALUES('V-Z3FV','result','Y2lzY29zcGFyazovL3VzL01FU1NBR0UvNDNhYmQ5NjEtOTM4NS00MzI0LThhMzYtNDZmNDhhMTMzZTg4',0,'ready');
INSERT INTO notice VALUES('V-Z3FV','host','Y2lzY29zcGFyazovL3VzL01FU1NBR0UvZGNiNmU1YmUtOGY4Ny00NzI0LTllY2ItZDAzMGMxZWI3NjEx',0,'ready');
INSERT INTO notice VALUES('V-Z3FV','text:646o5t4y4exo362ualv5tddvvj','Y2lzY29zcGFyazovL3VzL01FU1NBR0UvOGY4NTAzNmYtOGFlYS00MWRjLWE3NjEtOWFkNGY4ZDNkMGRm',0,'PLANNED:0');
INSERT INTO notice VALUES('V-SCK4','waiting','Y2lzY29zcGFyazovL3VzL01FU1NBR0UvMjc0MWQ1ODYtOTg2My00ZTQyLTkzOTUtZDNjZjEzY2ZkM2Y4',0,'Instant Connect has not made the links yet. They follow here as soon as it does');
CREATE TABLE setting (
    name TEXT not null primary key,
    value TEXT not null
);
INSERT INTO setting VALUES('checked-at','2026-11-22T06:59:18.100349055Z');
INSERT INTO setting VALUES('webex-webhook-secret','fixture-secret');
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
INSERT INTO scheduled_tasks VALUES('inbox-sweep','recurring',NULL,1795330800728,0,NULL,1795330795728,NULL,0,NULL,19,NULL,NULL);
INSERT INTO scheduled_tasks VALUES('inbox-purge','recurring',NULL,1795334352875,0,NULL,1795330752875,NULL,0,NULL,3,NULL,NULL);
INSERT INTO scheduled_tasks VALUES('job','WAIT:V-63L2',X'31',1795330827200,0,NULL,1795330773865,NULL,0,NULL,3,NULL,NULL);
INSERT INTO scheduled_tasks VALUES('job','TEXT:sdfe3wbf7sbxxdk6izzc6f7qh3',X'31',1795330839645,0,NULL,1795330779653,NULL,0,NULL,3,NULL,NULL);
INSERT INTO scheduled_tasks VALUES('job','TEXT:646o5t4y4exo362ualv5tddvvj',X'31',1795330802501,0,NULL,NULL,1795330787500,1,NULL,3,NULL,NULL);
INSERT INTO scheduled_tasks VALUES('job','OPEN:V-SCK4',X'32',1795330795275,1,'visit-4sx2dapoquisickee5toklu4f3',NULL,1795330791304,2,1795330795641,6,NULL,NULL);
INSERT INTO scheduled_tasks VALUES('job','WAIT:V-SCK4',X'31',1795330847000,0,NULL,1795330792754,NULL,0,NULL,3,NULL,NULL);
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
