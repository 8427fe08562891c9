CREATE TYPE public.studydirection AS ENUM (
    'NOT_SET',
    'MINIMIZE',
    'MAXIMIZE'
);
CREATE TYPE public.trialstate AS ENUM (
    'RUNNING',
    'COMPLETE',
    'PRUNED',
    'FAIL'
);
CREATE TABLE public.studies (
    study_id integer NOT NULL,
    study_name character varying(512) NOT NULL,
    direction public.studydirection NOT NULL
);
CREATE SEQUENCE public.studies_study_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.studies_study_id_seq OWNED BY public.studies.study_id;
CREATE TABLE public.study_system_attributes (
    study_system_attribute_id integer NOT NULL,
    study_id integer,
    key character varying(512),
    value_json character varying(2048)
);
CREATE SEQUENCE public.study_system_attributes_study_system_attribute_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.study_system_attributes_study_system_attribute_id_seq OWNED BY public.study_system_attributes.study_system_attribute_id;
CREATE TABLE public.study_user_attributes (
    study_user_attribute_id integer NOT NULL,
    study_id integer,
    key character varying(512),
    value_json character varying(2048)
);
CREATE SEQUENCE public.study_user_attributes_study_user_attribute_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.study_user_attributes_study_user_attribute_id_seq OWNED BY public.study_user_attributes.study_user_attribute_id;
CREATE TABLE public.trial_params (
    param_id integer NOT NULL,
    trial_id integer,
    param_name character varying(512),
    param_value double precision,
    distribution_json character varying(2048)
);
CREATE SEQUENCE public.trial_params_param_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.trial_params_param_id_seq OWNED BY public.trial_params.param_id;
CREATE TABLE public.trial_system_attributes (
    trial_system_attribute_id integer NOT NULL,
    trial_id integer,
    key character varying(512),
    value_json character varying(2048)
);
CREATE SEQUENCE public.trial_system_attributes_trial_system_attribute_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.trial_system_attributes_trial_system_attribute_id_seq OWNED BY public.trial_system_attributes.trial_system_attribute_id;
CREATE TABLE public.trial_user_attributes (
    trial_user_attribute_id integer NOT NULL,
    trial_id integer,
    key character varying(512),
    value_json character varying(2048)
);
CREATE SEQUENCE public.trial_user_attributes_trial_user_attribute_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.trial_user_attributes_trial_user_attribute_id_seq OWNED BY public.trial_user_attributes.trial_user_attribute_id;
CREATE TABLE public.trial_values (
    trial_value_id integer NOT NULL,
    trial_id integer,
    step integer,
    value double precision
);
CREATE SEQUENCE public.trial_values_trial_value_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.trial_values_trial_value_id_seq OWNED BY public.trial_values.trial_value_id;
CREATE TABLE public.trials (
    trial_id integer NOT NULL,
    study_id integer,
    state public.trialstate NOT NULL,
    value double precision,
    datetime_start timestamp without time zone,
    datetime_complete timestamp without time zone
);
CREATE SEQUENCE public.trials_trial_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.trials_trial_id_seq OWNED BY public.trials.trial_id;
CREATE TABLE public.version_info (
    version_info_id integer NOT NULL,
    schema_version integer,
    library_version character varying(256),
    CONSTRAINT version_info_version_info_id_check CHECK ((version_info_id = 1))
);
ALTER TABLE ONLY public.studies ALTER COLUMN study_id SET DEFAULT nextval('public.studies_study_id_seq'::regclass);
ALTER TABLE ONLY public.study_system_attributes ALTER COLUMN study_system_attribute_id SET DEFAULT nextval('public.study_system_attributes_study_system_attribute_id_seq'::regclass);
ALTER TABLE ONLY public.study_user_attributes ALTER COLUMN study_user_attribute_id SET DEFAULT nextval('public.study_user_attributes_study_user_attribute_id_seq'::regclass);
ALTER TABLE ONLY public.trial_params ALTER COLUMN param_id SET DEFAULT nextval('public.trial_params_param_id_seq'::regclass);
ALTER TABLE ONLY public.trial_system_attributes ALTER COLUMN trial_system_attribute_id SET DEFAULT nextval('public.trial_system_attributes_trial_system_attribute_id_seq'::regclass);
ALTER TABLE ONLY public.trial_user_attributes ALTER COLUMN trial_user_attribute_id SET DEFAULT nextval('public.trial_user_attributes_trial_user_attribute_id_seq'::regclass);
ALTER TABLE ONLY public.trial_values ALTER COLUMN trial_value_id SET DEFAULT nextval('public.trial_values_trial_value_id_seq'::regclass);
ALTER TABLE ONLY public.trials ALTER COLUMN trial_id SET DEFAULT nextval('public.trials_trial_id_seq'::regclass);
INSERT INTO public.studies VALUES
	(1, 'study_name 日本', 'MAXIMIZE'),
	(2, 'study_name two
lines', 'MINIMIZE'),
	(3, 'study_name Zoë :name', 'MAXIMIZE'),
	(4, 'study_name back\slash', 'MINIMIZE'),
	(5, 'study_name alpha', 'MINIMIZE'),
	(6, 'study_name %s', 'MINIMIZE'),
	(7, 'study_name ', 'NOT_SET'),
	(8, 'study_name Alpha', 'NOT_SET'),
	(9, 'study_name a "quote"', 'MAXIMIZE'),
	(10, 'study_name it''s 100% sure', 'NOT_SET');
INSERT INTO public.study_system_attributes VALUES
	(1, 10, '00000001', 'value_json '),
	(2, 8, '00000002', 'value_json '),
	(3, 6, '00000003', NULL),
	(4, 5, '00000004', 'value_json Alpha'),
	(5, NULL, NULL, 'value_json it''s 100% sure'),
	(6, 1, '00000006', 'value_json 日本'),
	(7, 4, '00000007', 'value_json back\slash'),
	(8, 6, NULL, 'value_json %s'),
	(9, 3, '00000009', 'value_json Alpha'),
	(10, 6, '00000010', 'value_json it''s 100% sure'),
	(11, 2, '00000011', NULL),
	(12, NULL, '00000012', NULL),
	(13, NULL, '00000013', 'value_json Zoë :name'),
	(14, 8, '00000014', 'value_json back\slash'),
	(15, 6, '00000015', 'value_json Alpha'),
	(16, 1, '00000016', 'value_json Zoë :name'),
	(17, 7, '00000017', 'value_json 日本'),
	(18, 3, '00000018', 'value_json Zoë :name'),
	(19, 3, '00000019', 'value_json Alpha'),
	(20, 4, '00000020', 'value_json Zoë :name'),
	(21, 9, '00000021', 'value_json Alpha'),
	(22, 9, '00000022', 'value_json Alpha'),
	(23, 9, NULL, 'value_json 日本'),
	(24, NULL, '00000024', 'value_json two
lines');
INSERT INTO public.study_user_attributes VALUES
	(1, NULL, '00000001', 'value_json alpha'),
	(2, 3, NULL, 'value_json 日本'),
	(3, 8, NULL, 'value_json two
lines'),
	(4, 8, '00000004', 'value_json it''s 100% sure'),
	(5, 2, '00000005', 'value_json 日本'),
	(6, 8, NULL, 'value_json Zoë :name'),
	(7, NULL, '00000007', 'value_json alpha'),
	(8, 2, '00000008', 'value_json Alpha'),
	(9, 6, '00000009', 'value_json 日本'),
	(10, 9, '00000010', 'value_json '),
	(11, 5, '00000011', 'value_json Zoë :name'),
	(12, 2, '00000012', 'value_json Zoë :name'),
	(13, 6, '00000013', 'value_json two
lines'),
	(14, 2, '00000014', 'value_json alpha'),
	(15, 6, '00000015', 'value_json a "quote"'),
	(16, 1, NULL, 'value_json a "quote"'),
	(17, 4, NULL, 'value_json a "quote"'),
	(18, 5, NULL, 'value_json alpha'),
	(19, 6, '00000019', 'value_json %s'),
	(20, 5, NULL, 'value_json it''s 100% sure'),
	(21, 5, '00000021', 'value_json back\slash'),
	(22, 3, NULL, 'value_json '),
	(23, 4, '00000023', 'value_json it''s 100% sure'),
	(24, NULL, '00000024', 'value_json 日本');
INSERT INTO public.trial_params VALUES
	(1, NULL, '00000001', -2.5, 'distribution_json alpha'),
	(2, 9, NULL, -1.5, 'distribution_json two
lines'),
	(3, 24, '00000003', -0.5, 'distribution_json it''s 100% sure'),
	(4, 24, '00000004', 0.5, 'distribution_json '),
	(5, NULL, '00000005', 1.5, 'distribution_json a "quote"'),
	(6, 13, '00000006', NULL, 'distribution_json '),
	(7, NULL, '00000007', 3.5, 'distribution_json 日本'),
	(8, 23, NULL, 4.5, 'distribution_json alpha'),
	(9, 20, '00000009', 5.5, 'distribution_json back\slash'),
	(10, NULL, '00000010', 6.5, 'distribution_json a "quote"'),
	(11, 13, '00000011', 7.5, 'distribution_json %s'),
	(12, 14, '00000012', 8.5, 'distribution_json alpha'),
	(13, 14, '00000013', NULL, 'distribution_json two
lines'),
	(14, 13, NULL, 10.5, NULL),
	(15, 9, '00000015', 11.5, 'distribution_json 日本'),
	(16, 14, NULL, NULL, 'distribution_json Alpha'),
	(17, 5, '00000017', NULL, 'distribution_json back\slash'),
	(18, 1, NULL, 14.5, NULL),
	(19, 11, '00000019', 15.5, 'distribution_json it''s 100% sure'),
	(20, NULL, '00000020', 16.5, 'distribution_json back\slash'),
	(21, 13, '00000021', 17.5, 'distribution_json it''s 100% sure'),
	(22, 23, '00000022', 18.5, 'distribution_json '),
	(23, 11, '00000023', 19.5, NULL),
	(24, 3, '00000024', 20.5, NULL);
INSERT INTO public.trial_system_attributes VALUES
	(1, 10, '00000001', NULL),
	(2, NULL, NULL, 'value_json Alpha'),
	(3, 2, '00000003', 'value_json alpha'),
	(4, 12, '00000004', 'value_json back\slash'),
	(5, 2, '00000005', NULL),
	(6, NULL, '00000006', 'value_json '),
	(7, NULL, '00000007', NULL),
	(8, 16, '00000008', 'value_json Alpha'),
	(9, 9, '00000009', 'value_json Alpha'),
	(10, 18, '00000010', 'value_json Zoë :name'),
	(11, NULL, '00000011', NULL),
	(12, 23, '00000012', 'value_json it''s 100% sure'),
	(13, 16, NULL, 'value_json two
lines'),
	(14, 12, '00000014', 'value_json '),
	(15, 4, '00000015', 'value_json %s'),
	(16, 4, '00000016', 'value_json Zoë :name'),
	(17, 1, NULL, NULL),
	(18, NULL, '00000018', 'value_json it''s 100% sure'),
	(19, 18, '00000019', 'value_json back\slash'),
	(20, 11, '00000020', 'value_json Zoë :name'),
	(21, NULL, '00000021', 'value_json alpha'),
	(22, 9, NULL, NULL),
	(23, 7, '00000023', 'value_json alpha'),
	(24, 5, '00000024', 'value_json back\slash');
INSERT INTO public.trial_user_attributes VALUES
	(1, 10, NULL, 'value_json back\slash'),
	(2, NULL, '00000002', 'value_json it''s 100% sure'),
	(3, 6, '00000003', 'value_json Alpha'),
	(4, 15, NULL, 'value_json Zoë :name'),
	(5, 6, '00000005', NULL),
	(6, 12, '00000006', 'value_json %s'),
	(7, NULL, '00000007', 'value_json back\slash'),
	(8, 3, '00000008', 'value_json two
lines'),
	(9, 18, '00000009', NULL),
	(10, NULL, '00000010', 'value_json Alpha'),
	(11, 18, '00000011', NULL),
	(12, 9, NULL, 'value_json alpha'),
	(13, 7, '00000013', 'value_json Alpha'),
	(14, 2, NULL, 'value_json %s'),
	(15, 11, '00000015', 'value_json back\slash'),
	(16, 9, '00000016', NULL),
	(17, 16, '00000017', NULL),
	(18, 20, '00000018', 'value_json alpha'),
	(19, 22, '00000019', 'value_json Alpha'),
	(20, 15, NULL, 'value_json %s'),
	(21, 8, '00000021', NULL),
	(22, 7, '00000022', 'value_json a "quote"'),
	(23, NULL, NULL, 'value_json Alpha'),
	(24, 19, '00000024', NULL);
INSERT INTO public.trial_values VALUES
	(1, 12, NULL, -2.5),
	(2, NULL, 2, -1.5),
	(3, 13, 3, -0.5),
	(4, 7, NULL, 0.5),
	(5, NULL, 5, NULL),
	(6, 4, 6, 2.5),
	(7, 17, NULL, 3.5),
	(8, 21, 8, 4.5),
	(9, 19, 9, 5.5),
	(10, 8, 10, 6.5),
	(11, 13, 11, 7.5),
	(12, 20, 12, 8.5),
	(13, 3, 13, 9.5),
	(14, 5, 14, NULL),
	(15, NULL, 15, 11.5),
	(16, 9, 16, 12.5),
	(17, 3, 17, 13.5),
	(18, 24, 18, 14.5),
	(19, 16, 19, 15.5),
	(20, 14, 20, 16.5),
	(21, 22, NULL, 17.5),
	(22, NULL, 22, 18.5),
	(23, 3, 23, 19.5),
	(24, 6, NULL, 20.5);
INSERT INTO public.trials VALUES
	(1, 7, 'COMPLETE', -2.5, '2019-03-01 08:30:15.12', '2019-03-01 08:30:15.12'),
	(2, 1, 'FAIL', -1.5, '2019-03-02 15:30:15.12', '2019-03-02 15:30:15.12'),
	(3, 5, 'RUNNING', -0.5, '2019-03-03 22:30:15.12', '2019-03-03 22:30:15.12'),
	(4, 7, 'FAIL', 0.5, '2019-03-05 05:30:15.12', NULL),
	(5, 5, 'RUNNING', 1.5, '2019-03-06 12:30:15.12', NULL),
	(6, NULL, 'FAIL', NULL, '2019-03-07 19:30:15.12', NULL),
	(7, NULL, 'FAIL', 3.5, '2019-03-09 02:30:15.12', '2019-03-09 02:30:15.12'),
	(8, 5, 'PRUNED', 4.5, '2019-03-10 09:30:15.12', '2019-03-10 09:30:15.12'),
	(9, 2, 'PRUNED', 5.5, '2019-03-11 16:30:15.12', '2019-03-11 16:30:15.12'),
	(10, 6, 'FAIL', 6.5, '2019-03-12 23:30:15.12', NULL),
	(11, NULL, 'RUNNING', 7.5, '2019-03-14 06:30:15.12', '2019-03-14 06:30:15.12'),
	(12, NULL, 'COMPLETE', 8.5, NULL, '2019-03-15 13:30:15.12'),
	(13, NULL, 'FAIL', 9.5, '2019-03-16 20:30:15.12', '2019-03-16 20:30:15.12'),
	(14, 9, 'FAIL', 10.5, '2019-03-18 03:30:15.12', '2019-03-18 03:30:15.12'),
	(15, 5, 'RUNNING', 11.5, NULL, '2019-03-19 10:30:15.12'),
	(16, 9, 'PRUNED', 12.5, '2019-03-20 17:30:15.12', NULL),
	(17, 9, 'RUNNING', 13.5, '2019-03-22 00:30:15.12', '2019-03-22 00:30:15.12'),
	(18, 10, 'PRUNED', 14.5, '2019-03-23 07:30:15.12', '2019-03-23 07:30:15.12'),
	(19, 2, 'COMPLETE', 15.5, '2019-03-24 14:30:15.12', '2019-03-24 14:30:15.12'),
	(20, 2, 'RUNNING', NULL, '2019-03-25 21:30:15.12', '2019-03-25 21:30:15.12'),
	(21, 1, 'COMPLETE', 17.5, NULL, '2019-03-27 04:30:15.12'),
	(22, 4, 'PRUNED', 18.5, '2019-03-28 11:30:15.12', NULL),
	(23, 6, 'FAIL', 19.5, '2019-03-29 18:30:15.12', '2019-03-29 18:30:15.12'),
	(24, 8, 'FAIL', 20.5, '2019-03-31 01:30:15.12', '2019-03-31 01:30:15.12');
INSERT INTO public.version_info VALUES
	(1, NULL, NULL);
SELECT pg_catalog.setval('public.studies_study_id_seq', 10, true);
SELECT pg_catalog.setval('public.study_system_attributes_study_system_attribute_id_seq', 24, true);
SELECT pg_catalog.setval('public.study_user_attributes_study_user_attribute_id_seq', 24, true);
SELECT pg_catalog.setval('public.trial_params_param_id_seq', 24, true);
SELECT pg_catalog.setval('public.trial_system_attributes_trial_system_attribute_id_seq', 24, true);
SELECT pg_catalog.setval('public.trial_user_attributes_trial_user_attribute_id_seq', 24, true);
SELECT pg_catalog.setval('public.trial_values_trial_value_id_seq', 24, true);
SELECT pg_catalog.setval('public.trials_trial_id_seq', 24, true);
ALTER TABLE ONLY public.studies
    ADD CONSTRAINT studies_pkey PRIMARY KEY (study_id);
ALTER TABLE ONLY public.study_system_attributes
    ADD CONSTRAINT study_system_attributes_pkey PRIMARY KEY (study_system_attribute_id);
ALTER TABLE ONLY public.study_system_attributes
    ADD CONSTRAINT study_system_attributes_study_id_key_key UNIQUE (study_id, key);
ALTER TABLE ONLY public.study_user_attributes
    ADD CONSTRAINT study_user_attributes_pkey PRIMARY KEY (study_user_attribute_id);
ALTER TABLE ONLY public.study_user_attributes
    ADD CONSTRAINT study_user_attributes_study_id_key_key UNIQUE (study_id, key);
ALTER TABLE ONLY public.trial_params
    ADD CONSTRAINT trial_params_pkey PRIMARY KEY (param_id);
ALTER TABLE ONLY public.trial_params
    ADD CONSTRAINT trial_params_trial_id_param_name_key UNIQUE (trial_id, param_name);
ALTER TABLE ONLY public.trial_system_attributes
    ADD CONSTRAINT trial_system_attributes_pkey PRIMARY KEY (trial_system_attribute_id);
ALTER TABLE ONLY public.trial_system_attributes
    ADD CONSTRAINT trial_system_attributes_trial_id_key_key UNIQUE (trial_id, key);
ALTER TABLE ONLY public.trial_user_attributes
    ADD CONSTRAINT trial_user_attributes_pkey PRIMARY KEY (trial_user_attribute_id);
ALTER TABLE ONLY public.trial_user_attributes
    ADD CONSTRAINT trial_user_attributes_trial_id_key_key UNIQUE (trial_id, key);
ALTER TABLE ONLY public.trial_values
    ADD CONSTRAINT trial_values_pkey PRIMARY KEY (trial_value_id);
ALTER TABLE ONLY public.trial_values
    ADD CONSTRAINT trial_values_trial_id_step_key UNIQUE (trial_id, step);
ALTER TABLE ONLY public.trials
    ADD CONSTRAINT trials_pkey PRIMARY KEY (trial_id);
ALTER TABLE ONLY public.version_info
    ADD CONSTRAINT version_info_pkey PRIMARY KEY (version_info_id);
CREATE UNIQUE INDEX ix_studies_study_name ON public.studies USING btree (study_name);
ALTER TABLE ONLY public.study_system_attributes
    ADD CONSTRAINT study_system_attributes_study_id_fkey FOREIGN KEY (study_id) REFERENCES public.studies(study_id);
ALTER TABLE ONLY public.study_user_attributes
    ADD CONSTRAINT study_user_attributes_study_id_fkey FOREIGN KEY (study_id) REFERENCES public.studies(study_id);
ALTER TABLE ONLY public.trial_params
    ADD CONSTRAINT trial_params_trial_id_fkey FOREIGN KEY (trial_id) REFERENCES public.trials(trial_id);
ALTER TABLE ONLY public.trial_system_attributes
    ADD CONSTRAINT trial_system_attributes_trial_id_fkey FOREIGN KEY (trial_id) REFERENCES public.trials(trial_id);
ALTER TABLE ONLY public.trial_user_attributes
    ADD CONSTRAINT trial_user_attributes_trial_id_fkey FOREIGN KEY (trial_id) REFERENCES public.trials(trial_id);
ALTER TABLE ONLY public.trial_values
    ADD CONSTRAINT trial_values_trial_id_fkey FOREIGN KEY (trial_id) REFERENCES public.trials(trial_id);
ALTER TABLE ONLY public.trials
    ADD CONSTRAINT trials_study_id_fkey FOREIGN KEY (study_id) REFERENCES public.studies(study_id);
