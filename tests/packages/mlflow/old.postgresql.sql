CREATE TABLE public.experiment_tags (
    key character varying(250) NOT NULL,
    value character varying(5000),
    experiment_id integer NOT NULL
);
CREATE TABLE public.experiments (
    experiment_id integer NOT NULL,
    name character varying(256) NOT NULL,
    artifact_location character varying(256),
    lifecycle_stage character varying(32),
    CONSTRAINT experiments_lifecycle_stage CHECK (((lifecycle_stage)::text = ANY ((ARRAY['active'::character varying, 'deleted'::character varying])::text[])))
);
CREATE SEQUENCE public.experiments_experiment_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.experiments_experiment_id_seq OWNED BY public.experiments.experiment_id;
CREATE TABLE public.latest_metrics (
    key character varying(250) NOT NULL,
    value double precision NOT NULL,
    "timestamp" bigint,
    step bigint NOT NULL,
    is_nan boolean NOT NULL,
    run_uuid character varying(32) NOT NULL
);
CREATE TABLE public.metrics (
    key character varying(250) NOT NULL,
    value double precision NOT NULL,
    "timestamp" bigint NOT NULL,
    step bigint NOT NULL,
    is_nan boolean NOT NULL,
    run_uuid character varying(32) NOT NULL
);
CREATE TABLE public.model_version_tags (
    name character varying(256) NOT NULL,
    version integer NOT NULL,
    key character varying(250) NOT NULL,
    value character varying(5000)
);
CREATE TABLE public.model_versions (
    name character varying(256) NOT NULL,
    version integer NOT NULL,
    creation_time bigint,
    last_updated_time bigint,
    description character varying(5000),
    user_id character varying(256),
    current_stage character varying(20),
    source character varying(500),
    run_id character varying(32),
    run_link character varying(500),
    status character varying(20),
    status_message character varying(500)
);
CREATE TABLE public.params (
    key character varying(250) NOT NULL,
    value character varying(250) NOT NULL,
    run_uuid character varying(32) NOT NULL
);
CREATE TABLE public.registered_model_tags (
    name character varying(256) NOT NULL,
    key character varying(250) NOT NULL,
    value character varying(5000)
);
CREATE TABLE public.registered_models (
    name character varying(256) NOT NULL,
    creation_time bigint,
    last_updated_time bigint,
    description character varying(5000)
);
CREATE TABLE public.runs (
    run_uuid character varying(32) NOT NULL,
    name character varying(250),
    source_type character varying(20),
    source_name character varying(500),
    entry_point_name character varying(50),
    user_id character varying(256),
    status character varying(20),
    start_time bigint,
    end_time bigint,
    source_version character varying(50),
    lifecycle_stage character varying(20),
    artifact_uri character varying(200),
    experiment_id integer,
    CONSTRAINT runs_lifecycle_stage CHECK (((lifecycle_stage)::text = ANY ((ARRAY['active'::character varying, 'deleted'::character varying])::text[]))),
    CONSTRAINT source_type CHECK (((source_type)::text = ANY ((ARRAY['NOTEBOOK'::character varying, 'JOB'::character varying, 'LOCAL'::character varying, 'UNKNOWN'::character varying, 'PROJECT'::character varying])::text[]))),
    CONSTRAINT status CHECK (((status)::text = ANY ((ARRAY['SCHEDULED'::character varying, 'FAILED'::character varying, 'FINISHED'::character varying, 'RUNNING'::character varying, 'KILLED'::character varying])::text[])))
);
CREATE TABLE public.tags (
    key character varying(250) NOT NULL,
    value character varying(250),
    run_uuid character varying(32) NOT NULL
);
ALTER TABLE ONLY public.experiments ALTER COLUMN experiment_id SET DEFAULT nextval('public.experiments_experiment_id_seq'::regclass);
INSERT INTO public.experiment_tags VALUES
	('00000001', 'value 日本', 18),
	('00000002', 'value %s', 19),
	('00000003', 'value ', 15),
	('00000004', NULL, 19),
	('00000005', 'value back\slash', 1),
	('00000006', 'value it''s 100% sure', 19),
	('00000007', NULL, 4),
	('00000008', 'value ', 15),
	('00000009', 'value two
lines', 12),
	('00000010', 'value two
lines', 2),
	('00000011', 'value ', 14),
	('00000012', NULL, 18),
	('00000013', 'value it''s 100% sure', 10),
	('00000014', 'value Alpha', 17),
	('00000015', 'value it''s 100% sure', 12),
	('00000016', 'value %s', 21),
	('00000017', 'value back\slash', 15),
	('00000018', 'value %s', 6),
	('00000019', 'value a "quote"', 1),
	('00000020', 'value 日本', 22),
	('00000021', NULL, 23),
	('00000022', 'value a "quote"', 20),
	('00000023', 'value two
lines', 9),
	('00000024', 'value Zoë :name', 10);
INSERT INTO public.experiments VALUES
	(1, '00000001', 'artifact_location a "quote"', 'active'),
	(2, '00000002', 'artifact_location Alpha', NULL),
	(3, '00000003', 'artifact_location back\slash', NULL),
	(4, '00000004', NULL, 'active'),
	(5, '00000005', 'artifact_location two
lines', 'active'),
	(6, '00000006', 'artifact_location %s', 'deleted'),
	(7, '00000007', 'artifact_location %s', 'active'),
	(8, '00000008', 'artifact_location Zoë :name', 'active'),
	(9, '00000009', 'artifact_location it''s 100% sure', 'deleted'),
	(10, '00000010', 'artifact_location ', NULL),
	(11, '00000011', 'artifact_location back\slash', 'deleted'),
	(12, '00000012', 'artifact_location Alpha', 'active'),
	(13, '00000013', 'artifact_location two
lines', 'active'),
	(14, '00000014', 'artifact_location a "quote"', NULL),
	(15, '00000015', NULL, 'deleted'),
	(16, '00000016', 'artifact_location Zoë :name', 'deleted'),
	(17, '00000017', NULL, 'deleted'),
	(18, '00000018', NULL, NULL),
	(19, '00000019', 'artifact_location ', 'deleted'),
	(20, '00000020', 'artifact_location Alpha', 'active'),
	(21, '00000021', 'artifact_location back\slash', 'deleted'),
	(22, '00000022', 'artifact_location 日本', NULL),
	(23, '00000023', NULL, 'deleted'),
	(24, '00000024', 'artifact_location alpha', 'deleted');
INSERT INTO public.latest_metrics VALUES
	('00000001', -2.5, 0, 0, true, '00000006'),
	('00000002', -1.5, 0, 1, true, '00000013'),
	('00000003', -0.5, 2, 1, false, '00000010'),
	('00000004', 0.5, 0, 0, true, '00000010'),
	('00000005', 1.5, 4, 1, true, '00000006'),
	('00000006', 2.5, 1, 1, false, '00000020'),
	('00000007', 3.5, 1099511627776, 1099511627776, false, '00000016'),
	('00000008', 4.5, 1099511627776, 1099511627776, false, '00000012'),
	('00000009', 5.5, NULL, 1, true, '00000018'),
	('00000010', 6.5, 9, 9, false, '00000004'),
	('00000011', 7.5, 0, 1099511627776, false, '00000010'),
	('00000012', 8.5, 1099511627776, 11, false, '00000010'),
	('00000013', 9.5, 1099511627776, 1099511627776, true, '00000004'),
	('00000014', 10.5, 1, 1, true, '00000020'),
	('00000015', 11.5, NULL, 1, true, '00000002'),
	('00000016', 12.5, 1099511627776, 15, false, '00000013'),
	('00000017', 13.5, 1, 16, false, '00000023'),
	('00000018', 14.5, 1, 1099511627776, true, '00000022'),
	('00000019', 15.5, 18, 1099511627776, true, '00000020'),
	('00000020', 16.5, 1, 1099511627776, true, '00000007'),
	('00000021', 17.5, NULL, 0, false, '00000005'),
	('00000022', 18.5, NULL, 1, true, '00000020'),
	('00000023', 19.5, 0, 22, false, '00000003'),
	('00000024', 20.5, 1099511627776, 23, false, '00000001');
INSERT INTO public.metrics VALUES
	('00000001', -2.5, 1, 1, false, '00000008'),
	('00000002', -1.5, 2, 2, false, '00000017'),
	('00000003', -0.5, 3, 3, true, '00000004'),
	('00000004', 0.5, 4, 4, true, '00000022'),
	('00000005', 1.5, 5, 5, true, '00000003'),
	('00000006', 2.5, 6, 6, false, '00000011'),
	('00000007', 3.5, 7, 7, false, '00000009'),
	('00000008', 4.5, 8, 8, false, '00000006'),
	('00000009', 5.5, 9, 9, false, '00000009'),
	('00000010', 6.5, 10, 10, true, '00000011'),
	('00000011', 7.5, 11, 11, false, '00000016'),
	('00000012', 8.5, 12, 12, true, '00000011'),
	('00000013', 9.5, 13, 13, false, '00000007'),
	('00000014', 10.5, 14, 14, true, '00000013'),
	('00000015', 11.5, 15, 15, false, '00000011'),
	('00000016', 12.5, 16, 16, true, '00000003'),
	('00000017', 13.5, 17, 17, true, '00000016'),
	('00000018', 14.5, 18, 18, true, '00000017'),
	('00000019', 15.5, 19, 19, false, '00000010'),
	('00000020', 16.5, 20, 20, true, '00000006'),
	('00000021', 17.5, 21, 21, true, '00000003'),
	('00000022', 18.5, 22, 22, true, '00000006'),
	('00000023', 19.5, 23, 23, false, '00000012'),
	('00000024', 20.5, 24, 24, true, '00000016');
INSERT INTO public.model_version_tags VALUES
	('00000001', 18, '00000001', NULL),
	('00000009', 24, '00000002', 'value a "quote"'),
	('00000016', 9, '00000003', 'value 日本'),
	('00000016', 23, '00000004', NULL),
	('00000023', 22, '00000005', 'value two
lines'),
	('00000010', 6, '00000006', 'value '),
	('00000016', 9, '00000007', 'value it''s 100% sure'),
	('00000007', 14, '00000008', 'value '),
	('00000009', 24, '00000009', 'value %s'),
	('00000018', 10, '00000010', 'value Alpha'),
	('00000016', 23, '00000011', NULL),
	('00000004', 8, '00000012', 'value back\slash'),
	('00000007', 13, '00000013', 'value a "quote"'),
	('00000009', 24, '00000014', NULL),
	('00000014', 5, '00000015', 'value 日本'),
	('00000015', 2, '00000016', NULL),
	('00000024', 17, '00000017', NULL),
	('00000018', 15, '00000018', NULL),
	('00000003', 4, '00000019', 'value a "quote"'),
	('00000003', 4, '00000020', 'value %s'),
	('00000024', 17, '00000021', NULL),
	('00000014', 5, '00000022', 'value alpha'),
	('00000009', 24, '00000023', 'value back\slash'),
	('00000009', 24, '00000024', 'value ');
INSERT INTO public.model_versions VALUES
	('00000007', 1, 0, 0, 'description %s', 'user_id 日本', 'current_stage alpha', 'source it''s 100% sure', 'run_id back\slash', 'run_link back\slash', 'status ', 'status_message two
lines'),
	('00000015', 2, 1, 1, 'description it''s 100% sure', 'user_id Zoë :name', 'current_stage a "quo', 'source ', 'run_id 日本', 'run_link back\slash', 'status it''s 100% sur', 'status_message Alpha'),
	('00000017', 3, 2, 1, 'description Alpha', 'user_id back\slash', 'current_stage Zoë :n', 'source 日本', 'run_id alpha', 'run_link Zoë :name', 'status two
lines', 'status_message %s'),
	('00000003', 4, 1, 3, NULL, 'user_id back\slash', NULL, NULL, 'run_id Alpha', 'run_link 日本', 'status alpha', 'status_message '),
	('00000014', 5, NULL, 1, 'description alpha', 'user_id %s', 'current_stage %s', 'source 日本', 'run_id two
lines', 'run_link alpha', 'status Zoë :name', 'status_message Alpha'),
	('00000010', 6, NULL, 5, 'description %s', 'user_id alpha', 'current_stage Alpha', 'source 日本', 'run_id 日本', NULL, 'status 日本', 'status_message it''s 100% sure'),
	('00000021', 7, NULL, 6, 'description it''s 100% sure', 'user_id back\slash', 'current_stage Zoë :n', 'source %s', 'run_id a "quote"', 'run_link it''s 100% sure', 'status alpha', 'status_message Zoë :name'),
	('00000004', 8, 0, 7, NULL, 'user_id a "quote"', 'current_stage back\s', 'source a "quote"', 'run_id Zoë :name', 'run_link Zoë :name', 'status %s', 'status_message alpha'),
	('00000016', 9, 1, 1, 'description %s', 'user_id 日本', 'current_stage back\s', 'source ', 'run_id alpha', 'run_link ', 'status back\slash', 'status_message back\slash'),
	('00000018', 10, 9, NULL, 'description two
lines', 'user_id %s', 'current_stage Zoë :n', 'source a "quote"', NULL, 'run_link it''s 100% sure', 'status a "quote"', 'status_message it''s 100% sure'),
	('00000017', 11, 10, 1, 'description Alpha', NULL, 'current_stage %s', NULL, 'run_id it''s 100% sure', 'run_link 日本', 'status Alpha', NULL),
	('00000021', 12, NULL, 1099511627776, 'description Alpha', NULL, 'current_stage alpha', 'source it''s 100% sure', NULL, 'run_link alpha', 'status %s', 'status_message two
lines'),
	('00000007', 13, 12, NULL, 'description %s', 'user_id Zoë :name', 'current_stage a "quo', 'source alpha', 'run_id alpha', 'run_link 日本', 'status back\slash', 'status_message Alpha'),
	('00000007', 14, 1099511627776, NULL, NULL, 'user_id Alpha', 'current_stage ', 'source 日本', NULL, 'run_link %s', 'status it''s 100% sur', 'status_message %s'),
	('00000018', 15, 0, 1, 'description ', 'user_id alpha', 'current_stage two
li', NULL, 'run_id %s', 'run_link back\slash', 'status %s', 'status_message '),
	('00000007', 16, NULL, 1, 'description back\slash', 'user_id 日本', 'current_stage Zoë :n', 'source it''s 100% sure', 'run_id Alpha', 'run_link %s', 'status a "quote"', NULL),
	('00000024', 17, 16, 1099511627776, 'description a "quote"', 'user_id Alpha', 'current_stage back\s', 'source a "quote"', NULL, 'run_link 日本', 'status Zoë :name', 'status_message %s'),
	('00000001', 18, 1, 0, 'description %s', 'user_id Zoë :name', 'current_stage two
li', 'source back\slash', NULL, 'run_link Zoë :name', 'status ', 'status_message Zoë :name'),
	('00000014', 19, 1099511627776, 0, 'description back\slash', NULL, 'current_stage two
li', 'source 日本', 'run_id ', NULL, 'status Zoë :name', 'status_message '),
	('00000024', 20, 1099511627776, 1, 'description %s', 'user_id it''s 100% sure', 'current_stage ', 'source two
lines', 'run_id Zoë :name', 'run_link %s', 'status alpha', 'status_message a "quote"'),
	('00000019', 21, 20, 20, 'description Zoë :name', 'user_id a "quote"', 'current_stage alpha', 'source a "quote"', 'run_id back\slash', 'run_link %s', 'status Zoë :name', NULL),
	('00000023', 22, 1099511627776, NULL, 'description %s', 'user_id %s', 'current_stage Zoë :n', 'source two
lines', 'run_id Zoë :name', NULL, 'status two
lines', NULL),
	('00000016', 23, 1, 1, 'description back\slash', 'user_id alpha', 'current_stage ', NULL, 'run_id two
lines', 'run_link Alpha', 'status %s', 'status_message two
lines'),
	('00000009', 24, 1, 23, NULL, 'user_id back\slash', NULL, NULL, 'run_id alpha', 'run_link Alpha', 'status ', 'status_message back\slash');
INSERT INTO public.params VALUES
	('00000001', 'value Zoë :name', '00000022'),
	('00000002', 'value ', '00000003'),
	('00000003', 'value Zoë :name', '00000015'),
	('00000004', 'value 日本', '00000006'),
	('00000005', 'value Zoë :name', '00000015'),
	('00000006', 'value Alpha', '00000022'),
	('00000007', 'value ', '00000020'),
	('00000008', 'value ', '00000006'),
	('00000009', 'value %s', '00000015'),
	('00000010', 'value it''s 100% sure', '00000024'),
	('00000011', 'value Zoë :name', '00000016'),
	('00000012', 'value ', '00000010'),
	('00000013', 'value 日本', '00000023'),
	('00000014', 'value alpha', '00000007'),
	('00000015', 'value 日本', '00000010'),
	('00000016', 'value %s', '00000018'),
	('00000017', 'value %s', '00000023'),
	('00000018', 'value it''s 100% sure', '00000016'),
	('00000019', 'value it''s 100% sure', '00000013'),
	('00000020', 'value alpha', '00000005'),
	('00000021', 'value 日本', '00000007'),
	('00000022', 'value %s', '00000011'),
	('00000023', 'value alpha', '00000009'),
	('00000024', 'value 日本', '00000019');
INSERT INTO public.registered_model_tags VALUES
	('00000003', '00000001', 'value back\slash'),
	('00000018', '00000002', 'value it''s 100% sure'),
	('00000019', '00000003', 'value '),
	('00000019', '00000004', 'value back\slash'),
	('00000019', '00000005', 'value it''s 100% sure'),
	('00000007', '00000006', 'value %s'),
	('00000002', '00000007', 'value Zoë :name'),
	('00000017', '00000008', 'value 日本'),
	('00000014', '00000009', 'value back\slash'),
	('00000007', '00000010', 'value Zoë :name'),
	('00000017', '00000011', 'value a "quote"'),
	('00000012', '00000012', NULL),
	('00000014', '00000013', 'value '),
	('00000023', '00000014', 'value back\slash'),
	('00000005', '00000015', 'value %s'),
	('00000013', '00000016', 'value back\slash'),
	('00000021', '00000017', 'value Zoë :name'),
	('00000008', '00000018', NULL),
	('00000016', '00000019', 'value it''s 100% sure'),
	('00000005', '00000020', 'value alpha'),
	('00000009', '00000021', 'value '),
	('00000020', '00000022', 'value it''s 100% sure'),
	('00000020', '00000023', 'value %s'),
	('00000010', '00000024', NULL);
INSERT INTO public.registered_models VALUES
	('00000001', 1099511627776, 0, 'description a "quote"'),
	('00000002', 0, 1, 'description alpha'),
	('00000003', NULL, 2, 'description Alpha'),
	('00000004', NULL, 0, 'description %s'),
	('00000005', 1, 1099511627776, NULL),
	('00000006', 1099511627776, 0, 'description Zoë :name'),
	('00000007', 1, 0, 'description it''s 100% sure'),
	('00000008', 7, NULL, 'description 日本'),
	('00000009', 8, 1, 'description it''s 100% sure'),
	('00000010', 9, 1099511627776, 'description Zoë :name'),
	('00000011', 1099511627776, 10, NULL),
	('00000012', 0, 11, 'description 日本'),
	('00000013', 0, NULL, NULL),
	('00000014', 1099511627776, 1, 'description a "quote"'),
	('00000015', 1099511627776, 0, 'description two
lines'),
	('00000016', 1, NULL, NULL),
	('00000017', NULL, 1099511627776, 'description 日本'),
	('00000018', 1, 1099511627776, NULL),
	('00000019', 18, 1, 'description Zoë :name'),
	('00000020', 19, 1099511627776, NULL),
	('00000021', 1099511627776, 1099511627776, 'description it''s 100% sure'),
	('00000022', 21, 1, 'description two
lines'),
	('00000023', 0, 22, 'description it''s 100% sure'),
	('00000024', 1, NULL, 'description %s');
INSERT INTO public.runs VALUES
	('00000001', 'name Alpha', NULL, 'source_name two
lines', 'entry_point_name 日本', 'user_id a "quote"', 'FAILED', 0, 1099511627776, NULL, 'deleted', 'artifact_uri ', 21),
	('00000002', 'name ', 'NOTEBOOK', 'source_name Zoë :name', 'entry_point_name Alpha', 'user_id it''s 100% sure', NULL, NULL, 0, 'source_version back\slash', 'deleted', 'artifact_uri a "quote"', 17),
	('00000003', NULL, NULL, NULL, 'entry_point_name it''s 100% sure', 'user_id ', 'RUNNING', 2, 2, 'source_version back\slash', 'active', 'artifact_uri Alpha', 18),
	('00000004', 'name alpha', 'LOCAL', 'source_name ', 'entry_point_name back\slash', 'user_id back\slash', 'KILLED', 0, 3, 'source_version a "quote"', 'active', 'artifact_uri it''s 100% sure', NULL),
	('00000005', 'name it''s 100% sure', 'LOCAL', 'source_name Alpha', 'entry_point_name two
lines', 'user_id alpha', NULL, 4, 1099511627776, NULL, NULL, 'artifact_uri ', NULL),
	('00000006', 'name Zoë :name', NULL, NULL, 'entry_point_name ', 'user_id a "quote"', 'SCHEDULED', NULL, 5, 'source_version %s', 'active', 'artifact_uri it''s 100% sure', NULL),
	('00000007', 'name two
lines', 'UNKNOWN', 'source_name Alpha', 'entry_point_name back\slash', 'user_id two
lines', 'FAILED', 6, 0, 'source_version alpha', NULL, NULL, 6),
	('00000008', 'name 日本', 'LOCAL', 'source_name back\slash', 'entry_point_name a "quote"', 'user_id 日本', 'FAILED', NULL, 7, 'source_version Zoë :name', 'active', 'artifact_uri a "quote"', 1),
	('00000009', 'name it''s 100% sure', 'NOTEBOOK', 'source_name 日本', 'entry_point_name it''s 100% sure', 'user_id Alpha', 'FAILED', 8, 8, 'source_version ', 'active', 'artifact_uri it''s 100% sure', NULL),
	('00000010', 'name Alpha', 'JOB', 'source_name two
lines', 'entry_point_name Zoë :name', NULL, 'RUNNING', NULL, 9, 'source_version Alpha', NULL, 'artifact_uri a "quote"', 14),
	('00000011', 'name ', 'NOTEBOOK', 'source_name Alpha', 'entry_point_name it''s 100% sure', 'user_id Alpha', 'FAILED', 1099511627776, 1, 'source_version alpha', NULL, 'artifact_uri %s', 24),
	('00000012', 'name 日本', 'NOTEBOOK', NULL, 'entry_point_name two
lines', 'user_id alpha', 'SCHEDULED', 1, 11, 'source_version back\slash', NULL, 'artifact_uri a "quote"', 19),
	('00000013', 'name back\slash', NULL, 'source_name 日本', 'entry_point_name Zoë :name', 'user_id Alpha', 'FAILED', 1, 12, 'source_version Zoë :name', 'active', 'artifact_uri two
lines', 18),
	('00000014', 'name back\slash', 'LOCAL', 'source_name 日本', 'entry_point_name ', 'user_id two
lines', 'SCHEDULED', 13, NULL, NULL, 'deleted', 'artifact_uri %s', 16),
	('00000015', 'name %s', NULL, 'source_name alpha', NULL, 'user_id %s', 'SCHEDULED', 1099511627776, 0, 'source_version two
lines', 'deleted', 'artifact_uri back\slash', NULL),
	('00000016', 'name two
lines', 'UNKNOWN', 'source_name it''s 100% sure', NULL, NULL, 'SCHEDULED', 15, 15, 'source_version two
lines', 'active', 'artifact_uri back\slash', 15),
	('00000017', 'name alpha', NULL, 'source_name it''s 100% sure', 'entry_point_name ', 'user_id 日本', NULL, 1, 16, 'source_version 日本', 'deleted', 'artifact_uri back\slash', 16),
	('00000018', 'name it''s 100% sure', 'NOTEBOOK', 'source_name it''s 100% sure', 'entry_point_name a "quote"', 'user_id back\slash', NULL, 1, 1099511627776, 'source_version ', 'deleted', 'artifact_uri two
lines', 16),
	('00000019', 'name Alpha', NULL, 'source_name back\slash', 'entry_point_name Zoë :name', 'user_id %s', 'SCHEDULED', 1, 0, NULL, 'active', 'artifact_uri Alpha', 8),
	('00000020', 'name ', NULL, 'source_name Zoë :name', 'entry_point_name it''s 100% sure', 'user_id alpha', NULL, 1, 1099511627776, 'source_version %s', 'active', 'artifact_uri Zoë :name', 19),
	('00000021', 'name Zoë :name', NULL, 'source_name %s', 'entry_point_name back\slash', 'user_id back\slash', 'SCHEDULED', 0, 1099511627776, 'source_version Zoë :name', NULL, NULL, 11),
	('00000022', 'name %s', NULL, 'source_name back\slash', 'entry_point_name a "quote"', 'user_id back\slash', 'FINISHED', 1099511627776, 1, NULL, 'active', 'artifact_uri alpha', NULL),
	('00000023', 'name ', NULL, 'source_name alpha', 'entry_point_name 日本', 'user_id two
lines', NULL, 0, 22, 'source_version alpha', 'deleted', NULL, NULL),
	('00000024', 'name two
lines', 'PROJECT', 'source_name back\slash', 'entry_point_name a "quote"', 'user_id alpha', 'KILLED', 23, 23, 'source_version alpha', 'active', NULL, 20);
INSERT INTO public.tags VALUES
	('00000001', 'value ', '00000005'),
	('00000002', 'value a "quote"', '00000020'),
	('00000003', 'value 日本', '00000016'),
	('00000004', NULL, '00000009'),
	('00000005', 'value %s', '00000020'),
	('00000006', 'value %s', '00000016'),
	('00000007', 'value a "quote"', '00000010'),
	('00000008', NULL, '00000007'),
	('00000009', 'value a "quote"', '00000003'),
	('00000010', 'value 日本', '00000024'),
	('00000011', NULL, '00000004'),
	('00000012', 'value Alpha', '00000010'),
	('00000013', NULL, '00000005'),
	('00000014', 'value alpha', '00000010'),
	('00000015', 'value ', '00000022'),
	('00000016', NULL, '00000008'),
	('00000017', 'value two
lines', '00000002'),
	('00000018', 'value %s', '00000016'),
	('00000019', 'value Alpha', '00000006'),
	('00000020', 'value Zoë :name', '00000006'),
	('00000021', 'value it''s 100% sure', '00000002'),
	('00000022', 'value a "quote"', '00000016'),
	('00000023', NULL, '00000014'),
	('00000024', 'value %s', '00000015');
SELECT pg_catalog.setval('public.experiments_experiment_id_seq', 24, true);
ALTER TABLE ONLY public.experiments
    ADD CONSTRAINT experiment_pk PRIMARY KEY (experiment_id);
ALTER TABLE ONLY public.experiment_tags
    ADD CONSTRAINT experiment_tag_pk PRIMARY KEY (key, experiment_id);
ALTER TABLE ONLY public.experiments
    ADD CONSTRAINT experiments_name_key UNIQUE (name);
ALTER TABLE ONLY public.latest_metrics
    ADD CONSTRAINT latest_metric_pk PRIMARY KEY (key, run_uuid);
ALTER TABLE ONLY public.metrics
    ADD CONSTRAINT metric_pk PRIMARY KEY (key, "timestamp", step, run_uuid, value, is_nan);
ALTER TABLE ONLY public.model_versions
    ADD CONSTRAINT model_version_pk PRIMARY KEY (name, version);
ALTER TABLE ONLY public.model_version_tags
    ADD CONSTRAINT model_version_tag_pk PRIMARY KEY (key, name, version);
ALTER TABLE ONLY public.params
    ADD CONSTRAINT param_pk PRIMARY KEY (key, run_uuid);
ALTER TABLE ONLY public.registered_models
    ADD CONSTRAINT registered_model_pk PRIMARY KEY (name);
ALTER TABLE ONLY public.registered_model_tags
    ADD CONSTRAINT registered_model_tag_pk PRIMARY KEY (key, name);
ALTER TABLE ONLY public.runs
    ADD CONSTRAINT run_pk PRIMARY KEY (run_uuid);
ALTER TABLE ONLY public.tags
    ADD CONSTRAINT tag_pk PRIMARY KEY (key, run_uuid);
ALTER TABLE ONLY public.experiment_tags
    ADD CONSTRAINT experiment_tags_experiment_id_fkey FOREIGN KEY (experiment_id) REFERENCES public.experiments(experiment_id);
ALTER TABLE ONLY public.latest_metrics
    ADD CONSTRAINT latest_metrics_run_uuid_fkey FOREIGN KEY (run_uuid) REFERENCES public.runs(run_uuid);
ALTER TABLE ONLY public.metrics
    ADD CONSTRAINT metrics_run_uuid_fkey FOREIGN KEY (run_uuid) REFERENCES public.runs(run_uuid);
ALTER TABLE ONLY public.model_version_tags
    ADD CONSTRAINT model_version_tags_name_version_fkey FOREIGN KEY (name, version) REFERENCES public.model_versions(name, version) ON UPDATE CASCADE;
ALTER TABLE ONLY public.model_versions
    ADD CONSTRAINT model_versions_name_fkey FOREIGN KEY (name) REFERENCES public.registered_models(name) ON UPDATE CASCADE;
ALTER TABLE ONLY public.params
    ADD CONSTRAINT params_run_uuid_fkey FOREIGN KEY (run_uuid) REFERENCES public.runs(run_uuid);
ALTER TABLE ONLY public.registered_model_tags
    ADD CONSTRAINT registered_model_tags_name_fkey FOREIGN KEY (name) REFERENCES public.registered_models(name) ON UPDATE CASCADE;
ALTER TABLE ONLY public.runs
    ADD CONSTRAINT runs_experiment_id_fkey FOREIGN KEY (experiment_id) REFERENCES public.experiments(experiment_id);
ALTER TABLE ONLY public.tags
    ADD CONSTRAINT tags_run_uuid_fkey FOREIGN KEY (run_uuid) REFERENCES public.runs(run_uuid);
