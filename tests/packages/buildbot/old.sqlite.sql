BEGIN TRANSACTION;
CREATE TABLE build_properties (
	buildid INTEGER NOT NULL, 
	name VARCHAR(256) NOT NULL, 
	value TEXT NOT NULL, 
	source VARCHAR(256) NOT NULL, 
	FOREIGN KEY(buildid) REFERENCES builds (id) ON DELETE CASCADE
);
INSERT INTO "build_properties" VALUES(7,'name %s','value %s','source %s');
INSERT INTO "build_properties" VALUES(12,'name alpha','value two
lines','source back\slash');
INSERT INTO "build_properties" VALUES(19,'name back\slash','value alpha','source %s');
INSERT INTO "build_properties" VALUES(2,'name alpha','value %s','source back\slash');
INSERT INTO "build_properties" VALUES(20,'name ','value Alpha','source two
lines');
INSERT INTO "build_properties" VALUES(5,'name two
lines','value 日本','source it''s 100% sure');
INSERT INTO "build_properties" VALUES(21,'name it''s 100% sure','value 日本','source Alpha');
INSERT INTO "build_properties" VALUES(5,'name a "quote"','value Alpha','source two
lines');
INSERT INTO "build_properties" VALUES(2,'name back\slash','value it''s 100% sure','source two
lines');
INSERT INTO "build_properties" VALUES(2,'name %s','value 日本','source a "quote"');
INSERT INTO "build_properties" VALUES(23,'name back\slash','value 日本','source alpha');
INSERT INTO "build_properties" VALUES(13,'name alpha','value Zoë :name','source a "quote"');
INSERT INTO "build_properties" VALUES(20,'name it''s 100% sure','value 日本','source %s');
INSERT INTO "build_properties" VALUES(8,'name alpha','value %s','source Alpha');
INSERT INTO "build_properties" VALUES(19,'name %s','value back\slash','source it''s 100% sure');
INSERT INTO "build_properties" VALUES(4,'name alpha','value two
lines','source Zoë :name');
INSERT INTO "build_properties" VALUES(8,'name back\slash','value %s','source 日本');
INSERT INTO "build_properties" VALUES(13,'name alpha','value Alpha','source ');
INSERT INTO "build_properties" VALUES(5,'name Zoë :name','value ','source a "quote"');
INSERT INTO "build_properties" VALUES(19,'name ','value Alpha','source back\slash');
INSERT INTO "build_properties" VALUES(5,'name Alpha','value 日本','source 日本');
INSERT INTO "build_properties" VALUES(13,'name %s','value back\slash','source %s');
INSERT INTO "build_properties" VALUES(22,'name a "quote"','value two
lines','source %s');
INSERT INTO "build_properties" VALUES(21,'name %s','value Zoë :name','source %s');
CREATE TABLE builder_masters (
	id INTEGER NOT NULL, 
	builderid INTEGER NOT NULL, 
	masterid INTEGER NOT NULL, 
	PRIMARY KEY (id), 
	FOREIGN KEY(builderid) REFERENCES builders (id) ON DELETE CASCADE, 
	FOREIGN KEY(masterid) REFERENCES masters (id) ON DELETE CASCADE
);
INSERT INTO "builder_masters" VALUES(1,9,2);
INSERT INTO "builder_masters" VALUES(2,5,3);
INSERT INTO "builder_masters" VALUES(3,7,4);
INSERT INTO "builder_masters" VALUES(4,8,9);
INSERT INTO "builder_masters" VALUES(5,4,6);
INSERT INTO "builder_masters" VALUES(6,5,1);
INSERT INTO "builder_masters" VALUES(7,1,2);
INSERT INTO "builder_masters" VALUES(8,10,2);
INSERT INTO "builder_masters" VALUES(9,9,8);
INSERT INTO "builder_masters" VALUES(10,3,6);
INSERT INTO "builder_masters" VALUES(11,1,3);
INSERT INTO "builder_masters" VALUES(12,4,7);
INSERT INTO "builder_masters" VALUES(13,9,9);
INSERT INTO "builder_masters" VALUES(14,9,10);
INSERT INTO "builder_masters" VALUES(15,7,8);
INSERT INTO "builder_masters" VALUES(16,1,4);
INSERT INTO "builder_masters" VALUES(17,3,5);
INSERT INTO "builder_masters" VALUES(18,9,5);
INSERT INTO "builder_masters" VALUES(19,6,3);
INSERT INTO "builder_masters" VALUES(20,4,4);
INSERT INTO "builder_masters" VALUES(21,6,5);
INSERT INTO "builder_masters" VALUES(22,2,7);
INSERT INTO "builder_masters" VALUES(23,4,5);
INSERT INTO "builder_masters" VALUES(24,6,8);
CREATE TABLE builders (
	id INTEGER NOT NULL, 
	name TEXT NOT NULL, 
	description TEXT, 
	name_hash VARCHAR(40) NOT NULL, 
	PRIMARY KEY (id)
);
INSERT INTO "builders" VALUES(1,'name it''s 100% sure','description Zoë :name','name_hash two
lines');
INSERT INTO "builders" VALUES(2,'name it''s 100% sure','description it''s 100% sure','name_hash Zoë :name');
INSERT INTO "builders" VALUES(3,'name a "quote"','description %s','name_hash ');
INSERT INTO "builders" VALUES(4,'name Alpha','description a "quote"','name_hash back\slash');
INSERT INTO "builders" VALUES(5,'name back\slash','description a "quote"','name_hash %s');
INSERT INTO "builders" VALUES(6,'name Alpha',NULL,'name_hash alpha');
INSERT INTO "builders" VALUES(7,'name two
lines',NULL,'name_hash a "quote"');
INSERT INTO "builders" VALUES(8,'name %s','description 日本','name_hash Alpha');
INSERT INTO "builders" VALUES(9,'name it''s 100% sure','description Zoë :name','name_hash it''s 100% sure');
INSERT INTO "builders" VALUES(10,'name back\slash','description Alpha','name_hash 日本');
CREATE TABLE builders_tags (
	id INTEGER NOT NULL, 
	builderid INTEGER NOT NULL, 
	tagid INTEGER NOT NULL, 
	PRIMARY KEY (id), 
	FOREIGN KEY(builderid) REFERENCES builders (id) ON DELETE CASCADE, 
	FOREIGN KEY(tagid) REFERENCES tags (id) ON DELETE CASCADE
);
INSERT INTO "builders_tags" VALUES(1,5,10);
INSERT INTO "builders_tags" VALUES(2,6,6);
INSERT INTO "builders_tags" VALUES(3,8,9);
INSERT INTO "builders_tags" VALUES(4,7,5);
INSERT INTO "builders_tags" VALUES(5,2,9);
INSERT INTO "builders_tags" VALUES(6,8,7);
INSERT INTO "builders_tags" VALUES(7,2,7);
INSERT INTO "builders_tags" VALUES(8,8,6);
INSERT INTO "builders_tags" VALUES(9,9,9);
INSERT INTO "builders_tags" VALUES(10,7,7);
INSERT INTO "builders_tags" VALUES(11,10,5);
INSERT INTO "builders_tags" VALUES(12,9,5);
INSERT INTO "builders_tags" VALUES(13,5,1);
INSERT INTO "builders_tags" VALUES(14,6,2);
INSERT INTO "builders_tags" VALUES(15,5,5);
INSERT INTO "builders_tags" VALUES(16,9,1);
INSERT INTO "builders_tags" VALUES(17,3,2);
INSERT INTO "builders_tags" VALUES(18,9,6);
INSERT INTO "builders_tags" VALUES(19,1,3);
INSERT INTO "builders_tags" VALUES(20,6,10);
INSERT INTO "builders_tags" VALUES(21,7,6);
INSERT INTO "builders_tags" VALUES(22,9,2);
INSERT INTO "builders_tags" VALUES(23,5,4);
INSERT INTO "builders_tags" VALUES(24,9,7);
CREATE TABLE buildrequest_claims (
	brid INTEGER NOT NULL, 
	masterid INTEGER, 
	claimed_at INTEGER NOT NULL, 
	FOREIGN KEY(brid) REFERENCES buildrequests (id) ON DELETE CASCADE, 
	FOREIGN KEY(masterid) REFERENCES masters (id) ON DELETE CASCADE
);
INSERT INTO "buildrequest_claims" VALUES(4,8,1);
INSERT INTO "buildrequest_claims" VALUES(18,5,1);
INSERT INTO "buildrequest_claims" VALUES(7,NULL,2);
INSERT INTO "buildrequest_claims" VALUES(3,NULL,3);
INSERT INTO "buildrequest_claims" VALUES(14,NULL,4);
INSERT INTO "buildrequest_claims" VALUES(16,5,0);
INSERT INTO "buildrequest_claims" VALUES(21,8,0);
INSERT INTO "buildrequest_claims" VALUES(20,NULL,7);
INSERT INTO "buildrequest_claims" VALUES(1,4,16384);
INSERT INTO "buildrequest_claims" VALUES(5,9,0);
INSERT INTO "buildrequest_claims" VALUES(13,5,16384);
INSERT INTO "buildrequest_claims" VALUES(8,9,0);
INSERT INTO "buildrequest_claims" VALUES(24,3,1);
INSERT INTO "buildrequest_claims" VALUES(15,7,13);
INSERT INTO "buildrequest_claims" VALUES(10,8,1);
INSERT INTO "buildrequest_claims" VALUES(19,4,15);
INSERT INTO "buildrequest_claims" VALUES(22,NULL,1);
INSERT INTO "buildrequest_claims" VALUES(9,7,1);
INSERT INTO "buildrequest_claims" VALUES(23,10,18);
INSERT INTO "buildrequest_claims" VALUES(2,9,19);
INSERT INTO "buildrequest_claims" VALUES(6,2,20);
INSERT INTO "buildrequest_claims" VALUES(11,7,1);
INSERT INTO "buildrequest_claims" VALUES(12,NULL,16384);
INSERT INTO "buildrequest_claims" VALUES(17,NULL,23);
CREATE TABLE buildrequests (
	id INTEGER NOT NULL, 
	buildsetid INTEGER NOT NULL, 
	builderid INTEGER NOT NULL, 
	priority INTEGER DEFAULT '0' NOT NULL, 
	complete INTEGER DEFAULT '0', 
	results SMALLINT, 
	submitted_at INTEGER NOT NULL, 
	complete_at INTEGER, 
	waited_for SMALLINT DEFAULT '0', 
	PRIMARY KEY (id), 
	FOREIGN KEY(buildsetid) REFERENCES buildsets (id) ON DELETE CASCADE, 
	FOREIGN KEY(builderid) REFERENCES builders (id) ON DELETE CASCADE
);
INSERT INTO "buildrequests" VALUES(1,21,3,0,NULL,16384,0,0,16384);
INSERT INTO "buildrequests" VALUES(2,7,6,0,1,16384,0,0,0);
INSERT INTO "buildrequests" VALUES(3,22,5,2,16384,16384,0,1,0);
INSERT INTO "buildrequests" VALUES(4,8,6,1,16384,16384,1,3,0);
INSERT INTO "buildrequests" VALUES(5,16,5,1,1,0,4,0,4);
INSERT INTO "buildrequests" VALUES(6,24,1,16384,NULL,5,0,5,1);
INSERT INTO "buildrequests" VALUES(7,21,5,0,16384,16384,6,16384,6);
INSERT INTO "buildrequests" VALUES(8,15,8,0,NULL,16384,1,16384,16384);
INSERT INTO "buildrequests" VALUES(9,23,10,1,8,1,0,16384,NULL);
INSERT INTO "buildrequests" VALUES(10,14,6,1,NULL,0,9,0,9);
INSERT INTO "buildrequests" VALUES(11,15,7,0,1,16384,16384,0,NULL);
INSERT INTO "buildrequests" VALUES(12,16,6,11,NULL,16384,16384,1,11);
INSERT INTO "buildrequests" VALUES(13,18,6,1,1,16384,16384,NULL,0);
INSERT INTO "buildrequests" VALUES(14,17,1,0,13,NULL,16384,NULL,NULL);
INSERT INTO "buildrequests" VALUES(15,22,9,1,NULL,16384,1,16384,0);
INSERT INTO "buildrequests" VALUES(16,5,8,0,15,0,15,16384,0);
INSERT INTO "buildrequests" VALUES(17,2,4,16,NULL,0,16,NULL,16);
INSERT INTO "buildrequests" VALUES(18,13,3,16384,0,NULL,1,NULL,1);
INSERT INTO "buildrequests" VALUES(19,11,2,1,1,0,1,1,0);
INSERT INTO "buildrequests" VALUES(20,3,7,19,NULL,NULL,19,1,19);
INSERT INTO "buildrequests" VALUES(21,2,9,0,20,1,0,20,16384);
INSERT INTO "buildrequests" VALUES(22,21,4,1,16384,1,1,21,NULL);
INSERT INTO "buildrequests" VALUES(23,9,10,0,1,NULL,16384,22,0);
INSERT INTO "buildrequests" VALUES(24,12,2,16384,NULL,0,0,0,23);
CREATE TABLE builds (
	id INTEGER NOT NULL, 
	number INTEGER NOT NULL, 
	builderid INTEGER, 
	buildrequestid INTEGER NOT NULL, 
	workerid INTEGER, 
	masterid INTEGER NOT NULL, 
	started_at INTEGER NOT NULL, 
	complete_at INTEGER, 
	state_string TEXT NOT NULL, 
	results INTEGER, 
	PRIMARY KEY (id), 
	FOREIGN KEY(builderid) REFERENCES builders (id) ON DELETE CASCADE, 
	CONSTRAINT buildrequestid FOREIGN KEY(buildrequestid) REFERENCES buildrequests (id) ON DELETE CASCADE, 
	FOREIGN KEY(workerid) REFERENCES workers (id) ON DELETE CASCADE, 
	FOREIGN KEY(masterid) REFERENCES masters (id) ON DELETE CASCADE
);
INSERT INTO "builds" VALUES(1,16384,9,9,6,9,1,NULL,'state_string %s',NULL);
INSERT INTO "builds" VALUES(2,16384,2,11,7,9,1,0,'state_string %s',1);
INSERT INTO "builds" VALUES(3,0,10,7,5,10,2,NULL,'state_string ',2);
INSERT INTO "builds" VALUES(4,16384,5,3,3,3,16384,0,'state_string Zoë :name',0);
INSERT INTO "builds" VALUES(5,0,3,16,3,1,1,0,'state_string two
lines',16384);
INSERT INTO "builds" VALUES(6,16384,6,21,2,9,16384,1,'state_string it''s 100% sure',NULL);
INSERT INTO "builds" VALUES(7,1,4,3,2,4,16384,NULL,'state_string back\slash',0);
INSERT INTO "builds" VALUES(8,7,8,2,6,7,7,NULL,'state_string it''s 100% sure',0);
INSERT INTO "builds" VALUES(9,8,2,4,7,9,8,8,'state_string Alpha',16384);
INSERT INTO "builds" VALUES(10,1,2,6,NULL,4,16384,16384,'state_string alpha',9);
INSERT INTO "builds" VALUES(11,0,2,1,6,9,1,16384,'state_string 日本',NULL);
INSERT INTO "builds" VALUES(12,1,3,16,6,4,0,16384,'state_string 日本',0);
INSERT INTO "builds" VALUES(13,0,5,17,8,5,0,0,'state_string ',12);
INSERT INTO "builds" VALUES(14,16384,1,15,2,2,16384,1,'state_string Alpha',1);
INSERT INTO "builds" VALUES(15,1,1,8,7,5,14,14,'state_string ',14);
INSERT INTO "builds" VALUES(16,15,1,15,2,6,1,0,'state_string 日本',1);
INSERT INTO "builds" VALUES(17,0,7,20,6,7,0,16384,'state_string a "quote"',0);
INSERT INTO "builds" VALUES(18,0,1,21,10,1,17,0,'state_string it''s 100% sure',1);
INSERT INTO "builds" VALUES(19,18,8,16,7,3,1,NULL,'state_string Zoë :name',1);
INSERT INTO "builds" VALUES(20,19,8,3,4,3,16384,19,'state_string back\slash',NULL);
INSERT INTO "builds" VALUES(21,20,9,1,3,3,20,0,'state_string a "quote"',0);
INSERT INTO "builds" VALUES(22,21,5,8,NULL,10,1,1,'state_string ',1);
INSERT INTO "builds" VALUES(23,16384,8,13,10,8,22,NULL,'state_string Alpha',1);
INSERT INTO "builds" VALUES(24,0,9,1,7,5,1,1,'state_string alpha',16384);
CREATE TABLE buildset_properties (
	buildsetid INTEGER NOT NULL, 
	property_name VARCHAR(256) NOT NULL, 
	property_value TEXT NOT NULL, 
	FOREIGN KEY(buildsetid) REFERENCES buildsets (id) ON DELETE CASCADE
);
INSERT INTO "buildset_properties" VALUES(23,'property_name Alpha','property_value alpha');
INSERT INTO "buildset_properties" VALUES(10,'property_name back\slash','property_value %s');
INSERT INTO "buildset_properties" VALUES(8,'property_name %s','property_value two
lines');
INSERT INTO "buildset_properties" VALUES(12,'property_name Zoë :name','property_value ');
INSERT INTO "buildset_properties" VALUES(24,'property_name Zoë :name','property_value a "quote"');
INSERT INTO "buildset_properties" VALUES(8,'property_name Alpha','property_value Alpha');
INSERT INTO "buildset_properties" VALUES(19,'property_name it''s 100% sure','property_value a "quote"');
INSERT INTO "buildset_properties" VALUES(11,'property_name %s','property_value Alpha');
INSERT INTO "buildset_properties" VALUES(4,'property_name %s','property_value back\slash');
INSERT INTO "buildset_properties" VALUES(11,'property_name two
lines','property_value back\slash');
INSERT INTO "buildset_properties" VALUES(20,'property_name back\slash','property_value alpha');
INSERT INTO "buildset_properties" VALUES(1,'property_name back\slash','property_value 日本');
INSERT INTO "buildset_properties" VALUES(9,'property_name it''s 100% sure','property_value ');
INSERT INTO "buildset_properties" VALUES(18,'property_name Alpha','property_value a "quote"');
INSERT INTO "buildset_properties" VALUES(6,'property_name %s','property_value Zoë :name');
INSERT INTO "buildset_properties" VALUES(21,'property_name Alpha','property_value ');
INSERT INTO "buildset_properties" VALUES(2,'property_name %s','property_value Alpha');
INSERT INTO "buildset_properties" VALUES(6,'property_name two
lines','property_value back\slash');
INSERT INTO "buildset_properties" VALUES(23,'property_name it''s 100% sure','property_value 日本');
INSERT INTO "buildset_properties" VALUES(19,'property_name two
lines','property_value it''s 100% sure');
INSERT INTO "buildset_properties" VALUES(24,'property_name it''s 100% sure','property_value Alpha');
INSERT INTO "buildset_properties" VALUES(19,'property_name ','property_value 日本');
INSERT INTO "buildset_properties" VALUES(22,'property_name Alpha','property_value a "quote"');
INSERT INTO "buildset_properties" VALUES(2,'property_name back\slash','property_value a "quote"');
CREATE TABLE buildset_sourcestamps (
	id INTEGER NOT NULL, 
	buildsetid INTEGER NOT NULL, 
	sourcestampid INTEGER NOT NULL, 
	PRIMARY KEY (id), 
	FOREIGN KEY(buildsetid) REFERENCES buildsets (id) ON DELETE CASCADE, 
	FOREIGN KEY(sourcestampid) REFERENCES sourcestamps (id) ON DELETE CASCADE
);
INSERT INTO "buildset_sourcestamps" VALUES(1,9,3);
INSERT INTO "buildset_sourcestamps" VALUES(2,11,10);
INSERT INTO "buildset_sourcestamps" VALUES(3,3,2);
INSERT INTO "buildset_sourcestamps" VALUES(4,16,1);
INSERT INTO "buildset_sourcestamps" VALUES(5,17,5);
INSERT INTO "buildset_sourcestamps" VALUES(6,21,6);
INSERT INTO "buildset_sourcestamps" VALUES(7,13,3);
INSERT INTO "buildset_sourcestamps" VALUES(8,18,9);
INSERT INTO "buildset_sourcestamps" VALUES(9,18,3);
INSERT INTO "buildset_sourcestamps" VALUES(10,15,4);
INSERT INTO "buildset_sourcestamps" VALUES(11,3,10);
INSERT INTO "buildset_sourcestamps" VALUES(12,18,7);
INSERT INTO "buildset_sourcestamps" VALUES(13,21,4);
INSERT INTO "buildset_sourcestamps" VALUES(14,3,4);
INSERT INTO "buildset_sourcestamps" VALUES(15,14,5);
INSERT INTO "buildset_sourcestamps" VALUES(16,3,5);
INSERT INTO "buildset_sourcestamps" VALUES(17,24,3);
INSERT INTO "buildset_sourcestamps" VALUES(18,22,6);
INSERT INTO "buildset_sourcestamps" VALUES(19,22,9);
INSERT INTO "buildset_sourcestamps" VALUES(20,10,4);
INSERT INTO "buildset_sourcestamps" VALUES(21,1,9);
INSERT INTO "buildset_sourcestamps" VALUES(22,19,3);
INSERT INTO "buildset_sourcestamps" VALUES(23,7,6);
INSERT INTO "buildset_sourcestamps" VALUES(24,14,7);
CREATE TABLE buildsets (
	id INTEGER NOT NULL, 
	external_idstring VARCHAR(256), 
	reason VARCHAR(256), 
	submitted_at INTEGER NOT NULL, 
	complete SMALLINT DEFAULT '0' NOT NULL, 
	complete_at INTEGER, 
	results SMALLINT, 
	parent_buildid INTEGER, 
	parent_relationship TEXT, 
	PRIMARY KEY (id), 
	CONSTRAINT parent_buildid FOREIGN KEY(parent_buildid) REFERENCES builds (id) ON DELETE CASCADE
);
INSERT INTO "buildsets" VALUES(1,NULL,'reason a "quote"',16384,16384,16384,0,NULL,'parent_relationship Zoë :name');
INSERT INTO "buildsets" VALUES(2,'external_idstring Zoë :name','reason 日本',0,16384,0,NULL,NULL,NULL);
INSERT INTO "buildsets" VALUES(3,'external_idstring two
lines','reason %s',0,1,1,2,NULL,'parent_relationship alpha');
INSERT INTO "buildsets" VALUES(4,NULL,NULL,1,16384,0,0,NULL,'parent_relationship a "quote"');
INSERT INTO "buildsets" VALUES(5,NULL,'reason Zoë :name',0,1,16384,1,NULL,'parent_relationship alpha');
INSERT INTO "buildsets" VALUES(6,'external_idstring alpha',NULL,16384,0,0,NULL,NULL,'parent_relationship a "quote"');
INSERT INTO "buildsets" VALUES(7,'external_idstring Zoë :name','reason it''s 100% sure',6,1,16384,0,NULL,'parent_relationship alpha');
INSERT INTO "buildsets" VALUES(8,'external_idstring ',NULL,16384,0,0,16384,NULL,'parent_relationship it''s 100% sure');
INSERT INTO "buildsets" VALUES(9,'external_idstring it''s 100% sure','reason Alpha',8,1,8,1,NULL,NULL);
INSERT INTO "buildsets" VALUES(10,'external_idstring Zoë :name','reason a "quote"',0,16384,0,NULL,NULL,NULL);
INSERT INTO "buildsets" VALUES(11,'external_idstring a "quote"','reason a "quote"',0,10,16384,1,NULL,NULL);
INSERT INTO "buildsets" VALUES(12,'external_idstring %s','reason Zoë :name',11,0,11,NULL,NULL,'parent_relationship Zoë :name');
INSERT INTO "buildsets" VALUES(13,'external_idstring Zoë :name','reason Alpha',12,16384,NULL,1,NULL,'parent_relationship Zoë :name');
INSERT INTO "buildsets" VALUES(14,'external_idstring ','reason back\slash',0,16384,16384,13,NULL,'parent_relationship alpha');
INSERT INTO "buildsets" VALUES(15,'external_idstring back\slash','reason it''s 100% sure',0,16384,0,0,NULL,NULL);
INSERT INTO "buildsets" VALUES(16,NULL,NULL,1,15,15,15,NULL,'parent_relationship Zoë :name');
INSERT INTO "buildsets" VALUES(17,'external_idstring ',NULL,16,16,0,1,NULL,'parent_relationship it''s 100% sure');
INSERT INTO "buildsets" VALUES(18,'external_idstring two
lines','reason 日本',16384,0,1,NULL,NULL,'parent_relationship two
lines');
INSERT INTO "buildsets" VALUES(19,'external_idstring 日本',NULL,18,0,1,0,NULL,NULL);
INSERT INTO "buildsets" VALUES(20,'external_idstring back\slash',NULL,1,16384,NULL,16384,NULL,'parent_relationship 日本');
INSERT INTO "buildsets" VALUES(21,'external_idstring a "quote"','reason two
lines',16384,16384,NULL,20,NULL,'parent_relationship ');
INSERT INTO "buildsets" VALUES(22,'external_idstring ','reason it''s 100% sure',16384,1,0,0,NULL,NULL);
INSERT INTO "buildsets" VALUES(23,'external_idstring %s','reason two
lines',1,16384,22,NULL,NULL,'parent_relationship it''s 100% sure');
INSERT INTO "buildsets" VALUES(24,'external_idstring 日本','reason %s',1,1,0,1,NULL,'parent_relationship a "quote"');
CREATE TABLE change_files (
	changeid INTEGER NOT NULL, 
	filename VARCHAR(1024) NOT NULL, 
	FOREIGN KEY(changeid) REFERENCES changes (changeid) ON DELETE CASCADE
);
INSERT INTO "change_files" VALUES(14,'filename two
lines');
INSERT INTO "change_files" VALUES(12,'filename Alpha');
INSERT INTO "change_files" VALUES(19,'filename alpha');
INSERT INTO "change_files" VALUES(20,'filename 日本');
INSERT INTO "change_files" VALUES(21,'filename it''s 100% sure');
INSERT INTO "change_files" VALUES(18,'filename two
lines');
INSERT INTO "change_files" VALUES(8,'filename %s');
INSERT INTO "change_files" VALUES(11,'filename ');
INSERT INTO "change_files" VALUES(6,'filename Alpha');
INSERT INTO "change_files" VALUES(7,'filename alpha');
INSERT INTO "change_files" VALUES(18,'filename alpha');
INSERT INTO "change_files" VALUES(10,'filename it''s 100% sure');
INSERT INTO "change_files" VALUES(23,'filename ');
INSERT INTO "change_files" VALUES(23,'filename %s');
INSERT INTO "change_files" VALUES(20,'filename alpha');
INSERT INTO "change_files" VALUES(24,'filename it''s 100% sure');
INSERT INTO "change_files" VALUES(22,'filename Alpha');
INSERT INTO "change_files" VALUES(20,'filename two
lines');
INSERT INTO "change_files" VALUES(8,'filename 日本');
INSERT INTO "change_files" VALUES(16,'filename 日本');
INSERT INTO "change_files" VALUES(6,'filename it''s 100% sure');
INSERT INTO "change_files" VALUES(1,'filename two
lines');
INSERT INTO "change_files" VALUES(11,'filename ');
INSERT INTO "change_files" VALUES(2,'filename Zoë :name');
CREATE TABLE change_properties (
	changeid INTEGER NOT NULL, 
	property_name VARCHAR(256) NOT NULL, 
	property_value TEXT NOT NULL, 
	FOREIGN KEY(changeid) REFERENCES changes (changeid) ON DELETE CASCADE
);
INSERT INTO "change_properties" VALUES(23,'property_name a "quote"','property_value %s');
INSERT INTO "change_properties" VALUES(7,'property_name a "quote"','property_value %s');
INSERT INTO "change_properties" VALUES(24,'property_name it''s 100% sure','property_value two
lines');
INSERT INTO "change_properties" VALUES(13,'property_name it''s 100% sure','property_value two
lines');
INSERT INTO "change_properties" VALUES(11,'property_name Alpha','property_value Zoë :name');
INSERT INTO "change_properties" VALUES(2,'property_name it''s 100% sure','property_value it''s 100% sure');
INSERT INTO "change_properties" VALUES(5,'property_name 日本','property_value ');
INSERT INTO "change_properties" VALUES(17,'property_name Zoë :name','property_value back\slash');
INSERT INTO "change_properties" VALUES(24,'property_name Alpha','property_value ');
INSERT INTO "change_properties" VALUES(21,'property_name 日本','property_value %s');
INSERT INTO "change_properties" VALUES(7,'property_name Alpha','property_value 日本');
INSERT INTO "change_properties" VALUES(22,'property_name back\slash','property_value Zoë :name');
INSERT INTO "change_properties" VALUES(20,'property_name it''s 100% sure','property_value Alpha');
INSERT INTO "change_properties" VALUES(12,'property_name Alpha','property_value back\slash');
INSERT INTO "change_properties" VALUES(9,'property_name Zoë :name','property_value alpha');
INSERT INTO "change_properties" VALUES(4,'property_name it''s 100% sure','property_value two
lines');
INSERT INTO "change_properties" VALUES(17,'property_name it''s 100% sure','property_value ');
INSERT INTO "change_properties" VALUES(18,'property_name %s','property_value ');
INSERT INTO "change_properties" VALUES(17,'property_name Zoë :name','property_value it''s 100% sure');
INSERT INTO "change_properties" VALUES(10,'property_name Zoë :name','property_value ');
INSERT INTO "change_properties" VALUES(13,'property_name 日本','property_value 日本');
INSERT INTO "change_properties" VALUES(8,'property_name Zoë :name','property_value Zoë :name');
INSERT INTO "change_properties" VALUES(4,'property_name it''s 100% sure','property_value it''s 100% sure');
INSERT INTO "change_properties" VALUES(12,'property_name it''s 100% sure','property_value alpha');
CREATE TABLE change_users (
	changeid INTEGER NOT NULL, 
	uid INTEGER NOT NULL, 
	FOREIGN KEY(changeid) REFERENCES changes (changeid) ON DELETE CASCADE, 
	FOREIGN KEY(uid) REFERENCES users (uid) ON DELETE CASCADE
);
INSERT INTO "change_users" VALUES(2,2);
INSERT INTO "change_users" VALUES(24,9);
INSERT INTO "change_users" VALUES(4,10);
INSERT INTO "change_users" VALUES(13,4);
INSERT INTO "change_users" VALUES(5,4);
INSERT INTO "change_users" VALUES(14,2);
INSERT INTO "change_users" VALUES(14,7);
INSERT INTO "change_users" VALUES(20,6);
INSERT INTO "change_users" VALUES(11,2);
INSERT INTO "change_users" VALUES(15,3);
INSERT INTO "change_users" VALUES(14,7);
INSERT INTO "change_users" VALUES(17,7);
INSERT INTO "change_users" VALUES(11,7);
INSERT INTO "change_users" VALUES(9,9);
INSERT INTO "change_users" VALUES(8,7);
INSERT INTO "change_users" VALUES(10,6);
INSERT INTO "change_users" VALUES(1,4);
INSERT INTO "change_users" VALUES(15,2);
INSERT INTO "change_users" VALUES(24,5);
INSERT INTO "change_users" VALUES(12,1);
INSERT INTO "change_users" VALUES(18,3);
INSERT INTO "change_users" VALUES(7,5);
INSERT INTO "change_users" VALUES(15,3);
INSERT INTO "change_users" VALUES(11,6);
CREATE TABLE changes (
	changeid INTEGER NOT NULL, 
	author VARCHAR(255) NOT NULL, 
	comments TEXT NOT NULL, 
	branch VARCHAR(255), 
	revision VARCHAR(255), 
	revlink VARCHAR(256), 
	when_timestamp INTEGER NOT NULL, 
	category VARCHAR(255), 
	repository VARCHAR(512) DEFAULT '' NOT NULL, 
	codebase VARCHAR(256) DEFAULT '' NOT NULL, 
	project VARCHAR(512) DEFAULT '' NOT NULL, 
	sourcestampid INTEGER, 
	parent_changeids INTEGER, 
	PRIMARY KEY (changeid), 
	FOREIGN KEY(sourcestampid) REFERENCES sourcestamps (id) ON DELETE CASCADE, 
	FOREIGN KEY(parent_changeids) REFERENCES changes (changeid) ON DELETE CASCADE
);
INSERT INTO "changes" VALUES(1,'author Zoë :name','comments a "quote"',NULL,NULL,'revlink Zoë :name',0,NULL,'repository a "quote"','codebase two
lines','project Alpha',9,NULL);
INSERT INTO "changes" VALUES(2,'author Zoë :name','comments it''s 100% sure',NULL,'revision a "quote"','revlink alpha',16384,'category it''s 100% sure','repository Alpha','codebase two
lines','project alpha',4,1);
INSERT INTO "changes" VALUES(3,'author %s','comments 日本','branch it''s 100% sure',NULL,'revlink two
lines',0,'category Alpha','repository back\slash','codebase alpha','project two
lines',4,2);
INSERT INTO "changes" VALUES(4,'author 日本','comments back\slash','branch Zoë :name','revision Zoë :name','revlink two
lines',16384,NULL,'repository Zoë :name','codebase ','project two
lines',NULL,NULL);
INSERT INTO "changes" VALUES(5,'author back\slash','comments it''s 100% sure','branch Zoë :name',NULL,'revlink two
lines',4,'category Alpha','repository %s','codebase two
lines','project a "quote"',7,3);
INSERT INTO "changes" VALUES(6,'author it''s 100% sure','comments alpha','branch it''s 100% sure',NULL,'revlink two
lines',1,'category Alpha','repository two
lines','codebase %s','project ',4,4);
INSERT INTO "changes" VALUES(7,'author ','comments 日本',NULL,'revision 日本','revlink alpha',1,'category Alpha','repository Zoë :name','codebase 日本','project %s',10,4);
INSERT INTO "changes" VALUES(8,'author alpha','comments %s','branch back\slash','revision 日本','revlink back\slash',16384,'category 日本','repository ','codebase it''s 100% sure','project %s',8,3);
INSERT INTO "changes" VALUES(9,'author Alpha','comments 日本','branch a "quote"',NULL,'revlink Alpha',8,'category 日本','repository a "quote"','codebase %s','project Zoë :name',5,5);
INSERT INTO "changes" VALUES(10,'author 日本','comments %s','branch ','revision a "quote"',NULL,16384,'category 日本','repository %s','codebase %s','project ',8,4);
INSERT INTO "changes" VALUES(11,'author ','comments a "quote"','branch ','revision back\slash','revlink %s',0,'category two
lines','repository Zoë :name','codebase 日本','project ',NULL,7);
INSERT INTO "changes" VALUES(12,'author ','comments 日本','branch alpha','revision it''s 100% sure','revlink back\slash',16384,'category 日本','repository %s','codebase a "quote"','project alpha',9,NULL);
INSERT INTO "changes" VALUES(13,'author two
lines','comments a "quote"','branch 日本','revision %s','revlink alpha',16384,'category Zoë :name','repository ','codebase alpha','project 日本',8,NULL);
INSERT INTO "changes" VALUES(14,'author it''s 100% sure','comments 日本','branch two
lines','revision ','revlink a "quote"',1,'category %s','repository back\slash','codebase it''s 100% sure','project two
lines',2,3);
INSERT INTO "changes" VALUES(15,'author a "quote"','comments Alpha','branch alpha','revision two
lines',NULL,1,'category alpha','repository back\slash','codebase 日本','project ',10,14);
INSERT INTO "changes" VALUES(16,'author 日本','comments two
lines','branch a "quote"','revision Alpha','revlink a "quote"',15,'category it''s 100% sure','repository Alpha','codebase Alpha','project 日本',NULL,6);
INSERT INTO "changes" VALUES(17,'author back\slash','comments 日本','branch alpha',NULL,'revlink Alpha',1,'category Zoë :name','repository a "quote"','codebase back\slash','project Alpha',5,1);
INSERT INTO "changes" VALUES(18,'author 日本','comments ','branch alpha','revision Alpha','revlink Zoë :name',16384,'category %s','repository a "quote"','codebase back\slash','project alpha',3,NULL);
INSERT INTO "changes" VALUES(19,'author ','comments it''s 100% sure','branch %s',NULL,'revlink Alpha',16384,'category back\slash','repository Alpha','codebase alpha','project ',6,14);
INSERT INTO "changes" VALUES(20,'author %s','comments back\slash','branch Zoë :name',NULL,'revlink Zoë :name',16384,'category ','repository alpha','codebase %s','project back\slash',6,17);
INSERT INTO "changes" VALUES(21,'author alpha','comments back\slash','branch it''s 100% sure','revision alpha','revlink alpha',1,'category back\slash','repository back\slash','codebase two
lines','project back\slash',3,5);
INSERT INTO "changes" VALUES(22,'author alpha','comments %s','branch ','revision two
lines','revlink Zoë :name',16384,'category alpha','repository a "quote"','codebase 日本','project ',5,17);
INSERT INTO "changes" VALUES(23,'author it''s 100% sure','comments a "quote"',NULL,'revision two
lines','revlink it''s 100% sure',1,'category Zoë :name','repository ','codebase back\slash','project 日本',8,15);
INSERT INTO "changes" VALUES(24,'author %s','comments a "quote"','branch Alpha','revision Zoë :name',NULL,23,'category %s','repository Alpha','codebase back\slash','project it''s 100% sure',NULL,16);
CREATE TABLE changesource_masters (
	changesourceid INTEGER NOT NULL, 
	masterid INTEGER NOT NULL, 
	PRIMARY KEY (changesourceid), 
	FOREIGN KEY(changesourceid) REFERENCES changesources (id) ON DELETE CASCADE, 
	FOREIGN KEY(masterid) REFERENCES masters (id) ON DELETE CASCADE
);
INSERT INTO "changesource_masters" VALUES(1,10);
INSERT INTO "changesource_masters" VALUES(2,6);
INSERT INTO "changesource_masters" VALUES(3,5);
INSERT INTO "changesource_masters" VALUES(4,4);
INSERT INTO "changesource_masters" VALUES(5,3);
INSERT INTO "changesource_masters" VALUES(6,6);
INSERT INTO "changesource_masters" VALUES(7,3);
INSERT INTO "changesource_masters" VALUES(8,7);
INSERT INTO "changesource_masters" VALUES(9,9);
INSERT INTO "changesource_masters" VALUES(10,1);
CREATE TABLE changesources (
	id INTEGER NOT NULL, 
	name TEXT NOT NULL, 
	name_hash VARCHAR(40) NOT NULL, 
	PRIMARY KEY (id)
);
INSERT INTO "changesources" VALUES(1,'name a "quote"','name_hash two
lines');
INSERT INTO "changesources" VALUES(2,'name %s','name_hash Alpha');
INSERT INTO "changesources" VALUES(3,'name ','name_hash ');
INSERT INTO "changesources" VALUES(4,'name Alpha','name_hash 日本');
INSERT INTO "changesources" VALUES(5,'name back\slash','name_hash back\slash');
INSERT INTO "changesources" VALUES(6,'name a "quote"','name_hash Zoë :name');
INSERT INTO "changesources" VALUES(7,'name a "quote"','name_hash %s');
INSERT INTO "changesources" VALUES(8,'name it''s 100% sure','name_hash alpha');
INSERT INTO "changesources" VALUES(9,'name back\slash','name_hash it''s 100% sure');
INSERT INTO "changesources" VALUES(10,'name back\slash','name_hash a "quote"');
CREATE TABLE configured_workers (
	id INTEGER NOT NULL, 
	buildermasterid INTEGER NOT NULL, 
	workerid INTEGER NOT NULL, 
	PRIMARY KEY (id), 
	FOREIGN KEY(buildermasterid) REFERENCES builder_masters (id) ON DELETE CASCADE, 
	FOREIGN KEY(workerid) REFERENCES workers (id) ON DELETE CASCADE
);
INSERT INTO "configured_workers" VALUES(1,17,7);
INSERT INTO "configured_workers" VALUES(2,23,6);
INSERT INTO "configured_workers" VALUES(3,20,1);
INSERT INTO "configured_workers" VALUES(4,20,2);
INSERT INTO "configured_workers" VALUES(5,19,2);
INSERT INTO "configured_workers" VALUES(6,6,1);
INSERT INTO "configured_workers" VALUES(7,18,2);
INSERT INTO "configured_workers" VALUES(8,11,1);
INSERT INTO "configured_workers" VALUES(9,1,4);
INSERT INTO "configured_workers" VALUES(10,19,10);
INSERT INTO "configured_workers" VALUES(11,15,10);
INSERT INTO "configured_workers" VALUES(12,5,6);
INSERT INTO "configured_workers" VALUES(13,21,5);
INSERT INTO "configured_workers" VALUES(14,13,8);
INSERT INTO "configured_workers" VALUES(15,15,3);
INSERT INTO "configured_workers" VALUES(16,22,1);
INSERT INTO "configured_workers" VALUES(17,12,9);
INSERT INTO "configured_workers" VALUES(18,12,10);
INSERT INTO "configured_workers" VALUES(19,13,2);
INSERT INTO "configured_workers" VALUES(20,7,1);
INSERT INTO "configured_workers" VALUES(21,9,5);
INSERT INTO "configured_workers" VALUES(22,24,8);
INSERT INTO "configured_workers" VALUES(23,14,1);
INSERT INTO "configured_workers" VALUES(24,11,10);
CREATE TABLE connected_workers (
	id INTEGER NOT NULL, 
	masterid INTEGER NOT NULL, 
	workerid INTEGER NOT NULL, 
	PRIMARY KEY (id), 
	FOREIGN KEY(masterid) REFERENCES masters (id) ON DELETE CASCADE, 
	FOREIGN KEY(workerid) REFERENCES workers (id) ON DELETE CASCADE
);
INSERT INTO "connected_workers" VALUES(1,3,9);
INSERT INTO "connected_workers" VALUES(2,8,7);
INSERT INTO "connected_workers" VALUES(3,2,8);
INSERT INTO "connected_workers" VALUES(4,5,7);
INSERT INTO "connected_workers" VALUES(5,7,9);
INSERT INTO "connected_workers" VALUES(6,6,8);
INSERT INTO "connected_workers" VALUES(7,3,1);
INSERT INTO "connected_workers" VALUES(8,6,10);
INSERT INTO "connected_workers" VALUES(9,6,2);
INSERT INTO "connected_workers" VALUES(10,2,2);
INSERT INTO "connected_workers" VALUES(11,4,7);
INSERT INTO "connected_workers" VALUES(12,8,6);
INSERT INTO "connected_workers" VALUES(13,10,10);
INSERT INTO "connected_workers" VALUES(14,8,3);
INSERT INTO "connected_workers" VALUES(15,10,7);
INSERT INTO "connected_workers" VALUES(16,9,8);
INSERT INTO "connected_workers" VALUES(17,1,7);
INSERT INTO "connected_workers" VALUES(18,10,8);
INSERT INTO "connected_workers" VALUES(19,10,5);
INSERT INTO "connected_workers" VALUES(20,2,10);
INSERT INTO "connected_workers" VALUES(21,9,7);
INSERT INTO "connected_workers" VALUES(22,2,3);
INSERT INTO "connected_workers" VALUES(23,6,9);
INSERT INTO "connected_workers" VALUES(24,7,3);
CREATE TABLE logchunks (
	logid INTEGER, 
	first_line INTEGER NOT NULL, 
	last_line INTEGER NOT NULL, 
	content BLOB, 
	compressed SMALLINT NOT NULL, 
	FOREIGN KEY(logid) REFERENCES logs (id) ON DELETE CASCADE
);
INSERT INTO "logchunks" VALUES(8,0,1,X'0000FF27',16384);
INSERT INTO "logchunks" VALUES(12,1,1,X'0100FF27',1);
INSERT INTO "logchunks" VALUES(17,0,16384,X'0200FF27',2);
INSERT INTO "logchunks" VALUES(24,3,0,X'0300FF27',3);
INSERT INTO "logchunks" VALUES(12,4,16384,X'0400FF27',0);
INSERT INTO "logchunks" VALUES(3,5,16384,X'0500FF27',0);
INSERT INTO "logchunks" VALUES(NULL,16384,1,NULL,16384);
INSERT INTO "logchunks" VALUES(1,16384,1,NULL,0);
INSERT INTO "logchunks" VALUES(21,8,0,NULL,8);
INSERT INTO "logchunks" VALUES(7,9,16384,X'0900FF27',1);
INSERT INTO "logchunks" VALUES(19,0,0,X'0A00FF27',0);
INSERT INTO "logchunks" VALUES(11,16384,1,X'0B00FF27',1);
INSERT INTO "logchunks" VALUES(12,16384,0,X'0C00FF27',16384);
INSERT INTO "logchunks" VALUES(16,0,0,X'0D00FF27',13);
INSERT INTO "logchunks" VALUES(15,14,16384,X'0E00FF27',14);
INSERT INTO "logchunks" VALUES(17,0,15,X'0F00FF27',0);
INSERT INTO "logchunks" VALUES(21,0,1,X'1000FF27',1);
INSERT INTO "logchunks" VALUES(22,16384,16384,X'1100FF27',17);
INSERT INTO "logchunks" VALUES(15,16384,0,NULL,18);
INSERT INTO "logchunks" VALUES(3,0,19,X'1300FF27',19);
INSERT INTO "logchunks" VALUES(NULL,16384,16384,X'1400FF27',16384);
INSERT INTO "logchunks" VALUES(14,0,0,X'1500FF27',16384);
INSERT INTO "logchunks" VALUES(24,1,16384,X'1600FF27',0);
INSERT INTO "logchunks" VALUES(8,16384,0,NULL,23);
CREATE TABLE logs (
	id INTEGER NOT NULL, 
	name TEXT NOT NULL, 
	slug VARCHAR(50) NOT NULL, 
	stepid INTEGER, 
	complete SMALLINT NOT NULL, 
	num_lines INTEGER NOT NULL, 
	type VARCHAR(1) NOT NULL, 
	PRIMARY KEY (id), 
	FOREIGN KEY(stepid) REFERENCES steps (id) ON DELETE CASCADE
);
INSERT INTO "logs" VALUES(1,'name %s','slug %s',16,16384,1,'1');
INSERT INTO "logs" VALUES(2,'name %s','slug 日本',22,0,0,'2');
INSERT INTO "logs" VALUES(3,'name ','slug Alpha',20,2,1,'3');
INSERT INTO "logs" VALUES(4,'name ','slug back\slash',5,1,0,'4');
INSERT INTO "logs" VALUES(5,'name two
lines','slug %s',NULL,1,1,'5');
INSERT INTO "logs" VALUES(6,'name a "quote"','slug two
lines',17,1,5,'6');
INSERT INTO "logs" VALUES(7,'name %s','slug a "quote"',NULL,1,6,'7');
INSERT INTO "logs" VALUES(8,'name ','slug 日本',24,0,16384,'8');
INSERT INTO "logs" VALUES(9,'name back\slash','slug a "quote"',19,8,16384,'9');
INSERT INTO "logs" VALUES(10,'name %s','slug alpha',11,9,16384,'0');
INSERT INTO "logs" VALUES(11,'name it''s 100% sure','slug ',21,10,10,'1');
INSERT INTO "logs" VALUES(12,'name ','slug it''s 100% sure',20,1,16384,'2');
INSERT INTO "logs" VALUES(13,'name two
lines','slug it''s 100% sure',NULL,12,0,'3');
INSERT INTO "logs" VALUES(14,'name ','slug Zoë :name',12,0,13,'4');
INSERT INTO "logs" VALUES(15,'name Alpha','slug Zoë :name',17,1,0,'5');
INSERT INTO "logs" VALUES(16,'name ','slug ',9,1,0,'6');
INSERT INTO "logs" VALUES(17,'name Alpha','slug 日本',4,0,1,'7');
INSERT INTO "logs" VALUES(18,'name back\slash','slug a "quote"',1,0,1,'8');
INSERT INTO "logs" VALUES(19,'name %s','slug ',16,18,1,'9');
INSERT INTO "logs" VALUES(20,'name two
lines','slug two
lines',9,1,0,'0');
INSERT INTO "logs" VALUES(21,'name back\slash','slug back\slash',4,1,16384,'1');
INSERT INTO "logs" VALUES(22,'name ','slug alpha',7,21,0,'2');
INSERT INTO "logs" VALUES(23,'name a "quote"','slug Zoë :name',NULL,22,22,'3');
INSERT INTO "logs" VALUES(24,'name Zoë :name','slug %s',6,23,16384,'4');
CREATE TABLE masters (
	id INTEGER NOT NULL, 
	name TEXT NOT NULL, 
	name_hash VARCHAR(40) NOT NULL, 
	active INTEGER NOT NULL, 
	last_active INTEGER NOT NULL, 
	PRIMARY KEY (id)
);
INSERT INTO "masters" VALUES(1,'name a "quote"','name_hash Alpha',16384,16384);
INSERT INTO "masters" VALUES(2,'name back\slash','name_hash two
lines',16384,16384);
INSERT INTO "masters" VALUES(3,'name %s','name_hash Zoë :name',0,2);
INSERT INTO "masters" VALUES(4,'name alpha','name_hash alpha',3,16384);
INSERT INTO "masters" VALUES(5,'name Alpha','name_hash 日本',1,16384);
INSERT INTO "masters" VALUES(6,'name ','name_hash ',16384,5);
INSERT INTO "masters" VALUES(7,'name it''s 100% sure','name_hash %s',0,6);
INSERT INTO "masters" VALUES(8,'name a "quote"','name_hash a "quote"',1,7);
INSERT INTO "masters" VALUES(9,'name ','name_hash back\slash',16384,0);
INSERT INTO "masters" VALUES(10,'name Zoë :name','name_hash it''s 100% sure',16384,0);
CREATE TABLE object_state (
	objectid INTEGER NOT NULL, 
	name VARCHAR(255) NOT NULL, 
	value_json TEXT NOT NULL, 
	FOREIGN KEY(objectid) REFERENCES objects (id) ON DELETE CASCADE
);
INSERT INTO "object_state" VALUES(6,'name it''s 100% sure','value_json Alpha');
INSERT INTO "object_state" VALUES(8,'name 日本','value_json back\slash');
INSERT INTO "object_state" VALUES(21,'name alpha','value_json Alpha');
INSERT INTO "object_state" VALUES(15,'name alpha','value_json alpha');
INSERT INTO "object_state" VALUES(2,'name ','value_json alpha');
INSERT INTO "object_state" VALUES(22,'name Alpha','value_json %s');
INSERT INTO "object_state" VALUES(19,'name back\slash','value_json 日本');
INSERT INTO "object_state" VALUES(4,'name two
lines','value_json ');
INSERT INTO "object_state" VALUES(24,'name a "quote"','value_json two
lines');
INSERT INTO "object_state" VALUES(21,'name Alpha','value_json ');
INSERT INTO "object_state" VALUES(13,'name %s','value_json %s');
INSERT INTO "object_state" VALUES(14,'name two
lines','value_json two
lines');
INSERT INTO "object_state" VALUES(6,'name 日本','value_json it''s 100% sure');
INSERT INTO "object_state" VALUES(20,'name Alpha','value_json back\slash');
INSERT INTO "object_state" VALUES(23,'name alpha','value_json back\slash');
INSERT INTO "object_state" VALUES(7,'name a "quote"','value_json two
lines');
INSERT INTO "object_state" VALUES(2,'name alpha','value_json a "quote"');
INSERT INTO "object_state" VALUES(23,'name 日本','value_json a "quote"');
INSERT INTO "object_state" VALUES(18,'name Zoë :name','value_json a "quote"');
INSERT INTO "object_state" VALUES(1,'name it''s 100% sure','value_json ');
INSERT INTO "object_state" VALUES(12,'name Zoë :name','value_json it''s 100% sure');
INSERT INTO "object_state" VALUES(22,'name two
lines','value_json alpha');
INSERT INTO "object_state" VALUES(5,'name ','value_json Zoë :name');
INSERT INTO "object_state" VALUES(12,'name alpha','value_json Zoë :name');
CREATE TABLE objects (
	id INTEGER NOT NULL, 
	name VARCHAR(128) NOT NULL, 
	class_name VARCHAR(128) NOT NULL, 
	PRIMARY KEY (id)
);
INSERT INTO "objects" VALUES(1,'name a "quote"','class_name two
lines');
INSERT INTO "objects" VALUES(2,'name alpha','class_name 日本');
INSERT INTO "objects" VALUES(3,'name it''s 100% sure','class_name ');
INSERT INTO "objects" VALUES(4,'name Alpha','class_name back\slash');
INSERT INTO "objects" VALUES(5,'name it''s 100% sure','class_name back\slash');
INSERT INTO "objects" VALUES(6,'name Alpha','class_name ');
INSERT INTO "objects" VALUES(7,'name alpha','class_name Zoë :name');
INSERT INTO "objects" VALUES(8,'name %s','class_name a "quote"');
INSERT INTO "objects" VALUES(9,'name it''s 100% sure','class_name Zoë :name');
INSERT INTO "objects" VALUES(10,'name it''s 100% sure','class_name %s');
INSERT INTO "objects" VALUES(11,'name %s','class_name Zoë :name');
INSERT INTO "objects" VALUES(12,'name %s','class_name %s');
INSERT INTO "objects" VALUES(13,'name Zoë :name','class_name 日本');
INSERT INTO "objects" VALUES(14,'name back\slash','class_name ');
INSERT INTO "objects" VALUES(15,'name 日本','class_name back\slash');
INSERT INTO "objects" VALUES(16,'name %s','class_name it''s 100% sure');
INSERT INTO "objects" VALUES(17,'name back\slash','class_name back\slash');
INSERT INTO "objects" VALUES(18,'name back\slash','class_name a "quote"');
INSERT INTO "objects" VALUES(19,'name 日本','class_name it''s 100% sure');
INSERT INTO "objects" VALUES(20,'name two
lines','class_name 日本');
INSERT INTO "objects" VALUES(21,'name two
lines','class_name back\slash');
INSERT INTO "objects" VALUES(22,'name ','class_name %s');
INSERT INTO "objects" VALUES(23,'name 日本','class_name 日本');
INSERT INTO "objects" VALUES(24,'name a "quote"','class_name 日本');
CREATE TABLE patches (
	id INTEGER NOT NULL, 
	patchlevel INTEGER NOT NULL, 
	patch_base64 TEXT NOT NULL, 
	patch_author TEXT NOT NULL, 
	patch_comment TEXT NOT NULL, 
	subdir TEXT, 
	PRIMARY KEY (id)
);
INSERT INTO "patches" VALUES(1,1,'patch_base64 it''s 100% sure','patch_author 日本','patch_comment it''s 100% sure','subdir ');
INSERT INTO "patches" VALUES(2,1,'patch_base64 it''s 100% sure','patch_author ','patch_comment alpha','subdir 日本');
INSERT INTO "patches" VALUES(3,1,'patch_base64 Zoë :name','patch_author a "quote"','patch_comment Zoë :name','subdir 日本');
INSERT INTO "patches" VALUES(4,3,'patch_base64 Zoë :name','patch_author Alpha','patch_comment back\slash',NULL);
INSERT INTO "patches" VALUES(5,1,'patch_base64 two
lines','patch_author %s','patch_comment Zoë :name','subdir Zoë :name');
INSERT INTO "patches" VALUES(6,1,'patch_base64 日本','patch_author Zoë :name','patch_comment a "quote"','subdir ');
INSERT INTO "patches" VALUES(7,6,'patch_base64 back\slash','patch_author back\slash','patch_comment ','subdir Zoë :name');
INSERT INTO "patches" VALUES(8,7,'patch_base64 日本','patch_author ','patch_comment %s','subdir Alpha');
INSERT INTO "patches" VALUES(9,16384,'patch_base64 日本','patch_author %s','patch_comment Alpha','subdir Alpha');
INSERT INTO "patches" VALUES(10,0,'patch_base64 a "quote"','patch_author two
lines','patch_comment 日本','subdir %s');
INSERT INTO "patches" VALUES(11,1,'patch_base64 a "quote"','patch_author Alpha','patch_comment it''s 100% sure','subdir it''s 100% sure');
INSERT INTO "patches" VALUES(12,11,'patch_base64 ','patch_author back\slash','patch_comment Zoë :name','subdir alpha');
INSERT INTO "patches" VALUES(13,0,'patch_base64 Zoë :name','patch_author 日本','patch_comment alpha','subdir %s');
INSERT INTO "patches" VALUES(14,13,'patch_base64 %s','patch_author 日本','patch_comment Alpha','subdir %s');
INSERT INTO "patches" VALUES(15,1,'patch_base64 a "quote"','patch_author a "quote"','patch_comment Zoë :name','subdir 日本');
INSERT INTO "patches" VALUES(16,15,'patch_base64 ','patch_author a "quote"','patch_comment alpha','subdir it''s 100% sure');
INSERT INTO "patches" VALUES(17,0,'patch_base64 %s','patch_author alpha','patch_comment two
lines','subdir ');
INSERT INTO "patches" VALUES(18,17,'patch_base64 alpha','patch_author %s','patch_comment alpha','subdir two
lines');
INSERT INTO "patches" VALUES(19,18,'patch_base64 Zoë :name','patch_author alpha','patch_comment %s','subdir two
lines');
INSERT INTO "patches" VALUES(20,16384,'patch_base64 alpha','patch_author Zoë :name','patch_comment back\slash','subdir ');
INSERT INTO "patches" VALUES(21,1,'patch_base64 back\slash','patch_author two
lines','patch_comment Zoë :name','subdir two
lines');
INSERT INTO "patches" VALUES(22,0,'patch_base64 alpha','patch_author back\slash','patch_comment two
lines',NULL);
INSERT INTO "patches" VALUES(23,22,'patch_base64 日本','patch_author %s','patch_comment Alpha','subdir 日本');
INSERT INTO "patches" VALUES(24,1,'patch_base64 日本','patch_author 日本','patch_comment a "quote"',NULL);
CREATE TABLE scheduler_changes (
	schedulerid INTEGER, 
	changeid INTEGER, 
	important INTEGER, 
	FOREIGN KEY(schedulerid) REFERENCES schedulers (id) ON DELETE CASCADE, 
	FOREIGN KEY(changeid) REFERENCES changes (changeid) ON DELETE CASCADE
);
INSERT INTO "scheduler_changes" VALUES(1,9,NULL);
INSERT INTO "scheduler_changes" VALUES(9,23,1);
INSERT INTO "scheduler_changes" VALUES(1,3,1);
INSERT INTO "scheduler_changes" VALUES(2,11,0);
INSERT INTO "scheduler_changes" VALUES(3,23,16384);
INSERT INTO "scheduler_changes" VALUES(NULL,4,16384);
INSERT INTO "scheduler_changes" VALUES(NULL,20,16384);
INSERT INTO "scheduler_changes" VALUES(10,20,0);
INSERT INTO "scheduler_changes" VALUES(3,24,0);
INSERT INTO "scheduler_changes" VALUES(2,2,9);
INSERT INTO "scheduler_changes" VALUES(2,15,10);
INSERT INTO "scheduler_changes" VALUES(8,4,11);
INSERT INTO "scheduler_changes" VALUES(4,19,NULL);
INSERT INTO "scheduler_changes" VALUES(7,9,NULL);
INSERT INTO "scheduler_changes" VALUES(NULL,8,0);
INSERT INTO "scheduler_changes" VALUES(1,18,1);
INSERT INTO "scheduler_changes" VALUES(NULL,2,16384);
INSERT INTO "scheduler_changes" VALUES(NULL,19,0);
INSERT INTO "scheduler_changes" VALUES(10,14,NULL);
INSERT INTO "scheduler_changes" VALUES(5,14,0);
INSERT INTO "scheduler_changes" VALUES(2,13,NULL);
INSERT INTO "scheduler_changes" VALUES(2,18,16384);
INSERT INTO "scheduler_changes" VALUES(1,4,16384);
INSERT INTO "scheduler_changes" VALUES(5,21,23);
CREATE TABLE scheduler_masters (
	schedulerid INTEGER NOT NULL, 
	masterid INTEGER NOT NULL, 
	PRIMARY KEY (schedulerid), 
	FOREIGN KEY(schedulerid) REFERENCES schedulers (id) ON DELETE CASCADE, 
	FOREIGN KEY(masterid) REFERENCES masters (id) ON DELETE CASCADE
);
INSERT INTO "scheduler_masters" VALUES(1,7);
INSERT INTO "scheduler_masters" VALUES(2,5);
INSERT INTO "scheduler_masters" VALUES(3,6);
INSERT INTO "scheduler_masters" VALUES(4,3);
INSERT INTO "scheduler_masters" VALUES(5,10);
INSERT INTO "scheduler_masters" VALUES(6,10);
INSERT INTO "scheduler_masters" VALUES(7,9);
INSERT INTO "scheduler_masters" VALUES(8,1);
INSERT INTO "scheduler_masters" VALUES(9,2);
INSERT INTO "scheduler_masters" VALUES(10,4);
CREATE TABLE schedulers (
	id INTEGER NOT NULL, 
	name TEXT NOT NULL, 
	name_hash VARCHAR(40) NOT NULL, 
	enabled SMALLINT DEFAULT '1', 
	PRIMARY KEY (id)
);
INSERT INTO "schedulers" VALUES(1,'name alpha','name_hash back\slash',16384);
INSERT INTO "schedulers" VALUES(2,'name a "quote"','name_hash Alpha',NULL);
INSERT INTO "schedulers" VALUES(3,'name it''s 100% sure','name_hash alpha',0);
INSERT INTO "schedulers" VALUES(4,'name ','name_hash it''s 100% sure',1);
INSERT INTO "schedulers" VALUES(5,'name Alpha','name_hash two
lines',4);
INSERT INTO "schedulers" VALUES(6,'name Alpha','name_hash Zoë :name',5);
INSERT INTO "schedulers" VALUES(7,'name alpha','name_hash a "quote"',0);
INSERT INTO "schedulers" VALUES(8,'name alpha','name_hash 日本',16384);
INSERT INTO "schedulers" VALUES(9,'name alpha','name_hash %s',8);
INSERT INTO "schedulers" VALUES(10,'name back\slash','name_hash ',0);
CREATE TABLE sourcestamps (
	id INTEGER NOT NULL, 
	ss_hash VARCHAR(40) NOT NULL, 
	branch VARCHAR(256), 
	revision VARCHAR(256), 
	patchid INTEGER, 
	repository VARCHAR(512) DEFAULT '' NOT NULL, 
	codebase VARCHAR(256) DEFAULT '' NOT NULL, 
	project VARCHAR(512) DEFAULT '' NOT NULL, 
	created_at INTEGER NOT NULL, 
	PRIMARY KEY (id), 
	FOREIGN KEY(patchid) REFERENCES patches (id) ON DELETE CASCADE
);
INSERT INTO "sourcestamps" VALUES(1,'ss_hash Zoë :name','branch a "quote"','revision Zoë :name',15,'repository Zoë :name','codebase alpha','project it''s 100% sure',0);
INSERT INTO "sourcestamps" VALUES(2,'ss_hash two
lines','branch ','revision a "quote"',NULL,'repository a "quote"','codebase Alpha','project ',16384);
INSERT INTO "sourcestamps" VALUES(3,'ss_hash it''s 100% sure','branch two
lines','revision %s',2,'repository %s','codebase two
lines','project Zoë :name',0);
INSERT INTO "sourcestamps" VALUES(4,'ss_hash alpha','branch ','revision Alpha',15,'repository %s','codebase ','project Zoë :name',16384);
INSERT INTO "sourcestamps" VALUES(5,'ss_hash a "quote"','branch Alpha','revision two
lines',NULL,'repository %s','codebase Zoë :name','project alpha',0);
INSERT INTO "sourcestamps" VALUES(6,'ss_hash %s','branch %s','revision Alpha',24,'repository a "quote"','codebase Zoë :name','project 日本',16384);
INSERT INTO "sourcestamps" VALUES(7,'ss_hash 日本','branch it''s 100% sure',NULL,23,'repository it''s 100% sure','codebase alpha','project back\slash',1);
INSERT INTO "sourcestamps" VALUES(8,'ss_hash Alpha',NULL,'revision back\slash',NULL,'repository %s','codebase alpha','project 日本',7);
INSERT INTO "sourcestamps" VALUES(9,'ss_hash back\slash','branch %s','revision two
lines',NULL,'repository 日本','codebase Zoë :name','project Alpha',1);
INSERT INTO "sourcestamps" VALUES(10,'ss_hash ','branch a "quote"','revision ',13,'repository back\slash','codebase Alpha','project back\slash',16384);
CREATE TABLE steps (
	id INTEGER NOT NULL, 
	number INTEGER NOT NULL, 
	name VARCHAR(50) NOT NULL, 
	buildid INTEGER, 
	started_at INTEGER, 
	complete_at INTEGER, 
	state_string TEXT NOT NULL, 
	results INTEGER, 
	urls_json TEXT NOT NULL, 
	hidden SMALLINT DEFAULT '0' NOT NULL, 
	PRIMARY KEY (id), 
	FOREIGN KEY(buildid) REFERENCES builds (id) ON DELETE CASCADE
);
INSERT INTO "steps" VALUES(1,0,'name alpha',11,1,NULL,'state_string Zoë :name',1,'urls_json back\slash',0);
INSERT INTO "steps" VALUES(2,1,'name Zoë :name',7,1,0,'state_string %s',0,'urls_json two
lines',0);
INSERT INTO "steps" VALUES(3,0,'name ',20,0,16384,'state_string a "quote"',0,'urls_json 日本',0);
INSERT INTO "steps" VALUES(4,1,'name a "quote"',10,1,1,'state_string 日本',1,'urls_json %s',0);
INSERT INTO "steps" VALUES(5,16384,'name alpha',8,NULL,0,'state_string it''s 100% sure',0,'urls_json it''s 100% sure',16384);
INSERT INTO "steps" VALUES(6,5,'name ',16,NULL,0,'state_string a "quote"',0,'urls_json ',5);
INSERT INTO "steps" VALUES(7,0,'name alpha',6,6,1,'state_string %s',NULL,'urls_json ',0);
INSERT INTO "steps" VALUES(8,16384,'name %s',21,1,0,'state_string a "quote"',7,'urls_json Alpha',16384);
INSERT INTO "steps" VALUES(9,0,'name Zoë :name',24,1,8,'state_string 日本',NULL,'urls_json it''s 100% sure',1);
INSERT INTO "steps" VALUES(10,9,'name 日本',7,NULL,1,'state_string %s',0,'urls_json %s',0);
INSERT INTO "steps" VALUES(11,16384,'name Zoë :name',10,10,0,'state_string alpha',16384,'urls_json it''s 100% sure',1);
INSERT INTO "steps" VALUES(12,11,'name a "quote"',17,16384,NULL,'state_string back\slash',11,'urls_json back\slash',11);
INSERT INTO "steps" VALUES(13,12,'name ',22,16384,0,'state_string Alpha',16384,'urls_json 日本',12);
INSERT INTO "steps" VALUES(14,16384,'name it''s 100% sure',12,NULL,0,'state_string ',13,'urls_json two
lines',1);
INSERT INTO "steps" VALUES(15,14,'name it''s 100% sure',8,1,16384,'state_string 日本',16384,'urls_json %s',1);
INSERT INTO "steps" VALUES(16,0,'name it''s 100% sure',3,1,NULL,'state_string it''s 100% sure',15,'urls_json Alpha',15);
INSERT INTO "steps" VALUES(17,16384,'name alpha',24,0,16384,'state_string Zoë :name',1,'urls_json Zoë :name',16);
INSERT INTO "steps" VALUES(18,1,'name Zoë :name',15,0,16384,'state_string %s',NULL,'urls_json ',1);
INSERT INTO "steps" VALUES(19,1,'name Alpha',20,18,0,'state_string two
lines',NULL,'urls_json it''s 100% sure',16384);
INSERT INTO "steps" VALUES(20,0,'name 日本',18,NULL,19,'state_string it''s 100% sure',0,'urls_json it''s 100% sure',0);
INSERT INTO "steps" VALUES(21,16384,'name %s',4,NULL,NULL,'state_string %s',16384,'urls_json Alpha',16384);
INSERT INTO "steps" VALUES(22,1,'name back\slash',5,21,NULL,'state_string it''s 100% sure',1,'urls_json alpha',0);
INSERT INTO "steps" VALUES(23,22,'name 日本',15,22,0,'state_string ',NULL,'urls_json Zoë :name',22);
INSERT INTO "steps" VALUES(24,1,'name ',17,1,0,'state_string a "quote"',23,'urls_json it''s 100% sure',1);
CREATE TABLE tags (
	id INTEGER NOT NULL, 
	name TEXT NOT NULL, 
	name_hash VARCHAR(40) NOT NULL, 
	PRIMARY KEY (id)
);
INSERT INTO "tags" VALUES(1,'name ','name_hash a "quote"');
INSERT INTO "tags" VALUES(2,'name 日本','name_hash back\slash');
INSERT INTO "tags" VALUES(3,'name ','name_hash alpha');
INSERT INTO "tags" VALUES(4,'name it''s 100% sure','name_hash %s');
INSERT INTO "tags" VALUES(5,'name back\slash','name_hash 日本');
INSERT INTO "tags" VALUES(6,'name Alpha','name_hash it''s 100% sure');
INSERT INTO "tags" VALUES(7,'name two
lines','name_hash two
lines');
INSERT INTO "tags" VALUES(8,'name a "quote"','name_hash ');
INSERT INTO "tags" VALUES(9,'name it''s 100% sure','name_hash Alpha');
INSERT INTO "tags" VALUES(10,'name alpha','name_hash Zoë :name');
CREATE TABLE users (
	uid INTEGER NOT NULL, 
	identifier VARCHAR(255) NOT NULL, 
	bb_username VARCHAR(128), 
	bb_password VARCHAR(128), 
	PRIMARY KEY (uid)
);
INSERT INTO "users" VALUES(1,'identifier it''s 100% sure',NULL,'bb_password it''s 100% sure');
INSERT INTO "users" VALUES(2,'identifier 日本','bb_username %s','bb_password Zoë :name');
INSERT INTO "users" VALUES(3,'identifier ','bb_username it''s 100% sure','bb_password %s');
INSERT INTO "users" VALUES(4,'identifier Alpha',NULL,'bb_password Alpha');
INSERT INTO "users" VALUES(5,'identifier Zoë :name',NULL,'bb_password 日本');
INSERT INTO "users" VALUES(6,'identifier a "quote"','bb_username Alpha','bb_password alpha');
INSERT INTO "users" VALUES(7,'identifier back\slash',NULL,'bb_password Zoë :name');
INSERT INTO "users" VALUES(8,'identifier %s',NULL,'bb_password ');
INSERT INTO "users" VALUES(9,'identifier two
lines','bb_username alpha','bb_password ');
INSERT INTO "users" VALUES(10,'identifier alpha',NULL,'bb_password it''s 100% sure');
CREATE TABLE users_info (
	uid INTEGER NOT NULL, 
	attr_type VARCHAR(128) NOT NULL, 
	attr_data VARCHAR(128) NOT NULL, 
	FOREIGN KEY(uid) REFERENCES users (uid) ON DELETE CASCADE
);
INSERT INTO "users_info" VALUES(4,'attr_type a "quote"','attr_data %s');
INSERT INTO "users_info" VALUES(2,'attr_type %s','attr_data 日本');
INSERT INTO "users_info" VALUES(5,'attr_type Alpha','attr_data alpha');
INSERT INTO "users_info" VALUES(6,'attr_type Zoë :name','attr_data 日本');
INSERT INTO "users_info" VALUES(3,'attr_type Alpha','attr_data 日本');
INSERT INTO "users_info" VALUES(4,'attr_type it''s 100% sure','attr_data back\slash');
INSERT INTO "users_info" VALUES(2,'attr_type two
lines','attr_data alpha');
INSERT INTO "users_info" VALUES(7,'attr_type two
lines','attr_data two
lines');
INSERT INTO "users_info" VALUES(10,'attr_type it''s 100% sure','attr_data a "quote"');
INSERT INTO "users_info" VALUES(4,'attr_type Zoë :name','attr_data alpha');
INSERT INTO "users_info" VALUES(8,'attr_type back\slash','attr_data alpha');
INSERT INTO "users_info" VALUES(10,'attr_type alpha','attr_data alpha');
INSERT INTO "users_info" VALUES(8,'attr_type %s','attr_data %s');
INSERT INTO "users_info" VALUES(9,'attr_type Zoë :name','attr_data it''s 100% sure');
INSERT INTO "users_info" VALUES(3,'attr_type two
lines','attr_data Alpha');
INSERT INTO "users_info" VALUES(4,'attr_type %s','attr_data Zoë :name');
INSERT INTO "users_info" VALUES(8,'attr_type it''s 100% sure','attr_data Zoë :name');
INSERT INTO "users_info" VALUES(10,'attr_type two
lines','attr_data 日本');
INSERT INTO "users_info" VALUES(6,'attr_type a "quote"','attr_data two
lines');
INSERT INTO "users_info" VALUES(2,'attr_type back\slash','attr_data Alpha');
INSERT INTO "users_info" VALUES(4,'attr_type alpha','attr_data Zoë :name');
INSERT INTO "users_info" VALUES(9,'attr_type 日本','attr_data a "quote"');
INSERT INTO "users_info" VALUES(6,'attr_type two
lines','attr_data Zoë :name');
INSERT INTO "users_info" VALUES(2,'attr_type 日本','attr_data ');
CREATE TABLE workers (
	id INTEGER NOT NULL, 
	name VARCHAR(50) NOT NULL, 
	info TEXT NOT NULL, 
	paused SMALLINT DEFAULT '0' NOT NULL, 
	graceful SMALLINT DEFAULT '0' NOT NULL, 
	PRIMARY KEY (id)
);
INSERT INTO "workers" VALUES(1,'name it''s 100% sure','{"row": 0, "text": "it''s"}',1,1);
INSERT INTO "workers" VALUES(2,'name 日本','{"row": 1, "text": "it''s"}',0,0);
INSERT INTO "workers" VALUES(3,'name alpha','{"row": 2, "text": "it''s"}',1,16384);
INSERT INTO "workers" VALUES(4,'name %s','{"row": 3, "text": "it''s"}',0,3);
INSERT INTO "workers" VALUES(5,'name back\slash','{"row": 4, "text": "it''s"}',1,0);
INSERT INTO "workers" VALUES(6,'name two
lines','{"row": 5, "text": "it''s"}',16384,0);
INSERT INTO "workers" VALUES(7,'name ','{"row": 6, "text": "it''s"}',1,16384);
INSERT INTO "workers" VALUES(8,'name a "quote"','{"row": 7, "text": "it''s"}',7,1);
INSERT INTO "workers" VALUES(9,'name Alpha','{"row": 8, "text": "it''s"}',0,0);
INSERT INTO "workers" VALUES(10,'name Zoë :name','{"row": 9, "text": "it''s"}',0,1);
CREATE INDEX buildsets_complete ON buildsets (complete);
CREATE INDEX buildsets_submitted_at ON buildsets (submitted_at);
CREATE UNIQUE INDEX changesource_name_hash ON changesources (name_hash);
CREATE UNIQUE INDEX workers_name ON workers (name);
CREATE UNIQUE INDEX scheduler_name_hash ON schedulers (name_hash);
CREATE UNIQUE INDEX builder_name_hash ON builders (name_hash);
CREATE UNIQUE INDEX tag_name_hash ON tags (name_hash);
CREATE UNIQUE INDEX object_identity ON objects (name, class_name);
CREATE UNIQUE INDEX users_bb_user ON users (bb_username);
CREATE UNIQUE INDEX users_identifier ON users (identifier);
CREATE UNIQUE INDEX master_name_hashes ON masters (name_hash);
CREATE INDEX buildrequests_buildsetid ON buildrequests (buildsetid);
CREATE INDEX buildrequests_complete ON buildrequests (complete);
CREATE INDEX buildrequests_builderid ON buildrequests (builderid);
CREATE INDEX builds_workerid ON builds (workerid);
CREATE INDEX builds_buildrequestid ON builds (buildrequestid);
CREATE INDEX builds_masterid ON builds (masterid);
CREATE UNIQUE INDEX builds_number ON builds (builderid, number);
CREATE INDEX buildset_properties_buildsetid ON buildset_properties (buildsetid);
CREATE INDEX connected_workers_workers ON connected_workers (workerid);
CREATE INDEX connected_workers_masterid ON connected_workers (masterid);
CREATE UNIQUE INDEX connected_workers_identity ON connected_workers (masterid, workerid);
CREATE UNIQUE INDEX sourcestamps_ss_hash_key ON sourcestamps (ss_hash);
CREATE INDEX builder_masters_builderid ON builder_masters (builderid);
CREATE UNIQUE INDEX builder_masters_identity ON builder_masters (builderid, masterid);
CREATE INDEX builder_masters_masterid ON builder_masters (masterid);
CREATE UNIQUE INDEX builders_tags_unique ON builders_tags (builderid, tagid);
CREATE INDEX builders_tags_builderid ON builders_tags (builderid);
CREATE UNIQUE INDEX name_per_object ON object_state (objectid, name);
CREATE UNIQUE INDEX users_info_uid_attr_type ON users_info (uid, attr_type);
CREATE INDEX users_info_uid ON users_info (uid);
CREATE UNIQUE INDEX users_info_attrs ON users_info (attr_type, attr_data);
CREATE INDEX ix_buildrequest_claims_masterid ON buildrequest_claims (masterid);
CREATE UNIQUE INDEX buildrequest_claims_brids ON buildrequest_claims (brid);
CREATE INDEX build_properties_buildid ON build_properties (buildid);
CREATE UNIQUE INDEX steps_name ON steps (buildid, name);
CREATE UNIQUE INDEX steps_number ON steps (buildid, number);
CREATE UNIQUE INDEX configured_workers_identity ON configured_workers (buildermasterid, workerid);
CREATE INDEX configured_workers_workers ON configured_workers (workerid);
CREATE INDEX configured_workers_buildmasterid ON configured_workers (buildermasterid);
CREATE INDEX changes_branch ON changes (branch);
CREATE INDEX changes_when_timestamp ON changes (when_timestamp);
CREATE INDEX changes_revision ON changes (revision);
CREATE INDEX changes_author ON changes (author);
CREATE INDEX changes_category ON changes (category);
CREATE INDEX changes_sourcestampid ON changes (sourcestampid);
CREATE INDEX buildset_sourcestamps_buildsetid ON buildset_sourcestamps (buildsetid);
CREATE UNIQUE INDEX buildset_sourcestamps_unique ON buildset_sourcestamps (buildsetid, sourcestampid);
CREATE UNIQUE INDEX logs_slug ON logs (stepid, slug);
CREATE INDEX change_files_changeid ON change_files (changeid);
CREATE INDEX change_properties_changeid ON change_properties (changeid);
CREATE INDEX change_users_changeid ON change_users (changeid);
CREATE INDEX scheduler_changes_schedulerid ON scheduler_changes (schedulerid);
CREATE INDEX scheduler_changes_changeid ON scheduler_changes (changeid);
CREATE UNIQUE INDEX scheduler_changes_unique ON scheduler_changes (schedulerid, changeid);
CREATE INDEX logchunks_lastline ON logchunks (logid, last_line);
CREATE INDEX logchunks_firstline ON logchunks (logid, first_line);
COMMIT;
