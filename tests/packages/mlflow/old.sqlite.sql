BEGIN TRANSACTION;
CREATE TABLE experiment_tags (
	"key" VARCHAR(250) NOT NULL, 
	value VARCHAR(5000), 
	experiment_id INTEGER NOT NULL, 
	CONSTRAINT experiment_tag_pk PRIMARY KEY ("key", experiment_id), 
	FOREIGN KEY(experiment_id) REFERENCES experiments (experiment_id)
);
INSERT INTO "experiment_tags" VALUES('00000001','value 日本',18);
INSERT INTO "experiment_tags" VALUES('00000002','value %s',19);
INSERT INTO "experiment_tags" VALUES('00000003','value ',15);
INSERT INTO "experiment_tags" VALUES('00000004',NULL,19);
INSERT INTO "experiment_tags" VALUES('00000005','value back\slash',1);
INSERT INTO "experiment_tags" VALUES('00000006','value it''s 100% sure',19);
INSERT INTO "experiment_tags" VALUES('00000007',NULL,4);
INSERT INTO "experiment_tags" VALUES('00000008','value ',15);
INSERT INTO "experiment_tags" VALUES('00000009','value two
lines',12);
INSERT INTO "experiment_tags" VALUES('00000010','value two
lines',2);
INSERT INTO "experiment_tags" VALUES('00000011','value ',14);
INSERT INTO "experiment_tags" VALUES('00000012',NULL,18);
INSERT INTO "experiment_tags" VALUES('00000013','value it''s 100% sure',10);
INSERT INTO "experiment_tags" VALUES('00000014','value Alpha',17);
INSERT INTO "experiment_tags" VALUES('00000015','value it''s 100% sure',12);
INSERT INTO "experiment_tags" VALUES('00000016','value %s',21);
INSERT INTO "experiment_tags" VALUES('00000017','value back\slash',15);
INSERT INTO "experiment_tags" VALUES('00000018','value %s',6);
INSERT INTO "experiment_tags" VALUES('00000019','value a "quote"',1);
INSERT INTO "experiment_tags" VALUES('00000020','value 日本',22);
INSERT INTO "experiment_tags" VALUES('00000021',NULL,23);
INSERT INTO "experiment_tags" VALUES('00000022','value a "quote"',20);
INSERT INTO "experiment_tags" VALUES('00000023','value two
lines',9);
INSERT INTO "experiment_tags" VALUES('00000024','value Zoë :name',10);
CREATE TABLE experiments (
	experiment_id INTEGER NOT NULL, 
	name VARCHAR(256) NOT NULL, 
	artifact_location VARCHAR(256), 
	lifecycle_stage VARCHAR(32), 
	CONSTRAINT experiment_pk PRIMARY KEY (experiment_id), 
	CONSTRAINT experiments_lifecycle_stage CHECK (lifecycle_stage IN ('active', 'deleted')), 
	UNIQUE (name)
);
INSERT INTO "experiments" VALUES(1,'00000001','artifact_location a "quote"','active');
INSERT INTO "experiments" VALUES(2,'00000002','artifact_location Alpha',NULL);
INSERT INTO "experiments" VALUES(3,'00000003','artifact_location back\slash',NULL);
INSERT INTO "experiments" VALUES(4,'00000004',NULL,'active');
INSERT INTO "experiments" VALUES(5,'00000005','artifact_location two
lines','active');
INSERT INTO "experiments" VALUES(6,'00000006','artifact_location %s','deleted');
INSERT INTO "experiments" VALUES(7,'00000007','artifact_location %s','active');
INSERT INTO "experiments" VALUES(8,'00000008','artifact_location Zoë :name','active');
INSERT INTO "experiments" VALUES(9,'00000009','artifact_location it''s 100% sure','deleted');
INSERT INTO "experiments" VALUES(10,'00000010','artifact_location ',NULL);
INSERT INTO "experiments" VALUES(11,'00000011','artifact_location back\slash','deleted');
INSERT INTO "experiments" VALUES(12,'00000012','artifact_location Alpha','active');
INSERT INTO "experiments" VALUES(13,'00000013','artifact_location two
lines','active');
INSERT INTO "experiments" VALUES(14,'00000014','artifact_location a "quote"',NULL);
INSERT INTO "experiments" VALUES(15,'00000015',NULL,'deleted');
INSERT INTO "experiments" VALUES(16,'00000016','artifact_location Zoë :name','deleted');
INSERT INTO "experiments" VALUES(17,'00000017',NULL,'deleted');
INSERT INTO "experiments" VALUES(18,'00000018',NULL,NULL);
INSERT INTO "experiments" VALUES(19,'00000019','artifact_location ','deleted');
INSERT INTO "experiments" VALUES(20,'00000020','artifact_location Alpha','active');
INSERT INTO "experiments" VALUES(21,'00000021','artifact_location back\slash','deleted');
INSERT INTO "experiments" VALUES(22,'00000022','artifact_location 日本',NULL);
INSERT INTO "experiments" VALUES(23,'00000023',NULL,'deleted');
INSERT INTO "experiments" VALUES(24,'00000024','artifact_location alpha','deleted');
CREATE TABLE latest_metrics (
	"key" VARCHAR(250) NOT NULL, 
	value FLOAT NOT NULL, 
	timestamp BIGINT, 
	step BIGINT NOT NULL, 
	is_nan BOOLEAN NOT NULL, 
	run_uuid VARCHAR(32) NOT NULL, 
	CONSTRAINT latest_metric_pk PRIMARY KEY ("key", run_uuid), 
	CHECK (is_nan IN (0, 1)), 
	FOREIGN KEY(run_uuid) REFERENCES runs (run_uuid)
);
INSERT INTO "latest_metrics" VALUES('00000001',-2.5,0,0,1,'00000006');
INSERT INTO "latest_metrics" VALUES('00000002',-1.5,0,1,1,'00000013');
INSERT INTO "latest_metrics" VALUES('00000003',-0.5,2,1,0,'00000010');
INSERT INTO "latest_metrics" VALUES('00000004',0.5,0,0,1,'00000010');
INSERT INTO "latest_metrics" VALUES('00000005',1.5,4,1,1,'00000006');
INSERT INTO "latest_metrics" VALUES('00000006',2.5,1,1,0,'00000020');
INSERT INTO "latest_metrics" VALUES('00000007',3.5,1099511627776,1099511627776,0,'00000016');
INSERT INTO "latest_metrics" VALUES('00000008',4.5,1099511627776,1099511627776,0,'00000012');
INSERT INTO "latest_metrics" VALUES('00000009',5.5,NULL,1,1,'00000018');
INSERT INTO "latest_metrics" VALUES('00000010',6.5,9,9,0,'00000004');
INSERT INTO "latest_metrics" VALUES('00000011',7.5,0,1099511627776,0,'00000010');
INSERT INTO "latest_metrics" VALUES('00000012',8.5,1099511627776,11,0,'00000010');
INSERT INTO "latest_metrics" VALUES('00000013',9.5,1099511627776,1099511627776,1,'00000004');
INSERT INTO "latest_metrics" VALUES('00000014',10.5,1,1,1,'00000020');
INSERT INTO "latest_metrics" VALUES('00000015',11.5,NULL,1,1,'00000002');
INSERT INTO "latest_metrics" VALUES('00000016',12.5,1099511627776,15,0,'00000013');
INSERT INTO "latest_metrics" VALUES('00000017',13.5,1,16,0,'00000023');
INSERT INTO "latest_metrics" VALUES('00000018',14.5,1,1099511627776,1,'00000022');
INSERT INTO "latest_metrics" VALUES('00000019',15.5,18,1099511627776,1,'00000020');
INSERT INTO "latest_metrics" VALUES('00000020',16.5,1,1099511627776,1,'00000007');
INSERT INTO "latest_metrics" VALUES('00000021',17.5,NULL,0,0,'00000005');
INSERT INTO "latest_metrics" VALUES('00000022',18.5,NULL,1,1,'00000020');
INSERT INTO "latest_metrics" VALUES('00000023',19.5,0,22,0,'00000003');
INSERT INTO "latest_metrics" VALUES('00000024',20.5,1099511627776,23,0,'00000001');
CREATE TABLE metrics (
	"key" VARCHAR(250) NOT NULL, 
	value FLOAT NOT NULL, 
	timestamp BIGINT NOT NULL, 
	step BIGINT NOT NULL, 
	is_nan BOOLEAN NOT NULL, 
	run_uuid VARCHAR(32) NOT NULL, 
	CONSTRAINT metric_pk PRIMARY KEY ("key", timestamp, step, run_uuid, value, is_nan), 
	CHECK (is_nan IN (0, 1)), 
	FOREIGN KEY(run_uuid) REFERENCES runs (run_uuid)
);
INSERT INTO "metrics" VALUES('00000001',-2.5,1,1,0,'00000008');
INSERT INTO "metrics" VALUES('00000002',-1.5,2,2,0,'00000017');
INSERT INTO "metrics" VALUES('00000003',-0.5,3,3,1,'00000004');
INSERT INTO "metrics" VALUES('00000004',0.5,4,4,1,'00000022');
INSERT INTO "metrics" VALUES('00000005',1.5,5,5,1,'00000003');
INSERT INTO "metrics" VALUES('00000006',2.5,6,6,0,'00000011');
INSERT INTO "metrics" VALUES('00000007',3.5,7,7,0,'00000009');
INSERT INTO "metrics" VALUES('00000008',4.5,8,8,0,'00000006');
INSERT INTO "metrics" VALUES('00000009',5.5,9,9,0,'00000009');
INSERT INTO "metrics" VALUES('00000010',6.5,10,10,1,'00000011');
INSERT INTO "metrics" VALUES('00000011',7.5,11,11,0,'00000016');
INSERT INTO "metrics" VALUES('00000012',8.5,12,12,1,'00000011');
INSERT INTO "metrics" VALUES('00000013',9.5,13,13,0,'00000007');
INSERT INTO "metrics" VALUES('00000014',10.5,14,14,1,'00000013');
INSERT INTO "metrics" VALUES('00000015',11.5,15,15,0,'00000011');
INSERT INTO "metrics" VALUES('00000016',12.5,16,16,1,'00000003');
INSERT INTO "metrics" VALUES('00000017',13.5,17,17,1,'00000016');
INSERT INTO "metrics" VALUES('00000018',14.5,18,18,1,'00000017');
INSERT INTO "metrics" VALUES('00000019',15.5,19,19,0,'00000010');
INSERT INTO "metrics" VALUES('00000020',16.5,20,20,1,'00000006');
INSERT INTO "metrics" VALUES('00000021',17.5,21,21,1,'00000003');
INSERT INTO "metrics" VALUES('00000022',18.5,22,22,1,'00000006');
INSERT INTO "metrics" VALUES('00000023',19.5,23,23,0,'00000012');
INSERT INTO "metrics" VALUES('00000024',20.5,24,24,1,'00000016');
CREATE TABLE model_version_tags (
	name VARCHAR(256) NOT NULL, 
	version INTEGER NOT NULL, 
	"key" VARCHAR(250) NOT NULL, 
	value VARCHAR(5000), 
	CONSTRAINT model_version_tag_pk PRIMARY KEY ("key", name, version), 
	FOREIGN KEY(name, version) REFERENCES model_versions (name, version) ON UPDATE cascade
);
INSERT INTO "model_version_tags" VALUES('00000001',18,'00000001',NULL);
INSERT INTO "model_version_tags" VALUES('00000009',24,'00000002','value a "quote"');
INSERT INTO "model_version_tags" VALUES('00000016',9,'00000003','value 日本');
INSERT INTO "model_version_tags" VALUES('00000016',23,'00000004',NULL);
INSERT INTO "model_version_tags" VALUES('00000023',22,'00000005','value two
lines');
INSERT INTO "model_version_tags" VALUES('00000010',6,'00000006','value ');
INSERT INTO "model_version_tags" VALUES('00000016',9,'00000007','value it''s 100% sure');
INSERT INTO "model_version_tags" VALUES('00000007',14,'00000008','value ');
INSERT INTO "model_version_tags" VALUES('00000009',24,'00000009','value %s');
INSERT INTO "model_version_tags" VALUES('00000018',10,'00000010','value Alpha');
INSERT INTO "model_version_tags" VALUES('00000016',23,'00000011',NULL);
INSERT INTO "model_version_tags" VALUES('00000004',8,'00000012','value back\slash');
INSERT INTO "model_version_tags" VALUES('00000007',13,'00000013','value a "quote"');
INSERT INTO "model_version_tags" VALUES('00000009',24,'00000014',NULL);
INSERT INTO "model_version_tags" VALUES('00000014',5,'00000015','value 日本');
INSERT INTO "model_version_tags" VALUES('00000015',2,'00000016',NULL);
INSERT INTO "model_version_tags" VALUES('00000024',17,'00000017',NULL);
INSERT INTO "model_version_tags" VALUES('00000018',15,'00000018',NULL);
INSERT INTO "model_version_tags" VALUES('00000003',4,'00000019','value a "quote"');
INSERT INTO "model_version_tags" VALUES('00000003',4,'00000020','value %s');
INSERT INTO "model_version_tags" VALUES('00000024',17,'00000021',NULL);
INSERT INTO "model_version_tags" VALUES('00000014',5,'00000022','value alpha');
INSERT INTO "model_version_tags" VALUES('00000009',24,'00000023','value back\slash');
INSERT INTO "model_version_tags" VALUES('00000009',24,'00000024','value ');
CREATE TABLE model_versions (
	name VARCHAR(256) NOT NULL, 
	version INTEGER NOT NULL, 
	creation_time BIGINT, 
	last_updated_time BIGINT, 
	description VARCHAR(5000), 
	user_id VARCHAR(256), 
	current_stage VARCHAR(20), 
	source VARCHAR(500), 
	run_id VARCHAR(32), 
	run_link VARCHAR(500), 
	status VARCHAR(20), 
	status_message VARCHAR(500), 
	CONSTRAINT model_version_pk PRIMARY KEY (name, version), 
	FOREIGN KEY(name) REFERENCES registered_models (name) ON UPDATE cascade
);
INSERT INTO "model_versions" VALUES('00000007',1,0,0,'description %s','user_id 日本','current_stage alpha','source it''s 100% sure','run_id back\slash','run_link back\slash','status ','status_message two
lines');
INSERT INTO "model_versions" VALUES('00000015',2,1,1,'description it''s 100% sure','user_id Zoë :name','current_stage a "quo','source ','run_id 日本','run_link back\slash','status it''s 100% sur','status_message Alpha');
INSERT INTO "model_versions" VALUES('00000017',3,2,1,'description Alpha','user_id back\slash','current_stage Zoë :n','source 日本','run_id alpha','run_link Zoë :name','status two
lines','status_message %s');
INSERT INTO "model_versions" VALUES('00000003',4,1,3,NULL,'user_id back\slash',NULL,NULL,'run_id Alpha','run_link 日本','status alpha','status_message ');
INSERT INTO "model_versions" VALUES('00000014',5,NULL,1,'description alpha','user_id %s','current_stage %s','source 日本','run_id two
lines','run_link alpha','status Zoë :name','status_message Alpha');
INSERT INTO "model_versions" VALUES('00000010',6,NULL,5,'description %s','user_id alpha','current_stage Alpha','source 日本','run_id 日本',NULL,'status 日本','status_message it''s 100% sure');
INSERT INTO "model_versions" VALUES('00000021',7,NULL,6,'description it''s 100% sure','user_id back\slash','current_stage Zoë :n','source %s','run_id a "quote"','run_link it''s 100% sure','status alpha','status_message Zoë :name');
INSERT INTO "model_versions" VALUES('00000004',8,0,7,NULL,'user_id a "quote"','current_stage back\s','source a "quote"','run_id Zoë :name','run_link Zoë :name','status %s','status_message alpha');
INSERT INTO "model_versions" VALUES('00000016',9,1,1,'description %s','user_id 日本','current_stage back\s','source ','run_id alpha','run_link ','status back\slash','status_message back\slash');
INSERT INTO "model_versions" VALUES('00000018',10,9,NULL,'description two
lines','user_id %s','current_stage Zoë :n','source a "quote"',NULL,'run_link it''s 100% sure','status a "quote"','status_message it''s 100% sure');
INSERT INTO "model_versions" VALUES('00000017',11,10,1,'description Alpha',NULL,'current_stage %s',NULL,'run_id it''s 100% sure','run_link 日本','status Alpha',NULL);
INSERT INTO "model_versions" VALUES('00000021',12,NULL,1099511627776,'description Alpha',NULL,'current_stage alpha','source it''s 100% sure',NULL,'run_link alpha','status %s','status_message two
lines');
INSERT INTO "model_versions" VALUES('00000007',13,12,NULL,'description %s','user_id Zoë :name','current_stage a "quo','source alpha','run_id alpha','run_link 日本','status back\slash','status_message Alpha');
INSERT INTO "model_versions" VALUES('00000007',14,1099511627776,NULL,NULL,'user_id Alpha','current_stage ','source 日本',NULL,'run_link %s','status it''s 100% sur','status_message %s');
INSERT INTO "model_versions" VALUES('00000018',15,0,1,'description ','user_id alpha','current_stage two
li',NULL,'run_id %s','run_link back\slash','status %s','status_message ');
INSERT INTO "model_versions" VALUES('00000007',16,NULL,1,'description back\slash','user_id 日本','current_stage Zoë :n','source it''s 100% sure','run_id Alpha','run_link %s','status a "quote"',NULL);
INSERT INTO "model_versions" VALUES('00000024',17,16,1099511627776,'description a "quote"','user_id Alpha','current_stage back\s','source a "quote"',NULL,'run_link 日本','status Zoë :name','status_message %s');
INSERT INTO "model_versions" VALUES('00000001',18,1,0,'description %s','user_id Zoë :name','current_stage two
li','source back\slash',NULL,'run_link Zoë :name','status ','status_message Zoë :name');
INSERT INTO "model_versions" VALUES('00000014',19,1099511627776,0,'description back\slash',NULL,'current_stage two
li','source 日本','run_id ',NULL,'status Zoë :name','status_message ');
INSERT INTO "model_versions" VALUES('00000024',20,1099511627776,1,'description %s','user_id it''s 100% sure','current_stage ','source two
lines','run_id Zoë :name','run_link %s','status alpha','status_message a "quote"');
INSERT INTO "model_versions" VALUES('00000019',21,20,20,'description Zoë :name','user_id a "quote"','current_stage alpha','source a "quote"','run_id back\slash','run_link %s','status Zoë :name',NULL);
INSERT INTO "model_versions" VALUES('00000023',22,1099511627776,NULL,'description %s','user_id %s','current_stage Zoë :n','source two
lines','run_id Zoë :name',NULL,'status two
lines',NULL);
INSERT INTO "model_versions" VALUES('00000016',23,1,1,'description back\slash','user_id alpha','current_stage ',NULL,'run_id two
lines','run_link Alpha','status %s','status_message two
lines');
INSERT INTO "model_versions" VALUES('00000009',24,1,23,NULL,'user_id back\slash',NULL,NULL,'run_id alpha','run_link Alpha','status ','status_message back\slash');
CREATE TABLE params (
	"key" VARCHAR(250) NOT NULL, 
	value VARCHAR(250) NOT NULL, 
	run_uuid VARCHAR(32) NOT NULL, 
	CONSTRAINT param_pk PRIMARY KEY ("key", run_uuid), 
	FOREIGN KEY(run_uuid) REFERENCES runs (run_uuid)
);
INSERT INTO "params" VALUES('00000001','value Zoë :name','00000022');
INSERT INTO "params" VALUES('00000002','value ','00000003');
INSERT INTO "params" VALUES('00000003','value Zoë :name','00000015');
INSERT INTO "params" VALUES('00000004','value 日本','00000006');
INSERT INTO "params" VALUES('00000005','value Zoë :name','00000015');
INSERT INTO "params" VALUES('00000006','value Alpha','00000022');
INSERT INTO "params" VALUES('00000007','value ','00000020');
INSERT INTO "params" VALUES('00000008','value ','00000006');
INSERT INTO "params" VALUES('00000009','value %s','00000015');
INSERT INTO "params" VALUES('00000010','value it''s 100% sure','00000024');
INSERT INTO "params" VALUES('00000011','value Zoë :name','00000016');
INSERT INTO "params" VALUES('00000012','value ','00000010');
INSERT INTO "params" VALUES('00000013','value 日本','00000023');
INSERT INTO "params" VALUES('00000014','value alpha','00000007');
INSERT INTO "params" VALUES('00000015','value 日本','00000010');
INSERT INTO "params" VALUES('00000016','value %s','00000018');
INSERT INTO "params" VALUES('00000017','value %s','00000023');
INSERT INTO "params" VALUES('00000018','value it''s 100% sure','00000016');
INSERT INTO "params" VALUES('00000019','value it''s 100% sure','00000013');
INSERT INTO "params" VALUES('00000020','value alpha','00000005');
INSERT INTO "params" VALUES('00000021','value 日本','00000007');
INSERT INTO "params" VALUES('00000022','value %s','00000011');
INSERT INTO "params" VALUES('00000023','value alpha','00000009');
INSERT INTO "params" VALUES('00000024','value 日本','00000019');
CREATE TABLE registered_model_tags (
	name VARCHAR(256) NOT NULL, 
	"key" VARCHAR(250) NOT NULL, 
	value VARCHAR(5000), 
	CONSTRAINT registered_model_tag_pk PRIMARY KEY ("key", name), 
	FOREIGN KEY(name) REFERENCES registered_models (name) ON UPDATE cascade
);
INSERT INTO "registered_model_tags" VALUES('00000003','00000001','value back\slash');
INSERT INTO "registered_model_tags" VALUES('00000018','00000002','value it''s 100% sure');
INSERT INTO "registered_model_tags" VALUES('00000019','00000003','value ');
INSERT INTO "registered_model_tags" VALUES('00000019','00000004','value back\slash');
INSERT INTO "registered_model_tags" VALUES('00000019','00000005','value it''s 100% sure');
INSERT INTO "registered_model_tags" VALUES('00000007','00000006','value %s');
INSERT INTO "registered_model_tags" VALUES('00000002','00000007','value Zoë :name');
INSERT INTO "registered_model_tags" VALUES('00000017','00000008','value 日本');
INSERT INTO "registered_model_tags" VALUES('00000014','00000009','value back\slash');
INSERT INTO "registered_model_tags" VALUES('00000007','00000010','value Zoë :name');
INSERT INTO "registered_model_tags" VALUES('00000017','00000011','value a "quote"');
INSERT INTO "registered_model_tags" VALUES('00000012','00000012',NULL);
INSERT INTO "registered_model_tags" VALUES('00000014','00000013','value ');
INSERT INTO "registered_model_tags" VALUES('00000023','00000014','value back\slash');
INSERT INTO "registered_model_tags" VALUES('00000005','00000015','value %s');
INSERT INTO "registered_model_tags" VALUES('00000013','00000016','value back\slash');
INSERT INTO "registered_model_tags" VALUES('00000021','00000017','value Zoë :name');
INSERT INTO "registered_model_tags" VALUES('00000008','00000018',NULL);
INSERT INTO "registered_model_tags" VALUES('00000016','00000019','value it''s 100% sure');
INSERT INTO "registered_model_tags" VALUES('00000005','00000020','value alpha');
INSERT INTO "registered_model_tags" VALUES('00000009','00000021','value ');
INSERT INTO "registered_model_tags" VALUES('00000020','00000022','value it''s 100% sure');
INSERT INTO "registered_model_tags" VALUES('00000020','00000023','value %s');
INSERT INTO "registered_model_tags" VALUES('00000010','00000024',NULL);
CREATE TABLE registered_models (
	name VARCHAR(256) NOT NULL, 
	creation_time BIGINT, 
	last_updated_time BIGINT, 
	description VARCHAR(5000), 
	CONSTRAINT registered_model_pk PRIMARY KEY (name), 
	UNIQUE (name)
);
INSERT INTO "registered_models" VALUES('00000001',1099511627776,0,'description a "quote"');
INSERT INTO "registered_models" VALUES('00000002',0,1,'description alpha');
INSERT INTO "registered_models" VALUES('00000003',NULL,2,'description Alpha');
INSERT INTO "registered_models" VALUES('00000004',NULL,0,'description %s');
INSERT INTO "registered_models" VALUES('00000005',1,1099511627776,NULL);
INSERT INTO "registered_models" VALUES('00000006',1099511627776,0,'description Zoë :name');
INSERT INTO "registered_models" VALUES('00000007',1,0,'description it''s 100% sure');
INSERT INTO "registered_models" VALUES('00000008',7,NULL,'description 日本');
INSERT INTO "registered_models" VALUES('00000009',8,1,'description it''s 100% sure');
INSERT INTO "registered_models" VALUES('00000010',9,1099511627776,'description Zoë :name');
INSERT INTO "registered_models" VALUES('00000011',1099511627776,10,NULL);
INSERT INTO "registered_models" VALUES('00000012',0,11,'description 日本');
INSERT INTO "registered_models" VALUES('00000013',0,NULL,NULL);
INSERT INTO "registered_models" VALUES('00000014',1099511627776,1,'description a "quote"');
INSERT INTO "registered_models" VALUES('00000015',1099511627776,0,'description two
lines');
INSERT INTO "registered_models" VALUES('00000016',1,NULL,NULL);
INSERT INTO "registered_models" VALUES('00000017',NULL,1099511627776,'description 日本');
INSERT INTO "registered_models" VALUES('00000018',1,1099511627776,NULL);
INSERT INTO "registered_models" VALUES('00000019',18,1,'description Zoë :name');
INSERT INTO "registered_models" VALUES('00000020',19,1099511627776,NULL);
INSERT INTO "registered_models" VALUES('00000021',1099511627776,1099511627776,'description it''s 100% sure');
INSERT INTO "registered_models" VALUES('00000022',21,1,'description two
lines');
INSERT INTO "registered_models" VALUES('00000023',0,22,'description it''s 100% sure');
INSERT INTO "registered_models" VALUES('00000024',1,NULL,'description %s');
CREATE TABLE runs (
	run_uuid VARCHAR(32) NOT NULL, 
	name VARCHAR(250), 
	source_type VARCHAR(20), 
	source_name VARCHAR(500), 
	entry_point_name VARCHAR(50), 
	user_id VARCHAR(256), 
	status VARCHAR(20), 
	start_time BIGINT, 
	end_time BIGINT, 
	source_version VARCHAR(50), 
	lifecycle_stage VARCHAR(20), 
	artifact_uri VARCHAR(200), 
	experiment_id INTEGER, 
	CONSTRAINT run_pk PRIMARY KEY (run_uuid), 
	CONSTRAINT source_type CHECK (source_type IN ('NOTEBOOK', 'JOB', 'LOCAL', 'UNKNOWN', 'PROJECT')), 
	CONSTRAINT status CHECK (status IN ('SCHEDULED', 'FAILED', 'FINISHED', 'RUNNING', 'KILLED')), 
	CONSTRAINT runs_lifecycle_stage CHECK (lifecycle_stage IN ('active', 'deleted')), 
	FOREIGN KEY(experiment_id) REFERENCES experiments (experiment_id)
);
INSERT INTO "runs" VALUES('00000001','name Alpha',NULL,'source_name two
lines','entry_point_name 日本','user_id a "quote"','FAILED',0,1099511627776,NULL,'deleted','artifact_uri ',21);
INSERT INTO "runs" VALUES('00000002','name ','NOTEBOOK','source_name Zoë :name','entry_point_name Alpha','user_id it''s 100% sure',NULL,NULL,0,'source_version back\slash','deleted','artifact_uri a "quote"',17);
INSERT INTO "runs" VALUES('00000003',NULL,NULL,NULL,'entry_point_name it''s 100% sure','user_id ','RUNNING',2,2,'source_version back\slash','active','artifact_uri Alpha',18);
INSERT INTO "runs" VALUES('00000004','name alpha','LOCAL','source_name ','entry_point_name back\slash','user_id back\slash','KILLED',0,3,'source_version a "quote"','active','artifact_uri it''s 100% sure',NULL);
INSERT INTO "runs" VALUES('00000005','name it''s 100% sure','LOCAL','source_name Alpha','entry_point_name two
lines','user_id alpha',NULL,4,1099511627776,NULL,NULL,'artifact_uri ',NULL);
INSERT INTO "runs" VALUES('00000006','name Zoë :name',NULL,NULL,'entry_point_name ','user_id a "quote"','SCHEDULED',NULL,5,'source_version %s','active','artifact_uri it''s 100% sure',NULL);
INSERT INTO "runs" VALUES('00000007','name two
lines','UNKNOWN','source_name Alpha','entry_point_name back\slash','user_id two
lines','FAILED',6,0,'source_version alpha',NULL,NULL,6);
INSERT INTO "runs" VALUES('00000008','name 日本','LOCAL','source_name back\slash','entry_point_name a "quote"','user_id 日本','FAILED',NULL,7,'source_version Zoë :name','active','artifact_uri a "quote"',1);
INSERT INTO "runs" VALUES('00000009','name it''s 100% sure','NOTEBOOK','source_name 日本','entry_point_name it''s 100% sure','user_id Alpha','FAILED',8,8,'source_version ','active','artifact_uri it''s 100% sure',NULL);
INSERT INTO "runs" VALUES('00000010','name Alpha','JOB','source_name two
lines','entry_point_name Zoë :name',NULL,'RUNNING',NULL,9,'source_version Alpha',NULL,'artifact_uri a "quote"',14);
INSERT INTO "runs" VALUES('00000011','name ','NOTEBOOK','source_name Alpha','entry_point_name it''s 100% sure','user_id Alpha','FAILED',1099511627776,1,'source_version alpha',NULL,'artifact_uri %s',24);
INSERT INTO "runs" VALUES('00000012','name 日本','NOTEBOOK',NULL,'entry_point_name two
lines','user_id alpha','SCHEDULED',1,11,'source_version back\slash',NULL,'artifact_uri a "quote"',19);
INSERT INTO "runs" VALUES('00000013','name back\slash',NULL,'source_name 日本','entry_point_name Zoë :name','user_id Alpha','FAILED',1,12,'source_version Zoë :name','active','artifact_uri two
lines',18);
INSERT INTO "runs" VALUES('00000014','name back\slash','LOCAL','source_name 日本','entry_point_name ','user_id two
lines','SCHEDULED',13,NULL,NULL,'deleted','artifact_uri %s',16);
INSERT INTO "runs" VALUES('00000015','name %s',NULL,'source_name alpha',NULL,'user_id %s','SCHEDULED',1099511627776,0,'source_version two
lines','deleted','artifact_uri back\slash',NULL);
INSERT INTO "runs" VALUES('00000016','name two
lines','UNKNOWN','source_name it''s 100% sure',NULL,NULL,'SCHEDULED',15,15,'source_version two
lines','active','artifact_uri back\slash',15);
INSERT INTO "runs" VALUES('00000017','name alpha',NULL,'source_name it''s 100% sure','entry_point_name ','user_id 日本',NULL,1,16,'source_version 日本','deleted','artifact_uri back\slash',16);
INSERT INTO "runs" VALUES('00000018','name it''s 100% sure','NOTEBOOK','source_name it''s 100% sure','entry_point_name a "quote"','user_id back\slash',NULL,1,1099511627776,'source_version ','deleted','artifact_uri two
lines',16);
INSERT INTO "runs" VALUES('00000019','name Alpha',NULL,'source_name back\slash','entry_point_name Zoë :name','user_id %s','SCHEDULED',1,0,NULL,'active','artifact_uri Alpha',8);
INSERT INTO "runs" VALUES('00000020','name ',NULL,'source_name Zoë :name','entry_point_name it''s 100% sure','user_id alpha',NULL,1,1099511627776,'source_version %s','active','artifact_uri Zoë :name',19);
INSERT INTO "runs" VALUES('00000021','name Zoë :name',NULL,'source_name %s','entry_point_name back\slash','user_id back\slash','SCHEDULED',0,1099511627776,'source_version Zoë :name',NULL,NULL,11);
INSERT INTO "runs" VALUES('00000022','name %s',NULL,'source_name back\slash','entry_point_name a "quote"','user_id back\slash','FINISHED',1099511627776,1,NULL,'active','artifact_uri alpha',NULL);
INSERT INTO "runs" VALUES('00000023','name ',NULL,'source_name alpha','entry_point_name 日本','user_id two
lines',NULL,0,22,'source_version alpha','deleted',NULL,NULL);
INSERT INTO "runs" VALUES('00000024','name two
lines','PROJECT','source_name back\slash','entry_point_name a "quote"','user_id alpha','KILLED',23,23,'source_version alpha','active',NULL,20);
CREATE TABLE tags (
	"key" VARCHAR(250) NOT NULL, 
	value VARCHAR(250), 
	run_uuid VARCHAR(32) NOT NULL, 
	CONSTRAINT tag_pk PRIMARY KEY ("key", run_uuid), 
	FOREIGN KEY(run_uuid) REFERENCES runs (run_uuid)
);
INSERT INTO "tags" VALUES('00000001','value ','00000005');
INSERT INTO "tags" VALUES('00000002','value a "quote"','00000020');
INSERT INTO "tags" VALUES('00000003','value 日本','00000016');
INSERT INTO "tags" VALUES('00000004',NULL,'00000009');
INSERT INTO "tags" VALUES('00000005','value %s','00000020');
INSERT INTO "tags" VALUES('00000006','value %s','00000016');
INSERT INTO "tags" VALUES('00000007','value a "quote"','00000010');
INSERT INTO "tags" VALUES('00000008',NULL,'00000007');
INSERT INTO "tags" VALUES('00000009','value a "quote"','00000003');
INSERT INTO "tags" VALUES('00000010','value 日本','00000024');
INSERT INTO "tags" VALUES('00000011',NULL,'00000004');
INSERT INTO "tags" VALUES('00000012','value Alpha','00000010');
INSERT INTO "tags" VALUES('00000013',NULL,'00000005');
INSERT INTO "tags" VALUES('00000014','value alpha','00000010');
INSERT INTO "tags" VALUES('00000015','value ','00000022');
INSERT INTO "tags" VALUES('00000016',NULL,'00000008');
INSERT INTO "tags" VALUES('00000017','value two
lines','00000002');
INSERT INTO "tags" VALUES('00000018','value %s','00000016');
INSERT INTO "tags" VALUES('00000019','value Alpha','00000006');
INSERT INTO "tags" VALUES('00000020','value Zoë :name','00000006');
INSERT INTO "tags" VALUES('00000021','value it''s 100% sure','00000002');
INSERT INTO "tags" VALUES('00000022','value a "quote"','00000016');
INSERT INTO "tags" VALUES('00000023',NULL,'00000014');
INSERT INTO "tags" VALUES('00000024','value %s','00000015');
COMMIT;
