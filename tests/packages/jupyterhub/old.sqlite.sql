BEGIN TRANSACTION;
CREATE TABLE api_tokens (
	id INTEGER NOT NULL, 
	hashed VARCHAR(255), 
	prefix VARCHAR(16), 
	user_id INTEGER, 
	service_id INTEGER, 
	PRIMARY KEY (id), 
	UNIQUE (hashed), 
	FOREIGN KEY(user_id) REFERENCES users (id) ON DELETE CASCADE, 
	FOREIGN KEY(service_id) REFERENCES services (id) ON DELETE CASCADE
);
INSERT INTO "api_tokens" VALUES(1,NULL,'00000001',23,21);
INSERT INTO "api_tokens" VALUES(2,NULL,'00000002',NULL,17);
INSERT INTO "api_tokens" VALUES(3,NULL,'00000003',7,21);
INSERT INTO "api_tokens" VALUES(4,'00000004','00000004',NULL,19);
INSERT INTO "api_tokens" VALUES(5,'00000005','00000005',2,11);
INSERT INTO "api_tokens" VALUES(6,'00000006','00000006',NULL,8);
INSERT INTO "api_tokens" VALUES(7,'00000007','00000007',24,NULL);
INSERT INTO "api_tokens" VALUES(8,'00000008','00000008',NULL,1);
INSERT INTO "api_tokens" VALUES(9,'00000009','00000009',NULL,NULL);
INSERT INTO "api_tokens" VALUES(10,'00000010','00000010',NULL,17);
INSERT INTO "api_tokens" VALUES(11,'00000011','00000011',1,19);
INSERT INTO "api_tokens" VALUES(12,'00000012',NULL,NULL,NULL);
INSERT INTO "api_tokens" VALUES(13,NULL,NULL,7,NULL);
INSERT INTO "api_tokens" VALUES(14,NULL,'00000014',11,24);
INSERT INTO "api_tokens" VALUES(15,'00000015',NULL,12,11);
INSERT INTO "api_tokens" VALUES(16,'00000016','00000016',NULL,NULL);
INSERT INTO "api_tokens" VALUES(17,'00000017','00000017',NULL,14);
INSERT INTO "api_tokens" VALUES(18,'00000018','00000018',1,11);
INSERT INTO "api_tokens" VALUES(19,'00000019',NULL,12,22);
INSERT INTO "api_tokens" VALUES(20,NULL,'00000020',NULL,13);
INSERT INTO "api_tokens" VALUES(21,NULL,'00000021',24,16);
INSERT INTO "api_tokens" VALUES(22,'00000022','00000022',9,9);
INSERT INTO "api_tokens" VALUES(23,'00000023','00000023',NULL,18);
INSERT INTO "api_tokens" VALUES(24,NULL,'00000024',21,6);
CREATE TABLE groups (
	id INTEGER NOT NULL, 
	name VARCHAR(255), 
	PRIMARY KEY (id), 
	UNIQUE (name)
);
INSERT INTO "groups" VALUES(1,'00000001');
INSERT INTO "groups" VALUES(2,NULL);
INSERT INTO "groups" VALUES(3,'00000003');
INSERT INTO "groups" VALUES(4,'00000004');
INSERT INTO "groups" VALUES(5,'00000005');
INSERT INTO "groups" VALUES(6,'00000006');
INSERT INTO "groups" VALUES(7,'00000007');
INSERT INTO "groups" VALUES(8,'00000008');
INSERT INTO "groups" VALUES(9,'00000009');
INSERT INTO "groups" VALUES(10,'00000010');
INSERT INTO "groups" VALUES(11,'00000011');
INSERT INTO "groups" VALUES(12,'00000012');
INSERT INTO "groups" VALUES(13,'00000013');
INSERT INTO "groups" VALUES(14,'00000014');
INSERT INTO "groups" VALUES(15,'00000015');
INSERT INTO "groups" VALUES(16,'00000016');
INSERT INTO "groups" VALUES(17,'00000017');
INSERT INTO "groups" VALUES(18,'00000018');
INSERT INTO "groups" VALUES(19,'00000019');
INSERT INTO "groups" VALUES(20,'00000020');
INSERT INTO "groups" VALUES(21,'00000021');
INSERT INTO "groups" VALUES(22,'00000022');
INSERT INTO "groups" VALUES(23,'00000023');
INSERT INTO "groups" VALUES(24,NULL);
CREATE TABLE oauth_access_tokens (
	id INTEGER NOT NULL, 
	client_id VARCHAR(255), 
	grant_type VARCHAR(18) NOT NULL, 
	expires_at INTEGER, 
	refresh_token VARCHAR(255), 
	refresh_expires_at INTEGER, 
	user_id INTEGER, 
	hashed VARCHAR(255), 
	prefix VARCHAR(16), 
	PRIMARY KEY (id), 
	CONSTRAINT granttype CHECK (grant_type IN ('authorization_code', 'implicit', 'password', 'client_credentials', 'refresh_token')), 
	FOREIGN KEY(user_id) REFERENCES users (id) ON DELETE CASCADE, 
	UNIQUE (hashed)
);
INSERT INTO "oauth_access_tokens" VALUES(1,'client_id %s','password',16384,'refresh_token Alpha',1,13,'00000001','00000001');
INSERT INTO "oauth_access_tokens" VALUES(2,'client_id 日本','refresh_token',NULL,'refresh_token %s',1,5,'00000002','00000002');
INSERT INTO "oauth_access_tokens" VALUES(3,'client_id 日本','authorization_code',16384,'refresh_token %s',16384,1,'00000003','00000003');
INSERT INTO "oauth_access_tokens" VALUES(4,NULL,'authorization_code',NULL,'refresh_token ',0,15,'00000004','00000004');
INSERT INTO "oauth_access_tokens" VALUES(5,NULL,'client_credentials',4,'refresh_token alpha',4,22,'00000005',NULL);
INSERT INTO "oauth_access_tokens" VALUES(6,'client_id back\slash','authorization_code',0,'refresh_token ',1,20,NULL,NULL);
INSERT INTO "oauth_access_tokens" VALUES(7,NULL,'authorization_code',NULL,'refresh_token two
lines',6,12,'00000007','00000007');
INSERT INTO "oauth_access_tokens" VALUES(8,'client_id it''s 100% sure','refresh_token',1,'refresh_token back\slash',0,NULL,'00000008','00000008');
INSERT INTO "oauth_access_tokens" VALUES(9,'client_id Zoë :name','password',1,'refresh_token Alpha',1,2,NULL,'00000009');
INSERT INTO "oauth_access_tokens" VALUES(10,'client_id back\slash','refresh_token',NULL,'refresh_token Zoë :name',NULL,NULL,'00000010','00000010');
INSERT INTO "oauth_access_tokens" VALUES(11,'client_id a "quote"','implicit',NULL,'refresh_token ',NULL,15,'00000011','00000011');
INSERT INTO "oauth_access_tokens" VALUES(12,'client_id back\slash','refresh_token',0,'refresh_token %s',0,10,'00000012','00000012');
INSERT INTO "oauth_access_tokens" VALUES(13,'client_id Zoë :name','implicit',0,'refresh_token a "quote"',1,NULL,'00000013','00000013');
INSERT INTO "oauth_access_tokens" VALUES(14,'client_id two
lines','implicit',NULL,'refresh_token 日本',NULL,NULL,'00000014','00000014');
INSERT INTO "oauth_access_tokens" VALUES(15,'client_id a "quote"','password',14,'refresh_token a "quote"',16384,17,NULL,NULL);
INSERT INTO "oauth_access_tokens" VALUES(16,'client_id alpha','implicit',0,'refresh_token two
lines',0,5,'00000016',NULL);
INSERT INTO "oauth_access_tokens" VALUES(17,NULL,'password',0,'refresh_token %s',0,22,NULL,'00000017');
INSERT INTO "oauth_access_tokens" VALUES(18,'client_id %s','authorization_code',17,'refresh_token two
lines',NULL,17,'00000018','00000018');
INSERT INTO "oauth_access_tokens" VALUES(19,'client_id two
lines','password',NULL,'refresh_token it''s 100% sure',0,3,'00000019','00000019');
INSERT INTO "oauth_access_tokens" VALUES(20,'client_id %s','authorization_code',NULL,'refresh_token it''s 100% sure',16384,8,'00000020','00000020');
INSERT INTO "oauth_access_tokens" VALUES(21,'client_id two
lines','client_credentials',20,'refresh_token ',0,20,'00000021','00000021');
INSERT INTO "oauth_access_tokens" VALUES(22,'client_id %s','password',21,'refresh_token a "quote"',1,4,'00000022',NULL);
INSERT INTO "oauth_access_tokens" VALUES(23,NULL,'implicit',NULL,'refresh_token two
lines',22,12,'00000023','00000023');
INSERT INTO "oauth_access_tokens" VALUES(24,'client_id a "quote"','implicit',16384,'refresh_token Zoë :name',NULL,9,'00000024','00000024');
CREATE TABLE oauth_clients (
	id INTEGER NOT NULL, 
	identifier VARCHAR(255), 
	secret VARCHAR(255), 
	redirect_uri VARCHAR(1023), 
	PRIMARY KEY (id), 
	UNIQUE (identifier)
);
INSERT INTO "oauth_clients" VALUES(1,'00000001','secret it''s 100% sure','redirect_uri Zoë :name');
INSERT INTO "oauth_clients" VALUES(2,'00000002','secret Alpha',NULL);
INSERT INTO "oauth_clients" VALUES(3,'00000003','secret it''s 100% sure',NULL);
INSERT INTO "oauth_clients" VALUES(4,'00000004','secret ','redirect_uri %s');
INSERT INTO "oauth_clients" VALUES(5,'00000005','secret Zoë :name','redirect_uri it''s 100% sure');
INSERT INTO "oauth_clients" VALUES(6,'00000006','secret %s',NULL);
INSERT INTO "oauth_clients" VALUES(7,'00000007','secret a "quote"','redirect_uri back\slash');
INSERT INTO "oauth_clients" VALUES(8,'00000008','secret Zoë :name','redirect_uri alpha');
INSERT INTO "oauth_clients" VALUES(9,'00000009','secret back\slash','redirect_uri 日本');
INSERT INTO "oauth_clients" VALUES(10,'00000010','secret Zoë :name','redirect_uri back\slash');
INSERT INTO "oauth_clients" VALUES(11,NULL,'secret ','redirect_uri alpha');
INSERT INTO "oauth_clients" VALUES(12,'00000012','secret back\slash',NULL);
INSERT INTO "oauth_clients" VALUES(13,NULL,'secret back\slash',NULL);
INSERT INTO "oauth_clients" VALUES(14,'00000014','secret ',NULL);
INSERT INTO "oauth_clients" VALUES(15,'00000015','secret a "quote"','redirect_uri %s');
INSERT INTO "oauth_clients" VALUES(16,'00000016','secret it''s 100% sure','redirect_uri it''s 100% sure');
INSERT INTO "oauth_clients" VALUES(17,'00000017',NULL,'redirect_uri ');
INSERT INTO "oauth_clients" VALUES(18,'00000018','secret two
lines','redirect_uri back\slash');
INSERT INTO "oauth_clients" VALUES(19,NULL,'secret back\slash','redirect_uri Zoë :name');
INSERT INTO "oauth_clients" VALUES(20,'00000020','secret two
lines','redirect_uri ');
INSERT INTO "oauth_clients" VALUES(21,'00000021','secret back\slash','redirect_uri two
lines');
INSERT INTO "oauth_clients" VALUES(22,'00000022','secret a "quote"','redirect_uri %s');
INSERT INTO "oauth_clients" VALUES(23,NULL,'secret ',NULL);
INSERT INTO "oauth_clients" VALUES(24,'00000024','secret it''s 100% sure','redirect_uri 日本');
CREATE TABLE oauth_codes (
	id INTEGER NOT NULL, 
	client_id VARCHAR(255), 
	code VARCHAR(36), 
	expires_at INTEGER, 
	redirect_uri VARCHAR(1023), 
	user_id INTEGER, 
	PRIMARY KEY (id), 
	FOREIGN KEY(user_id) REFERENCES users (id) ON DELETE CASCADE
);
INSERT INTO "oauth_codes" VALUES(1,'client_id ','code it''s 100% sure',0,'redirect_uri 日本',NULL);
INSERT INTO "oauth_codes" VALUES(2,'client_id 日本','code 日本',0,'redirect_uri Alpha',19);
INSERT INTO "oauth_codes" VALUES(3,NULL,NULL,16384,'redirect_uri it''s 100% sure',4);
INSERT INTO "oauth_codes" VALUES(4,'client_id back\slash',NULL,NULL,NULL,5);
INSERT INTO "oauth_codes" VALUES(5,'client_id ','code back\slash',NULL,'redirect_uri 日本',NULL);
INSERT INTO "oauth_codes" VALUES(6,'client_id a "quote"','code alpha',1,'redirect_uri two
lines',NULL);
INSERT INTO "oauth_codes" VALUES(7,'client_id it''s 100% sure','code Zoë :name',16384,'redirect_uri a "quote"',16);
INSERT INTO "oauth_codes" VALUES(8,'client_id Zoë :name','code %s',0,'redirect_uri alpha',15);
INSERT INTO "oauth_codes" VALUES(9,NULL,NULL,1,'redirect_uri back\slash',23);
INSERT INTO "oauth_codes" VALUES(10,'client_id Zoë :name','code a "quote"',1,NULL,NULL);
INSERT INTO "oauth_codes" VALUES(11,'client_id Zoë :name','code it''s 100% sure',16384,'redirect_uri Zoë :name',NULL);
INSERT INTO "oauth_codes" VALUES(12,'client_id ','code 日本',0,'redirect_uri Zoë :name',18);
INSERT INTO "oauth_codes" VALUES(13,'client_id %s','code a "quote"',0,'redirect_uri 日本',22);
INSERT INTO "oauth_codes" VALUES(14,'client_id Zoë :name','code Alpha',NULL,NULL,14);
INSERT INTO "oauth_codes" VALUES(15,NULL,'code ',NULL,'redirect_uri two
lines',4);
INSERT INTO "oauth_codes" VALUES(16,'client_id %s','code %s',1,'redirect_uri it''s 100% sure',24);
INSERT INTO "oauth_codes" VALUES(17,'client_id alpha','code ',0,NULL,21);
INSERT INTO "oauth_codes" VALUES(18,'client_id two
lines','code Alpha',17,'redirect_uri alpha',17);
INSERT INTO "oauth_codes" VALUES(19,'client_id two
lines','code back\slash',16384,'redirect_uri two
lines',18);
INSERT INTO "oauth_codes" VALUES(20,NULL,'code back\slash',16384,'redirect_uri Zoë :name',NULL);
INSERT INTO "oauth_codes" VALUES(21,'client_id ','code ',1,'redirect_uri a "quote"',11);
INSERT INTO "oauth_codes" VALUES(22,'client_id Alpha','code alpha',NULL,'redirect_uri Zoë :name',3);
INSERT INTO "oauth_codes" VALUES(23,'client_id a "quote"','code back\slash',1,'redirect_uri a "quote"',NULL);
INSERT INTO "oauth_codes" VALUES(24,'client_id ','code Zoë :name',1,NULL,2);
CREATE TABLE servers (
	id INTEGER NOT NULL, 
	proto VARCHAR(15), 
	ip VARCHAR(255), 
	port INTEGER, 
	base_url VARCHAR(255), 
	cookie_name VARCHAR(255), 
	PRIMARY KEY (id)
);
INSERT INTO "servers" VALUES(1,'00000001','ip a "quote"',1,NULL,'cookie_name %s');
INSERT INTO "servers" VALUES(2,'00000002',NULL,1,NULL,'cookie_name Zoë :name');
INSERT INTO "servers" VALUES(3,'00000003','ip a "quote"',16384,NULL,'cookie_name 日本');
INSERT INTO "servers" VALUES(4,'00000004','ip Zoë :name',0,NULL,'cookie_name a "quote"');
INSERT INTO "servers" VALUES(5,'00000005','ip a "quote"',NULL,'base_url %s','cookie_name ');
INSERT INTO "servers" VALUES(6,'00000006','ip a "quote"',16384,NULL,'cookie_name alpha');
INSERT INTO "servers" VALUES(7,'00000007',NULL,NULL,'base_url ','cookie_name it''s 100% sure');
INSERT INTO "servers" VALUES(8,NULL,'ip two
lines',NULL,NULL,'cookie_name %s');
INSERT INTO "servers" VALUES(9,'00000009','ip it''s 100% sure',NULL,'base_url ','cookie_name it''s 100% sure');
INSERT INTO "servers" VALUES(10,'00000010','ip %s',0,'base_url Zoë :name','cookie_name 日本');
INSERT INTO "servers" VALUES(11,'00000011','ip 日本',10,NULL,'cookie_name back\slash');
INSERT INTO "servers" VALUES(12,'00000012','ip a "quote"',NULL,'base_url two
lines','cookie_name ');
INSERT INTO "servers" VALUES(13,NULL,'ip alpha',12,NULL,'cookie_name Zoë :name');
INSERT INTO "servers" VALUES(14,NULL,NULL,0,'base_url alpha','cookie_name 日本');
INSERT INTO "servers" VALUES(15,'00000015','ip a "quote"',1,NULL,NULL);
INSERT INTO "servers" VALUES(16,'00000016','ip %s',0,'base_url Alpha','cookie_name ');
INSERT INTO "servers" VALUES(17,NULL,'ip 日本',NULL,'base_url it''s 100% sure','cookie_name ');
INSERT INTO "servers" VALUES(18,'00000018','ip Zoë :name',0,NULL,NULL);
INSERT INTO "servers" VALUES(19,'00000019','ip two
lines',0,'base_url alpha','cookie_name alpha');
INSERT INTO "servers" VALUES(20,'00000020','ip Zoë :name',0,'base_url Alpha','cookie_name two
lines');
INSERT INTO "servers" VALUES(21,'00000021','ip a "quote"',0,'base_url back\slash','cookie_name Zoë :name');
INSERT INTO "servers" VALUES(22,'00000022',NULL,0,NULL,'cookie_name 日本');
INSERT INTO "servers" VALUES(23,'00000023',NULL,22,'base_url alpha','cookie_name a "quote"');
INSERT INTO "servers" VALUES(24,'00000024','ip two
lines',16384,NULL,'cookie_name Zoë :name');
CREATE TABLE services (
	id INTEGER NOT NULL, 
	name VARCHAR(255), 
	admin BOOLEAN, 
	_server_id INTEGER, 
	pid INTEGER, 
	PRIMARY KEY (id), 
	UNIQUE (name), 
	CHECK (admin IN (0, 1)), 
	FOREIGN KEY(_server_id) REFERENCES servers (id) ON DELETE SET NULL
);
INSERT INTO "services" VALUES(1,'00000001',0,7,1);
INSERT INTO "services" VALUES(2,'00000002',1,3,NULL);
INSERT INTO "services" VALUES(3,'00000003',0,8,16384);
INSERT INTO "services" VALUES(4,'00000004',0,NULL,3);
INSERT INTO "services" VALUES(5,'00000005',1,18,0);
INSERT INTO "services" VALUES(6,'00000006',1,5,0);
INSERT INTO "services" VALUES(7,'00000007',1,24,6);
INSERT INTO "services" VALUES(8,'00000008',0,7,16384);
INSERT INTO "services" VALUES(9,'00000009',1,NULL,0);
INSERT INTO "services" VALUES(10,'00000010',1,17,9);
INSERT INTO "services" VALUES(11,NULL,NULL,NULL,1);
INSERT INTO "services" VALUES(12,NULL,1,13,16384);
INSERT INTO "services" VALUES(13,'00000013',1,13,NULL);
INSERT INTO "services" VALUES(14,'00000014',1,NULL,1);
INSERT INTO "services" VALUES(15,'00000015',0,8,0);
INSERT INTO "services" VALUES(16,'00000016',NULL,21,15);
INSERT INTO "services" VALUES(17,NULL,0,4,16384);
INSERT INTO "services" VALUES(18,NULL,0,3,1);
INSERT INTO "services" VALUES(19,NULL,0,NULL,NULL);
INSERT INTO "services" VALUES(20,'00000020',1,3,NULL);
INSERT INTO "services" VALUES(21,'00000021',NULL,9,20);
INSERT INTO "services" VALUES(22,NULL,0,3,NULL);
INSERT INTO "services" VALUES(23,'00000023',1,NULL,0);
INSERT INTO "services" VALUES(24,'00000024',NULL,8,NULL);
CREATE TABLE spawners (
	id INTEGER NOT NULL, 
	user_id INTEGER, 
	server_id INTEGER, 
	state TEXT, 
	name VARCHAR(255), 
	last_activity DATETIME, 
	PRIMARY KEY (id), 
	FOREIGN KEY(user_id) REFERENCES users (id) ON DELETE CASCADE, 
	FOREIGN KEY(server_id) REFERENCES servers (id) ON DELETE SET NULL
);
INSERT INTO "spawners" VALUES(1,NULL,9,'{"row": 0, "text": "it''s"}',NULL,'2019-03-01 08:30:15.120000');
INSERT INTO "spawners" VALUES(2,14,21,'{"row": 1, "text": "it''s"}','name 日本',NULL);
INSERT INTO "spawners" VALUES(3,3,9,'{"row": 2, "text": "it''s"}','name 日本',NULL);
INSERT INTO "spawners" VALUES(4,21,23,NULL,'name Alpha','2019-03-05 05:30:15.120000');
INSERT INTO "spawners" VALUES(5,9,NULL,NULL,'name it''s 100% sure','2019-03-06 12:30:15.120000');
INSERT INTO "spawners" VALUES(6,20,7,'{"row": 5, "text": "it''s"}','name it''s 100% sure','2019-03-07 19:30:15.120000');
INSERT INTO "spawners" VALUES(7,NULL,5,'{"row": 6, "text": "it''s"}','name %s','2019-03-09 02:30:15.120000');
INSERT INTO "spawners" VALUES(8,NULL,NULL,'{"row": 7, "text": "it''s"}','name back\slash',NULL);
INSERT INTO "spawners" VALUES(9,3,11,'{"row": 8, "text": "it''s"}',NULL,'2019-03-11 16:30:15.120000');
INSERT INTO "spawners" VALUES(10,23,17,'{"row": 9, "text": "it''s"}','name a "quote"','2019-03-12 23:30:15.120000');
INSERT INTO "spawners" VALUES(11,NULL,21,'{"row": 10, "text": "it''s"}','name Alpha',NULL);
INSERT INTO "spawners" VALUES(12,NULL,12,'{"row": 11, "text": "it''s"}','name alpha','2019-03-15 13:30:15.120000');
INSERT INTO "spawners" VALUES(13,20,NULL,'{"row": 12, "text": "it''s"}','name back\slash','2019-03-16 20:30:15.120000');
INSERT INTO "spawners" VALUES(14,9,9,'{"row": 13, "text": "it''s"}',NULL,'2019-03-18 03:30:15.120000');
INSERT INTO "spawners" VALUES(15,21,5,'{"row": 14, "text": "it''s"}','name Alpha','2019-03-19 10:30:15.120000');
INSERT INTO "spawners" VALUES(16,11,NULL,'{"row": 15, "text": "it''s"}','name ','2019-03-20 17:30:15.120000');
INSERT INTO "spawners" VALUES(17,4,17,'{"row": 16, "text": "it''s"}','name back\slash','2019-03-22 00:30:15.120000');
INSERT INTO "spawners" VALUES(18,7,NULL,'{"row": 17, "text": "it''s"}',NULL,'2019-03-23 07:30:15.120000');
INSERT INTO "spawners" VALUES(19,1,NULL,NULL,'name alpha','2019-03-24 14:30:15.120000');
INSERT INTO "spawners" VALUES(20,4,10,'{"row": 19, "text": "it''s"}','name two
lines',NULL);
INSERT INTO "spawners" VALUES(21,16,6,'{"row": 20, "text": "it''s"}','name Alpha','2019-03-27 04:30:15.120000');
INSERT INTO "spawners" VALUES(22,13,7,NULL,'name %s','2019-03-28 11:30:15.120000');
INSERT INTO "spawners" VALUES(23,23,NULL,'{"row": 22, "text": "it''s"}',NULL,'2019-03-29 18:30:15.120000');
INSERT INTO "spawners" VALUES(24,19,9,NULL,'name Alpha','2019-03-31 01:30:15.120000');
CREATE TABLE user_group_map (
	user_id INTEGER NOT NULL, 
	group_id INTEGER NOT NULL, 
	PRIMARY KEY (user_id, group_id), 
	FOREIGN KEY(user_id) REFERENCES users (id), 
	FOREIGN KEY(group_id) REFERENCES groups (id)
);
INSERT INTO "user_group_map" VALUES(18,12);
INSERT INTO "user_group_map" VALUES(7,21);
INSERT INTO "user_group_map" VALUES(9,6);
INSERT INTO "user_group_map" VALUES(18,19);
INSERT INTO "user_group_map" VALUES(24,2);
INSERT INTO "user_group_map" VALUES(8,19);
INSERT INTO "user_group_map" VALUES(10,6);
INSERT INTO "user_group_map" VALUES(13,8);
INSERT INTO "user_group_map" VALUES(1,9);
INSERT INTO "user_group_map" VALUES(17,23);
INSERT INTO "user_group_map" VALUES(23,13);
INSERT INTO "user_group_map" VALUES(13,21);
INSERT INTO "user_group_map" VALUES(3,20);
INSERT INTO "user_group_map" VALUES(5,15);
INSERT INTO "user_group_map" VALUES(22,14);
INSERT INTO "user_group_map" VALUES(2,15);
INSERT INTO "user_group_map" VALUES(5,3);
INSERT INTO "user_group_map" VALUES(8,16);
INSERT INTO "user_group_map" VALUES(23,17);
INSERT INTO "user_group_map" VALUES(17,11);
INSERT INTO "user_group_map" VALUES(15,4);
INSERT INTO "user_group_map" VALUES(16,13);
INSERT INTO "user_group_map" VALUES(2,17);
INSERT INTO "user_group_map" VALUES(20,16);
CREATE TABLE users (
	id INTEGER NOT NULL, 
	name VARCHAR(255), 
	admin BOOLEAN, 
	last_activity DATETIME, 
	cookie_id VARCHAR(255) NOT NULL, 
	state TEXT, 
	encrypted_auth_state BLOB, 
	PRIMARY KEY (id), 
	UNIQUE (name), 
	CHECK (admin IN (0, 1)), 
	UNIQUE (cookie_id)
);
INSERT INTO "users" VALUES(1,'00000001',NULL,'2019-03-01 08:30:15.120000','00000001','{"row": 0, "text": "it''s"}',X'0000FF27');
INSERT INTO "users" VALUES(2,'00000002',0,'2019-03-02 15:30:15.120000','00000002','{"row": 1, "text": "it''s"}',X'0100FF27');
INSERT INTO "users" VALUES(3,'00000003',0,NULL,'00000003','{"row": 2, "text": "it''s"}',X'0200FF27');
INSERT INTO "users" VALUES(4,NULL,0,'2019-03-05 05:30:15.120000','00000004',NULL,NULL);
INSERT INTO "users" VALUES(5,'00000005',1,'2019-03-06 12:30:15.120000','00000005','{"row": 4, "text": "it''s"}',X'0400FF27');
INSERT INTO "users" VALUES(6,NULL,0,'2019-03-07 19:30:15.120000','00000006','{"row": 5, "text": "it''s"}',X'0500FF27');
INSERT INTO "users" VALUES(7,'00000007',1,'2019-03-09 02:30:15.120000','00000007','{"row": 6, "text": "it''s"}',X'0600FF27');
INSERT INTO "users" VALUES(8,'00000008',1,'2019-03-10 09:30:15.120000','00000008','{"row": 7, "text": "it''s"}',X'0700FF27');
INSERT INTO "users" VALUES(9,'00000009',0,NULL,'00000009','{"row": 8, "text": "it''s"}',X'0800FF27');
INSERT INTO "users" VALUES(10,'00000010',1,NULL,'00000010',NULL,X'0900FF27');
INSERT INTO "users" VALUES(11,'00000011',0,'2019-03-14 06:30:15.120000','00000011',NULL,X'0A00FF27');
INSERT INTO "users" VALUES(12,'00000012',NULL,'2019-03-15 13:30:15.120000','00000012','{"row": 11, "text": "it''s"}',X'0B00FF27');
INSERT INTO "users" VALUES(13,'00000013',0,'2019-03-16 20:30:15.120000','00000013','{"row": 12, "text": "it''s"}',X'0C00FF27');
INSERT INTO "users" VALUES(14,NULL,NULL,'2019-03-18 03:30:15.120000','00000014',NULL,X'0D00FF27');
INSERT INTO "users" VALUES(15,NULL,0,'2019-03-19 10:30:15.120000','00000015','{"row": 14, "text": "it''s"}',X'0E00FF27');
INSERT INTO "users" VALUES(16,'00000016',0,'2019-03-20 17:30:15.120000','00000016',NULL,X'0F00FF27');
INSERT INTO "users" VALUES(17,'00000017',0,NULL,'00000017','{"row": 16, "text": "it''s"}',NULL);
INSERT INTO "users" VALUES(18,'00000018',0,'2019-03-23 07:30:15.120000','00000018','{"row": 17, "text": "it''s"}',X'1100FF27');
INSERT INTO "users" VALUES(19,'00000019',0,NULL,'00000019','{"row": 18, "text": "it''s"}',X'1200FF27');
INSERT INTO "users" VALUES(20,'00000020',1,'2019-03-25 21:30:15.120000','00000020','{"row": 19, "text": "it''s"}',NULL);
INSERT INTO "users" VALUES(21,'00000021',0,'2019-03-27 04:30:15.120000','00000021','{"row": 20, "text": "it''s"}',X'1400FF27');
INSERT INTO "users" VALUES(22,'00000022',0,'2019-03-28 11:30:15.120000','00000022','{"row": 21, "text": "it''s"}',X'1500FF27');
INSERT INTO "users" VALUES(23,NULL,0,'2019-03-29 18:30:15.120000','00000023','{"row": 22, "text": "it''s"}',X'1600FF27');
INSERT INTO "users" VALUES(24,NULL,1,'2019-03-31 01:30:15.120000','00000024','{"row": 23, "text": "it''s"}',X'1700FF27');
CREATE INDEX ix_oauth_access_tokens_prefix ON oauth_access_tokens (prefix);
CREATE INDEX ix_api_tokens_prefix ON api_tokens (prefix);
COMMIT;
