BEGIN TRANSACTION;
CREATE TABLE studies (
	study_id INTEGER NOT NULL, 
	study_name VARCHAR(512) NOT NULL, 
	direction VARCHAR(8) NOT NULL, 
	PRIMARY KEY (study_id), 
	CONSTRAINT studydirection CHECK (direction IN ('NOT_SET', 'MINIMIZE', 'MAXIMIZE'))
);
INSERT INTO "studies" VALUES(1,'study_name 日本','MAXIMIZE');
INSERT INTO "studies" VALUES(2,'study_name two
lines','MINIMIZE');
INSERT INTO "studies" VALUES(3,'study_name Zoë :name','MAXIMIZE');
INSERT INTO "studies" VALUES(4,'study_name back\slash','MINIMIZE');
INSERT INTO "studies" VALUES(5,'study_name alpha','MINIMIZE');
INSERT INTO "studies" VALUES(6,'study_name %s','MINIMIZE');
INSERT INTO "studies" VALUES(7,'study_name ','NOT_SET');
INSERT INTO "studies" VALUES(8,'study_name Alpha','NOT_SET');
INSERT INTO "studies" VALUES(9,'study_name a "quote"','MAXIMIZE');
INSERT INTO "studies" VALUES(10,'study_name it''s 100% sure','NOT_SET');
CREATE TABLE study_system_attributes (
	study_system_attribute_id INTEGER NOT NULL, 
	study_id INTEGER, 
	"key" VARCHAR(512), 
	value_json VARCHAR(2048), 
	PRIMARY KEY (study_system_attribute_id), 
	UNIQUE (study_id, "key"), 
	FOREIGN KEY(study_id) REFERENCES studies (study_id)
);
INSERT INTO "study_system_attributes" VALUES(1,10,'00000001','value_json ');
INSERT INTO "study_system_attributes" VALUES(2,8,'00000002','value_json ');
INSERT INTO "study_system_attributes" VALUES(3,6,'00000003',NULL);
INSERT INTO "study_system_attributes" VALUES(4,5,'00000004','value_json Alpha');
INSERT INTO "study_system_attributes" VALUES(5,NULL,NULL,'value_json it''s 100% sure');
INSERT INTO "study_system_attributes" VALUES(6,1,'00000006','value_json 日本');
INSERT INTO "study_system_attributes" VALUES(7,4,'00000007','value_json back\slash');
INSERT INTO "study_system_attributes" VALUES(8,6,NULL,'value_json %s');
INSERT INTO "study_system_attributes" VALUES(9,3,'00000009','value_json Alpha');
INSERT INTO "study_system_attributes" VALUES(10,6,'00000010','value_json it''s 100% sure');
INSERT INTO "study_system_attributes" VALUES(11,2,'00000011',NULL);
INSERT INTO "study_system_attributes" VALUES(12,NULL,'00000012',NULL);
INSERT INTO "study_system_attributes" VALUES(13,NULL,'00000013','value_json Zoë :name');
INSERT INTO "study_system_attributes" VALUES(14,8,'00000014','value_json back\slash');
INSERT INTO "study_system_attributes" VALUES(15,6,'00000015','value_json Alpha');
INSERT INTO "study_system_attributes" VALUES(16,1,'00000016','value_json Zoë :name');
INSERT INTO "study_system_attributes" VALUES(17,7,'00000017','value_json 日本');
INSERT INTO "study_system_attributes" VALUES(18,3,'00000018','value_json Zoë :name');
INSERT INTO "study_system_attributes" VALUES(19,3,'00000019','value_json Alpha');
INSERT INTO "study_system_attributes" VALUES(20,4,'00000020','value_json Zoë :name');
INSERT INTO "study_system_attributes" VALUES(21,9,'00000021','value_json Alpha');
INSERT INTO "study_system_attributes" VALUES(22,9,'00000022','value_json Alpha');
INSERT INTO "study_system_attributes" VALUES(23,9,NULL,'value_json 日本');
INSERT INTO "study_system_attributes" VALUES(24,NULL,'00000024','value_json two
lines');
CREATE TABLE study_user_attributes (
	study_user_attribute_id INTEGER NOT NULL, 
	study_id INTEGER, 
	"key" VARCHAR(512), 
	value_json VARCHAR(2048), 
	PRIMARY KEY (study_user_attribute_id), 
	UNIQUE (study_id, "key"), 
	FOREIGN KEY(study_id) REFERENCES studies (study_id)
);
INSERT INTO "study_user_attributes" VALUES(1,NULL,'00000001','value_json alpha');
INSERT INTO "study_user_attributes" VALUES(2,3,NULL,'value_json 日本');
INSERT INTO "study_user_attributes" VALUES(3,8,NULL,'value_json two
lines');
INSERT INTO "study_user_attributes" VALUES(4,8,'00000004','value_json it''s 100% sure');
INSERT INTO "study_user_attributes" VALUES(5,2,'00000005','value_json 日本');
INSERT INTO "study_user_attributes" VALUES(6,8,NULL,'value_json Zoë :name');
INSERT INTO "study_user_attributes" VALUES(7,NULL,'00000007','value_json alpha');
INSERT INTO "study_user_attributes" VALUES(8,2,'00000008','value_json Alpha');
INSERT INTO "study_user_attributes" VALUES(9,6,'00000009','value_json 日本');
INSERT INTO "study_user_attributes" VALUES(10,9,'00000010','value_json ');
INSERT INTO "study_user_attributes" VALUES(11,5,'00000011','value_json Zoë :name');
INSERT INTO "study_user_attributes" VALUES(12,2,'00000012','value_json Zoë :name');
INSERT INTO "study_user_attributes" VALUES(13,6,'00000013','value_json two
lines');
INSERT INTO "study_user_attributes" VALUES(14,2,'00000014','value_json alpha');
INSERT INTO "study_user_attributes" VALUES(15,6,'00000015','value_json a "quote"');
INSERT INTO "study_user_attributes" VALUES(16,1,NULL,'value_json a "quote"');
INSERT INTO "study_user_attributes" VALUES(17,4,NULL,'value_json a "quote"');
INSERT INTO "study_user_attributes" VALUES(18,5,NULL,'value_json alpha');
INSERT INTO "study_user_attributes" VALUES(19,6,'00000019','value_json %s');
INSERT INTO "study_user_attributes" VALUES(20,5,NULL,'value_json it''s 100% sure');
INSERT INTO "study_user_attributes" VALUES(21,5,'00000021','value_json back\slash');
INSERT INTO "study_user_attributes" VALUES(22,3,NULL,'value_json ');
INSERT INTO "study_user_attributes" VALUES(23,4,'00000023','value_json it''s 100% sure');
INSERT INTO "study_user_attributes" VALUES(24,NULL,'00000024','value_json 日本');
CREATE TABLE trial_params (
	param_id INTEGER NOT NULL, 
	trial_id INTEGER, 
	param_name VARCHAR(512), 
	param_value FLOAT, 
	distribution_json VARCHAR(2048), 
	PRIMARY KEY (param_id), 
	UNIQUE (trial_id, param_name), 
	FOREIGN KEY(trial_id) REFERENCES trials (trial_id)
);
INSERT INTO "trial_params" VALUES(1,NULL,'00000001',-2.5,'distribution_json alpha');
INSERT INTO "trial_params" VALUES(2,9,NULL,-1.5,'distribution_json two
lines');
INSERT INTO "trial_params" VALUES(3,24,'00000003',-0.5,'distribution_json it''s 100% sure');
INSERT INTO "trial_params" VALUES(4,24,'00000004',0.5,'distribution_json ');
INSERT INTO "trial_params" VALUES(5,NULL,'00000005',1.5,'distribution_json a "quote"');
INSERT INTO "trial_params" VALUES(6,13,'00000006',NULL,'distribution_json ');
INSERT INTO "trial_params" VALUES(7,NULL,'00000007',3.5,'distribution_json 日本');
INSERT INTO "trial_params" VALUES(8,23,NULL,4.5,'distribution_json alpha');
INSERT INTO "trial_params" VALUES(9,20,'00000009',5.5,'distribution_json back\slash');
INSERT INTO "trial_params" VALUES(10,NULL,'00000010',6.5,'distribution_json a "quote"');
INSERT INTO "trial_params" VALUES(11,13,'00000011',7.5,'distribution_json %s');
INSERT INTO "trial_params" VALUES(12,14,'00000012',8.5,'distribution_json alpha');
INSERT INTO "trial_params" VALUES(13,14,'00000013',NULL,'distribution_json two
lines');
INSERT INTO "trial_params" VALUES(14,13,NULL,10.5,NULL);
INSERT INTO "trial_params" VALUES(15,9,'00000015',11.5,'distribution_json 日本');
INSERT INTO "trial_params" VALUES(16,14,NULL,NULL,'distribution_json Alpha');
INSERT INTO "trial_params" VALUES(17,5,'00000017',NULL,'distribution_json back\slash');
INSERT INTO "trial_params" VALUES(18,1,NULL,14.5,NULL);
INSERT INTO "trial_params" VALUES(19,11,'00000019',15.5,'distribution_json it''s 100% sure');
INSERT INTO "trial_params" VALUES(20,NULL,'00000020',16.5,'distribution_json back\slash');
INSERT INTO "trial_params" VALUES(21,13,'00000021',17.5,'distribution_json it''s 100% sure');
INSERT INTO "trial_params" VALUES(22,23,'00000022',18.5,'distribution_json ');
INSERT INTO "trial_params" VALUES(23,11,'00000023',19.5,NULL);
INSERT INTO "trial_params" VALUES(24,3,'00000024',20.5,NULL);
CREATE TABLE trial_system_attributes (
	trial_system_attribute_id INTEGER NOT NULL, 
	trial_id INTEGER, 
	"key" VARCHAR(512), 
	value_json VARCHAR(2048), 
	PRIMARY KEY (trial_system_attribute_id), 
	UNIQUE (trial_id, "key"), 
	FOREIGN KEY(trial_id) REFERENCES trials (trial_id)
);
INSERT INTO "trial_system_attributes" VALUES(1,10,'00000001',NULL);
INSERT INTO "trial_system_attributes" VALUES(2,NULL,NULL,'value_json Alpha');
INSERT INTO "trial_system_attributes" VALUES(3,2,'00000003','value_json alpha');
INSERT INTO "trial_system_attributes" VALUES(4,12,'00000004','value_json back\slash');
INSERT INTO "trial_system_attributes" VALUES(5,2,'00000005',NULL);
INSERT INTO "trial_system_attributes" VALUES(6,NULL,'00000006','value_json ');
INSERT INTO "trial_system_attributes" VALUES(7,NULL,'00000007',NULL);
INSERT INTO "trial_system_attributes" VALUES(8,16,'00000008','value_json Alpha');
INSERT INTO "trial_system_attributes" VALUES(9,9,'00000009','value_json Alpha');
INSERT INTO "trial_system_attributes" VALUES(10,18,'00000010','value_json Zoë :name');
INSERT INTO "trial_system_attributes" VALUES(11,NULL,'00000011',NULL);
INSERT INTO "trial_system_attributes" VALUES(12,23,'00000012','value_json it''s 100% sure');
INSERT INTO "trial_system_attributes" VALUES(13,16,NULL,'value_json two
lines');
INSERT INTO "trial_system_attributes" VALUES(14,12,'00000014','value_json ');
INSERT INTO "trial_system_attributes" VALUES(15,4,'00000015','value_json %s');
INSERT INTO "trial_system_attributes" VALUES(16,4,'00000016','value_json Zoë :name');
INSERT INTO "trial_system_attributes" VALUES(17,1,NULL,NULL);
INSERT INTO "trial_system_attributes" VALUES(18,NULL,'00000018','value_json it''s 100% sure');
INSERT INTO "trial_system_attributes" VALUES(19,18,'00000019','value_json back\slash');
INSERT INTO "trial_system_attributes" VALUES(20,11,'00000020','value_json Zoë :name');
INSERT INTO "trial_system_attributes" VALUES(21,NULL,'00000021','value_json alpha');
INSERT INTO "trial_system_attributes" VALUES(22,9,NULL,NULL);
INSERT INTO "trial_system_attributes" VALUES(23,7,'00000023','value_json alpha');
INSERT INTO "trial_system_attributes" VALUES(24,5,'00000024','value_json back\slash');
CREATE TABLE trial_user_attributes (
	trial_user_attribute_id INTEGER NOT NULL, 
	trial_id INTEGER, 
	"key" VARCHAR(512), 
	value_json VARCHAR(2048), 
	PRIMARY KEY (trial_user_attribute_id), 
	UNIQUE (trial_id, "key"), 
	FOREIGN KEY(trial_id) REFERENCES trials (trial_id)
);
INSERT INTO "trial_user_attributes" VALUES(1,10,NULL,'value_json back\slash');
INSERT INTO "trial_user_attributes" VALUES(2,NULL,'00000002','value_json it''s 100% sure');
INSERT INTO "trial_user_attributes" VALUES(3,6,'00000003','value_json Alpha');
INSERT INTO "trial_user_attributes" VALUES(4,15,NULL,'value_json Zoë :name');
INSERT INTO "trial_user_attributes" VALUES(5,6,'00000005',NULL);
INSERT INTO "trial_user_attributes" VALUES(6,12,'00000006','value_json %s');
INSERT INTO "trial_user_attributes" VALUES(7,NULL,'00000007','value_json back\slash');
INSERT INTO "trial_user_attributes" VALUES(8,3,'00000008','value_json two
lines');
INSERT INTO "trial_user_attributes" VALUES(9,18,'00000009',NULL);
INSERT INTO "trial_user_attributes" VALUES(10,NULL,'00000010','value_json Alpha');
INSERT INTO "trial_user_attributes" VALUES(11,18,'00000011',NULL);
INSERT INTO "trial_user_attributes" VALUES(12,9,NULL,'value_json alpha');
INSERT INTO "trial_user_attributes" VALUES(13,7,'00000013','value_json Alpha');
INSERT INTO "trial_user_attributes" VALUES(14,2,NULL,'value_json %s');
INSERT INTO "trial_user_attributes" VALUES(15,11,'00000015','value_json back\slash');
INSERT INTO "trial_user_attributes" VALUES(16,9,'00000016',NULL);
INSERT INTO "trial_user_attributes" VALUES(17,16,'00000017',NULL);
INSERT INTO "trial_user_attributes" VALUES(18,20,'00000018','value_json alpha');
INSERT INTO "trial_user_attributes" VALUES(19,22,'00000019','value_json Alpha');
INSERT INTO "trial_user_attributes" VALUES(20,15,NULL,'value_json %s');
INSERT INTO "trial_user_attributes" VALUES(21,8,'00000021',NULL);
INSERT INTO "trial_user_attributes" VALUES(22,7,'00000022','value_json a "quote"');
INSERT INTO "trial_user_attributes" VALUES(23,NULL,NULL,'value_json Alpha');
INSERT INTO "trial_user_attributes" VALUES(24,19,'00000024',NULL);
CREATE TABLE trial_values (
	trial_value_id INTEGER NOT NULL, 
	trial_id INTEGER, 
	step INTEGER, 
	value FLOAT, 
	PRIMARY KEY (trial_value_id), 
	UNIQUE (trial_id, step), 
	FOREIGN KEY(trial_id) REFERENCES trials (trial_id)
);
INSERT INTO "trial_values" VALUES(1,12,NULL,-2.5);
INSERT INTO "trial_values" VALUES(2,NULL,2,-1.5);
INSERT INTO "trial_values" VALUES(3,13,3,-0.5);
INSERT INTO "trial_values" VALUES(4,7,NULL,0.5);
INSERT INTO "trial_values" VALUES(5,NULL,5,NULL);
INSERT INTO "trial_values" VALUES(6,4,6,2.5);
INSERT INTO "trial_values" VALUES(7,17,NULL,3.5);
INSERT INTO "trial_values" VALUES(8,21,8,4.5);
INSERT INTO "trial_values" VALUES(9,19,9,5.5);
INSERT INTO "trial_values" VALUES(10,8,10,6.5);
INSERT INTO "trial_values" VALUES(11,13,11,7.5);
INSERT INTO "trial_values" VALUES(12,20,12,8.5);
INSERT INTO "trial_values" VALUES(13,3,13,9.5);
INSERT INTO "trial_values" VALUES(14,5,14,NULL);
INSERT INTO "trial_values" VALUES(15,NULL,15,11.5);
INSERT INTO "trial_values" VALUES(16,9,16,12.5);
INSERT INTO "trial_values" VALUES(17,3,17,13.5);
INSERT INTO "trial_values" VALUES(18,24,18,14.5);
INSERT INTO "trial_values" VALUES(19,16,19,15.5);
INSERT INTO "trial_values" VALUES(20,14,20,16.5);
INSERT INTO "trial_values" VALUES(21,22,NULL,17.5);
INSERT INTO "trial_values" VALUES(22,NULL,22,18.5);
INSERT INTO "trial_values" VALUES(23,3,23,19.5);
INSERT INTO "trial_values" VALUES(24,6,NULL,20.5);
CREATE TABLE trials (
	trial_id INTEGER NOT NULL, 
	study_id INTEGER, 
	state VARCHAR(8) NOT NULL, 
	value FLOAT, 
	datetime_start DATETIME, 
	datetime_complete DATETIME, 
	PRIMARY KEY (trial_id), 
	FOREIGN KEY(study_id) REFERENCES studies (study_id), 
	CONSTRAINT trialstate CHECK (state IN ('RUNNING', 'COMPLETE', 'PRUNED', 'FAIL'))
);
INSERT INTO "trials" VALUES(1,7,'COMPLETE',-2.5,'2019-03-01 08:30:15.120000','2019-03-01 08:30:15.120000');
INSERT INTO "trials" VALUES(2,1,'FAIL',-1.5,'2019-03-02 15:30:15.120000','2019-03-02 15:30:15.120000');
INSERT INTO "trials" VALUES(3,5,'RUNNING',-0.5,'2019-03-03 22:30:15.120000','2019-03-03 22:30:15.120000');
INSERT INTO "trials" VALUES(4,7,'FAIL',0.5,'2019-03-05 05:30:15.120000',NULL);
INSERT INTO "trials" VALUES(5,5,'RUNNING',1.5,'2019-03-06 12:30:15.120000',NULL);
INSERT INTO "trials" VALUES(6,NULL,'FAIL',NULL,'2019-03-07 19:30:15.120000',NULL);
INSERT INTO "trials" VALUES(7,NULL,'FAIL',3.5,'2019-03-09 02:30:15.120000','2019-03-09 02:30:15.120000');
INSERT INTO "trials" VALUES(8,5,'PRUNED',4.5,'2019-03-10 09:30:15.120000','2019-03-10 09:30:15.120000');
INSERT INTO "trials" VALUES(9,2,'PRUNED',5.5,'2019-03-11 16:30:15.120000','2019-03-11 16:30:15.120000');
INSERT INTO "trials" VALUES(10,6,'FAIL',6.5,'2019-03-12 23:30:15.120000',NULL);
INSERT INTO "trials" VALUES(11,NULL,'RUNNING',7.5,'2019-03-14 06:30:15.120000','2019-03-14 06:30:15.120000');
INSERT INTO "trials" VALUES(12,NULL,'COMPLETE',8.5,NULL,'2019-03-15 13:30:15.120000');
INSERT INTO "trials" VALUES(13,NULL,'FAIL',9.5,'2019-03-16 20:30:15.120000','2019-03-16 20:30:15.120000');
INSERT INTO "trials" VALUES(14,9,'FAIL',10.5,'2019-03-18 03:30:15.120000','2019-03-18 03:30:15.120000');
INSERT INTO "trials" VALUES(15,5,'RUNNING',11.5,NULL,'2019-03-19 10:30:15.120000');
INSERT INTO "trials" VALUES(16,9,'PRUNED',12.5,'2019-03-20 17:30:15.120000',NULL);
INSERT INTO "trials" VALUES(17,9,'RUNNING',13.5,'2019-03-22 00:30:15.120000','2019-03-22 00:30:15.120000');
INSERT INTO "trials" VALUES(18,10,'PRUNED',14.5,'2019-03-23 07:30:15.120000','2019-03-23 07:30:15.120000');
INSERT INTO "trials" VALUES(19,2,'COMPLETE',15.5,'2019-03-24 14:30:15.120000','2019-03-24 14:30:15.120000');
INSERT INTO "trials" VALUES(20,2,'RUNNING',NULL,'2019-03-25 21:30:15.120000','2019-03-25 21:30:15.120000');
INSERT INTO "trials" VALUES(21,1,'COMPLETE',17.5,NULL,'2019-03-27 04:30:15.120000');
INSERT INTO "trials" VALUES(22,4,'PRUNED',18.5,'2019-03-28 11:30:15.120000',NULL);
INSERT INTO "trials" VALUES(23,6,'FAIL',19.5,'2019-03-29 18:30:15.120000','2019-03-29 18:30:15.120000');
INSERT INTO "trials" VALUES(24,8,'FAIL',20.5,'2019-03-31 01:30:15.120000','2019-03-31 01:30:15.120000');
CREATE TABLE version_info (
	version_info_id INTEGER NOT NULL, 
	schema_version INTEGER, 
	library_version VARCHAR(256), 
	PRIMARY KEY (version_info_id), 
	CHECK (version_info_id=1)
);
INSERT INTO "version_info" VALUES(1,NULL,NULL);
CREATE UNIQUE INDEX ix_studies_study_name ON studies (study_name);
COMMIT;
