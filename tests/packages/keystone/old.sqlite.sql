BEGIN TRANSACTION;
CREATE TABLE access_token (
	id VARCHAR(64) NOT NULL, 
	access_secret VARCHAR(64) NOT NULL, 
	authorizing_user_id VARCHAR(64) NOT NULL, 
	project_id VARCHAR(64) NOT NULL, 
	role_ids TEXT NOT NULL, 
	consumer_id VARCHAR(64) NOT NULL, 
	expires_at VARCHAR(64), 
	PRIMARY KEY (id), 
	FOREIGN KEY(consumer_id) REFERENCES consumer (id)
);
INSERT INTO "access_token" VALUES('00000001','access_secret 日本','authorizing_user_id 日本','project_id 日本','role_ids alpha','00000012',NULL);
INSERT INTO "access_token" VALUES('00000002','access_secret it''s 100% sure','authorizing_user_id ','project_id Zoë :name','role_ids a "quote"','00000005','expires_at %s');
INSERT INTO "access_token" VALUES('00000003','access_secret a "quote"','authorizing_user_id ','project_id it''s 100% sure','role_ids ','00000004','expires_at it''s 100% sure');
INSERT INTO "access_token" VALUES('00000004','access_secret a "quote"','authorizing_user_id it''s 100% sure','project_id back\slash','role_ids 日本','00000008','expires_at two
lines');
INSERT INTO "access_token" VALUES('00000005','access_secret ','authorizing_user_id it''s 100% sure','project_id 日本','role_ids a "quote"','00000022','expires_at a "quote"');
INSERT INTO "access_token" VALUES('00000006','access_secret Zoë :name','authorizing_user_id Zoë :name','project_id alpha','role_ids it''s 100% sure','00000005','expires_at %s');
INSERT INTO "access_token" VALUES('00000007','access_secret a "quote"','authorizing_user_id two
lines','project_id a "quote"','role_ids Zoë :name','00000008',NULL);
INSERT INTO "access_token" VALUES('00000008','access_secret two
lines','authorizing_user_id Alpha','project_id two
lines','role_ids %s','00000023','expires_at back\slash');
INSERT INTO "access_token" VALUES('00000009','access_secret ','authorizing_user_id 日本','project_id Zoë :name','role_ids it''s 100% sure','00000015','expires_at it''s 100% sure');
INSERT INTO "access_token" VALUES('00000010','access_secret Zoë :name','authorizing_user_id 日本','project_id a "quote"','role_ids back\slash','00000010','expires_at two
lines');
INSERT INTO "access_token" VALUES('00000011','access_secret back\slash','authorizing_user_id a "quote"','project_id Zoë :name','role_ids a "quote"','00000023','expires_at ');
INSERT INTO "access_token" VALUES('00000012','access_secret 日本','authorizing_user_id a "quote"','project_id two
lines','role_ids Zoë :name','00000014','expires_at Alpha');
INSERT INTO "access_token" VALUES('00000013','access_secret ','authorizing_user_id it''s 100% sure','project_id a "quote"','role_ids alpha','00000020','expires_at ');
INSERT INTO "access_token" VALUES('00000014','access_secret 日本','authorizing_user_id a "quote"','project_id Zoë :name','role_ids Alpha','00000002','expires_at two
lines');
INSERT INTO "access_token" VALUES('00000015','access_secret %s','authorizing_user_id %s','project_id %s','role_ids Alpha','00000015','expires_at %s');
INSERT INTO "access_token" VALUES('00000016','access_secret Zoë :name','authorizing_user_id two
lines','project_id two
lines','role_ids 日本','00000019','expires_at 日本');
INSERT INTO "access_token" VALUES('00000017','access_secret %s','authorizing_user_id Zoë :name','project_id back\slash','role_ids back\slash','00000017','expires_at Zoë :name');
INSERT INTO "access_token" VALUES('00000018','access_secret ','authorizing_user_id 日本','project_id two
lines','role_ids alpha','00000018','expires_at Zoë :name');
INSERT INTO "access_token" VALUES('00000019','access_secret two
lines','authorizing_user_id a "quote"','project_id alpha','role_ids Alpha','00000005','expires_at a "quote"');
INSERT INTO "access_token" VALUES('00000020','access_secret Alpha','authorizing_user_id 日本','project_id %s','role_ids 日本','00000017',NULL);
INSERT INTO "access_token" VALUES('00000021','access_secret back\slash','authorizing_user_id ','project_id back\slash','role_ids a "quote"','00000020','expires_at Zoë :name');
INSERT INTO "access_token" VALUES('00000022','access_secret Alpha','authorizing_user_id %s','project_id ','role_ids a "quote"','00000001','expires_at back\slash');
INSERT INTO "access_token" VALUES('00000023','access_secret back\slash','authorizing_user_id 日本','project_id %s','role_ids alpha','00000007','expires_at %s');
INSERT INTO "access_token" VALUES('00000024','access_secret %s','authorizing_user_id ','project_id ','role_ids Zoë :name','00000008','expires_at Alpha');
CREATE TABLE application_credential (
	internal_id INTEGER NOT NULL, 
	id VARCHAR(64) NOT NULL, 
	name VARCHAR(255) NOT NULL, 
	secret_hash VARCHAR(255) NOT NULL, 
	description TEXT, 
	user_id VARCHAR(64) NOT NULL, 
	project_id VARCHAR(64), 
	system VARCHAR(64), 
	expires_at BIGINT, 
	unrestricted BOOLEAN, 
	PRIMARY KEY (internal_id), 
	CONSTRAINT duplicate_app_cred_constraint UNIQUE (name, user_id), 
	CHECK (unrestricted IN (0, 1))
);
INSERT INTO "application_credential" VALUES(1,'id it''s 100% sure','00000001','secret_hash back\slash',NULL,'00000001',NULL,NULL,0,0);
INSERT INTO "application_credential" VALUES(2,'id alpha','00000002','secret_hash 日本','description Zoë :name','00000002','project_id 日本','system two
lines',1,NULL);
INSERT INTO "application_credential" VALUES(3,'id alpha','00000003','secret_hash ','description a "quote"','00000003','project_id 日本','system two
lines',0,1);
INSERT INTO "application_credential" VALUES(4,'id two
lines','00000004','secret_hash 日本','description it''s 100% sure','00000004',NULL,'system back\slash',3,1);
INSERT INTO "application_credential" VALUES(5,'id Zoë :name','00000005','secret_hash ',NULL,'00000005','project_id Zoë :name','system Alpha',NULL,1);
INSERT INTO "application_credential" VALUES(6,'id Alpha','00000006','secret_hash ','description alpha','00000006',NULL,'system Zoë :name',1,1);
INSERT INTO "application_credential" VALUES(7,'id it''s 100% sure','00000007','secret_hash ',NULL,'00000007','project_id 日本',NULL,1,NULL);
INSERT INTO "application_credential" VALUES(8,'id %s','00000008','secret_hash Alpha','description it''s 100% sure','00000008','project_id a "quote"','system ',1,0);
INSERT INTO "application_credential" VALUES(9,'id ','00000009','secret_hash ',NULL,'00000009','project_id 日本',NULL,0,1);
INSERT INTO "application_credential" VALUES(10,'id Zoë :name','00000010','secret_hash 日本',NULL,'00000010','project_id alpha',NULL,1099511627776,NULL);
INSERT INTO "application_credential" VALUES(11,'id 日本','00000011','secret_hash a "quote"','description Alpha','00000011','project_id alpha','system 日本',1099511627776,1);
INSERT INTO "application_credential" VALUES(12,'id alpha','00000012','secret_hash %s','description it''s 100% sure','00000012','project_id 日本','system %s',11,0);
INSERT INTO "application_credential" VALUES(13,'id Alpha','00000013','secret_hash back\slash','description Zoë :name','00000013','project_id alpha','system 日本',NULL,NULL);
INSERT INTO "application_credential" VALUES(14,'id ','00000014','secret_hash Zoë :name','description 日本','00000014',NULL,'system Zoë :name',NULL,0);
INSERT INTO "application_credential" VALUES(15,'id it''s 100% sure','00000015','secret_hash it''s 100% sure','description it''s 100% sure','00000015',NULL,NULL,0,0);
INSERT INTO "application_credential" VALUES(16,'id two
lines','00000016','secret_hash ',NULL,'00000016',NULL,'system Alpha',1,NULL);
INSERT INTO "application_credential" VALUES(17,'id two
lines','00000017','secret_hash two
lines','description Zoë :name','00000017','project_id a "quote"',NULL,1099511627776,0);
INSERT INTO "application_credential" VALUES(18,'id Zoë :name','00000018','secret_hash %s','description alpha','00000018',NULL,'system %s',1,1);
INSERT INTO "application_credential" VALUES(19,'id Alpha','00000019','secret_hash two
lines',NULL,'00000019',NULL,'system ',1,0);
INSERT INTO "application_credential" VALUES(20,'id it''s 100% sure','00000020','secret_hash back\slash','description it''s 100% sure','00000020','project_id Zoë :name','system alpha',1,NULL);
INSERT INTO "application_credential" VALUES(21,'id Zoë :name','00000021','secret_hash Alpha','description Alpha','00000021',NULL,'system it''s 100% sure',20,1);
INSERT INTO "application_credential" VALUES(22,'id alpha','00000022','secret_hash a "quote"','description %s','00000022','project_id Zoë :name','system it''s 100% sure',1,0);
INSERT INTO "application_credential" VALUES(23,'id ','00000023','secret_hash a "quote"','description 日本','00000023','project_id alpha',NULL,1,1);
INSERT INTO "application_credential" VALUES(24,'id 日本','00000024','secret_hash ','description ','00000024',NULL,'system it''s 100% sure',1099511627776,0);
CREATE TABLE application_credential_role (
	application_credential_id INTEGER NOT NULL, 
	role_id VARCHAR(64) NOT NULL, 
	PRIMARY KEY (application_credential_id, role_id), 
	FOREIGN KEY(application_credential_id) REFERENCES application_credential (internal_id) ON DELETE cascade
);
INSERT INTO "application_credential_role" VALUES(8,'00000001');
INSERT INTO "application_credential_role" VALUES(3,'00000002');
INSERT INTO "application_credential_role" VALUES(9,'00000003');
INSERT INTO "application_credential_role" VALUES(12,'00000004');
INSERT INTO "application_credential_role" VALUES(2,'00000005');
INSERT INTO "application_credential_role" VALUES(2,'00000006');
INSERT INTO "application_credential_role" VALUES(23,'00000007');
INSERT INTO "application_credential_role" VALUES(3,'00000008');
INSERT INTO "application_credential_role" VALUES(9,'00000009');
INSERT INTO "application_credential_role" VALUES(16,'00000010');
INSERT INTO "application_credential_role" VALUES(12,'00000011');
INSERT INTO "application_credential_role" VALUES(3,'00000012');
INSERT INTO "application_credential_role" VALUES(9,'00000013');
INSERT INTO "application_credential_role" VALUES(21,'00000014');
INSERT INTO "application_credential_role" VALUES(17,'00000015');
INSERT INTO "application_credential_role" VALUES(1,'00000016');
INSERT INTO "application_credential_role" VALUES(6,'00000017');
INSERT INTO "application_credential_role" VALUES(24,'00000018');
INSERT INTO "application_credential_role" VALUES(3,'00000019');
INSERT INTO "application_credential_role" VALUES(20,'00000020');
INSERT INTO "application_credential_role" VALUES(21,'00000021');
INSERT INTO "application_credential_role" VALUES(19,'00000022');
INSERT INTO "application_credential_role" VALUES(18,'00000023');
INSERT INTO "application_credential_role" VALUES(1,'00000024');
CREATE TABLE assignment (
	type VARCHAR(12) NOT NULL, 
	actor_id VARCHAR(64) NOT NULL, 
	target_id VARCHAR(64) NOT NULL, 
	role_id VARCHAR(64) NOT NULL, 
	inherited BOOLEAN NOT NULL, 
	PRIMARY KEY (type, actor_id, target_id, role_id, inherited), 
	CONSTRAINT type CHECK (type IN ('UserProject', 'GroupProject', 'UserDomain', 'GroupDomain')), 
	CHECK (inherited IN (0, 1))
);
INSERT INTO "assignment" VALUES('UserDomain','00000001','00000001','00000001',0);
INSERT INTO "assignment" VALUES('GroupProject','00000002','00000002','00000002',1);
INSERT INTO "assignment" VALUES('UserProject','00000003','00000003','00000003',1);
INSERT INTO "assignment" VALUES('UserDomain','00000004','00000004','00000004',0);
INSERT INTO "assignment" VALUES('GroupDomain','00000005','00000005','00000005',1);
INSERT INTO "assignment" VALUES('GroupDomain','00000006','00000006','00000006',1);
INSERT INTO "assignment" VALUES('GroupDomain','00000007','00000007','00000007',1);
INSERT INTO "assignment" VALUES('UserDomain','00000008','00000008','00000008',1);
INSERT INTO "assignment" VALUES('UserProject','00000009','00000009','00000009',1);
INSERT INTO "assignment" VALUES('UserProject','00000010','00000010','00000010',0);
INSERT INTO "assignment" VALUES('UserDomain','00000011','00000011','00000011',1);
INSERT INTO "assignment" VALUES('UserDomain','00000012','00000012','00000012',1);
INSERT INTO "assignment" VALUES('GroupDomain','00000013','00000013','00000013',0);
INSERT INTO "assignment" VALUES('GroupDomain','00000014','00000014','00000014',0);
INSERT INTO "assignment" VALUES('UserProject','00000015','00000015','00000015',1);
INSERT INTO "assignment" VALUES('UserProject','00000016','00000016','00000016',1);
INSERT INTO "assignment" VALUES('GroupProject','00000017','00000017','00000017',1);
INSERT INTO "assignment" VALUES('GroupProject','00000018','00000018','00000018',0);
INSERT INTO "assignment" VALUES('GroupDomain','00000019','00000019','00000019',1);
INSERT INTO "assignment" VALUES('GroupProject','00000020','00000020','00000020',0);
INSERT INTO "assignment" VALUES('UserDomain','00000021','00000021','00000021',1);
INSERT INTO "assignment" VALUES('GroupDomain','00000022','00000022','00000022',0);
INSERT INTO "assignment" VALUES('GroupDomain','00000023','00000023','00000023',0);
INSERT INTO "assignment" VALUES('GroupProject','00000024','00000024','00000024',0);
CREATE TABLE config_register (
	type VARCHAR(64) NOT NULL, 
	domain_id VARCHAR(64) NOT NULL, 
	PRIMARY KEY (type)
);
INSERT INTO "config_register" VALUES('00000001','domain_id back\slash');
INSERT INTO "config_register" VALUES('00000002','domain_id %s');
INSERT INTO "config_register" VALUES('00000003','domain_id 日本');
INSERT INTO "config_register" VALUES('00000004','domain_id two
lines');
INSERT INTO "config_register" VALUES('00000005','domain_id it''s 100% sure');
INSERT INTO "config_register" VALUES('00000006','domain_id 日本');
INSERT INTO "config_register" VALUES('00000007','domain_id Alpha');
INSERT INTO "config_register" VALUES('00000008','domain_id alpha');
INSERT INTO "config_register" VALUES('00000009','domain_id %s');
INSERT INTO "config_register" VALUES('00000010','domain_id %s');
INSERT INTO "config_register" VALUES('00000011','domain_id alpha');
INSERT INTO "config_register" VALUES('00000012','domain_id it''s 100% sure');
INSERT INTO "config_register" VALUES('00000013','domain_id ');
INSERT INTO "config_register" VALUES('00000014','domain_id alpha');
INSERT INTO "config_register" VALUES('00000015','domain_id %s');
INSERT INTO "config_register" VALUES('00000016','domain_id two
lines');
INSERT INTO "config_register" VALUES('00000017','domain_id two
lines');
INSERT INTO "config_register" VALUES('00000018','domain_id %s');
INSERT INTO "config_register" VALUES('00000019','domain_id %s');
INSERT INTO "config_register" VALUES('00000020','domain_id it''s 100% sure');
INSERT INTO "config_register" VALUES('00000021','domain_id Zoë :name');
INSERT INTO "config_register" VALUES('00000022','domain_id a "quote"');
INSERT INTO "config_register" VALUES('00000023','domain_id Alpha');
INSERT INTO "config_register" VALUES('00000024','domain_id Alpha');
CREATE TABLE consumer (
	id VARCHAR(64) NOT NULL, 
	description VARCHAR(64), 
	secret VARCHAR(64) NOT NULL, 
	extra TEXT NOT NULL, 
	PRIMARY KEY (id)
);
INSERT INTO "consumer" VALUES('00000001','description ','secret Zoë :name','{"row": 0, "text": "it''s"}');
INSERT INTO "consumer" VALUES('00000002','description a "quote"','secret back\slash','{"row": 1, "text": "it''s"}');
INSERT INTO "consumer" VALUES('00000003','description ','secret back\slash','{"row": 2, "text": "it''s"}');
INSERT INTO "consumer" VALUES('00000004','description Zoë :name','secret back\slash','{"row": 3, "text": "it''s"}');
INSERT INTO "consumer" VALUES('00000005',NULL,'secret Alpha','{"row": 4, "text": "it''s"}');
INSERT INTO "consumer" VALUES('00000006','description two
lines','secret alpha','{"row": 5, "text": "it''s"}');
INSERT INTO "consumer" VALUES('00000007','description Alpha','secret it''s 100% sure','{"row": 6, "text": "it''s"}');
INSERT INTO "consumer" VALUES('00000008','description two
lines','secret Alpha','{"row": 7, "text": "it''s"}');
INSERT INTO "consumer" VALUES('00000009','description ','secret 日本','{"row": 8, "text": "it''s"}');
INSERT INTO "consumer" VALUES('00000010','description %s','secret back\slash','{"row": 9, "text": "it''s"}');
INSERT INTO "consumer" VALUES('00000011',NULL,'secret it''s 100% sure','{"row": 10, "text": "it''s"}');
INSERT INTO "consumer" VALUES('00000012',NULL,'secret %s','{"row": 11, "text": "it''s"}');
INSERT INTO "consumer" VALUES('00000013','description a "quote"','secret it''s 100% sure','{"row": 12, "text": "it''s"}');
INSERT INTO "consumer" VALUES('00000014','description Alpha','secret alpha','{"row": 13, "text": "it''s"}');
INSERT INTO "consumer" VALUES('00000015','description ','secret alpha','{"row": 14, "text": "it''s"}');
INSERT INTO "consumer" VALUES('00000016','description a "quote"','secret Alpha','{"row": 15, "text": "it''s"}');
INSERT INTO "consumer" VALUES('00000017','description two
lines','secret two
lines','{"row": 16, "text": "it''s"}');
INSERT INTO "consumer" VALUES('00000018',NULL,'secret back\slash','{"row": 17, "text": "it''s"}');
INSERT INTO "consumer" VALUES('00000019','description it''s 100% sure','secret ','{"row": 18, "text": "it''s"}');
INSERT INTO "consumer" VALUES('00000020','description Alpha','secret Alpha','{"row": 19, "text": "it''s"}');
INSERT INTO "consumer" VALUES('00000021','description a "quote"','secret back\slash','{"row": 20, "text": "it''s"}');
INSERT INTO "consumer" VALUES('00000022','description %s','secret two
lines','{"row": 21, "text": "it''s"}');
INSERT INTO "consumer" VALUES('00000023','description two
lines','secret alpha','{"row": 22, "text": "it''s"}');
INSERT INTO "consumer" VALUES('00000024','description 日本','secret %s','{"row": 23, "text": "it''s"}');
CREATE TABLE credential (
	id VARCHAR(64) NOT NULL, 
	user_id VARCHAR(64) NOT NULL, 
	project_id VARCHAR(64), 
	encrypted_blob TEXT, 
	type VARCHAR(255) NOT NULL, 
	key_hash VARCHAR(64), 
	extra TEXT, 
	PRIMARY KEY (id)
);
INSERT INTO "credential" VALUES('00000001','user_id two
lines','project_id ','encrypted_blob back\slash','type 日本','key_hash a "quote"','{"row": 0, "text": "it''s"}');
INSERT INTO "credential" VALUES('00000002','user_id it''s 100% sure',NULL,'encrypted_blob alpha','type Alpha','key_hash Zoë :name','{"row": 1, "text": "it''s"}');
INSERT INTO "credential" VALUES('00000003','user_id Zoë :name','project_id ','encrypted_blob %s','type 日本','key_hash a "quote"',NULL);
INSERT INTO "credential" VALUES('00000004','user_id a "quote"',NULL,'encrypted_blob a "quote"','type Zoë :name',NULL,'{"row": 3, "text": "it''s"}');
INSERT INTO "credential" VALUES('00000005','user_id ','project_id %s','encrypted_blob Alpha','type Alpha','key_hash alpha',NULL);
INSERT INTO "credential" VALUES('00000006','user_id ','project_id alpha','encrypted_blob %s','type it''s 100% sure','key_hash a "quote"',NULL);
INSERT INTO "credential" VALUES('00000007','user_id a "quote"','project_id it''s 100% sure','encrypted_blob Alpha','type 日本','key_hash Alpha',NULL);
INSERT INTO "credential" VALUES('00000008','user_id ','project_id 日本','encrypted_blob Zoë :name','type Alpha','key_hash Zoë :name',NULL);
INSERT INTO "credential" VALUES('00000009','user_id Alpha',NULL,'encrypted_blob back\slash','type it''s 100% sure','key_hash alpha','{"row": 8, "text": "it''s"}');
INSERT INTO "credential" VALUES('00000010','user_id 日本','project_id 日本','encrypted_blob Zoë :name','type back\slash','key_hash two
lines',NULL);
INSERT INTO "credential" VALUES('00000011','user_id ','project_id ','encrypted_blob a "quote"','type Alpha','key_hash Zoë :name','{"row": 10, "text": "it''s"}');
INSERT INTO "credential" VALUES('00000012','user_id a "quote"','project_id a "quote"',NULL,'type ','key_hash it''s 100% sure',NULL);
INSERT INTO "credential" VALUES('00000013','user_id Zoë :name','project_id Zoë :name','encrypted_blob ','type back\slash','key_hash a "quote"','{"row": 12, "text": "it''s"}');
INSERT INTO "credential" VALUES('00000014','user_id two
lines','project_id a "quote"','encrypted_blob a "quote"','type 日本','key_hash it''s 100% sure','{"row": 13, "text": "it''s"}');
INSERT INTO "credential" VALUES('00000015','user_id ',NULL,'encrypted_blob Zoë :name','type alpha','key_hash it''s 100% sure','{"row": 14, "text": "it''s"}');
INSERT INTO "credential" VALUES('00000016','user_id a "quote"','project_id 日本',NULL,'type two
lines','key_hash back\slash',NULL);
INSERT INTO "credential" VALUES('00000017','user_id back\slash','project_id two
lines','encrypted_blob ','type it''s 100% sure','key_hash %s','{"row": 16, "text": "it''s"}');
INSERT INTO "credential" VALUES('00000018','user_id back\slash','project_id Zoë :name',NULL,'type a "quote"','key_hash ','{"row": 17, "text": "it''s"}');
INSERT INTO "credential" VALUES('00000019','user_id Alpha','project_id Alpha','encrypted_blob a "quote"','type Zoë :name',NULL,'{"row": 18, "text": "it''s"}');
INSERT INTO "credential" VALUES('00000020','user_id %s',NULL,'encrypted_blob Zoë :name','type it''s 100% sure','key_hash ','{"row": 19, "text": "it''s"}');
INSERT INTO "credential" VALUES('00000021','user_id Zoë :name','project_id a "quote"','encrypted_blob it''s 100% sure','type back\slash',NULL,'{"row": 20, "text": "it''s"}');
INSERT INTO "credential" VALUES('00000022','user_id ','project_id 日本','encrypted_blob ','type Zoë :name',NULL,'{"row": 21, "text": "it''s"}');
INSERT INTO "credential" VALUES('00000023','user_id 日本','project_id two
lines','encrypted_blob ','type Zoë :name','key_hash Alpha','{"row": 22, "text": "it''s"}');
INSERT INTO "credential" VALUES('00000024','user_id ','project_id alpha','encrypted_blob a "quote"','type %s','key_hash 日本','{"row": 23, "text": "it''s"}');
CREATE TABLE endpoint (
	id VARCHAR(64) NOT NULL, 
	legacy_endpoint_id VARCHAR(64), 
	interface VARCHAR(8) NOT NULL, 
	region_id VARCHAR(255), 
	service_id VARCHAR(64) NOT NULL, 
	url TEXT NOT NULL, 
	enabled BOOLEAN DEFAULT (1) NOT NULL, 
	extra TEXT, 
	PRIMARY KEY (id), 
	FOREIGN KEY(region_id) REFERENCES region (id) ON DELETE RESTRICT, 
	FOREIGN KEY(service_id) REFERENCES service (id), 
	CHECK (enabled IN (0, 1))
);
INSERT INTO "endpoint" VALUES('00000001','legacy_endpoint_id back\slash','00000001','00000007','00000012','url ',1,'{"row": 0, "text": "it''s"}');
INSERT INTO "endpoint" VALUES('00000002','legacy_endpoint_id ','00000002','00000007','00000013','url Alpha',0,'{"row": 1, "text": "it''s"}');
INSERT INTO "endpoint" VALUES('00000003','legacy_endpoint_id %s','00000003','00000020','00000006','url back\slash',1,'{"row": 2, "text": "it''s"}');
INSERT INTO "endpoint" VALUES('00000004',NULL,'00000004','00000005','00000024','url a "quote"',1,NULL);
INSERT INTO "endpoint" VALUES('00000005',NULL,'00000005','00000023','00000004','url %s',0,'{"row": 4, "text": "it''s"}');
INSERT INTO "endpoint" VALUES('00000006','legacy_endpoint_id a "quote"','00000006','00000020','00000013','url two
lines',0,'{"row": 5, "text": "it''s"}');
INSERT INTO "endpoint" VALUES('00000007',NULL,'00000007','00000009','00000010','url %s',1,NULL);
INSERT INTO "endpoint" VALUES('00000008','legacy_endpoint_id two
lines','00000008','00000008','00000007','url Alpha',0,'{"row": 7, "text": "it''s"}');
INSERT INTO "endpoint" VALUES('00000009','legacy_endpoint_id %s','00000009','00000003','00000022','url %s',0,NULL);
INSERT INTO "endpoint" VALUES('00000010','legacy_endpoint_id it''s 100% sure','00000010','00000020','00000006','url a "quote"',1,'{"row": 9, "text": "it''s"}');
INSERT INTO "endpoint" VALUES('00000011','legacy_endpoint_id ','00000011','00000024','00000004','url alpha',0,'{"row": 10, "text": "it''s"}');
INSERT INTO "endpoint" VALUES('00000012','legacy_endpoint_id two
lines','00000012','00000009','00000005','url %s',1,'{"row": 11, "text": "it''s"}');
INSERT INTO "endpoint" VALUES('00000013',NULL,'00000013',NULL,'00000002','url a "quote"',0,'{"row": 12, "text": "it''s"}');
INSERT INTO "endpoint" VALUES('00000014',NULL,'00000014','00000012','00000005','url back\slash',0,'{"row": 13, "text": "it''s"}');
INSERT INTO "endpoint" VALUES('00000015','legacy_endpoint_id %s','00000015',NULL,'00000015','url two
lines',0,'{"row": 14, "text": "it''s"}');
INSERT INTO "endpoint" VALUES('00000016','legacy_endpoint_id Zoë :name','00000016','00000006','00000017','url ',1,NULL);
INSERT INTO "endpoint" VALUES('00000017','legacy_endpoint_id it''s 100% sure','00000017','00000012','00000005','url back\slash',0,'{"row": 16, "text": "it''s"}');
INSERT INTO "endpoint" VALUES('00000018','legacy_endpoint_id Alpha','00000018',NULL,'00000008','url it''s 100% sure',0,'{"row": 17, "text": "it''s"}');
INSERT INTO "endpoint" VALUES('00000019',NULL,'00000019','00000010','00000020','url Zoë :name',0,'{"row": 18, "text": "it''s"}');
INSERT INTO "endpoint" VALUES('00000020',NULL,'00000020','00000022','00000019','url ',1,'{"row": 19, "text": "it''s"}');
INSERT INTO "endpoint" VALUES('00000021','legacy_endpoint_id Zoë :name','00000021','00000018','00000021','url back\slash',1,'{"row": 20, "text": "it''s"}');
INSERT INTO "endpoint" VALUES('00000022','legacy_endpoint_id Zoë :name','00000022','00000009','00000015','url two
lines',1,'{"row": 21, "text": "it''s"}');
INSERT INTO "endpoint" VALUES('00000023','legacy_endpoint_id %s','00000023',NULL,'00000015','url %s',1,'{"row": 22, "text": "it''s"}');
INSERT INTO "endpoint" VALUES('00000024','legacy_endpoint_id alpha','00000024','00000020','00000011','url a "quote"',1,NULL);
CREATE TABLE endpoint_group (
	id VARCHAR(64) NOT NULL, 
	name VARCHAR(255) NOT NULL, 
	description TEXT, 
	filters TEXT NOT NULL, 
	PRIMARY KEY (id)
);
INSERT INTO "endpoint_group" VALUES('00000001','name ','description a "quote"','{"row": 0, "text": "it''s"}');
INSERT INTO "endpoint_group" VALUES('00000002','name 日本','description Alpha','{"row": 1, "text": "it''s"}');
INSERT INTO "endpoint_group" VALUES('00000003','name 日本',NULL,'{"row": 2, "text": "it''s"}');
INSERT INTO "endpoint_group" VALUES('00000004','name Alpha',NULL,'{"row": 3, "text": "it''s"}');
INSERT INTO "endpoint_group" VALUES('00000005','name Zoë :name',NULL,'{"row": 4, "text": "it''s"}');
INSERT INTO "endpoint_group" VALUES('00000006','name back\slash','description two
lines','{"row": 5, "text": "it''s"}');
INSERT INTO "endpoint_group" VALUES('00000007','name two
lines','description two
lines','{"row": 6, "text": "it''s"}');
INSERT INTO "endpoint_group" VALUES('00000008','name %s','description it''s 100% sure','{"row": 7, "text": "it''s"}');
INSERT INTO "endpoint_group" VALUES('00000009','name it''s 100% sure',NULL,'{"row": 8, "text": "it''s"}');
INSERT INTO "endpoint_group" VALUES('00000010','name Alpha','description it''s 100% sure','{"row": 9, "text": "it''s"}');
INSERT INTO "endpoint_group" VALUES('00000011','name a "quote"','description Alpha','{"row": 10, "text": "it''s"}');
INSERT INTO "endpoint_group" VALUES('00000012','name Zoë :name','description it''s 100% sure','{"row": 11, "text": "it''s"}');
INSERT INTO "endpoint_group" VALUES('00000013','name back\slash','description Zoë :name','{"row": 12, "text": "it''s"}');
INSERT INTO "endpoint_group" VALUES('00000014','name Alpha','description 日本','{"row": 13, "text": "it''s"}');
INSERT INTO "endpoint_group" VALUES('00000015','name two
lines','description a "quote"','{"row": 14, "text": "it''s"}');
INSERT INTO "endpoint_group" VALUES('00000016','name back\slash',NULL,'{"row": 15, "text": "it''s"}');
INSERT INTO "endpoint_group" VALUES('00000017','name it''s 100% sure','description Zoë :name','{"row": 16, "text": "it''s"}');
INSERT INTO "endpoint_group" VALUES('00000018','name back\slash','description back\slash','{"row": 17, "text": "it''s"}');
INSERT INTO "endpoint_group" VALUES('00000019','name 日本',NULL,'{"row": 18, "text": "it''s"}');
INSERT INTO "endpoint_group" VALUES('00000020','name two
lines','description a "quote"','{"row": 19, "text": "it''s"}');
INSERT INTO "endpoint_group" VALUES('00000021','name Alpha','description ','{"row": 20, "text": "it''s"}');
INSERT INTO "endpoint_group" VALUES('00000022','name two
lines','description it''s 100% sure','{"row": 21, "text": "it''s"}');
INSERT INTO "endpoint_group" VALUES('00000023','name ','description a "quote"','{"row": 22, "text": "it''s"}');
INSERT INTO "endpoint_group" VALUES('00000024','name back\slash','description it''s 100% sure','{"row": 23, "text": "it''s"}');
CREATE TABLE federated_user (
	id INTEGER NOT NULL, 
	user_id VARCHAR(64), 
	idp_id VARCHAR(64), 
	protocol_id VARCHAR(64) NOT NULL, 
	unique_id VARCHAR(255) NOT NULL, 
	display_name VARCHAR(255), 
	PRIMARY KEY (id), 
	UNIQUE (idp_id, protocol_id, unique_id), 
	FOREIGN KEY(protocol_id, idp_id) REFERENCES federation_protocol (id, idp_id), 
	FOREIGN KEY(user_id) REFERENCES user (id) ON DELETE CASCADE, 
	FOREIGN KEY(idp_id) REFERENCES identity_provider (id) ON DELETE CASCADE
);
INSERT INTO "federated_user" VALUES(1,NULL,NULL,'00000010','00000001','display_name Alpha');
INSERT INTO "federated_user" VALUES(2,'00000014','00000004','00000021','00000002',NULL);
INSERT INTO "federated_user" VALUES(3,NULL,'00000003','00000016','00000003','display_name a "quote"');
INSERT INTO "federated_user" VALUES(4,'00000019','00000017','00000013','00000004','display_name two
lines');
INSERT INTO "federated_user" VALUES(5,'00000015','00000004','00000002','00000005','display_name ');
INSERT INTO "federated_user" VALUES(6,'00000015','00000024','00000011','00000006','display_name alpha');
INSERT INTO "federated_user" VALUES(7,NULL,'00000008','00000005','00000007',NULL);
INSERT INTO "federated_user" VALUES(8,'00000011','00000013','00000008','00000008','display_name Alpha');
INSERT INTO "federated_user" VALUES(9,'00000015','00000016','00000009','00000009','display_name back\slash');
INSERT INTO "federated_user" VALUES(10,'00000016','00000007','00000014','00000010','display_name 日本');
INSERT INTO "federated_user" VALUES(11,'00000013','00000004','00000023','00000011','display_name two
lines');
INSERT INTO "federated_user" VALUES(12,NULL,NULL,'00000014','00000012','display_name a "quote"');
INSERT INTO "federated_user" VALUES(13,'00000019','00000005','00000001','00000013','display_name it''s 100% sure');
INSERT INTO "federated_user" VALUES(14,'00000007',NULL,'00000005','00000014','display_name it''s 100% sure');
INSERT INTO "federated_user" VALUES(15,'00000013','00000017','00000007','00000015','display_name back\slash');
INSERT INTO "federated_user" VALUES(16,'00000016','00000013','00000008','00000016',NULL);
INSERT INTO "federated_user" VALUES(17,'00000002','00000016','00000009','00000017',NULL);
INSERT INTO "federated_user" VALUES(18,'00000024','00000017','00000015','00000018','display_name Zoë :name');
INSERT INTO "federated_user" VALUES(19,'00000024','00000012','00000022','00000019','display_name two
lines');
INSERT INTO "federated_user" VALUES(20,'00000023','00000003','00000016','00000020',NULL);
INSERT INTO "federated_user" VALUES(21,'00000021','00000013','00000018','00000021','display_name Zoë :name');
INSERT INTO "federated_user" VALUES(22,'00000019','00000004','00000023','00000022','display_name Alpha');
INSERT INTO "federated_user" VALUES(23,'00000015','00000014','00000019','00000023','display_name back\slash');
INSERT INTO "federated_user" VALUES(24,'00000001','00000004','00000002','00000024','display_name two
lines');
CREATE TABLE federation_protocol (
	id VARCHAR(64) NOT NULL, 
	idp_id VARCHAR(64) NOT NULL, 
	mapping_id VARCHAR(64) NOT NULL, 
	PRIMARY KEY (id, idp_id), 
	FOREIGN KEY(idp_id) REFERENCES identity_provider (id) ON DELETE CASCADE
);
INSERT INTO "federation_protocol" VALUES('00000001','00000005','mapping_id %s');
INSERT INTO "federation_protocol" VALUES('00000002','00000004','mapping_id 日本');
INSERT INTO "federation_protocol" VALUES('00000003','00000009','mapping_id a "quote"');
INSERT INTO "federation_protocol" VALUES('00000004','00000018','mapping_id two
lines');
INSERT INTO "federation_protocol" VALUES('00000005','00000008','mapping_id Zoë :name');
INSERT INTO "federation_protocol" VALUES('00000006','00000022','mapping_id ');
INSERT INTO "federation_protocol" VALUES('00000007','00000017','mapping_id alpha');
INSERT INTO "federation_protocol" VALUES('00000008','00000013','mapping_id Zoë :name');
INSERT INTO "federation_protocol" VALUES('00000009','00000016','mapping_id 日本');
INSERT INTO "federation_protocol" VALUES('00000010','00000001','mapping_id back\slash');
INSERT INTO "federation_protocol" VALUES('00000011','00000024','mapping_id ');
INSERT INTO "federation_protocol" VALUES('00000012','00000015','mapping_id %s');
INSERT INTO "federation_protocol" VALUES('00000013','00000017','mapping_id %s');
INSERT INTO "federation_protocol" VALUES('00000014','00000007','mapping_id ');
INSERT INTO "federation_protocol" VALUES('00000015','00000017','mapping_id Alpha');
INSERT INTO "federation_protocol" VALUES('00000016','00000003','mapping_id ');
INSERT INTO "federation_protocol" VALUES('00000017','00000010','mapping_id a "quote"');
INSERT INTO "federation_protocol" VALUES('00000018','00000013','mapping_id Alpha');
INSERT INTO "federation_protocol" VALUES('00000019','00000014','mapping_id %s');
INSERT INTO "federation_protocol" VALUES('00000020','00000019','mapping_id two
lines');
INSERT INTO "federation_protocol" VALUES('00000021','00000004','mapping_id two
lines');
INSERT INTO "federation_protocol" VALUES('00000022','00000012','mapping_id ');
INSERT INTO "federation_protocol" VALUES('00000023','00000004','mapping_id alpha');
INSERT INTO "federation_protocol" VALUES('00000024','00000021','mapping_id back\slash');
CREATE TABLE "group" (
	id VARCHAR(64) NOT NULL, 
	name VARCHAR(64) NOT NULL, 
	domain_id VARCHAR(64) NOT NULL, 
	description TEXT, 
	extra TEXT, 
	PRIMARY KEY (id), 
	UNIQUE (domain_id, name)
);
INSERT INTO "group" VALUES('00000001','00000001','00000001','description a "quote"','{"row": 0, "text": "it''s"}');
INSERT INTO "group" VALUES('00000002','00000002','00000002',NULL,'{"row": 1, "text": "it''s"}');
INSERT INTO "group" VALUES('00000003','00000003','00000003','description 日本','{"row": 2, "text": "it''s"}');
INSERT INTO "group" VALUES('00000004','00000004','00000004','description ','{"row": 3, "text": "it''s"}');
INSERT INTO "group" VALUES('00000005','00000005','00000005','description %s','{"row": 4, "text": "it''s"}');
INSERT INTO "group" VALUES('00000006','00000006','00000006',NULL,'{"row": 5, "text": "it''s"}');
INSERT INTO "group" VALUES('00000007','00000007','00000007','description two
lines','{"row": 6, "text": "it''s"}');
INSERT INTO "group" VALUES('00000008','00000008','00000008','description a "quote"','{"row": 7, "text": "it''s"}');
INSERT INTO "group" VALUES('00000009','00000009','00000009','description Zoë :name','{"row": 8, "text": "it''s"}');
INSERT INTO "group" VALUES('00000010','00000010','00000010',NULL,'{"row": 9, "text": "it''s"}');
INSERT INTO "group" VALUES('00000011','00000011','00000011','description 日本',NULL);
INSERT INTO "group" VALUES('00000012','00000012','00000012','description Alpha',NULL);
INSERT INTO "group" VALUES('00000013','00000013','00000013','description alpha','{"row": 12, "text": "it''s"}');
INSERT INTO "group" VALUES('00000014','00000014','00000014','description a "quote"','{"row": 13, "text": "it''s"}');
INSERT INTO "group" VALUES('00000015','00000015','00000015','description a "quote"','{"row": 14, "text": "it''s"}');
INSERT INTO "group" VALUES('00000016','00000016','00000016',NULL,'{"row": 15, "text": "it''s"}');
INSERT INTO "group" VALUES('00000017','00000017','00000017','description it''s 100% sure','{"row": 16, "text": "it''s"}');
INSERT INTO "group" VALUES('00000018','00000018','00000018','description Zoë :name','{"row": 17, "text": "it''s"}');
INSERT INTO "group" VALUES('00000019','00000019','00000019','description it''s 100% sure',NULL);
INSERT INTO "group" VALUES('00000020','00000020','00000020','description a "quote"','{"row": 19, "text": "it''s"}');
INSERT INTO "group" VALUES('00000021','00000021','00000021',NULL,'{"row": 20, "text": "it''s"}');
INSERT INTO "group" VALUES('00000022','00000022','00000022','description Zoë :name','{"row": 21, "text": "it''s"}');
INSERT INTO "group" VALUES('00000023','00000023','00000023','description %s','{"row": 22, "text": "it''s"}');
INSERT INTO "group" VALUES('00000024','00000024','00000024',NULL,'{"row": 23, "text": "it''s"}');
CREATE TABLE id_mapping (
	public_id VARCHAR(64) NOT NULL, 
	domain_id VARCHAR(64) NOT NULL, 
	local_id VARCHAR(64) NOT NULL, 
	entity_type VARCHAR(5) NOT NULL, 
	PRIMARY KEY (public_id), 
	UNIQUE (domain_id, local_id, entity_type), 
	CONSTRAINT entity_type CHECK (entity_type IN ('user', 'group'))
);
INSERT INTO "id_mapping" VALUES('00000001','00000001','00000001','group');
INSERT INTO "id_mapping" VALUES('00000002','00000002','00000002','user');
INSERT INTO "id_mapping" VALUES('00000003','00000003','00000003','group');
INSERT INTO "id_mapping" VALUES('00000004','00000004','00000004','group');
INSERT INTO "id_mapping" VALUES('00000005','00000005','00000005','user');
INSERT INTO "id_mapping" VALUES('00000006','00000006','00000006','group');
INSERT INTO "id_mapping" VALUES('00000007','00000007','00000007','group');
INSERT INTO "id_mapping" VALUES('00000008','00000008','00000008','user');
INSERT INTO "id_mapping" VALUES('00000009','00000009','00000009','user');
INSERT INTO "id_mapping" VALUES('00000010','00000010','00000010','user');
INSERT INTO "id_mapping" VALUES('00000011','00000011','00000011','group');
INSERT INTO "id_mapping" VALUES('00000012','00000012','00000012','user');
INSERT INTO "id_mapping" VALUES('00000013','00000013','00000013','group');
INSERT INTO "id_mapping" VALUES('00000014','00000014','00000014','group');
INSERT INTO "id_mapping" VALUES('00000015','00000015','00000015','user');
INSERT INTO "id_mapping" VALUES('00000016','00000016','00000016','group');
INSERT INTO "id_mapping" VALUES('00000017','00000017','00000017','user');
INSERT INTO "id_mapping" VALUES('00000018','00000018','00000018','group');
INSERT INTO "id_mapping" VALUES('00000019','00000019','00000019','group');
INSERT INTO "id_mapping" VALUES('00000020','00000020','00000020','group');
INSERT INTO "id_mapping" VALUES('00000021','00000021','00000021','group');
INSERT INTO "id_mapping" VALUES('00000022','00000022','00000022','group');
INSERT INTO "id_mapping" VALUES('00000023','00000023','00000023','group');
INSERT INTO "id_mapping" VALUES('00000024','00000024','00000024','group');
CREATE TABLE identity_provider (
	id VARCHAR(64) NOT NULL, 
	domain_id VARCHAR(64) NOT NULL, 
	enabled BOOLEAN NOT NULL, 
	description TEXT, 
	PRIMARY KEY (id), 
	UNIQUE (domain_id), 
	CHECK (enabled IN (0, 1))
);
INSERT INTO "identity_provider" VALUES('00000001','00000001',0,'description two
lines');
INSERT INTO "identity_provider" VALUES('00000002','00000002',0,NULL);
INSERT INTO "identity_provider" VALUES('00000003','00000003',1,NULL);
INSERT INTO "identity_provider" VALUES('00000004','00000004',1,'description 日本');
INSERT INTO "identity_provider" VALUES('00000005','00000005',1,'description a "quote"');
INSERT INTO "identity_provider" VALUES('00000006','00000006',1,'description alpha');
INSERT INTO "identity_provider" VALUES('00000007','00000007',0,NULL);
INSERT INTO "identity_provider" VALUES('00000008','00000008',1,'description back\slash');
INSERT INTO "identity_provider" VALUES('00000009','00000009',1,'description %s');
INSERT INTO "identity_provider" VALUES('00000010','00000010',1,'description 日本');
INSERT INTO "identity_provider" VALUES('00000011','00000011',1,NULL);
INSERT INTO "identity_provider" VALUES('00000012','00000012',0,NULL);
INSERT INTO "identity_provider" VALUES('00000013','00000013',0,'description alpha');
INSERT INTO "identity_provider" VALUES('00000014','00000014',0,NULL);
INSERT INTO "identity_provider" VALUES('00000015','00000015',0,'description 日本');
INSERT INTO "identity_provider" VALUES('00000016','00000016',0,'description %s');
INSERT INTO "identity_provider" VALUES('00000017','00000017',1,'description Zoë :name');
INSERT INTO "identity_provider" VALUES('00000018','00000018',0,'description %s');
INSERT INTO "identity_provider" VALUES('00000019','00000019',0,NULL);
INSERT INTO "identity_provider" VALUES('00000020','00000020',0,'description Zoë :name');
INSERT INTO "identity_provider" VALUES('00000021','00000021',0,NULL);
INSERT INTO "identity_provider" VALUES('00000022','00000022',1,'description a "quote"');
INSERT INTO "identity_provider" VALUES('00000023','00000023',1,NULL);
INSERT INTO "identity_provider" VALUES('00000024','00000024',0,'description two
lines');
CREATE TABLE idp_remote_ids (
	idp_id VARCHAR(64), 
	remote_id VARCHAR(255) NOT NULL, 
	PRIMARY KEY (remote_id), 
	FOREIGN KEY(idp_id) REFERENCES identity_provider (id) ON DELETE CASCADE
);
INSERT INTO "idp_remote_ids" VALUES('00000008','00000001');
INSERT INTO "idp_remote_ids" VALUES(NULL,'00000002');
INSERT INTO "idp_remote_ids" VALUES('00000023','00000003');
INSERT INTO "idp_remote_ids" VALUES('00000011','00000004');
INSERT INTO "idp_remote_ids" VALUES(NULL,'00000005');
INSERT INTO "idp_remote_ids" VALUES('00000012','00000006');
INSERT INTO "idp_remote_ids" VALUES('00000017','00000007');
INSERT INTO "idp_remote_ids" VALUES('00000021','00000008');
INSERT INTO "idp_remote_ids" VALUES('00000006','00000009');
INSERT INTO "idp_remote_ids" VALUES('00000023','00000010');
INSERT INTO "idp_remote_ids" VALUES('00000018','00000011');
INSERT INTO "idp_remote_ids" VALUES('00000019','00000012');
INSERT INTO "idp_remote_ids" VALUES('00000024','00000013');
INSERT INTO "idp_remote_ids" VALUES('00000008','00000014');
INSERT INTO "idp_remote_ids" VALUES('00000006','00000015');
INSERT INTO "idp_remote_ids" VALUES('00000014','00000016');
INSERT INTO "idp_remote_ids" VALUES(NULL,'00000017');
INSERT INTO "idp_remote_ids" VALUES('00000011','00000018');
INSERT INTO "idp_remote_ids" VALUES('00000001','00000019');
INSERT INTO "idp_remote_ids" VALUES('00000005','00000020');
INSERT INTO "idp_remote_ids" VALUES('00000012','00000021');
INSERT INTO "idp_remote_ids" VALUES('00000003','00000022');
INSERT INTO "idp_remote_ids" VALUES('00000001','00000023');
INSERT INTO "idp_remote_ids" VALUES('00000013','00000024');
CREATE TABLE implied_role (
	prior_role_id VARCHAR(64) NOT NULL, 
	implied_role_id VARCHAR(64) NOT NULL, 
	PRIMARY KEY (prior_role_id, implied_role_id), 
	FOREIGN KEY(prior_role_id) REFERENCES role (id) ON DELETE CASCADE, 
	FOREIGN KEY(implied_role_id) REFERENCES role (id) ON DELETE CASCADE
);
INSERT INTO "implied_role" VALUES('00000011','00000013');
INSERT INTO "implied_role" VALUES('00000004','00000023');
INSERT INTO "implied_role" VALUES('00000018','00000012');
INSERT INTO "implied_role" VALUES('00000018','00000020');
INSERT INTO "implied_role" VALUES('00000007','00000013');
INSERT INTO "implied_role" VALUES('00000014','00000017');
INSERT INTO "implied_role" VALUES('00000003','00000008');
INSERT INTO "implied_role" VALUES('00000005','00000007');
INSERT INTO "implied_role" VALUES('00000024','00000020');
INSERT INTO "implied_role" VALUES('00000005','00000005');
INSERT INTO "implied_role" VALUES('00000020','00000004');
INSERT INTO "implied_role" VALUES('00000004','00000011');
INSERT INTO "implied_role" VALUES('00000023','00000006');
INSERT INTO "implied_role" VALUES('00000007','00000003');
INSERT INTO "implied_role" VALUES('00000005','00000021');
INSERT INTO "implied_role" VALUES('00000009','00000002');
INSERT INTO "implied_role" VALUES('00000008','00000009');
INSERT INTO "implied_role" VALUES('00000002','00000001');
INSERT INTO "implied_role" VALUES('00000021','00000018');
INSERT INTO "implied_role" VALUES('00000007','00000002');
INSERT INTO "implied_role" VALUES('00000001','00000015');
INSERT INTO "implied_role" VALUES('00000008','00000005');
INSERT INTO "implied_role" VALUES('00000019','00000006');
INSERT INTO "implied_role" VALUES('00000009','00000016');
CREATE TABLE "limit" (
	id VARCHAR(64) NOT NULL, 
	project_id VARCHAR(64), 
	service_id VARCHAR(255), 
	region_id VARCHAR(64), 
	resource_name VARCHAR(255), 
	resource_limit INTEGER NOT NULL, 
	PRIMARY KEY (id), 
	FOREIGN KEY(service_id, region_id, resource_name) REFERENCES registered_limit (service_id, region_id, resource_name), 
	UNIQUE (project_id, service_id, region_id, resource_name), 
	FOREIGN KEY(project_id) REFERENCES project (id)
);
INSERT INTO "limit" VALUES('00000001',NULL,'00000023','00000008','00000008',1);
INSERT INTO "limit" VALUES('00000002',NULL,'00000023','00000024','00000012',1);
INSERT INTO "limit" VALUES('00000003','00000010','00000004','00000010','00000015',2);
INSERT INTO "limit" VALUES('00000004','00000021','00000007','00000015',NULL,3);
INSERT INTO "limit" VALUES('00000005','00000019','00000021','00000007','00000010',1);
INSERT INTO "limit" VALUES('00000006','00000012','00000003','00000022','00000002',1);
INSERT INTO "limit" VALUES('00000007','00000016','00000004','00000010','00000015',0);
INSERT INTO "limit" VALUES('00000008',NULL,'00000003',NULL,'00000002',7);
INSERT INTO "limit" VALUES('00000009',NULL,'00000002',NULL,NULL,0);
INSERT INTO "limit" VALUES('00000010','00000012',NULL,'00000022','00000020',0);
INSERT INTO "limit" VALUES('00000011','00000005',NULL,'00000022','00000020',1);
INSERT INTO "limit" VALUES('00000012','00000009','00000012','00000002','00000022',11);
INSERT INTO "limit" VALUES('00000013',NULL,'00000023','00000008','00000008',16384);
INSERT INTO "limit" VALUES('00000014','00000023','00000002','00000024','00000019',1);
INSERT INTO "limit" VALUES('00000015','00000014','00000012','00000002','00000022',0);
INSERT INTO "limit" VALUES('00000016','00000018','00000023',NULL,'00000012',1);
INSERT INTO "limit" VALUES('00000017',NULL,'00000004','00000010','00000015',0);
INSERT INTO "limit" VALUES('00000018','00000010','00000015','00000022',NULL,17);
INSERT INTO "limit" VALUES('00000019',NULL,'00000023',NULL,'00000012',0);
INSERT INTO "limit" VALUES('00000020','00000023','00000015','00000022',NULL,19);
INSERT INTO "limit" VALUES('00000021',NULL,'00000015','00000022','00000017',16384);
INSERT INTO "limit" VALUES('00000022','00000024','00000003','00000022','00000002',21);
INSERT INTO "limit" VALUES('00000023',NULL,NULL,'00000010','00000015',22);
INSERT INTO "limit" VALUES('00000024','00000009','00000024','00000022','00000020',1);
CREATE TABLE local_user (
	id INTEGER NOT NULL, 
	user_id VARCHAR(64), 
	domain_id VARCHAR(64) NOT NULL, 
	name VARCHAR(255) NOT NULL, 
	failed_auth_count INTEGER, 
	failed_auth_at DATETIME, 
	PRIMARY KEY (id), 
	UNIQUE (user_id), 
	UNIQUE (domain_id, name), 
	FOREIGN KEY(user_id, domain_id) REFERENCES user (id, domain_id) ON DELETE CASCADE ON UPDATE CASCADE
);
INSERT INTO "local_user" VALUES(1,'00000019','00000019','00000001',1,NULL);
INSERT INTO "local_user" VALUES(2,'00000020','00000020','00000002',16384,'2019-03-02 15:30:15.120000');
INSERT INTO "local_user" VALUES(3,'00000015','00000015','00000003',2,NULL);
INSERT INTO "local_user" VALUES(4,'00000012','00000012','00000004',16384,'2019-03-05 05:30:15.120000');
INSERT INTO "local_user" VALUES(5,'00000005','00000005','00000005',4,'2019-03-06 12:30:15.120000');
INSERT INTO "local_user" VALUES(6,'00000002','00000002','00000006',NULL,'2019-03-07 19:30:15.120000');
INSERT INTO "local_user" VALUES(7,'00000023','00000023','00000007',0,NULL);
INSERT INTO "local_user" VALUES(8,'00000014','00000014','00000008',16384,'2019-03-10 09:30:15.120000');
INSERT INTO "local_user" VALUES(9,'00000007','00000007','00000009',16384,'2019-03-11 16:30:15.120000');
INSERT INTO "local_user" VALUES(10,'00000018','00000018','00000010',9,NULL);
INSERT INTO "local_user" VALUES(11,'00000017','00000017','00000011',16384,'2019-03-14 06:30:15.120000');
INSERT INTO "local_user" VALUES(12,'00000021','00000021','00000012',16384,NULL);
INSERT INTO "local_user" VALUES(13,'00000008','00000008','00000013',16384,'2019-03-16 20:30:15.120000');
INSERT INTO "local_user" VALUES(14,'00000024','00000024','00000014',NULL,'2019-03-18 03:30:15.120000');
INSERT INTO "local_user" VALUES(15,'00000003','00000003','00000015',0,'2019-03-19 10:30:15.120000');
INSERT INTO "local_user" VALUES(16,'00000010','00000010','00000016',16384,'2019-03-20 17:30:15.120000');
INSERT INTO "local_user" VALUES(17,'00000009','00000009','00000017',16384,'2019-03-22 00:30:15.120000');
INSERT INTO "local_user" VALUES(18,'00000022','00000022','00000018',1,'2019-03-23 07:30:15.120000');
INSERT INTO "local_user" VALUES(19,'00000016','00000016','00000019',NULL,NULL);
INSERT INTO "local_user" VALUES(20,'00000006','00000006','00000020',0,'2019-03-25 21:30:15.120000');
INSERT INTO "local_user" VALUES(21,'00000001','00000001','00000021',NULL,NULL);
INSERT INTO "local_user" VALUES(22,'00000004','00000004','00000022',0,'2019-03-28 11:30:15.120000');
INSERT INTO "local_user" VALUES(23,'00000013','00000013','00000023',22,'2019-03-29 18:30:15.120000');
INSERT INTO "local_user" VALUES(24,'00000011','00000011','00000024',1,'2019-03-31 01:30:15.120000');
CREATE TABLE mapping (
	id VARCHAR(64) NOT NULL, 
	rules TEXT NOT NULL, 
	PRIMARY KEY (id)
);
INSERT INTO "mapping" VALUES('00000001','{"row": 0, "text": "it''s"}');
INSERT INTO "mapping" VALUES('00000002','{"row": 1, "text": "it''s"}');
INSERT INTO "mapping" VALUES('00000003','{"row": 2, "text": "it''s"}');
INSERT INTO "mapping" VALUES('00000004','{"row": 3, "text": "it''s"}');
INSERT INTO "mapping" VALUES('00000005','{"row": 4, "text": "it''s"}');
INSERT INTO "mapping" VALUES('00000006','{"row": 5, "text": "it''s"}');
INSERT INTO "mapping" VALUES('00000007','{"row": 6, "text": "it''s"}');
INSERT INTO "mapping" VALUES('00000008','{"row": 7, "text": "it''s"}');
INSERT INTO "mapping" VALUES('00000009','{"row": 8, "text": "it''s"}');
INSERT INTO "mapping" VALUES('00000010','{"row": 9, "text": "it''s"}');
INSERT INTO "mapping" VALUES('00000011','{"row": 10, "text": "it''s"}');
INSERT INTO "mapping" VALUES('00000012','{"row": 11, "text": "it''s"}');
INSERT INTO "mapping" VALUES('00000013','{"row": 12, "text": "it''s"}');
INSERT INTO "mapping" VALUES('00000014','{"row": 13, "text": "it''s"}');
INSERT INTO "mapping" VALUES('00000015','{"row": 14, "text": "it''s"}');
INSERT INTO "mapping" VALUES('00000016','{"row": 15, "text": "it''s"}');
INSERT INTO "mapping" VALUES('00000017','{"row": 16, "text": "it''s"}');
INSERT INTO "mapping" VALUES('00000018','{"row": 17, "text": "it''s"}');
INSERT INTO "mapping" VALUES('00000019','{"row": 18, "text": "it''s"}');
INSERT INTO "mapping" VALUES('00000020','{"row": 19, "text": "it''s"}');
INSERT INTO "mapping" VALUES('00000021','{"row": 20, "text": "it''s"}');
INSERT INTO "mapping" VALUES('00000022','{"row": 21, "text": "it''s"}');
INSERT INTO "mapping" VALUES('00000023','{"row": 22, "text": "it''s"}');
INSERT INTO "mapping" VALUES('00000024','{"row": 23, "text": "it''s"}');
CREATE TABLE nonlocal_user (
	domain_id VARCHAR(64) NOT NULL, 
	name VARCHAR(255) NOT NULL, 
	user_id VARCHAR(64), 
	PRIMARY KEY (domain_id, name), 
	UNIQUE (user_id), 
	FOREIGN KEY(user_id, domain_id) REFERENCES user (id, domain_id) ON DELETE CASCADE ON UPDATE CASCADE
);
INSERT INTO "nonlocal_user" VALUES('00000001','00000001','00000001');
INSERT INTO "nonlocal_user" VALUES('00000021','00000002','00000021');
INSERT INTO "nonlocal_user" VALUES('00000019','00000003','00000019');
INSERT INTO "nonlocal_user" VALUES('00000022','00000004','00000022');
INSERT INTO "nonlocal_user" VALUES('00000008','00000005','00000008');
INSERT INTO "nonlocal_user" VALUES('00000017','00000006','00000017');
INSERT INTO "nonlocal_user" VALUES('00000005','00000007','00000005');
INSERT INTO "nonlocal_user" VALUES('00000024','00000008','00000024');
INSERT INTO "nonlocal_user" VALUES('00000012','00000009','00000012');
INSERT INTO "nonlocal_user" VALUES('00000011','00000010','00000011');
INSERT INTO "nonlocal_user" VALUES('00000023','00000011','00000023');
INSERT INTO "nonlocal_user" VALUES('00000010','00000012','00000010');
INSERT INTO "nonlocal_user" VALUES('00000003','00000013','00000003');
INSERT INTO "nonlocal_user" VALUES('00000009','00000014','00000009');
INSERT INTO "nonlocal_user" VALUES('00000013','00000015','00000013');
INSERT INTO "nonlocal_user" VALUES('00000004','00000016','00000004');
INSERT INTO "nonlocal_user" VALUES('00000006','00000017','00000006');
INSERT INTO "nonlocal_user" VALUES('00000014','00000018','00000014');
INSERT INTO "nonlocal_user" VALUES('00000016','00000019','00000016');
INSERT INTO "nonlocal_user" VALUES('00000015','00000020','00000015');
INSERT INTO "nonlocal_user" VALUES('00000002','00000021','00000002');
INSERT INTO "nonlocal_user" VALUES('00000007','00000022','00000007');
INSERT INTO "nonlocal_user" VALUES('00000020','00000023','00000020');
INSERT INTO "nonlocal_user" VALUES('00000018','00000024','00000018');
CREATE TABLE password (
	id INTEGER NOT NULL, 
	local_user_id INTEGER, 
	password VARCHAR(128), 
	password_hash VARCHAR(255), 
	created_at DATETIME NOT NULL, 
	expires_at DATETIME, 
	created_at_int BIGINT NOT NULL, 
	expires_at_int BIGINT, 
	self_service BOOLEAN DEFAULT '0' NOT NULL, 
	PRIMARY KEY (id), 
	FOREIGN KEY(local_user_id) REFERENCES local_user (id) ON DELETE CASCADE, 
	CHECK (self_service IN (0, 1))
);
INSERT INTO "password" VALUES(1,10,'password 日本','password_hash it''s 100% sure','2019-03-01 08:30:15.120000','2019-03-01 08:30:15.120000',0,NULL,1);
INSERT INTO "password" VALUES(2,18,'password %s','password_hash Alpha','2019-03-02 15:30:15.120000','2019-03-02 15:30:15.120000',1,NULL,0);
INSERT INTO "password" VALUES(3,13,'password Zoë :name','password_hash ','2019-03-03 22:30:15.120000',NULL,1,0,0);
INSERT INTO "password" VALUES(4,10,'password alpha',NULL,'2019-03-05 05:30:15.120000',NULL,1,1099511627776,1);
INSERT INTO "password" VALUES(5,20,'password Zoë :name','password_hash two
lines','2019-03-06 12:30:15.120000',NULL,1099511627776,0,0);
INSERT INTO "password" VALUES(6,21,'password alpha','password_hash 日本','2019-03-07 19:30:15.120000','2019-03-07 19:30:15.120000',0,0,0);
INSERT INTO "password" VALUES(7,16,'password alpha','password_hash Zoë :name','2019-03-09 02:30:15.120000','2019-03-09 02:30:15.120000',1099511627776,6,0);
INSERT INTO "password" VALUES(8,4,'password two
lines','password_hash a "quote"','2019-03-10 09:30:15.120000','2019-03-10 09:30:15.120000',1099511627776,7,1);
INSERT INTO "password" VALUES(9,21,'password back\slash','password_hash two
lines','2019-03-11 16:30:15.120000','2019-03-11 16:30:15.120000',1,NULL,1);
INSERT INTO "password" VALUES(10,12,'password Alpha','password_hash alpha','2019-03-12 23:30:15.120000','2019-03-12 23:30:15.120000',1,1,1);
INSERT INTO "password" VALUES(11,4,'password Zoë :name','password_hash 日本','2019-03-14 06:30:15.120000','2019-03-14 06:30:15.120000',1099511627776,0,1);
INSERT INTO "password" VALUES(12,9,'password ',NULL,'2019-03-15 13:30:15.120000','2019-03-15 13:30:15.120000',0,1099511627776,0);
INSERT INTO "password" VALUES(13,16,'password %s','password_hash it''s 100% sure','2019-03-16 20:30:15.120000',NULL,12,1,1);
INSERT INTO "password" VALUES(14,5,'password alpha','password_hash 日本','2019-03-18 03:30:15.120000','2019-03-18 03:30:15.120000',13,0,1);
INSERT INTO "password" VALUES(15,17,'password ','password_hash Alpha','2019-03-19 10:30:15.120000','2019-03-19 10:30:15.120000',0,14,0);
INSERT INTO "password" VALUES(16,6,NULL,'password_hash it''s 100% sure','2019-03-20 17:30:15.120000',NULL,1099511627776,NULL,1);
INSERT INTO "password" VALUES(17,24,'password Zoë :name','password_hash two
lines','2019-03-22 00:30:15.120000','2019-03-22 00:30:15.120000',16,1099511627776,1);
INSERT INTO "password" VALUES(18,2,'password Alpha','password_hash a "quote"','2019-03-23 07:30:15.120000','2019-03-23 07:30:15.120000',1099511627776,1,0);
INSERT INTO "password" VALUES(19,3,'password back\slash','password_hash it''s 100% sure','2019-03-24 14:30:15.120000','2019-03-24 14:30:15.120000',18,18,1);
INSERT INTO "password" VALUES(20,16,NULL,'password_hash back\slash','2019-03-25 21:30:15.120000',NULL,1,NULL,0);
INSERT INTO "password" VALUES(21,NULL,'password alpha','password_hash ','2019-03-27 04:30:15.120000','2019-03-27 04:30:15.120000',1,20,0);
INSERT INTO "password" VALUES(22,6,'password alpha',NULL,'2019-03-28 11:30:15.120000','2019-03-28 11:30:15.120000',1,NULL,1);
INSERT INTO "password" VALUES(23,22,'password two
lines','password_hash Alpha','2019-03-29 18:30:15.120000',NULL,22,1099511627776,0);
INSERT INTO "password" VALUES(24,15,'password it''s 100% sure','password_hash ','2019-03-31 01:30:15.120000','2019-03-31 01:30:15.120000',1099511627776,23,1);
CREATE TABLE policy (
	id VARCHAR(64) NOT NULL, 
	blob TEXT NOT NULL, 
	type VARCHAR(255) NOT NULL, 
	extra TEXT, 
	PRIMARY KEY (id)
);
INSERT INTO "policy" VALUES('00000001','{"row": 0, "text": "it''s"}','type back\slash','{"row": 0, "text": "it''s"}');
INSERT INTO "policy" VALUES('00000002','{"row": 1, "text": "it''s"}','type two
lines','{"row": 1, "text": "it''s"}');
INSERT INTO "policy" VALUES('00000003','{"row": 2, "text": "it''s"}','type %s','{"row": 2, "text": "it''s"}');
INSERT INTO "policy" VALUES('00000004','{"row": 3, "text": "it''s"}','type back\slash',NULL);
INSERT INTO "policy" VALUES('00000005','{"row": 4, "text": "it''s"}','type it''s 100% sure',NULL);
INSERT INTO "policy" VALUES('00000006','{"row": 5, "text": "it''s"}','type back\slash','{"row": 5, "text": "it''s"}');
INSERT INTO "policy" VALUES('00000007','{"row": 6, "text": "it''s"}','type back\slash','{"row": 6, "text": "it''s"}');
INSERT INTO "policy" VALUES('00000008','{"row": 7, "text": "it''s"}','type %s','{"row": 7, "text": "it''s"}');
INSERT INTO "policy" VALUES('00000009','{"row": 8, "text": "it''s"}','type Zoë :name','{"row": 8, "text": "it''s"}');
INSERT INTO "policy" VALUES('00000010','{"row": 9, "text": "it''s"}','type it''s 100% sure','{"row": 9, "text": "it''s"}');
INSERT INTO "policy" VALUES('00000011','{"row": 10, "text": "it''s"}','type back\slash',NULL);
INSERT INTO "policy" VALUES('00000012','{"row": 11, "text": "it''s"}','type %s','{"row": 11, "text": "it''s"}');
INSERT INTO "policy" VALUES('00000013','{"row": 12, "text": "it''s"}','type two
lines','{"row": 12, "text": "it''s"}');
INSERT INTO "policy" VALUES('00000014','{"row": 13, "text": "it''s"}','type %s',NULL);
INSERT INTO "policy" VALUES('00000015','{"row": 14, "text": "it''s"}','type %s','{"row": 14, "text": "it''s"}');
INSERT INTO "policy" VALUES('00000016','{"row": 15, "text": "it''s"}','type alpha','{"row": 15, "text": "it''s"}');
INSERT INTO "policy" VALUES('00000017','{"row": 16, "text": "it''s"}','type Zoë :name',NULL);
INSERT INTO "policy" VALUES('00000018','{"row": 17, "text": "it''s"}','type Alpha','{"row": 17, "text": "it''s"}');
INSERT INTO "policy" VALUES('00000019','{"row": 18, "text": "it''s"}','type it''s 100% sure','{"row": 18, "text": "it''s"}');
INSERT INTO "policy" VALUES('00000020','{"row": 19, "text": "it''s"}','type %s','{"row": 19, "text": "it''s"}');
INSERT INTO "policy" VALUES('00000021','{"row": 20, "text": "it''s"}','type ','{"row": 20, "text": "it''s"}');
INSERT INTO "policy" VALUES('00000022','{"row": 21, "text": "it''s"}','type Alpha','{"row": 21, "text": "it''s"}');
INSERT INTO "policy" VALUES('00000023','{"row": 22, "text": "it''s"}','type two
lines',NULL);
INSERT INTO "policy" VALUES('00000024','{"row": 23, "text": "it''s"}','type ','{"row": 23, "text": "it''s"}');
CREATE TABLE policy_association (
	id VARCHAR(64) NOT NULL, 
	policy_id VARCHAR(64) NOT NULL, 
	endpoint_id VARCHAR(64), 
	service_id VARCHAR(64), 
	region_id VARCHAR(64), 
	PRIMARY KEY (id), 
	UNIQUE (endpoint_id, service_id, region_id)
);
INSERT INTO "policy_association" VALUES('00000001','policy_id two
lines','00000001','00000001','00000001');
INSERT INTO "policy_association" VALUES('00000002','policy_id a "quote"',NULL,'00000002','00000002');
INSERT INTO "policy_association" VALUES('00000003','policy_id Alpha','00000003','00000003','00000003');
INSERT INTO "policy_association" VALUES('00000004','policy_id back\slash','00000004','00000004','00000004');
INSERT INTO "policy_association" VALUES('00000005','policy_id back\slash','00000005',NULL,'00000005');
INSERT INTO "policy_association" VALUES('00000006','policy_id it''s 100% sure',NULL,'00000006','00000006');
INSERT INTO "policy_association" VALUES('00000007','policy_id back\slash','00000007','00000007','00000007');
INSERT INTO "policy_association" VALUES('00000008','policy_id Alpha','00000008','00000008','00000008');
INSERT INTO "policy_association" VALUES('00000009','policy_id back\slash','00000009','00000009',NULL);
INSERT INTO "policy_association" VALUES('00000010','policy_id Alpha','00000010','00000010',NULL);
INSERT INTO "policy_association" VALUES('00000011','policy_id back\slash','00000011','00000011','00000011');
INSERT INTO "policy_association" VALUES('00000012','policy_id back\slash','00000012','00000012','00000012');
INSERT INTO "policy_association" VALUES('00000013','policy_id ',NULL,NULL,'00000013');
INSERT INTO "policy_association" VALUES('00000014','policy_id it''s 100% sure',NULL,'00000014','00000014');
INSERT INTO "policy_association" VALUES('00000015','policy_id two
lines','00000015',NULL,'00000015');
INSERT INTO "policy_association" VALUES('00000016','policy_id ','00000016','00000016','00000016');
INSERT INTO "policy_association" VALUES('00000017','policy_id ','00000017','00000017','00000017');
INSERT INTO "policy_association" VALUES('00000018','policy_id alpha',NULL,'00000018','00000018');
INSERT INTO "policy_association" VALUES('00000019','policy_id Zoë :name','00000019','00000019','00000019');
INSERT INTO "policy_association" VALUES('00000020','policy_id alpha','00000020','00000020','00000020');
INSERT INTO "policy_association" VALUES('00000021','policy_id 日本','00000021','00000021','00000021');
INSERT INTO "policy_association" VALUES('00000022','policy_id back\slash','00000022','00000022','00000022');
INSERT INTO "policy_association" VALUES('00000023','policy_id it''s 100% sure','00000023',NULL,'00000023');
INSERT INTO "policy_association" VALUES('00000024','policy_id Zoë :name','00000024',NULL,'00000024');
CREATE TABLE project (
	id VARCHAR(64) NOT NULL, 
	name VARCHAR(64) NOT NULL, 
	domain_id VARCHAR(64) NOT NULL, 
	description TEXT, 
	enabled BOOLEAN, 
	extra TEXT, 
	parent_id VARCHAR(64), 
	is_domain BOOLEAN DEFAULT '0' NOT NULL, 
	PRIMARY KEY (id), 
	UNIQUE (domain_id, name), 
	FOREIGN KEY(domain_id) REFERENCES project (id), 
	CHECK (enabled IN (0, 1)), 
	FOREIGN KEY(parent_id) REFERENCES project (id), 
	CHECK (is_domain IN (0, 1))
);
INSERT INTO "project" VALUES('00000001','00000001','00000001','description back\slash',1,'{"row": 0, "text": "it''s"}',NULL,1);
INSERT INTO "project" VALUES('00000002','00000002','00000001','description Alpha',0,'{"row": 1, "text": "it''s"}',NULL,1);
INSERT INTO "project" VALUES('00000003','00000003','00000002','description it''s 100% sure',0,'{"row": 2, "text": "it''s"}','00000001',1);
INSERT INTO "project" VALUES('00000004','00000004','00000002','description ',1,'{"row": 3, "text": "it''s"}','00000002',1);
INSERT INTO "project" VALUES('00000005','00000005','00000003',NULL,1,'{"row": 4, "text": "it''s"}','00000003',0);
INSERT INTO "project" VALUES('00000006','00000006','00000003','description Alpha',0,NULL,'00000004',0);
INSERT INTO "project" VALUES('00000007','00000007','00000001','description it''s 100% sure',1,'{"row": 6, "text": "it''s"}',NULL,1);
INSERT INTO "project" VALUES('00000008','00000008','00000006',NULL,NULL,'{"row": 7, "text": "it''s"}','00000001',1);
INSERT INTO "project" VALUES('00000009','00000009','00000003','description back\slash',1,'{"row": 8, "text": "it''s"}','00000002',0);
INSERT INTO "project" VALUES('00000010','00000010','00000005','description Alpha',1,'{"row": 9, "text": "it''s"}','00000009',1);
INSERT INTO "project" VALUES('00000011','00000011','00000004',NULL,1,NULL,'00000009',1);
INSERT INTO "project" VALUES('00000012','00000012','00000004',NULL,1,'{"row": 11, "text": "it''s"}','00000002',1);
INSERT INTO "project" VALUES('00000013','00000013','00000001','description Zoë :name',1,'{"row": 12, "text": "it''s"}','00000008',1);
INSERT INTO "project" VALUES('00000014','00000014','00000001','description ',0,'{"row": 13, "text": "it''s"}','00000011',1);
INSERT INTO "project" VALUES('00000015','00000015','00000014','description alpha',0,'{"row": 14, "text": "it''s"}',NULL,0);
INSERT INTO "project" VALUES('00000016','00000016','00000008','description ',1,'{"row": 15, "text": "it''s"}',NULL,0);
INSERT INTO "project" VALUES('00000017','00000017','00000012','description 日本',1,'{"row": 16, "text": "it''s"}','00000004',1);
INSERT INTO "project" VALUES('00000018','00000018','00000012','description a "quote"',0,'{"row": 17, "text": "it''s"}','00000015',0);
INSERT INTO "project" VALUES('00000019','00000019','00000013','description Alpha',NULL,NULL,'00000008',0);
INSERT INTO "project" VALUES('00000020','00000020','00000013','description Alpha',0,NULL,'00000009',0);
INSERT INTO "project" VALUES('00000021','00000021','00000001','description alpha',NULL,NULL,'00000014',1);
INSERT INTO "project" VALUES('00000022','00000022','00000012','description %s',1,'{"row": 21, "text": "it''s"}','00000007',0);
INSERT INTO "project" VALUES('00000023','00000023','00000011','description two
lines',1,'{"row": 22, "text": "it''s"}',NULL,1);
INSERT INTO "project" VALUES('00000024','00000024','00000021','description Alpha',1,'{"row": 23, "text": "it''s"}','00000012',1);
CREATE TABLE project_endpoint (
	endpoint_id VARCHAR(64) NOT NULL, 
	project_id VARCHAR(64) NOT NULL, 
	PRIMARY KEY (endpoint_id, project_id)
);
INSERT INTO "project_endpoint" VALUES('00000001','00000001');
INSERT INTO "project_endpoint" VALUES('00000002','00000002');
INSERT INTO "project_endpoint" VALUES('00000003','00000003');
INSERT INTO "project_endpoint" VALUES('00000004','00000004');
INSERT INTO "project_endpoint" VALUES('00000005','00000005');
INSERT INTO "project_endpoint" VALUES('00000006','00000006');
INSERT INTO "project_endpoint" VALUES('00000007','00000007');
INSERT INTO "project_endpoint" VALUES('00000008','00000008');
INSERT INTO "project_endpoint" VALUES('00000009','00000009');
INSERT INTO "project_endpoint" VALUES('00000010','00000010');
INSERT INTO "project_endpoint" VALUES('00000011','00000011');
INSERT INTO "project_endpoint" VALUES('00000012','00000012');
INSERT INTO "project_endpoint" VALUES('00000013','00000013');
INSERT INTO "project_endpoint" VALUES('00000014','00000014');
INSERT INTO "project_endpoint" VALUES('00000015','00000015');
INSERT INTO "project_endpoint" VALUES('00000016','00000016');
INSERT INTO "project_endpoint" VALUES('00000017','00000017');
INSERT INTO "project_endpoint" VALUES('00000018','00000018');
INSERT INTO "project_endpoint" VALUES('00000019','00000019');
INSERT INTO "project_endpoint" VALUES('00000020','00000020');
INSERT INTO "project_endpoint" VALUES('00000021','00000021');
INSERT INTO "project_endpoint" VALUES('00000022','00000022');
INSERT INTO "project_endpoint" VALUES('00000023','00000023');
INSERT INTO "project_endpoint" VALUES('00000024','00000024');
CREATE TABLE project_endpoint_group (
	endpoint_group_id VARCHAR(64) NOT NULL, 
	project_id VARCHAR(64) NOT NULL, 
	PRIMARY KEY (endpoint_group_id, project_id), 
	FOREIGN KEY(endpoint_group_id) REFERENCES endpoint_group (id)
);
INSERT INTO "project_endpoint_group" VALUES('00000020','00000001');
INSERT INTO "project_endpoint_group" VALUES('00000017','00000002');
INSERT INTO "project_endpoint_group" VALUES('00000020','00000003');
INSERT INTO "project_endpoint_group" VALUES('00000009','00000004');
INSERT INTO "project_endpoint_group" VALUES('00000019','00000005');
INSERT INTO "project_endpoint_group" VALUES('00000011','00000006');
INSERT INTO "project_endpoint_group" VALUES('00000021','00000007');
INSERT INTO "project_endpoint_group" VALUES('00000014','00000008');
INSERT INTO "project_endpoint_group" VALUES('00000010','00000009');
INSERT INTO "project_endpoint_group" VALUES('00000023','00000010');
INSERT INTO "project_endpoint_group" VALUES('00000001','00000011');
INSERT INTO "project_endpoint_group" VALUES('00000020','00000012');
INSERT INTO "project_endpoint_group" VALUES('00000016','00000013');
INSERT INTO "project_endpoint_group" VALUES('00000018','00000014');
INSERT INTO "project_endpoint_group" VALUES('00000020','00000015');
INSERT INTO "project_endpoint_group" VALUES('00000013','00000016');
INSERT INTO "project_endpoint_group" VALUES('00000020','00000017');
INSERT INTO "project_endpoint_group" VALUES('00000007','00000018');
INSERT INTO "project_endpoint_group" VALUES('00000017','00000019');
INSERT INTO "project_endpoint_group" VALUES('00000023','00000020');
INSERT INTO "project_endpoint_group" VALUES('00000019','00000021');
INSERT INTO "project_endpoint_group" VALUES('00000010','00000022');
INSERT INTO "project_endpoint_group" VALUES('00000012','00000023');
INSERT INTO "project_endpoint_group" VALUES('00000004','00000024');
CREATE TABLE project_tag (
	project_id VARCHAR(64) NOT NULL, 
	name VARCHAR(255) NOT NULL, 
	PRIMARY KEY (project_id, name), 
	UNIQUE (project_id, name), 
	FOREIGN KEY(project_id) REFERENCES project (id) ON DELETE CASCADE
);
INSERT INTO "project_tag" VALUES('00000001','00000001');
INSERT INTO "project_tag" VALUES('00000011','00000002');
INSERT INTO "project_tag" VALUES('00000014','00000003');
INSERT INTO "project_tag" VALUES('00000014','00000004');
INSERT INTO "project_tag" VALUES('00000002','00000005');
INSERT INTO "project_tag" VALUES('00000018','00000006');
INSERT INTO "project_tag" VALUES('00000023','00000007');
INSERT INTO "project_tag" VALUES('00000008','00000008');
INSERT INTO "project_tag" VALUES('00000003','00000009');
INSERT INTO "project_tag" VALUES('00000006','00000010');
INSERT INTO "project_tag" VALUES('00000013','00000011');
INSERT INTO "project_tag" VALUES('00000016','00000012');
INSERT INTO "project_tag" VALUES('00000019','00000013');
INSERT INTO "project_tag" VALUES('00000023','00000014');
INSERT INTO "project_tag" VALUES('00000012','00000015');
INSERT INTO "project_tag" VALUES('00000022','00000016');
INSERT INTO "project_tag" VALUES('00000015','00000017');
INSERT INTO "project_tag" VALUES('00000012','00000018');
INSERT INTO "project_tag" VALUES('00000003','00000019');
INSERT INTO "project_tag" VALUES('00000013','00000020');
INSERT INTO "project_tag" VALUES('00000011','00000021');
INSERT INTO "project_tag" VALUES('00000007','00000022');
INSERT INTO "project_tag" VALUES('00000021','00000023');
INSERT INTO "project_tag" VALUES('00000023','00000024');
CREATE TABLE region (
	id VARCHAR(255) NOT NULL, 
	description VARCHAR(255) NOT NULL, 
	parent_region_id VARCHAR(255), 
	extra TEXT, 
	PRIMARY KEY (id)
);
INSERT INTO "region" VALUES('00000001','description back\slash','parent_region_id %s','{"row": 0, "text": "it''s"}');
INSERT INTO "region" VALUES('00000002','description %s','parent_region_id ',NULL);
INSERT INTO "region" VALUES('00000003','description back\slash','parent_region_id alpha',NULL);
INSERT INTO "region" VALUES('00000004','description Zoë :name','parent_region_id %s','{"row": 3, "text": "it''s"}');
INSERT INTO "region" VALUES('00000005','description alpha','parent_region_id ','{"row": 4, "text": "it''s"}');
INSERT INTO "region" VALUES('00000006','description back\slash','parent_region_id Alpha','{"row": 5, "text": "it''s"}');
INSERT INTO "region" VALUES('00000007','description %s','parent_region_id ','{"row": 6, "text": "it''s"}');
INSERT INTO "region" VALUES('00000008','description Alpha','parent_region_id a "quote"','{"row": 7, "text": "it''s"}');
INSERT INTO "region" VALUES('00000009','description Alpha',NULL,'{"row": 8, "text": "it''s"}');
INSERT INTO "region" VALUES('00000010','description ','parent_region_id ','{"row": 9, "text": "it''s"}');
INSERT INTO "region" VALUES('00000011','description alpha','parent_region_id a "quote"','{"row": 10, "text": "it''s"}');
INSERT INTO "region" VALUES('00000012','description back\slash','parent_region_id a "quote"','{"row": 11, "text": "it''s"}');
INSERT INTO "region" VALUES('00000013','description back\slash','parent_region_id ','{"row": 12, "text": "it''s"}');
INSERT INTO "region" VALUES('00000014','description 日本','parent_region_id two
lines','{"row": 13, "text": "it''s"}');
INSERT INTO "region" VALUES('00000015','description ','parent_region_id %s','{"row": 14, "text": "it''s"}');
INSERT INTO "region" VALUES('00000016','description Zoë :name','parent_region_id it''s 100% sure','{"row": 15, "text": "it''s"}');
INSERT INTO "region" VALUES('00000017','description Zoë :name','parent_region_id two
lines',NULL);
INSERT INTO "region" VALUES('00000018','description 日本','parent_region_id alpha','{"row": 17, "text": "it''s"}');
INSERT INTO "region" VALUES('00000019','description 日本','parent_region_id ','{"row": 18, "text": "it''s"}');
INSERT INTO "region" VALUES('00000020','description %s','parent_region_id it''s 100% sure','{"row": 19, "text": "it''s"}');
INSERT INTO "region" VALUES('00000021','description it''s 100% sure','parent_region_id Zoë :name','{"row": 20, "text": "it''s"}');
INSERT INTO "region" VALUES('00000022','description %s',NULL,'{"row": 21, "text": "it''s"}');
INSERT INTO "region" VALUES('00000023','description Zoë :name','parent_region_id ',NULL);
INSERT INTO "region" VALUES('00000024','description 日本','parent_region_id ',NULL);
CREATE TABLE registered_limit (
	id VARCHAR(64) NOT NULL, 
	service_id VARCHAR(255), 
	region_id VARCHAR(64), 
	resource_name VARCHAR(255), 
	default_limit INTEGER NOT NULL, 
	PRIMARY KEY (id), 
	UNIQUE (service_id, region_id, resource_name), 
	FOREIGN KEY(service_id) REFERENCES service (id), 
	FOREIGN KEY(region_id) REFERENCES region (id)
);
INSERT INTO "registered_limit" VALUES('00000001','00000006','00000007','00000001',0);
INSERT INTO "registered_limit" VALUES('00000002','00000003','00000022','00000002',16384);
INSERT INTO "registered_limit" VALUES('00000003','00000002','00000005',NULL,0);
INSERT INTO "registered_limit" VALUES('00000004',NULL,NULL,'00000004',3);
INSERT INTO "registered_limit" VALUES('00000005','00000011','00000008',NULL,1);
INSERT INTO "registered_limit" VALUES('00000006',NULL,'00000011','00000006',1);
INSERT INTO "registered_limit" VALUES('00000007','00000007','00000015','00000007',6);
INSERT INTO "registered_limit" VALUES('00000008','00000023','00000008','00000008',0);
INSERT INTO "registered_limit" VALUES('00000009','00000001',NULL,'00000009',1);
INSERT INTO "registered_limit" VALUES('00000010','00000021','00000007','00000010',0);
INSERT INTO "registered_limit" VALUES('00000011','00000010',NULL,NULL,10);
INSERT INTO "registered_limit" VALUES('00000012','00000023','00000024','00000012',0);
INSERT INTO "registered_limit" VALUES('00000013',NULL,'00000010','00000013',0);
INSERT INTO "registered_limit" VALUES('00000014',NULL,NULL,'00000014',13);
INSERT INTO "registered_limit" VALUES('00000015','00000004','00000010','00000015',0);
INSERT INTO "registered_limit" VALUES('00000016',NULL,'00000015','00000016',16384);
INSERT INTO "registered_limit" VALUES('00000017','00000015','00000022','00000017',16384);
INSERT INTO "registered_limit" VALUES('00000018',NULL,'00000006','00000018',17);
INSERT INTO "registered_limit" VALUES('00000019','00000002','00000024','00000019',16384);
INSERT INTO "registered_limit" VALUES('00000020','00000024','00000022','00000020',1);
INSERT INTO "registered_limit" VALUES('00000021',NULL,'00000013','00000021',0);
INSERT INTO "registered_limit" VALUES('00000022','00000012','00000002','00000022',16384);
INSERT INTO "registered_limit" VALUES('00000023','00000008','00000015','00000023',0);
INSERT INTO "registered_limit" VALUES('00000024','00000014',NULL,'00000024',1);
CREATE TABLE request_token (
	id VARCHAR(64) NOT NULL, 
	request_secret VARCHAR(64) NOT NULL, 
	verifier VARCHAR(64), 
	authorizing_user_id VARCHAR(64), 
	requested_project_id VARCHAR(64) NOT NULL, 
	role_ids TEXT, 
	consumer_id VARCHAR(64) NOT NULL, 
	expires_at VARCHAR(64), 
	PRIMARY KEY (id), 
	FOREIGN KEY(consumer_id) REFERENCES consumer (id)
);
INSERT INTO "request_token" VALUES('00000001','request_secret Alpha','verifier alpha','authorizing_user_id alpha','requested_project_id back\slash','role_ids it''s 100% sure','00000012','expires_at it''s 100% sure');
INSERT INTO "request_token" VALUES('00000002','request_secret Zoë :name','verifier a "quote"','authorizing_user_id Alpha','requested_project_id %s','role_ids %s','00000019',NULL);
INSERT INTO "request_token" VALUES('00000003','request_secret 日本','verifier two
lines','authorizing_user_id Zoë :name','requested_project_id Zoë :name','role_ids alpha','00000024',NULL);
INSERT INTO "request_token" VALUES('00000004','request_secret Zoë :name','verifier a "quote"','authorizing_user_id back\slash','requested_project_id Alpha','role_ids Zoë :name','00000007','expires_at %s');
INSERT INTO "request_token" VALUES('00000005','request_secret 日本','verifier a "quote"','authorizing_user_id it''s 100% sure','requested_project_id Zoë :name','role_ids Alpha','00000001','expires_at ');
INSERT INTO "request_token" VALUES('00000006','request_secret %s','verifier Zoë :name','authorizing_user_id ','requested_project_id alpha',NULL,'00000008','expires_at Zoë :name');
INSERT INTO "request_token" VALUES('00000007','request_secret 日本','verifier 日本','authorizing_user_id alpha','requested_project_id %s',NULL,'00000009',NULL);
INSERT INTO "request_token" VALUES('00000008','request_secret a "quote"','verifier it''s 100% sure','authorizing_user_id two
lines','requested_project_id %s','role_ids alpha','00000008','expires_at Zoë :name');
INSERT INTO "request_token" VALUES('00000009','request_secret Alpha','verifier a "quote"','authorizing_user_id two
lines','requested_project_id back\slash',NULL,'00000010','expires_at Alpha');
INSERT INTO "request_token" VALUES('00000010','request_secret alpha','verifier Zoë :name','authorizing_user_id it''s 100% sure','requested_project_id %s','role_ids it''s 100% sure','00000003',NULL);
INSERT INTO "request_token" VALUES('00000011','request_secret alpha','verifier two
lines','authorizing_user_id Zoë :name','requested_project_id 日本','role_ids 日本','00000005','expires_at Zoë :name');
INSERT INTO "request_token" VALUES('00000012','request_secret %s',NULL,'authorizing_user_id alpha','requested_project_id a "quote"',NULL,'00000022','expires_at alpha');
INSERT INTO "request_token" VALUES('00000013','request_secret ','verifier 日本',NULL,'requested_project_id alpha','role_ids back\slash','00000019','expires_at Zoë :name');
INSERT INTO "request_token" VALUES('00000014','request_secret two
lines','verifier a "quote"','authorizing_user_id it''s 100% sure','requested_project_id %s','role_ids a "quote"','00000015','expires_at Zoë :name');
INSERT INTO "request_token" VALUES('00000015','request_secret ','verifier Alpha','authorizing_user_id 日本','requested_project_id back\slash','role_ids Zoë :name','00000008','expires_at it''s 100% sure');
INSERT INTO "request_token" VALUES('00000016','request_secret ','verifier 日本','authorizing_user_id ','requested_project_id %s','role_ids 日本','00000007','expires_at a "quote"');
INSERT INTO "request_token" VALUES('00000017','request_secret alpha','verifier alpha','authorizing_user_id back\slash','requested_project_id Zoë :name',NULL,'00000006','expires_at alpha');
INSERT INTO "request_token" VALUES('00000018','request_secret two
lines','verifier Alpha',NULL,'requested_project_id two
lines','role_ids it''s 100% sure','00000004','expires_at Zoë :name');
INSERT INTO "request_token" VALUES('00000019','request_secret ','verifier 日本','authorizing_user_id back\slash','requested_project_id alpha','role_ids it''s 100% sure','00000016','expires_at alpha');
INSERT INTO "request_token" VALUES('00000020','request_secret Zoë :name','verifier 日本','authorizing_user_id back\slash','requested_project_id ',NULL,'00000009','expires_at alpha');
INSERT INTO "request_token" VALUES('00000021','request_secret ','verifier Zoë :name','authorizing_user_id ','requested_project_id back\slash','role_ids back\slash','00000007',NULL);
INSERT INTO "request_token" VALUES('00000022','request_secret ','verifier %s','authorizing_user_id two
lines','requested_project_id back\slash','role_ids back\slash','00000002','expires_at %s');
INSERT INTO "request_token" VALUES('00000023','request_secret alpha',NULL,'authorizing_user_id ','requested_project_id back\slash',NULL,'00000014',NULL);
INSERT INTO "request_token" VALUES('00000024','request_secret ',NULL,'authorizing_user_id it''s 100% sure','requested_project_id a "quote"',NULL,'00000017','expires_at a "quote"');
CREATE TABLE revocation_event (
	id INTEGER NOT NULL, 
	domain_id VARCHAR(64), 
	project_id VARCHAR(64), 
	user_id VARCHAR(64), 
	role_id VARCHAR(64), 
	trust_id VARCHAR(64), 
	consumer_id VARCHAR(64), 
	access_token_id VARCHAR(64), 
	issued_before DATETIME NOT NULL, 
	expires_at DATETIME, 
	revoked_at DATETIME NOT NULL, 
	audit_id VARCHAR(32), 
	audit_chain_id VARCHAR(32), 
	PRIMARY KEY (id)
);
INSERT INTO "revocation_event" VALUES(1,'domain_id two
lines','project_id Zoë :name','user_id it''s 100% sure','role_id it''s 100% sure','trust_id %s',NULL,'access_token_id alpha','2019-03-01 08:30:15.120000',NULL,'2019-03-01 08:30:15.120000','audit_id %s','audit_chain_id two
lines');
INSERT INTO "revocation_event" VALUES(2,'domain_id %s','project_id it''s 100% sure','user_id two
lines',NULL,'trust_id alpha',NULL,'access_token_id 日本','2019-03-02 15:30:15.120000','2019-03-02 15:30:15.120000','2019-03-02 15:30:15.120000','audit_id a "quote"','audit_chain_id back\slash');
INSERT INTO "revocation_event" VALUES(3,NULL,'project_id back\slash','user_id it''s 100% sure',NULL,'trust_id a "quote"','consumer_id two
lines','access_token_id a "quote"','2019-03-03 22:30:15.120000','2019-03-03 22:30:15.120000','2019-03-03 22:30:15.120000','audit_id Zoë :name','audit_chain_id %s');
INSERT INTO "revocation_event" VALUES(4,'domain_id %s','project_id %s','user_id Zoë :name','role_id Zoë :name','trust_id %s','consumer_id two
lines','access_token_id it''s 100% sure','2019-03-05 05:30:15.120000',NULL,'2019-03-05 05:30:15.120000',NULL,'audit_chain_id alpha');
INSERT INTO "revocation_event" VALUES(5,NULL,'project_id a "quote"','user_id ','role_id back\slash','trust_id Alpha',NULL,'access_token_id alpha','2019-03-06 12:30:15.120000','2019-03-06 12:30:15.120000','2019-03-06 12:30:15.120000',NULL,NULL);
INSERT INTO "revocation_event" VALUES(6,'domain_id a "quote"',NULL,NULL,'role_id ','trust_id alpha','consumer_id two
lines','access_token_id two
lines','2019-03-07 19:30:15.120000','2019-03-07 19:30:15.120000','2019-03-07 19:30:15.120000','audit_id it''s 100% sure','audit_chain_id 日本');
INSERT INTO "revocation_event" VALUES(7,'domain_id %s','project_id back\slash','user_id back\slash',NULL,'trust_id 日本','consumer_id ','access_token_id Alpha','2019-03-09 02:30:15.120000','2019-03-09 02:30:15.120000','2019-03-09 02:30:15.120000',NULL,'audit_chain_id 日本');
INSERT INTO "revocation_event" VALUES(8,'domain_id ','project_id back\slash',NULL,'role_id 日本',NULL,NULL,'access_token_id two
lines','2019-03-10 09:30:15.120000','2019-03-10 09:30:15.120000','2019-03-10 09:30:15.120000','audit_id it''s 100% sure','audit_chain_id ');
INSERT INTO "revocation_event" VALUES(9,'domain_id back\slash','project_id a "quote"','user_id a "quote"','role_id alpha','trust_id 日本','consumer_id alpha','access_token_id Zoë :name','2019-03-11 16:30:15.120000','2019-03-11 16:30:15.120000','2019-03-11 16:30:15.120000','audit_id a "quote"','audit_chain_id a "quote"');
INSERT INTO "revocation_event" VALUES(10,'domain_id Zoë :name',NULL,'user_id two
lines','role_id %s','trust_id alpha','consumer_id it''s 100% sure',NULL,'2019-03-12 23:30:15.120000','2019-03-12 23:30:15.120000','2019-03-12 23:30:15.120000','audit_id Zoë :name',NULL);
INSERT INTO "revocation_event" VALUES(11,NULL,'project_id ','user_id ','role_id Zoë :name','trust_id ','consumer_id a "quote"',NULL,'2019-03-14 06:30:15.120000',NULL,'2019-03-14 06:30:15.120000','audit_id back\slash','audit_chain_id %s');
INSERT INTO "revocation_event" VALUES(12,'domain_id a "quote"','project_id Zoë :name',NULL,'role_id back\slash','trust_id Alpha',NULL,'access_token_id ','2019-03-15 13:30:15.120000',NULL,'2019-03-15 13:30:15.120000',NULL,NULL);
INSERT INTO "revocation_event" VALUES(13,'domain_id %s','project_id Alpha','user_id Alpha','role_id two
lines','trust_id 日本','consumer_id %s','access_token_id ','2019-03-16 20:30:15.120000','2019-03-16 20:30:15.120000','2019-03-16 20:30:15.120000',NULL,NULL);
INSERT INTO "revocation_event" VALUES(14,NULL,'project_id Zoë :name','user_id ','role_id Zoë :name',NULL,'consumer_id 日本','access_token_id Alpha','2019-03-18 03:30:15.120000',NULL,'2019-03-18 03:30:15.120000','audit_id 日本','audit_chain_id a "quote"');
INSERT INTO "revocation_event" VALUES(15,'domain_id 日本',NULL,NULL,'role_id 日本','trust_id two
lines','consumer_id Alpha','access_token_id 日本','2019-03-19 10:30:15.120000','2019-03-19 10:30:15.120000','2019-03-19 10:30:15.120000',NULL,NULL);
INSERT INTO "revocation_event" VALUES(16,'domain_id ','project_id %s','user_id alpha','role_id 日本','trust_id ','consumer_id %s','access_token_id Zoë :name','2019-03-20 17:30:15.120000','2019-03-20 17:30:15.120000','2019-03-20 17:30:15.120000',NULL,'audit_chain_id 日本');
INSERT INTO "revocation_event" VALUES(17,'domain_id Zoë :name','project_id ','user_id a "quote"','role_id Alpha','trust_id it''s 100% sure','consumer_id back\slash','access_token_id it''s 100% sure','2019-03-22 00:30:15.120000','2019-03-22 00:30:15.120000','2019-03-22 00:30:15.120000','audit_id ','audit_chain_id %s');
INSERT INTO "revocation_event" VALUES(18,'domain_id it''s 100% sure','project_id it''s 100% sure',NULL,NULL,'trust_id 日本','consumer_id alpha','access_token_id alpha','2019-03-23 07:30:15.120000','2019-03-23 07:30:15.120000','2019-03-23 07:30:15.120000','audit_id back\slash','audit_chain_id Zoë :name');
INSERT INTO "revocation_event" VALUES(19,'domain_id 日本','project_id a "quote"','user_id back\slash','role_id ','trust_id a "quote"','consumer_id ','access_token_id alpha','2019-03-24 14:30:15.120000','2019-03-24 14:30:15.120000','2019-03-24 14:30:15.120000','audit_id alpha','audit_chain_id alpha');
INSERT INTO "revocation_event" VALUES(20,NULL,'project_id 日本','user_id Zoë :name','role_id back\slash','trust_id Alpha','consumer_id ','access_token_id ','2019-03-25 21:30:15.120000','2019-03-25 21:30:15.120000','2019-03-25 21:30:15.120000','audit_id 日本','audit_chain_id ');
INSERT INTO "revocation_event" VALUES(21,'domain_id ','project_id a "quote"','user_id %s',NULL,'trust_id ','consumer_id back\slash','access_token_id ','2019-03-27 04:30:15.120000','2019-03-27 04:30:15.120000','2019-03-27 04:30:15.120000','audit_id ',NULL);
INSERT INTO "revocation_event" VALUES(22,'domain_id Zoë :name','project_id alpha','user_id 日本','role_id %s','trust_id a "quote"','consumer_id ','access_token_id alpha','2019-03-28 11:30:15.120000','2019-03-28 11:30:15.120000','2019-03-28 11:30:15.120000','audit_id a "quote"',NULL);
INSERT INTO "revocation_event" VALUES(23,NULL,'project_id alpha','user_id 日本','role_id it''s 100% sure','trust_id ',NULL,'access_token_id ','2019-03-29 18:30:15.120000','2019-03-29 18:30:15.120000','2019-03-29 18:30:15.120000','audit_id Zoë :name',NULL);
INSERT INTO "revocation_event" VALUES(24,'domain_id Alpha',NULL,'user_id it''s 100% sure','role_id alpha','trust_id two
lines','consumer_id alpha','access_token_id alpha','2019-03-31 01:30:15.120000','2019-03-31 01:30:15.120000','2019-03-31 01:30:15.120000','audit_id alpha',NULL);
CREATE TABLE role (
	id VARCHAR(64) NOT NULL, 
	name VARCHAR(255) NOT NULL, 
	domain_id VARCHAR(64) DEFAULT '<<null>>' NOT NULL, 
	extra TEXT, 
	PRIMARY KEY (id), 
	UNIQUE (name, domain_id)
);
INSERT INTO "role" VALUES('00000001','00000001','00000001','{"row": 0, "text": "it''s"}');
INSERT INTO "role" VALUES('00000002','00000002','00000002','{"row": 1, "text": "it''s"}');
INSERT INTO "role" VALUES('00000003','00000003','00000003','{"row": 2, "text": "it''s"}');
INSERT INTO "role" VALUES('00000004','00000004','00000004','{"row": 3, "text": "it''s"}');
INSERT INTO "role" VALUES('00000005','00000005','00000005',NULL);
INSERT INTO "role" VALUES('00000006','00000006','00000006','{"row": 5, "text": "it''s"}');
INSERT INTO "role" VALUES('00000007','00000007','00000007',NULL);
INSERT INTO "role" VALUES('00000008','00000008','00000008',NULL);
INSERT INTO "role" VALUES('00000009','00000009','00000009','{"row": 8, "text": "it''s"}');
INSERT INTO "role" VALUES('00000010','00000010','00000010','{"row": 9, "text": "it''s"}');
INSERT INTO "role" VALUES('00000011','00000011','00000011','{"row": 10, "text": "it''s"}');
INSERT INTO "role" VALUES('00000012','00000012','00000012',NULL);
INSERT INTO "role" VALUES('00000013','00000013','00000013',NULL);
INSERT INTO "role" VALUES('00000014','00000014','00000014','{"row": 13, "text": "it''s"}');
INSERT INTO "role" VALUES('00000015','00000015','00000015',NULL);
INSERT INTO "role" VALUES('00000016','00000016','00000016','{"row": 15, "text": "it''s"}');
INSERT INTO "role" VALUES('00000017','00000017','00000017',NULL);
INSERT INTO "role" VALUES('00000018','00000018','00000018','{"row": 17, "text": "it''s"}');
INSERT INTO "role" VALUES('00000019','00000019','00000019',NULL);
INSERT INTO "role" VALUES('00000020','00000020','00000020',NULL);
INSERT INTO "role" VALUES('00000021','00000021','00000021','{"row": 20, "text": "it''s"}');
INSERT INTO "role" VALUES('00000022','00000022','00000022','{"row": 21, "text": "it''s"}');
INSERT INTO "role" VALUES('00000023','00000023','00000023','{"row": 22, "text": "it''s"}');
INSERT INTO "role" VALUES('00000024','00000024','00000024','{"row": 23, "text": "it''s"}');
CREATE TABLE sensitive_config (
	domain_id VARCHAR(64) NOT NULL, 
	"group" VARCHAR(255) NOT NULL, 
	option VARCHAR(255) NOT NULL, 
	value TEXT NOT NULL, 
	PRIMARY KEY (domain_id, "group", option)
);
INSERT INTO "sensitive_config" VALUES('00000001','00000001','00000001','{"row": 0, "text": "it''s"}');
INSERT INTO "sensitive_config" VALUES('00000002','00000002','00000002','{"row": 1, "text": "it''s"}');
INSERT INTO "sensitive_config" VALUES('00000003','00000003','00000003','{"row": 2, "text": "it''s"}');
INSERT INTO "sensitive_config" VALUES('00000004','00000004','00000004','{"row": 3, "text": "it''s"}');
INSERT INTO "sensitive_config" VALUES('00000005','00000005','00000005','{"row": 4, "text": "it''s"}');
INSERT INTO "sensitive_config" VALUES('00000006','00000006','00000006','{"row": 5, "text": "it''s"}');
INSERT INTO "sensitive_config" VALUES('00000007','00000007','00000007','{"row": 6, "text": "it''s"}');
INSERT INTO "sensitive_config" VALUES('00000008','00000008','00000008','{"row": 7, "text": "it''s"}');
INSERT INTO "sensitive_config" VALUES('00000009','00000009','00000009','{"row": 8, "text": "it''s"}');
INSERT INTO "sensitive_config" VALUES('00000010','00000010','00000010','{"row": 9, "text": "it''s"}');
INSERT INTO "sensitive_config" VALUES('00000011','00000011','00000011','{"row": 10, "text": "it''s"}');
INSERT INTO "sensitive_config" VALUES('00000012','00000012','00000012','{"row": 11, "text": "it''s"}');
INSERT INTO "sensitive_config" VALUES('00000013','00000013','00000013','{"row": 12, "text": "it''s"}');
INSERT INTO "sensitive_config" VALUES('00000014','00000014','00000014','{"row": 13, "text": "it''s"}');
INSERT INTO "sensitive_config" VALUES('00000015','00000015','00000015','{"row": 14, "text": "it''s"}');
INSERT INTO "sensitive_config" VALUES('00000016','00000016','00000016','{"row": 15, "text": "it''s"}');
INSERT INTO "sensitive_config" VALUES('00000017','00000017','00000017','{"row": 16, "text": "it''s"}');
INSERT INTO "sensitive_config" VALUES('00000018','00000018','00000018','{"row": 17, "text": "it''s"}');
INSERT INTO "sensitive_config" VALUES('00000019','00000019','00000019','{"row": 18, "text": "it''s"}');
INSERT INTO "sensitive_config" VALUES('00000020','00000020','00000020','{"row": 19, "text": "it''s"}');
INSERT INTO "sensitive_config" VALUES('00000021','00000021','00000021','{"row": 20, "text": "it''s"}');
INSERT INTO "sensitive_config" VALUES('00000022','00000022','00000022','{"row": 21, "text": "it''s"}');
INSERT INTO "sensitive_config" VALUES('00000023','00000023','00000023','{"row": 22, "text": "it''s"}');
INSERT INTO "sensitive_config" VALUES('00000024','00000024','00000024','{"row": 23, "text": "it''s"}');
CREATE TABLE service (
	id VARCHAR(64) NOT NULL, 
	type VARCHAR(255), 
	enabled BOOLEAN DEFAULT (1) NOT NULL, 
	extra TEXT, 
	PRIMARY KEY (id), 
	CHECK (enabled IN (0, 1))
);
INSERT INTO "service" VALUES('00000001','type Zoë :name',0,NULL);
INSERT INTO "service" VALUES('00000002','type 日本',0,NULL);
INSERT INTO "service" VALUES('00000003','type two
lines',1,'{"row": 2, "text": "it''s"}');
INSERT INTO "service" VALUES('00000004','type back\slash',0,'{"row": 3, "text": "it''s"}');
INSERT INTO "service" VALUES('00000005','type Alpha',1,'{"row": 4, "text": "it''s"}');
INSERT INTO "service" VALUES('00000006','type back\slash',0,'{"row": 5, "text": "it''s"}');
INSERT INTO "service" VALUES('00000007','type it''s 100% sure',0,'{"row": 6, "text": "it''s"}');
INSERT INTO "service" VALUES('00000008','type 日本',0,'{"row": 7, "text": "it''s"}');
INSERT INTO "service" VALUES('00000009','type Alpha',0,NULL);
INSERT INTO "service" VALUES('00000010','type it''s 100% sure',0,'{"row": 9, "text": "it''s"}');
INSERT INTO "service" VALUES('00000011','type Zoë :name',0,'{"row": 10, "text": "it''s"}');
INSERT INTO "service" VALUES('00000012','type Alpha',0,'{"row": 11, "text": "it''s"}');
INSERT INTO "service" VALUES('00000013','type a "quote"',1,'{"row": 12, "text": "it''s"}');
INSERT INTO "service" VALUES('00000014',NULL,1,'{"row": 13, "text": "it''s"}');
INSERT INTO "service" VALUES('00000015','type alpha',1,'{"row": 14, "text": "it''s"}');
INSERT INTO "service" VALUES('00000016','type back\slash',1,'{"row": 15, "text": "it''s"}');
INSERT INTO "service" VALUES('00000017','type it''s 100% sure',1,NULL);
INSERT INTO "service" VALUES('00000018','type %s',1,'{"row": 17, "text": "it''s"}');
INSERT INTO "service" VALUES('00000019','type alpha',0,NULL);
INSERT INTO "service" VALUES('00000020','type a "quote"',0,'{"row": 19, "text": "it''s"}');
INSERT INTO "service" VALUES('00000021','type two
lines',0,NULL);
INSERT INTO "service" VALUES('00000022','type back\slash',1,'{"row": 21, "text": "it''s"}');
INSERT INTO "service" VALUES('00000023','type Alpha',1,'{"row": 22, "text": "it''s"}');
INSERT INTO "service" VALUES('00000024','type a "quote"',0,'{"row": 23, "text": "it''s"}');
CREATE TABLE service_provider (
	id VARCHAR(64) NOT NULL, 
	enabled BOOLEAN NOT NULL, 
	description TEXT, 
	auth_url VARCHAR(256) NOT NULL, 
	sp_url VARCHAR(256) NOT NULL, 
	relay_state_prefix VARCHAR(256) NOT NULL, 
	PRIMARY KEY (id), 
	CHECK (enabled IN (0, 1))
);
INSERT INTO "service_provider" VALUES('00000001',1,'description ','auth_url ','sp_url a "quote"','relay_state_prefix %s');
INSERT INTO "service_provider" VALUES('00000002',0,NULL,'auth_url Alpha','sp_url Alpha','relay_state_prefix Zoë :name');
INSERT INTO "service_provider" VALUES('00000003',0,'description two
lines','auth_url Zoë :name','sp_url two
lines','relay_state_prefix Alpha');
INSERT INTO "service_provider" VALUES('00000004',0,NULL,'auth_url alpha','sp_url alpha','relay_state_prefix Alpha');
INSERT INTO "service_provider" VALUES('00000005',1,'description Alpha','auth_url a "quote"','sp_url Alpha','relay_state_prefix alpha');
INSERT INTO "service_provider" VALUES('00000006',0,'description ','auth_url Zoë :name','sp_url two
lines','relay_state_prefix it''s 100% sure');
INSERT INTO "service_provider" VALUES('00000007',1,'description alpha','auth_url a "quote"','sp_url two
lines','relay_state_prefix 日本');
INSERT INTO "service_provider" VALUES('00000008',1,'description 日本','auth_url %s','sp_url a "quote"','relay_state_prefix back\slash');
INSERT INTO "service_provider" VALUES('00000009',0,'description back\slash','auth_url Alpha','sp_url alpha','relay_state_prefix 日本');
INSERT INTO "service_provider" VALUES('00000010',0,'description 日本','auth_url Alpha','sp_url back\slash','relay_state_prefix back\slash');
INSERT INTO "service_provider" VALUES('00000011',1,'description two
lines','auth_url a "quote"','sp_url back\slash','relay_state_prefix Alpha');
INSERT INTO "service_provider" VALUES('00000012',1,'description Zoë :name','auth_url ','sp_url two
lines','relay_state_prefix ');
INSERT INTO "service_provider" VALUES('00000013',0,'description Zoë :name','auth_url %s','sp_url it''s 100% sure','relay_state_prefix Alpha');
INSERT INTO "service_provider" VALUES('00000014',1,'description back\slash','auth_url Alpha','sp_url ','relay_state_prefix Zoë :name');
INSERT INTO "service_provider" VALUES('00000015',0,'description back\slash','auth_url ','sp_url alpha','relay_state_prefix Zoë :name');
INSERT INTO "service_provider" VALUES('00000016',0,'description 日本','auth_url ','sp_url two
lines','relay_state_prefix Zoë :name');
INSERT INTO "service_provider" VALUES('00000017',1,NULL,'auth_url %s','sp_url Alpha','relay_state_prefix alpha');
INSERT INTO "service_provider" VALUES('00000018',0,'description Alpha','auth_url back\slash','sp_url Zoë :name','relay_state_prefix alpha');
INSERT INTO "service_provider" VALUES('00000019',1,'description a "quote"','auth_url a "quote"','sp_url back\slash','relay_state_prefix it''s 100% sure');
INSERT INTO "service_provider" VALUES('00000020',0,'description Alpha','auth_url ','sp_url a "quote"','relay_state_prefix Zoë :name');
INSERT INTO "service_provider" VALUES('00000021',1,'description two
lines','auth_url %s','sp_url a "quote"','relay_state_prefix alpha');
INSERT INTO "service_provider" VALUES('00000022',0,'description %s','auth_url it''s 100% sure','sp_url Zoë :name','relay_state_prefix Zoë :name');
INSERT INTO "service_provider" VALUES('00000023',0,'description ','auth_url ','sp_url a "quote"','relay_state_prefix back\slash');
INSERT INTO "service_provider" VALUES('00000024',0,'description 日本','auth_url it''s 100% sure','sp_url two
lines','relay_state_prefix two
lines');
CREATE TABLE system_assignment (
	type VARCHAR(64) NOT NULL, 
	actor_id VARCHAR(64) NOT NULL, 
	target_id VARCHAR(64) NOT NULL, 
	role_id VARCHAR(64) NOT NULL, 
	inherited BOOLEAN NOT NULL, 
	PRIMARY KEY (type, actor_id, target_id, role_id, inherited), 
	CHECK (inherited IN (0, 1))
);
INSERT INTO "system_assignment" VALUES('00000001','00000001','00000001','00000001',1);
INSERT INTO "system_assignment" VALUES('00000002','00000002','00000002','00000002',1);
INSERT INTO "system_assignment" VALUES('00000003','00000003','00000003','00000003',0);
INSERT INTO "system_assignment" VALUES('00000004','00000004','00000004','00000004',0);
INSERT INTO "system_assignment" VALUES('00000005','00000005','00000005','00000005',0);
INSERT INTO "system_assignment" VALUES('00000006','00000006','00000006','00000006',1);
INSERT INTO "system_assignment" VALUES('00000007','00000007','00000007','00000007',1);
INSERT INTO "system_assignment" VALUES('00000008','00000008','00000008','00000008',1);
INSERT INTO "system_assignment" VALUES('00000009','00000009','00000009','00000009',1);
INSERT INTO "system_assignment" VALUES('00000010','00000010','00000010','00000010',1);
INSERT INTO "system_assignment" VALUES('00000011','00000011','00000011','00000011',0);
INSERT INTO "system_assignment" VALUES('00000012','00000012','00000012','00000012',0);
INSERT INTO "system_assignment" VALUES('00000013','00000013','00000013','00000013',0);
INSERT INTO "system_assignment" VALUES('00000014','00000014','00000014','00000014',1);
INSERT INTO "system_assignment" VALUES('00000015','00000015','00000015','00000015',1);
INSERT INTO "system_assignment" VALUES('00000016','00000016','00000016','00000016',1);
INSERT INTO "system_assignment" VALUES('00000017','00000017','00000017','00000017',0);
INSERT INTO "system_assignment" VALUES('00000018','00000018','00000018','00000018',0);
INSERT INTO "system_assignment" VALUES('00000019','00000019','00000019','00000019',1);
INSERT INTO "system_assignment" VALUES('00000020','00000020','00000020','00000020',0);
INSERT INTO "system_assignment" VALUES('00000021','00000021','00000021','00000021',0);
INSERT INTO "system_assignment" VALUES('00000022','00000022','00000022','00000022',0);
INSERT INTO "system_assignment" VALUES('00000023','00000023','00000023','00000023',0);
INSERT INTO "system_assignment" VALUES('00000024','00000024','00000024','00000024',0);
CREATE TABLE token (
	id VARCHAR(64) NOT NULL, 
	expires DATETIME, 
	extra TEXT, 
	valid BOOLEAN NOT NULL, 
	user_id VARCHAR(64), 
	trust_id VARCHAR(64), 
	PRIMARY KEY (id), 
	CHECK (valid IN (0, 1))
);
INSERT INTO "token" VALUES('00000001',NULL,'{"row": 0, "text": "it''s"}',0,'user_id a "quote"',NULL);
INSERT INTO "token" VALUES('00000002','2019-03-02 15:30:15.120000','{"row": 1, "text": "it''s"}',0,'user_id Zoë :name','trust_id it''s 100% sure');
INSERT INTO "token" VALUES('00000003',NULL,'{"row": 2, "text": "it''s"}',1,'user_id two
lines','trust_id two
lines');
INSERT INTO "token" VALUES('00000004','2019-03-05 05:30:15.120000','{"row": 3, "text": "it''s"}',1,NULL,'trust_id 日本');
INSERT INTO "token" VALUES('00000005','2019-03-06 12:30:15.120000','{"row": 4, "text": "it''s"}',1,'user_id Zoë :name','trust_id Zoë :name');
INSERT INTO "token" VALUES('00000006',NULL,NULL,0,'user_id 日本','trust_id 日本');
INSERT INTO "token" VALUES('00000007','2019-03-09 02:30:15.120000','{"row": 6, "text": "it''s"}',0,NULL,'trust_id back\slash');
INSERT INTO "token" VALUES('00000008','2019-03-10 09:30:15.120000','{"row": 7, "text": "it''s"}',1,'user_id ','trust_id it''s 100% sure');
INSERT INTO "token" VALUES('00000009','2019-03-11 16:30:15.120000',NULL,0,'user_id back\slash',NULL);
INSERT INTO "token" VALUES('00000010','2019-03-12 23:30:15.120000','{"row": 9, "text": "it''s"}',1,'user_id a "quote"','trust_id %s');
INSERT INTO "token" VALUES('00000011','2019-03-14 06:30:15.120000','{"row": 10, "text": "it''s"}',1,'user_id Zoë :name','trust_id 日本');
INSERT INTO "token" VALUES('00000012','2019-03-15 13:30:15.120000','{"row": 11, "text": "it''s"}',1,'user_id Zoë :name',NULL);
INSERT INTO "token" VALUES('00000013','2019-03-16 20:30:15.120000','{"row": 12, "text": "it''s"}',0,'user_id 日本',NULL);
INSERT INTO "token" VALUES('00000014','2019-03-18 03:30:15.120000','{"row": 13, "text": "it''s"}',1,'user_id 日本','trust_id it''s 100% sure');
INSERT INTO "token" VALUES('00000015','2019-03-19 10:30:15.120000','{"row": 14, "text": "it''s"}',0,'user_id Zoë :name','trust_id it''s 100% sure');
INSERT INTO "token" VALUES('00000016','2019-03-20 17:30:15.120000','{"row": 15, "text": "it''s"}',1,'user_id two
lines','trust_id 日本');
INSERT INTO "token" VALUES('00000017','2019-03-22 00:30:15.120000','{"row": 16, "text": "it''s"}',1,'user_id alpha','trust_id a "quote"');
INSERT INTO "token" VALUES('00000018',NULL,'{"row": 17, "text": "it''s"}',0,'user_id back\slash',NULL);
INSERT INTO "token" VALUES('00000019','2019-03-24 14:30:15.120000','{"row": 18, "text": "it''s"}',1,NULL,'trust_id Zoë :name');
INSERT INTO "token" VALUES('00000020','2019-03-25 21:30:15.120000','{"row": 19, "text": "it''s"}',1,'user_id Zoë :name','trust_id two
lines');
INSERT INTO "token" VALUES('00000021','2019-03-27 04:30:15.120000',NULL,1,'user_id it''s 100% sure','trust_id 日本');
INSERT INTO "token" VALUES('00000022',NULL,'{"row": 21, "text": "it''s"}',0,'user_id it''s 100% sure','trust_id Alpha');
INSERT INTO "token" VALUES('00000023',NULL,'{"row": 22, "text": "it''s"}',0,'user_id Zoë :name','trust_id Alpha');
INSERT INTO "token" VALUES('00000024','2019-03-31 01:30:15.120000','{"row": 23, "text": "it''s"}',0,'user_id ','trust_id 日本');
CREATE TABLE trust (
	id VARCHAR(64) NOT NULL, 
	trustor_user_id VARCHAR(64) NOT NULL, 
	trustee_user_id VARCHAR(64) NOT NULL, 
	project_id VARCHAR(64), 
	impersonation BOOLEAN NOT NULL, 
	deleted_at DATETIME, 
	expires_at DATETIME, 
	expires_at_int BIGINT, 
	remaining_uses INTEGER, 
	extra TEXT, 
	PRIMARY KEY (id), 
	CONSTRAINT duplicate_trust_constraint UNIQUE (trustor_user_id, trustee_user_id, project_id, impersonation, expires_at), 
	CHECK (impersonation IN (0, 1))
);
INSERT INTO "trust" VALUES('00000001','00000001','00000001','00000001',1,NULL,NULL,1099511627776,1,'{"row": 0, "text": "it''s"}');
INSERT INTO "trust" VALUES('00000002','00000002','00000002','00000002',0,'2019-03-02 15:30:15.120000','2019-03-02 15:30:15.120000',NULL,1,'{"row": 1, "text": "it''s"}');
INSERT INTO "trust" VALUES('00000003','00000003','00000003',NULL,1,'2019-03-03 22:30:15.120000','2019-03-03 22:30:15.120000',0,0,'{"row": 2, "text": "it''s"}');
INSERT INTO "trust" VALUES('00000004','00000004','00000004','00000004',1,'2019-03-05 05:30:15.120000',NULL,3,NULL,NULL);
INSERT INTO "trust" VALUES('00000005','00000005','00000005','00000005',0,'2019-03-06 12:30:15.120000','2019-03-06 12:30:15.120000',1099511627776,1,'{"row": 4, "text": "it''s"}');
INSERT INTO "trust" VALUES('00000006','00000006','00000006',NULL,0,'2019-03-07 19:30:15.120000','2019-03-07 19:30:15.120000',1099511627776,NULL,'{"row": 5, "text": "it''s"}');
INSERT INTO "trust" VALUES('00000007','00000007','00000007','00000007',0,'2019-03-09 02:30:15.120000','2019-03-09 02:30:15.120000',6,0,NULL);
INSERT INTO "trust" VALUES('00000008','00000008','00000008','00000008',1,'2019-03-10 09:30:15.120000','2019-03-10 09:30:15.120000',0,NULL,'{"row": 7, "text": "it''s"}');
INSERT INTO "trust" VALUES('00000009','00000009','00000009','00000009',1,'2019-03-11 16:30:15.120000','2019-03-11 16:30:15.120000',1,1,'{"row": 8, "text": "it''s"}');
INSERT INTO "trust" VALUES('00000010','00000010','00000010','00000010',0,'2019-03-12 23:30:15.120000','2019-03-12 23:30:15.120000',NULL,9,'{"row": 9, "text": "it''s"}');
INSERT INTO "trust" VALUES('00000011','00000011','00000011','00000011',0,NULL,NULL,0,NULL,'{"row": 10, "text": "it''s"}');
INSERT INTO "trust" VALUES('00000012','00000012','00000012','00000012',0,'2019-03-15 13:30:15.120000','2019-03-15 13:30:15.120000',1099511627776,11,'{"row": 11, "text": "it''s"}');
INSERT INTO "trust" VALUES('00000013','00000013','00000013','00000013',0,'2019-03-16 20:30:15.120000','2019-03-16 20:30:15.120000',12,12,'{"row": 12, "text": "it''s"}');
INSERT INTO "trust" VALUES('00000014','00000014','00000014','00000014',1,'2019-03-18 03:30:15.120000','2019-03-18 03:30:15.120000',0,1,'{"row": 13, "text": "it''s"}');
INSERT INTO "trust" VALUES('00000015','00000015','00000015','00000015',0,NULL,'2019-03-19 10:30:15.120000',0,0,'{"row": 14, "text": "it''s"}');
INSERT INTO "trust" VALUES('00000016','00000016','00000016',NULL,1,'2019-03-20 17:30:15.120000','2019-03-20 17:30:15.120000',1,0,'{"row": 15, "text": "it''s"}');
INSERT INTO "trust" VALUES('00000017','00000017','00000017','00000017',1,'2019-03-22 00:30:15.120000','2019-03-22 00:30:15.120000',0,16,'{"row": 16, "text": "it''s"}');
INSERT INTO "trust" VALUES('00000018','00000018','00000018','00000018',0,'2019-03-23 07:30:15.120000',NULL,NULL,17,'{"row": 17, "text": "it''s"}');
INSERT INTO "trust" VALUES('00000019','00000019','00000019','00000019',0,'2019-03-24 14:30:15.120000','2019-03-24 14:30:15.120000',0,18,'{"row": 18, "text": "it''s"}');
INSERT INTO "trust" VALUES('00000020','00000020','00000020','00000020',1,NULL,'2019-03-25 21:30:15.120000',1099511627776,0,NULL);
INSERT INTO "trust" VALUES('00000021','00000021','00000021','00000021',1,'2019-03-27 04:30:15.120000','2019-03-27 04:30:15.120000',0,NULL,'{"row": 20, "text": "it''s"}');
INSERT INTO "trust" VALUES('00000022','00000022','00000022',NULL,1,'2019-03-28 11:30:15.120000','2019-03-28 11:30:15.120000',0,NULL,'{"row": 21, "text": "it''s"}');
INSERT INTO "trust" VALUES('00000023','00000023','00000023','00000023',0,NULL,'2019-03-29 18:30:15.120000',1,22,'{"row": 22, "text": "it''s"}');
INSERT INTO "trust" VALUES('00000024','00000024','00000024','00000024',0,'2019-03-31 01:30:15.120000','2019-03-31 01:30:15.120000',23,NULL,'{"row": 23, "text": "it''s"}');
CREATE TABLE trust_role (
	trust_id VARCHAR(64) NOT NULL, 
	role_id VARCHAR(64) NOT NULL, 
	PRIMARY KEY (trust_id, role_id)
);
INSERT INTO "trust_role" VALUES('00000001','00000001');
INSERT INTO "trust_role" VALUES('00000002','00000002');
INSERT INTO "trust_role" VALUES('00000003','00000003');
INSERT INTO "trust_role" VALUES('00000004','00000004');
INSERT INTO "trust_role" VALUES('00000005','00000005');
INSERT INTO "trust_role" VALUES('00000006','00000006');
INSERT INTO "trust_role" VALUES('00000007','00000007');
INSERT INTO "trust_role" VALUES('00000008','00000008');
INSERT INTO "trust_role" VALUES('00000009','00000009');
INSERT INTO "trust_role" VALUES('00000010','00000010');
INSERT INTO "trust_role" VALUES('00000011','00000011');
INSERT INTO "trust_role" VALUES('00000012','00000012');
INSERT INTO "trust_role" VALUES('00000013','00000013');
INSERT INTO "trust_role" VALUES('00000014','00000014');
INSERT INTO "trust_role" VALUES('00000015','00000015');
INSERT INTO "trust_role" VALUES('00000016','00000016');
INSERT INTO "trust_role" VALUES('00000017','00000017');
INSERT INTO "trust_role" VALUES('00000018','00000018');
INSERT INTO "trust_role" VALUES('00000019','00000019');
INSERT INTO "trust_role" VALUES('00000020','00000020');
INSERT INTO "trust_role" VALUES('00000021','00000021');
INSERT INTO "trust_role" VALUES('00000022','00000022');
INSERT INTO "trust_role" VALUES('00000023','00000023');
INSERT INTO "trust_role" VALUES('00000024','00000024');
CREATE TABLE user (
	id VARCHAR(64) NOT NULL, 
	domain_id VARCHAR(64) NOT NULL, 
	enabled BOOLEAN, 
	extra TEXT, 
	default_project_id VARCHAR(64), 
	created_at DATETIME, 
	last_active_at DATE, 
	PRIMARY KEY (id), 
	UNIQUE (id, domain_id), 
	CHECK (enabled IN (0, 1))
);
INSERT INTO "user" VALUES('00000001','00000001',0,'{"row": 0, "text": "it''s"}','default_project_id ','2019-03-01 08:30:15.120000','2019-03-01');
INSERT INTO "user" VALUES('00000002','00000002',0,'{"row": 1, "text": "it''s"}','default_project_id two
lines','2019-03-02 15:30:15.120000','2019-03-02');
INSERT INTO "user" VALUES('00000003','00000003',0,NULL,'default_project_id a "quote"',NULL,NULL);
INSERT INTO "user" VALUES('00000004','00000004',NULL,NULL,NULL,'2019-03-05 05:30:15.120000','2019-03-04');
INSERT INTO "user" VALUES('00000005','00000005',NULL,'{"row": 4, "text": "it''s"}','default_project_id it''s 100% sure','2019-03-06 12:30:15.120000','2019-03-05');
INSERT INTO "user" VALUES('00000006','00000006',0,'{"row": 5, "text": "it''s"}','default_project_id back\slash','2019-03-07 19:30:15.120000','2019-03-06');
INSERT INTO "user" VALUES('00000007','00000007',0,NULL,'default_project_id it''s 100% sure','2019-03-09 02:30:15.120000',NULL);
INSERT INTO "user" VALUES('00000008','00000008',1,NULL,'default_project_id alpha','2019-03-10 09:30:15.120000','2019-03-08');
INSERT INTO "user" VALUES('00000009','00000009',1,'{"row": 8, "text": "it''s"}','default_project_id back\slash','2019-03-11 16:30:15.120000','2019-03-09');
INSERT INTO "user" VALUES('00000010','00000010',NULL,'{"row": 9, "text": "it''s"}','default_project_id alpha','2019-03-12 23:30:15.120000','2019-03-10');
INSERT INTO "user" VALUES('00000011','00000011',0,'{"row": 10, "text": "it''s"}','default_project_id a "quote"',NULL,'2019-03-11');
INSERT INTO "user" VALUES('00000012','00000012',NULL,NULL,'default_project_id two
lines','2019-03-15 13:30:15.120000',NULL);
INSERT INTO "user" VALUES('00000013','00000013',NULL,'{"row": 12, "text": "it''s"}','default_project_id Zoë :name','2019-03-16 20:30:15.120000','2019-03-13');
INSERT INTO "user" VALUES('00000014','00000014',NULL,'{"row": 13, "text": "it''s"}','default_project_id Alpha','2019-03-18 03:30:15.120000','2019-03-14');
INSERT INTO "user" VALUES('00000015','00000015',0,'{"row": 14, "text": "it''s"}','default_project_id %s','2019-03-19 10:30:15.120000','2019-03-15');
INSERT INTO "user" VALUES('00000016','00000016',0,NULL,NULL,NULL,'2019-03-16');
INSERT INTO "user" VALUES('00000017','00000017',NULL,NULL,'default_project_id %s','2019-03-22 00:30:15.120000','2019-03-17');
INSERT INTO "user" VALUES('00000018','00000018',NULL,NULL,'default_project_id %s','2019-03-23 07:30:15.120000','2019-03-18');
INSERT INTO "user" VALUES('00000019','00000019',1,'{"row": 18, "text": "it''s"}','default_project_id %s','2019-03-24 14:30:15.120000',NULL);
INSERT INTO "user" VALUES('00000020','00000020',1,'{"row": 19, "text": "it''s"}','default_project_id Alpha','2019-03-25 21:30:15.120000','2019-03-20');
INSERT INTO "user" VALUES('00000021','00000021',1,'{"row": 20, "text": "it''s"}','default_project_id alpha','2019-03-27 04:30:15.120000',NULL);
INSERT INTO "user" VALUES('00000022','00000022',1,'{"row": 21, "text": "it''s"}','default_project_id two
lines','2019-03-28 11:30:15.120000','2019-03-22');
INSERT INTO "user" VALUES('00000023','00000023',0,'{"row": 22, "text": "it''s"}','default_project_id Zoë :name','2019-03-29 18:30:15.120000','2019-03-23');
INSERT INTO "user" VALUES('00000024','00000024',NULL,'{"row": 23, "text": "it''s"}','default_project_id Zoë :name',NULL,'2019-03-24');
CREATE TABLE user_group_membership (
	user_id VARCHAR(64) NOT NULL, 
	group_id VARCHAR(64) NOT NULL, 
	PRIMARY KEY (user_id, group_id), 
	FOREIGN KEY(user_id) REFERENCES user (id), 
	FOREIGN KEY(group_id) REFERENCES "group" (id)
);
INSERT INTO "user_group_membership" VALUES('00000013','00000002');
INSERT INTO "user_group_membership" VALUES('00000023','00000011');
INSERT INTO "user_group_membership" VALUES('00000017','00000019');
INSERT INTO "user_group_membership" VALUES('00000011','00000018');
INSERT INTO "user_group_membership" VALUES('00000014','00000014');
INSERT INTO "user_group_membership" VALUES('00000003','00000002');
INSERT INTO "user_group_membership" VALUES('00000005','00000024');
INSERT INTO "user_group_membership" VALUES('00000010','00000005');
INSERT INTO "user_group_membership" VALUES('00000021','00000024');
INSERT INTO "user_group_membership" VALUES('00000001','00000016');
INSERT INTO "user_group_membership" VALUES('00000014','00000016');
INSERT INTO "user_group_membership" VALUES('00000003','00000019');
INSERT INTO "user_group_membership" VALUES('00000014','00000013');
INSERT INTO "user_group_membership" VALUES('00000001','00000019');
INSERT INTO "user_group_membership" VALUES('00000004','00000011');
INSERT INTO "user_group_membership" VALUES('00000015','00000007');
INSERT INTO "user_group_membership" VALUES('00000012','00000011');
INSERT INTO "user_group_membership" VALUES('00000018','00000013');
INSERT INTO "user_group_membership" VALUES('00000003','00000022');
INSERT INTO "user_group_membership" VALUES('00000022','00000022');
INSERT INTO "user_group_membership" VALUES('00000004','00000016');
INSERT INTO "user_group_membership" VALUES('00000001','00000021');
INSERT INTO "user_group_membership" VALUES('00000011','00000021');
INSERT INTO "user_group_membership" VALUES('00000009','00000008');
CREATE TABLE user_option (
	user_id VARCHAR(64) NOT NULL, 
	option_id VARCHAR(4) NOT NULL, 
	option_value TEXT, 
	PRIMARY KEY (user_id, option_id), 
	FOREIGN KEY(user_id) REFERENCES user (id) ON DELETE CASCADE
);
INSERT INTO "user_option" VALUES('00000016','0001','{"row": 0, "text": "it''s"}');
INSERT INTO "user_option" VALUES('00000017','0002',NULL);
INSERT INTO "user_option" VALUES('00000021','0003','{"row": 2, "text": "it''s"}');
INSERT INTO "user_option" VALUES('00000015','0004','{"row": 3, "text": "it''s"}');
INSERT INTO "user_option" VALUES('00000012','0005','{"row": 4, "text": "it''s"}');
INSERT INTO "user_option" VALUES('00000005','0006','{"row": 5, "text": "it''s"}');
INSERT INTO "user_option" VALUES('00000001','0007',NULL);
INSERT INTO "user_option" VALUES('00000002','0008','{"row": 7, "text": "it''s"}');
INSERT INTO "user_option" VALUES('00000015','0009','{"row": 8, "text": "it''s"}');
INSERT INTO "user_option" VALUES('00000008','0010','{"row": 9, "text": "it''s"}');
INSERT INTO "user_option" VALUES('00000020','0011','{"row": 10, "text": "it''s"}');
INSERT INTO "user_option" VALUES('00000024','0012','{"row": 11, "text": "it''s"}');
INSERT INTO "user_option" VALUES('00000015','0013','{"row": 12, "text": "it''s"}');
INSERT INTO "user_option" VALUES('00000011','0014','{"row": 13, "text": "it''s"}');
INSERT INTO "user_option" VALUES('00000014','0015','{"row": 14, "text": "it''s"}');
INSERT INTO "user_option" VALUES('00000013','0016','{"row": 15, "text": "it''s"}');
INSERT INTO "user_option" VALUES('00000010','0017','{"row": 16, "text": "it''s"}');
INSERT INTO "user_option" VALUES('00000024','0018','{"row": 17, "text": "it''s"}');
INSERT INTO "user_option" VALUES('00000006','0019','{"row": 18, "text": "it''s"}');
INSERT INTO "user_option" VALUES('00000018','0020','{"row": 19, "text": "it''s"}');
INSERT INTO "user_option" VALUES('00000001','0021','{"row": 20, "text": "it''s"}');
INSERT INTO "user_option" VALUES('00000001','0022',NULL);
INSERT INTO "user_option" VALUES('00000020','0023',NULL);
INSERT INTO "user_option" VALUES('00000005','0024',NULL);
CREATE TABLE whitelisted_config (
	domain_id VARCHAR(64) NOT NULL, 
	"group" VARCHAR(255) NOT NULL, 
	option VARCHAR(255) NOT NULL, 
	value TEXT NOT NULL, 
	PRIMARY KEY (domain_id, "group", option)
);
INSERT INTO "whitelisted_config" VALUES('00000001','00000001','00000001','{"row": 0, "text": "it''s"}');
INSERT INTO "whitelisted_config" VALUES('00000002','00000002','00000002','{"row": 1, "text": "it''s"}');
INSERT INTO "whitelisted_config" VALUES('00000003','00000003','00000003','{"row": 2, "text": "it''s"}');
INSERT INTO "whitelisted_config" VALUES('00000004','00000004','00000004','{"row": 3, "text": "it''s"}');
INSERT INTO "whitelisted_config" VALUES('00000005','00000005','00000005','{"row": 4, "text": "it''s"}');
INSERT INTO "whitelisted_config" VALUES('00000006','00000006','00000006','{"row": 5, "text": "it''s"}');
INSERT INTO "whitelisted_config" VALUES('00000007','00000007','00000007','{"row": 6, "text": "it''s"}');
INSERT INTO "whitelisted_config" VALUES('00000008','00000008','00000008','{"row": 7, "text": "it''s"}');
INSERT INTO "whitelisted_config" VALUES('00000009','00000009','00000009','{"row": 8, "text": "it''s"}');
INSERT INTO "whitelisted_config" VALUES('00000010','00000010','00000010','{"row": 9, "text": "it''s"}');
INSERT INTO "whitelisted_config" VALUES('00000011','00000011','00000011','{"row": 10, "text": "it''s"}');
INSERT INTO "whitelisted_config" VALUES('00000012','00000012','00000012','{"row": 11, "text": "it''s"}');
INSERT INTO "whitelisted_config" VALUES('00000013','00000013','00000013','{"row": 12, "text": "it''s"}');
INSERT INTO "whitelisted_config" VALUES('00000014','00000014','00000014','{"row": 13, "text": "it''s"}');
INSERT INTO "whitelisted_config" VALUES('00000015','00000015','00000015','{"row": 14, "text": "it''s"}');
INSERT INTO "whitelisted_config" VALUES('00000016','00000016','00000016','{"row": 15, "text": "it''s"}');
INSERT INTO "whitelisted_config" VALUES('00000017','00000017','00000017','{"row": 16, "text": "it''s"}');
INSERT INTO "whitelisted_config" VALUES('00000018','00000018','00000018','{"row": 17, "text": "it''s"}');
INSERT INTO "whitelisted_config" VALUES('00000019','00000019','00000019','{"row": 18, "text": "it''s"}');
INSERT INTO "whitelisted_config" VALUES('00000020','00000020','00000020','{"row": 19, "text": "it''s"}');
INSERT INTO "whitelisted_config" VALUES('00000021','00000021','00000021','{"row": 20, "text": "it''s"}');
INSERT INTO "whitelisted_config" VALUES('00000022','00000022','00000022','{"row": 21, "text": "it''s"}');
INSERT INTO "whitelisted_config" VALUES('00000023','00000023','00000023','{"row": 22, "text": "it''s"}');
INSERT INTO "whitelisted_config" VALUES('00000024','00000024','00000024','{"row": 23, "text": "it''s"}');
CREATE INDEX ix_actor_id ON assignment (actor_id);
CREATE INDEX ix_system_actor_id ON system_assignment (actor_id);
CREATE INDEX ix_user_default_project_id ON user (default_project_id);
CREATE INDEX ix_revocation_event_revoked_at ON revocation_event (revoked_at);
CREATE INDEX ix_revocation_event_user_id_issued_before ON revocation_event (user_id, issued_before);
CREATE INDEX ix_revocation_event_audit_id_issued_before ON revocation_event (audit_id, issued_before);
CREATE INDEX ix_revocation_event_issued_before ON revocation_event (issued_before);
CREATE INDEX ix_revocation_event_project_id_issued_before ON revocation_event (project_id, issued_before);
CREATE INDEX ix_token_trust_id ON token (trust_id);
CREATE INDEX ix_token_expires_valid ON token (expires, valid);
CREATE INDEX ix_token_expires ON token (expires);
CREATE INDEX ix_token_user_id ON token (user_id);
CREATE INDEX ix_request_token_consumer_id ON request_token (consumer_id);
CREATE INDEX ix_access_token_authorizing_user_id ON access_token (authorizing_user_id);
COMMIT;
