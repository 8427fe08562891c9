CREATE TABLE public.build_properties (
    buildid integer NOT NULL,
    name character varying(256) NOT NULL,
    value text NOT NULL,
    source character varying(256) NOT NULL
);
CREATE TABLE public.builder_masters (
    id integer NOT NULL,
    builderid integer NOT NULL,
    masterid integer NOT NULL
);
CREATE SEQUENCE public.builder_masters_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.builder_masters_id_seq OWNED BY public.builder_masters.id;
CREATE TABLE public.builders (
    id integer NOT NULL,
    name text NOT NULL,
    description text,
    name_hash character varying(40) NOT NULL
);
CREATE SEQUENCE public.builders_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.builders_id_seq OWNED BY public.builders.id;
CREATE TABLE public.builders_tags (
    id integer NOT NULL,
    builderid integer NOT NULL,
    tagid integer NOT NULL
);
CREATE SEQUENCE public.builders_tags_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.builders_tags_id_seq OWNED BY public.builders_tags.id;
CREATE TABLE public.buildrequest_claims (
    brid integer NOT NULL,
    masterid integer,
    claimed_at integer NOT NULL
);
CREATE TABLE public.buildrequests (
    id integer NOT NULL,
    buildsetid integer NOT NULL,
    builderid integer NOT NULL,
    priority integer DEFAULT 0 NOT NULL,
    complete integer DEFAULT 0,
    results smallint,
    submitted_at integer NOT NULL,
    complete_at integer,
    waited_for smallint DEFAULT '0'::smallint
);
CREATE SEQUENCE public.buildrequests_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.buildrequests_id_seq OWNED BY public.buildrequests.id;
CREATE TABLE public.builds (
    id integer NOT NULL,
    number integer NOT NULL,
    builderid integer,
    buildrequestid integer NOT NULL,
    workerid integer,
    masterid integer NOT NULL,
    started_at integer NOT NULL,
    complete_at integer,
    state_string text NOT NULL,
    results integer
);
CREATE SEQUENCE public.builds_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.builds_id_seq OWNED BY public.builds.id;
CREATE TABLE public.buildset_properties (
    buildsetid integer NOT NULL,
    property_name character varying(256) NOT NULL,
    property_value text NOT NULL
);
CREATE TABLE public.buildset_sourcestamps (
    id integer NOT NULL,
    buildsetid integer NOT NULL,
    sourcestampid integer NOT NULL
);
CREATE SEQUENCE public.buildset_sourcestamps_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.buildset_sourcestamps_id_seq OWNED BY public.buildset_sourcestamps.id;
CREATE TABLE public.buildsets (
    id integer NOT NULL,
    external_idstring character varying(256),
    reason character varying(256),
    submitted_at integer NOT NULL,
    complete smallint DEFAULT '0'::smallint NOT NULL,
    complete_at integer,
    results smallint,
    parent_buildid integer,
    parent_relationship text
);
CREATE SEQUENCE public.buildsets_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.buildsets_id_seq OWNED BY public.buildsets.id;
CREATE TABLE public.change_files (
    changeid integer NOT NULL,
    filename character varying(1024) NOT NULL
);
CREATE TABLE public.change_properties (
    changeid integer NOT NULL,
    property_name character varying(256) NOT NULL,
    property_value text NOT NULL
);
CREATE TABLE public.change_users (
    changeid integer NOT NULL,
    uid integer NOT NULL
);
CREATE TABLE public.changes (
    changeid integer NOT NULL,
    author character varying(255) NOT NULL,
    comments text NOT NULL,
    branch character varying(255),
    revision character varying(255),
    revlink character varying(256),
    when_timestamp integer NOT NULL,
    category character varying(255),
    repository character varying(512) DEFAULT ''::character varying NOT NULL,
    codebase character varying(256) DEFAULT ''::character varying NOT NULL,
    project character varying(512) DEFAULT ''::character varying NOT NULL,
    sourcestampid integer,
    parent_changeids integer
);
CREATE SEQUENCE public.changes_changeid_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.changes_changeid_seq OWNED BY public.changes.changeid;
CREATE TABLE public.changesource_masters (
    changesourceid integer NOT NULL,
    masterid integer NOT NULL
);
CREATE TABLE public.changesources (
    id integer NOT NULL,
    name text NOT NULL,
    name_hash character varying(40) NOT NULL
);
CREATE SEQUENCE public.changesources_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.changesources_id_seq OWNED BY public.changesources.id;
CREATE TABLE public.configured_workers (
    id integer NOT NULL,
    buildermasterid integer NOT NULL,
    workerid integer NOT NULL
);
CREATE SEQUENCE public.configured_workers_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.configured_workers_id_seq OWNED BY public.configured_workers.id;
CREATE TABLE public.connected_workers (
    id integer NOT NULL,
    masterid integer NOT NULL,
    workerid integer NOT NULL
);
CREATE SEQUENCE public.connected_workers_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.connected_workers_id_seq OWNED BY public.connected_workers.id;
CREATE TABLE public.logchunks (
    logid integer,
    first_line integer NOT NULL,
    last_line integer NOT NULL,
    content bytea,
    compressed smallint NOT NULL
);
CREATE TABLE public.logs (
    id integer NOT NULL,
    name text NOT NULL,
    slug character varying(50) NOT NULL,
    stepid integer,
    complete smallint NOT NULL,
    num_lines integer NOT NULL,
    type character varying(1) NOT NULL
);
CREATE SEQUENCE public.logs_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.logs_id_seq OWNED BY public.logs.id;
CREATE TABLE public.masters (
    id integer NOT NULL,
    name text NOT NULL,
    name_hash character varying(40) NOT NULL,
    active integer NOT NULL,
    last_active integer NOT NULL
);
CREATE SEQUENCE public.masters_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.masters_id_seq OWNED BY public.masters.id;
CREATE TABLE public.object_state (
    objectid integer NOT NULL,
    name character varying(255) NOT NULL,
    value_json text NOT NULL
);
CREATE TABLE public.objects (
    id integer NOT NULL,
    name character varying(128) NOT NULL,
    class_name character varying(128) NOT NULL
);
CREATE SEQUENCE public.objects_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.objects_id_seq OWNED BY public.objects.id;
CREATE TABLE public.patches (
    id integer NOT NULL,
    patchlevel integer NOT NULL,
    patch_base64 text NOT NULL,
    patch_author text NOT NULL,
    patch_comment text NOT NULL,
    subdir text
);
CREATE SEQUENCE public.patches_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.patches_id_seq OWNED BY public.patches.id;
CREATE TABLE public.scheduler_changes (
    schedulerid integer,
    changeid integer,
    important integer
);
CREATE TABLE public.scheduler_masters (
    schedulerid integer NOT NULL,
    masterid integer NOT NULL
);
CREATE TABLE public.schedulers (
    id integer NOT NULL,
    name text NOT NULL,
    name_hash character varying(40) NOT NULL,
    enabled smallint DEFAULT '1'::smallint
);
CREATE SEQUENCE public.schedulers_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.schedulers_id_seq OWNED BY public.schedulers.id;
CREATE TABLE public.sourcestamps (
    id integer NOT NULL,
    ss_hash character varying(40) NOT NULL,
    branch character varying(256),
    revision character varying(256),
    patchid integer,
    repository character varying(512) DEFAULT ''::character varying NOT NULL,
    codebase character varying(256) DEFAULT ''::character varying NOT NULL,
    project character varying(512) DEFAULT ''::character varying NOT NULL,
    created_at integer NOT NULL
);
CREATE SEQUENCE public.sourcestamps_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.sourcestamps_id_seq OWNED BY public.sourcestamps.id;
CREATE TABLE public.steps (
    id integer NOT NULL,
    number integer NOT NULL,
    name character varying(50) NOT NULL,
    buildid integer,
    started_at integer,
    complete_at integer,
    state_string text NOT NULL,
    results integer,
    urls_json text NOT NULL,
    hidden smallint DEFAULT '0'::smallint NOT NULL
);
CREATE SEQUENCE public.steps_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.steps_id_seq OWNED BY public.steps.id;
CREATE TABLE public.tags (
    id integer NOT NULL,
    name text NOT NULL,
    name_hash character varying(40) NOT NULL
);
CREATE SEQUENCE public.tags_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.tags_id_seq OWNED BY public.tags.id;
CREATE TABLE public.users (
    uid integer NOT NULL,
    identifier character varying(255) NOT NULL,
    bb_username character varying(128),
    bb_password character varying(128)
);
CREATE TABLE public.users_info (
    uid integer NOT NULL,
    attr_type character varying(128) NOT NULL,
    attr_data character varying(128) NOT NULL
);
CREATE SEQUENCE public.users_uid_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.users_uid_seq OWNED BY public.users.uid;
CREATE TABLE public.workers (
    id integer NOT NULL,
    name character varying(50) NOT NULL,
    info text NOT NULL,
    paused smallint DEFAULT '0'::smallint NOT NULL,
    graceful smallint DEFAULT '0'::smallint NOT NULL
);
CREATE SEQUENCE public.workers_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.workers_id_seq OWNED BY public.workers.id;
ALTER TABLE ONLY public.builder_masters ALTER COLUMN id SET DEFAULT nextval('public.builder_masters_id_seq'::regclass);
ALTER TABLE ONLY public.builders ALTER COLUMN id SET DEFAULT nextval('public.builders_id_seq'::regclass);
ALTER TABLE ONLY public.builders_tags ALTER COLUMN id SET DEFAULT nextval('public.builders_tags_id_seq'::regclass);
ALTER TABLE ONLY public.buildrequests ALTER COLUMN id SET DEFAULT nextval('public.buildrequests_id_seq'::regclass);
ALTER TABLE ONLY public.builds ALTER COLUMN id SET DEFAULT nextval('public.builds_id_seq'::regclass);
ALTER TABLE ONLY public.buildset_sourcestamps ALTER COLUMN id SET DEFAULT nextval('public.buildset_sourcestamps_id_seq'::regclass);
ALTER TABLE ONLY public.buildsets ALTER COLUMN id SET DEFAULT nextval('public.buildsets_id_seq'::regclass);
ALTER TABLE ONLY public.changes ALTER COLUMN changeid SET DEFAULT nextval('public.changes_changeid_seq'::regclass);
ALTER TABLE ONLY public.changesources ALTER COLUMN id SET DEFAULT nextval('public.changesources_id_seq'::regclass);
ALTER TABLE ONLY public.configured_workers ALTER COLUMN id SET DEFAULT nextval('public.configured_workers_id_seq'::regclass);
ALTER TABLE ONLY public.connected_workers ALTER COLUMN id SET DEFAULT nextval('public.connected_workers_id_seq'::regclass);
ALTER TABLE ONLY public.logs ALTER COLUMN id SET DEFAULT nextval('public.logs_id_seq'::regclass);
ALTER TABLE ONLY public.masters ALTER COLUMN id SET DEFAULT nextval('public.masters_id_seq'::regclass);
ALTER TABLE ONLY public.objects ALTER COLUMN id SET DEFAULT nextval('public.objects_id_seq'::regclass);
ALTER TABLE ONLY public.patches ALTER COLUMN id SET DEFAULT nextval('public.patches_id_seq'::regclass);
ALTER TABLE ONLY public.schedulers ALTER COLUMN id SET DEFAULT nextval('public.schedulers_id_seq'::regclass);
ALTER TABLE ONLY public.sourcestamps ALTER COLUMN id SET DEFAULT nextval('public.sourcestamps_id_seq'::regclass);
ALTER TABLE ONLY public.steps ALTER COLUMN id SET DEFAULT nextval('public.steps_id_seq'::regclass);
ALTER TABLE ONLY public.tags ALTER COLUMN id SET DEFAULT nextval('public.tags_id_seq'::regclass);
ALTER TABLE ONLY public.users ALTER COLUMN uid SET DEFAULT nextval('public.users_uid_seq'::regclass);
ALTER TABLE ONLY public.workers ALTER COLUMN id SET DEFAULT nextval('public.workers_id_seq'::regclass);
INSERT INTO public.build_properties VALUES
	(7, 'name %s', 'value %s', 'source %s'),
	(12, 'name alpha', 'value two
lines', 'source back\slash'),
	(19, 'name back\slash', 'value alpha', 'source %s'),
	(2, 'name alpha', 'value %s', 'source back\slash'),
	(20, 'name ', 'value Alpha', 'source two
lines'),
	(5, 'name two
lines', 'value 日本', 'source it''s 100% sure'),
	(21, 'name it''s 100% sure', 'value 日本', 'source Alpha'),
	(5, 'name a "quote"', 'value Alpha', 'source two
lines'),
	(2, 'name back\slash', 'value it''s 100% sure', 'source two
lines'),
	(2, 'name %s', 'value 日本', 'source a "quote"'),
	(23, 'name back\slash', 'value 日本', 'source alpha'),
	(13, 'name alpha', 'value Zoë :name', 'source a "quote"'),
	(20, 'name it''s 100% sure', 'value 日本', 'source %s'),
	(8, 'name alpha', 'value %s', 'source Alpha'),
	(19, 'name %s', 'value back\slash', 'source it''s 100% sure'),
	(4, 'name alpha', 'value two
lines', 'source Zoë :name'),
	(8, 'name back\slash', 'value %s', 'source 日本'),
	(13, 'name alpha', 'value Alpha', 'source '),
	(5, 'name Zoë :name', 'value ', 'source a "quote"'),
	(19, 'name ', 'value Alpha', 'source back\slash'),
	(5, 'name Alpha', 'value 日本', 'source 日本'),
	(13, 'name %s', 'value back\slash', 'source %s'),
	(22, 'name a "quote"', 'value two
lines', 'source %s'),
	(21, 'name %s', 'value Zoë :name', 'source %s');
INSERT INTO public.builder_masters VALUES
	(1, 9, 2),
	(2, 5, 3),
	(3, 7, 4),
	(4, 8, 9),
	(5, 4, 6),
	(6, 5, 1),
	(7, 1, 2),
	(8, 10, 2),
	(9, 9, 8),
	(10, 3, 6),
	(11, 1, 3),
	(12, 4, 7),
	(13, 9, 9),
	(14, 9, 10),
	(15, 7, 8),
	(16, 1, 4),
	(17, 3, 5),
	(18, 9, 5),
	(19, 6, 3),
	(20, 4, 4),
	(21, 6, 5),
	(22, 2, 7),
	(23, 4, 5),
	(24, 6, 8);
INSERT INTO public.builders VALUES
	(1, 'name it''s 100% sure', 'description Zoë :name', 'name_hash two
lines'),
	(2, 'name it''s 100% sure', 'description it''s 100% sure', 'name_hash Zoë :name'),
	(3, 'name a "quote"', 'description %s', 'name_hash '),
	(4, 'name Alpha', 'description a "quote"', 'name_hash back\slash'),
	(5, 'name back\slash', 'description a "quote"', 'name_hash %s'),
	(6, 'name Alpha', NULL, 'name_hash alpha'),
	(7, 'name two
lines', NULL, 'name_hash a "quote"'),
	(8, 'name %s', 'description 日本', 'name_hash Alpha'),
	(9, 'name it''s 100% sure', 'description Zoë :name', 'name_hash it''s 100% sure'),
	(10, 'name back\slash', 'description Alpha', 'name_hash 日本');
INSERT INTO public.builders_tags VALUES
	(1, 5, 10),
	(2, 6, 6),
	(3, 8, 9),
	(4, 7, 5),
	(5, 2, 9),
	(6, 8, 7),
	(7, 2, 7),
	(8, 8, 6),
	(9, 9, 9),
	(10, 7, 7),
	(11, 10, 5),
	(12, 9, 5),
	(13, 5, 1),
	(14, 6, 2),
	(15, 5, 5),
	(16, 9, 1),
	(17, 3, 2),
	(18, 9, 6),
	(19, 1, 3),
	(20, 6, 10),
	(21, 7, 6),
	(22, 9, 2),
	(23, 5, 4),
	(24, 9, 7);
INSERT INTO public.buildrequest_claims VALUES
	(4, 8, 1),
	(18, 5, 1),
	(7, NULL, 2),
	(3, NULL, 3),
	(14, NULL, 4),
	(16, 5, 0),
	(21, 8, 0),
	(20, NULL, 7),
	(1, 4, 16384),
	(5, 9, 0),
	(13, 5, 16384),
	(8, 9, 0),
	(24, 3, 1),
	(15, 7, 13),
	(10, 8, 1),
	(19, 4, 15),
	(22, NULL, 1),
	(9, 7, 1),
	(23, 10, 18),
	(2, 9, 19),
	(6, 2, 20),
	(11, 7, 1),
	(12, NULL, 16384),
	(17, NULL, 23);
INSERT INTO public.buildrequests VALUES
	(1, 21, 3, 0, NULL, 16384, 0, 0, 16384),
	(2, 7, 6, 0, 1, 16384, 0, 0, 0),
	(3, 22, 5, 2, 16384, 16384, 0, 1, 0),
	(4, 8, 6, 1, 16384, 16384, 1, 3, 0),
	(5, 16, 5, 1, 1, 0, 4, 0, 4),
	(6, 24, 1, 16384, NULL, 5, 0, 5, 1),
	(7, 21, 5, 0, 16384, 16384, 6, 16384, 6),
	(8, 15, 8, 0, NULL, 16384, 1, 16384, 16384),
	(9, 23, 10, 1, 8, 1, 0, 16384, NULL),
	(10, 14, 6, 1, NULL, 0, 9, 0, 9),
	(11, 15, 7, 0, 1, 16384, 16384, 0, NULL),
	(12, 16, 6, 11, NULL, 16384, 16384, 1, 11),
	(13, 18, 6, 1, 1, 16384, 16384, NULL, 0),
	(14, 17, 1, 0, 13, NULL, 16384, NULL, NULL),
	(15, 22, 9, 1, NULL, 16384, 1, 16384, 0),
	(16, 5, 8, 0, 15, 0, 15, 16384, 0),
	(17, 2, 4, 16, NULL, 0, 16, NULL, 16),
	(18, 13, 3, 16384, 0, NULL, 1, NULL, 1),
	(19, 11, 2, 1, 1, 0, 1, 1, 0),
	(20, 3, 7, 19, NULL, NULL, 19, 1, 19),
	(21, 2, 9, 0, 20, 1, 0, 20, 16384),
	(22, 21, 4, 1, 16384, 1, 1, 21, NULL),
	(23, 9, 10, 0, 1, NULL, 16384, 22, 0),
	(24, 12, 2, 16384, NULL, 0, 0, 0, 23);
INSERT INTO public.builds VALUES
	(1, 16384, 9, 9, 6, 9, 1, NULL, 'state_string %s', NULL),
	(2, 16384, 2, 11, 7, 9, 1, 0, 'state_string %s', 1),
	(3, 0, 10, 7, 5, 10, 2, NULL, 'state_string ', 2),
	(4, 16384, 5, 3, 3, 3, 16384, 0, 'state_string Zoë :name', 0),
	(5, 0, 3, 16, 3, 1, 1, 0, 'state_string two
lines', 16384),
	(6, 16384, 6, 21, 2, 9, 16384, 1, 'state_string it''s 100% sure', NULL),
	(7, 1, 4, 3, 2, 4, 16384, NULL, 'state_string back\slash', 0),
	(8, 7, 8, 2, 6, 7, 7, NULL, 'state_string it''s 100% sure', 0),
	(9, 8, 2, 4, 7, 9, 8, 8, 'state_string Alpha', 16384),
	(10, 1, 2, 6, NULL, 4, 16384, 16384, 'state_string alpha', 9),
	(11, 0, 2, 1, 6, 9, 1, 16384, 'state_string 日本', NULL),
	(12, 1, 3, 16, 6, 4, 0, 16384, 'state_string 日本', 0),
	(13, 0, 5, 17, 8, 5, 0, 0, 'state_string ', 12),
	(14, 16384, 1, 15, 2, 2, 16384, 1, 'state_string Alpha', 1),
	(15, 1, 1, 8, 7, 5, 14, 14, 'state_string ', 14),
	(16, 15, 1, 15, 2, 6, 1, 0, 'state_string 日本', 1),
	(17, 0, 7, 20, 6, 7, 0, 16384, 'state_string a "quote"', 0),
	(18, 0, 1, 21, 10, 1, 17, 0, 'state_string it''s 100% sure', 1),
	(19, 18, 8, 16, 7, 3, 1, NULL, 'state_string Zoë :name', 1),
	(20, 19, 8, 3, 4, 3, 16384, 19, 'state_string back\slash', NULL),
	(21, 20, 9, 1, 3, 3, 20, 0, 'state_string a "quote"', 0),
	(22, 21, 5, 8, NULL, 10, 1, 1, 'state_string ', 1),
	(23, 16384, 8, 13, 10, 8, 22, NULL, 'state_string Alpha', 1),
	(24, 0, 9, 1, 7, 5, 1, 1, 'state_string alpha', 16384);
INSERT INTO public.buildset_properties VALUES
	(23, 'property_name Alpha', 'property_value alpha'),
	(10, 'property_name back\slash', 'property_value %s'),
	(8, 'property_name %s', 'property_value two
lines'),
	(12, 'property_name Zoë :name', 'property_value '),
	(24, 'property_name Zoë :name', 'property_value a "quote"'),
	(8, 'property_name Alpha', 'property_value Alpha'),
	(19, 'property_name it''s 100% sure', 'property_value a "quote"'),
	(11, 'property_name %s', 'property_value Alpha'),
	(4, 'property_name %s', 'property_value back\slash'),
	(11, 'property_name two
lines', 'property_value back\slash'),
	(20, 'property_name back\slash', 'property_value alpha'),
	(1, 'property_name back\slash', 'property_value 日本'),
	(9, 'property_name it''s 100% sure', 'property_value '),
	(18, 'property_name Alpha', 'property_value a "quote"'),
	(6, 'property_name %s', 'property_value Zoë :name'),
	(21, 'property_name Alpha', 'property_value '),
	(2, 'property_name %s', 'property_value Alpha'),
	(6, 'property_name two
lines', 'property_value back\slash'),
	(23, 'property_name it''s 100% sure', 'property_value 日本'),
	(19, 'property_name two
lines', 'property_value it''s 100% sure'),
	(24, 'property_name it''s 100% sure', 'property_value Alpha'),
	(19, 'property_name ', 'property_value 日本'),
	(22, 'property_name Alpha', 'property_value a "quote"'),
	(2, 'property_name back\slash', 'property_value a "quote"');
INSERT INTO public.buildset_sourcestamps VALUES
	(1, 9, 3),
	(2, 11, 10),
	(3, 3, 2),
	(4, 16, 1),
	(5, 17, 5),
	(6, 21, 6),
	(7, 13, 3),
	(8, 18, 9),
	(9, 18, 3),
	(10, 15, 4),
	(11, 3, 10),
	(12, 18, 7),
	(13, 21, 4),
	(14, 3, 4),
	(15, 14, 5),
	(16, 3, 5),
	(17, 24, 3),
	(18, 22, 6),
	(19, 22, 9),
	(20, 10, 4),
	(21, 1, 9),
	(22, 19, 3),
	(23, 7, 6),
	(24, 14, 7);
INSERT INTO public.buildsets VALUES
	(1, NULL, 'reason a "quote"', 16384, 16384, 16384, 0, NULL, 'parent_relationship Zoë :name'),
	(2, 'external_idstring Zoë :name', 'reason 日本', 0, 16384, 0, NULL, NULL, NULL),
	(3, 'external_idstring two
lines', 'reason %s', 0, 1, 1, 2, NULL, 'parent_relationship alpha'),
	(4, NULL, NULL, 1, 16384, 0, 0, NULL, 'parent_relationship a "quote"'),
	(5, NULL, 'reason Zoë :name', 0, 1, 16384, 1, NULL, 'parent_relationship alpha'),
	(6, 'external_idstring alpha', NULL, 16384, 0, 0, NULL, NULL, 'parent_relationship a "quote"'),
	(7, 'external_idstring Zoë :name', 'reason it''s 100% sure', 6, 1, 16384, 0, NULL, 'parent_relationship alpha'),
	(8, 'external_idstring ', NULL, 16384, 0, 0, 16384, NULL, 'parent_relationship it''s 100% sure'),
	(9, 'external_idstring it''s 100% sure', 'reason Alpha', 8, 1, 8, 1, NULL, NULL),
	(10, 'external_idstring Zoë :name', 'reason a "quote"', 0, 16384, 0, NULL, NULL, NULL),
	(11, 'external_idstring a "quote"', 'reason a "quote"', 0, 10, 16384, 1, NULL, NULL),
	(12, 'external_idstring %s', 'reason Zoë :name', 11, 0, 11, NULL, NULL, 'parent_relationship Zoë :name'),
	(13, 'external_idstring Zoë :name', 'reason Alpha', 12, 16384, NULL, 1, NULL, 'parent_relationship Zoë :name'),
	(14, 'external_idstring ', 'reason back\slash', 0, 16384, 16384, 13, NULL, 'parent_relationship alpha'),
	(15, 'external_idstring back\slash', 'reason it''s 100% sure', 0, 16384, 0, 0, NULL, NULL),
	(16, NULL, NULL, 1, 15, 15, 15, NULL, 'parent_relationship Zoë :name'),
	(17, 'external_idstring ', NULL, 16, 16, 0, 1, NULL, 'parent_relationship it''s 100% sure'),
	(18, 'external_idstring two
lines', 'reason 日本', 16384, 0, 1, NULL, NULL, 'parent_relationship two
lines'),
	(19, 'external_idstring 日本', NULL, 18, 0, 1, 0, NULL, NULL),
	(20, 'external_idstring back\slash', NULL, 1, 16384, NULL, 16384, NULL, 'parent_relationship 日本'),
	(21, 'external_idstring a "quote"', 'reason two
lines', 16384, 16384, NULL, 20, NULL, 'parent_relationship '),
	(22, 'external_idstring ', 'reason it''s 100% sure', 16384, 1, 0, 0, NULL, NULL),
	(23, 'external_idstring %s', 'reason two
lines', 1, 16384, 22, NULL, NULL, 'parent_relationship it''s 100% sure'),
	(24, 'external_idstring 日本', 'reason %s', 1, 1, 0, 1, NULL, 'parent_relationship a "quote"');
INSERT INTO public.change_files VALUES
	(14, 'filename two
lines'),
	(12, 'filename Alpha'),
	(19, 'filename alpha'),
	(20, 'filename 日本'),
	(21, 'filename it''s 100% sure'),
	(18, 'filename two
lines'),
	(8, 'filename %s'),
	(11, 'filename '),
	(6, 'filename Alpha'),
	(7, 'filename alpha'),
	(18, 'filename alpha'),
	(10, 'filename it''s 100% sure'),
	(23, 'filename '),
	(23, 'filename %s'),
	(20, 'filename alpha'),
	(24, 'filename it''s 100% sure'),
	(22, 'filename Alpha'),
	(20, 'filename two
lines'),
	(8, 'filename 日本'),
	(16, 'filename 日本'),
	(6, 'filename it''s 100% sure'),
	(1, 'filename two
lines'),
	(11, 'filename '),
	(2, 'filename Zoë :name');
INSERT INTO public.change_properties VALUES
	(23, 'property_name a "quote"', 'property_value %s'),
	(7, 'property_name a "quote"', 'property_value %s'),
	(24, 'property_name it''s 100% sure', 'property_value two
lines'),
	(13, 'property_name it''s 100% sure', 'property_value two
lines'),
	(11, 'property_name Alpha', 'property_value Zoë :name'),
	(2, 'property_name it''s 100% sure', 'property_value it''s 100% sure'),
	(5, 'property_name 日本', 'property_value '),
	(17, 'property_name Zoë :name', 'property_value back\slash'),
	(24, 'property_name Alpha', 'property_value '),
	(21, 'property_name 日本', 'property_value %s'),
	(7, 'property_name Alpha', 'property_value 日本'),
	(22, 'property_name back\slash', 'property_value Zoë :name'),
	(20, 'property_name it''s 100% sure', 'property_value Alpha'),
	(12, 'property_name Alpha', 'property_value back\slash'),
	(9, 'property_name Zoë :name', 'property_value alpha'),
	(4, 'property_name it''s 100% sure', 'property_value two
lines'),
	(17, 'property_name it''s 100% sure', 'property_value '),
	(18, 'property_name %s', 'property_value '),
	(17, 'property_name Zoë :name', 'property_value it''s 100% sure'),
	(10, 'property_name Zoë :name', 'property_value '),
	(13, 'property_name 日本', 'property_value 日本'),
	(8, 'property_name Zoë :name', 'property_value Zoë :name'),
	(4, 'property_name it''s 100% sure', 'property_value it''s 100% sure'),
	(12, 'property_name it''s 100% sure', 'property_value alpha');
INSERT INTO public.change_users VALUES
	(2, 2),
	(24, 9),
	(4, 10),
	(13, 4),
	(5, 4),
	(14, 2),
	(14, 7),
	(20, 6),
	(11, 2),
	(15, 3),
	(14, 7),
	(17, 7),
	(11, 7),
	(9, 9),
	(8, 7),
	(10, 6),
	(1, 4),
	(15, 2),
	(24, 5),
	(12, 1),
	(18, 3),
	(7, 5),
	(15, 3),
	(11, 6);
INSERT INTO public.changes VALUES
	(1, 'author Zoë :name', 'comments a "quote"', NULL, NULL, 'revlink Zoë :name', 0, NULL, 'repository a "quote"', 'codebase two
lines', 'project Alpha', 9, NULL),
	(2, 'author Zoë :name', 'comments it''s 100% sure', NULL, 'revision a "quote"', 'revlink alpha', 16384, 'category it''s 100% sure', 'repository Alpha', 'codebase two
lines', 'project alpha', 4, 1),
	(3, 'author %s', 'comments 日本', 'branch it''s 100% sure', NULL, 'revlink two
lines', 0, 'category Alpha', 'repository back\slash', 'codebase alpha', 'project two
lines', 4, 2),
	(4, 'author 日本', 'comments back\slash', 'branch Zoë :name', 'revision Zoë :name', 'revlink two
lines', 16384, NULL, 'repository Zoë :name', 'codebase ', 'project two
lines', NULL, NULL),
	(5, 'author back\slash', 'comments it''s 100% sure', 'branch Zoë :name', NULL, 'revlink two
lines', 4, 'category Alpha', 'repository %s', 'codebase two
lines', 'project a "quote"', 7, 3),
	(6, 'author it''s 100% sure', 'comments alpha', 'branch it''s 100% sure', NULL, 'revlink two
lines', 1, 'category Alpha', 'repository two
lines', 'codebase %s', 'project ', 4, 4),
	(7, 'author ', 'comments 日本', NULL, 'revision 日本', 'revlink alpha', 1, 'category Alpha', 'repository Zoë :name', 'codebase 日本', 'project %s', 10, 4),
	(8, 'author alpha', 'comments %s', 'branch back\slash', 'revision 日本', 'revlink back\slash', 16384, 'category 日本', 'repository ', 'codebase it''s 100% sure', 'project %s', 8, 3),
	(9, 'author Alpha', 'comments 日本', 'branch a "quote"', NULL, 'revlink Alpha', 8, 'category 日本', 'repository a "quote"', 'codebase %s', 'project Zoë :name', 5, 5),
	(10, 'author 日本', 'comments %s', 'branch ', 'revision a "quote"', NULL, 16384, 'category 日本', 'repository %s', 'codebase %s', 'project ', 8, 4),
	(11, 'author ', 'comments a "quote"', 'branch ', 'revision back\slash', 'revlink %s', 0, 'category two
lines', 'repository Zoë :name', 'codebase 日本', 'project ', NULL, 7),
	(12, 'author ', 'comments 日本', 'branch alpha', 'revision it''s 100% sure', 'revlink back\slash', 16384, 'category 日本', 'repository %s', 'codebase a "quote"', 'project alpha', 9, NULL),
	(13, 'author two
lines', 'comments a "quote"', 'branch 日本', 'revision %s', 'revlink alpha', 16384, 'category Zoë :name', 'repository ', 'codebase alpha', 'project 日本', 8, NULL),
	(14, 'author it''s 100% sure', 'comments 日本', 'branch two
lines', 'revision ', 'revlink a "quote"', 1, 'category %s', 'repository back\slash', 'codebase it''s 100% sure', 'project two
lines', 2, 3),
	(15, 'author a "quote"', 'comments Alpha', 'branch alpha', 'revision two
lines', NULL, 1, 'category alpha', 'repository back\slash', 'codebase 日本', 'project ', 10, 14),
	(16, 'author 日本', 'comments two
lines', 'branch a "quote"', 'revision Alpha', 'revlink a "quote"', 15, 'category it''s 100% sure', 'repository Alpha', 'codebase Alpha', 'project 日本', NULL, 6),
	(17, 'author back\slash', 'comments 日本', 'branch alpha', NULL, 'revlink Alpha', 1, 'category Zoë :name', 'repository a "quote"', 'codebase back\slash', 'project Alpha', 5, 1),
	(18, 'author 日本', 'comments ', 'branch alpha', 'revision Alpha', 'revlink Zoë :name', 16384, 'category %s', 'repository a "quote"', 'codebase back\slash', 'project alpha', 3, NULL),
	(19, 'author ', 'comments it''s 100% sure', 'branch %s', NULL, 'revlink Alpha', 16384, 'category back\slash', 'repository Alpha', 'codebase alpha', 'project ', 6, 14),
	(20, 'author %s', 'comments back\slash', 'branch Zoë :name', NULL, 'revlink Zoë :name', 16384, 'category ', 'repository alpha', 'codebase %s', 'project back\slash', 6, 17),
	(21, 'author alpha', 'comments back\slash', 'branch it''s 100% sure', 'revision alpha', 'revlink alpha', 1, 'category back\slash', 'repository back\slash', 'codebase two
lines', 'project back\slash', 3, 5),
	(22, 'author alpha', 'comments %s', 'branch ', 'revision two
lines', 'revlink Zoë :name', 16384, 'category alpha', 'repository a "quote"', 'codebase 日本', 'project ', 5, 17),
	(23, 'author it''s 100% sure', 'comments a "quote"', NULL, 'revision two
lines', 'revlink it''s 100% sure', 1, 'category Zoë :name', 'repository ', 'codebase back\slash', 'project 日本', 8, 15),
	(24, 'author %s', 'comments a "quote"', 'branch Alpha', 'revision Zoë :name', NULL, 23, 'category %s', 'repository Alpha', 'codebase back\slash', 'project it''s 100% sure', NULL, 16);
INSERT INTO public.changesource_masters VALUES
	(4, 4),
	(6, 6),
	(5, 3),
	(7, 3),
	(2, 6),
	(10, 1),
	(3, 5),
	(1, 10),
	(9, 9),
	(8, 7);
INSERT INTO public.changesources VALUES
	(1, 'name a "quote"', 'name_hash two
lines'),
	(2, 'name %s', 'name_hash Alpha'),
	(3, 'name ', 'name_hash '),
	(4, 'name Alpha', 'name_hash 日本'),
	(5, 'name back\slash', 'name_hash back\slash'),
	(6, 'name a "quote"', 'name_hash Zoë :name'),
	(7, 'name a "quote"', 'name_hash %s'),
	(8, 'name it''s 100% sure', 'name_hash alpha'),
	(9, 'name back\slash', 'name_hash it''s 100% sure'),
	(10, 'name back\slash', 'name_hash a "quote"');
INSERT INTO public.configured_workers VALUES
	(1, 17, 7),
	(2, 23, 6),
	(3, 20, 1),
	(4, 20, 2),
	(5, 19, 2),
	(6, 6, 1),
	(7, 18, 2),
	(8, 11, 1),
	(9, 1, 4),
	(10, 19, 10),
	(11, 15, 10),
	(12, 5, 6),
	(13, 21, 5),
	(14, 13, 8),
	(15, 15, 3),
	(16, 22, 1),
	(17, 12, 9),
	(18, 12, 10),
	(19, 13, 2),
	(20, 7, 1),
	(21, 9, 5),
	(22, 24, 8),
	(23, 14, 1),
	(24, 11, 10);
INSERT INTO public.connected_workers VALUES
	(1, 3, 9),
	(2, 8, 7),
	(3, 2, 8),
	(4, 5, 7),
	(5, 7, 9),
	(6, 6, 8),
	(7, 3, 1),
	(8, 6, 10),
	(9, 6, 2),
	(10, 2, 2),
	(11, 4, 7),
	(12, 8, 6),
	(13, 10, 10),
	(14, 8, 3),
	(15, 10, 7),
	(16, 9, 8),
	(17, 1, 7),
	(18, 10, 8),
	(19, 10, 5),
	(20, 2, 10),
	(21, 9, 7),
	(22, 2, 3),
	(23, 6, 9),
	(24, 7, 3);
INSERT INTO public.logchunks VALUES
	(8, 0, 1, '\x0000ff27', 16384),
	(12, 1, 1, '\x0100ff27', 1),
	(17, 0, 16384, '\x0200ff27', 2),
	(24, 3, 0, '\x0300ff27', 3),
	(12, 4, 16384, '\x0400ff27', 0),
	(3, 5, 16384, '\x0500ff27', 0),
	(NULL, 16384, 1, NULL, 16384),
	(1, 16384, 1, NULL, 0),
	(21, 8, 0, NULL, 8),
	(7, 9, 16384, '\x0900ff27', 1),
	(19, 0, 0, '\x0a00ff27', 0),
	(11, 16384, 1, '\x0b00ff27', 1),
	(12, 16384, 0, '\x0c00ff27', 16384),
	(16, 0, 0, '\x0d00ff27', 13),
	(15, 14, 16384, '\x0e00ff27', 14),
	(17, 0, 15, '\x0f00ff27', 0),
	(21, 0, 1, '\x1000ff27', 1),
	(22, 16384, 16384, '\x1100ff27', 17),
	(15, 16384, 0, NULL, 18),
	(3, 0, 19, '\x1300ff27', 19),
	(NULL, 16384, 16384, '\x1400ff27', 16384),
	(14, 0, 0, '\x1500ff27', 16384),
	(24, 1, 16384, '\x1600ff27', 0),
	(8, 16384, 0, NULL, 23);
INSERT INTO public.logs VALUES
	(1, 'name %s', 'slug %s', 16, 16384, 1, '1'),
	(2, 'name %s', 'slug 日本', 22, 0, 0, '2'),
	(3, 'name ', 'slug Alpha', 20, 2, 1, '3'),
	(4, 'name ', 'slug back\slash', 5, 1, 0, '4'),
	(5, 'name two
lines', 'slug %s', NULL, 1, 1, '5'),
	(6, 'name a "quote"', 'slug two
lines', 17, 1, 5, '6'),
	(7, 'name %s', 'slug a "quote"', NULL, 1, 6, '7'),
	(8, 'name ', 'slug 日本', 24, 0, 16384, '8'),
	(9, 'name back\slash', 'slug a "quote"', 19, 8, 16384, '9'),
	(10, 'name %s', 'slug alpha', 11, 9, 16384, '0'),
	(11, 'name it''s 100% sure', 'slug ', 21, 10, 10, '1'),
	(12, 'name ', 'slug it''s 100% sure', 20, 1, 16384, '2'),
	(13, 'name two
lines', 'slug it''s 100% sure', NULL, 12, 0, '3'),
	(14, 'name ', 'slug Zoë :name', 12, 0, 13, '4'),
	(15, 'name Alpha', 'slug Zoë :name', 17, 1, 0, '5'),
	(16, 'name ', 'slug ', 9, 1, 0, '6'),
	(17, 'name Alpha', 'slug 日本', 4, 0, 1, '7'),
	(18, 'name back\slash', 'slug a "quote"', 1, 0, 1, '8'),
	(19, 'name %s', 'slug ', 16, 18, 1, '9'),
	(20, 'name two
lines', 'slug two
lines', 9, 1, 0, '0'),
	(21, 'name back\slash', 'slug back\slash', 4, 1, 16384, '1'),
	(22, 'name ', 'slug alpha', 7, 21, 0, '2'),
	(23, 'name a "quote"', 'slug Zoë :name', NULL, 22, 22, '3'),
	(24, 'name Zoë :name', 'slug %s', 6, 23, 16384, '4');
INSERT INTO public.masters VALUES
	(1, 'name a "quote"', 'name_hash Alpha', 16384, 16384),
	(2, 'name back\slash', 'name_hash two
lines', 16384, 16384),
	(3, 'name %s', 'name_hash Zoë :name', 0, 2),
	(4, 'name alpha', 'name_hash alpha', 3, 16384),
	(5, 'name Alpha', 'name_hash 日本', 1, 16384),
	(6, 'name ', 'name_hash ', 16384, 5),
	(7, 'name it''s 100% sure', 'name_hash %s', 0, 6),
	(8, 'name a "quote"', 'name_hash a "quote"', 1, 7),
	(9, 'name ', 'name_hash back\slash', 16384, 0),
	(10, 'name Zoë :name', 'name_hash it''s 100% sure', 16384, 0);
INSERT INTO public.object_state VALUES
	(6, 'name it''s 100% sure', 'value_json Alpha'),
	(8, 'name 日本', 'value_json back\slash'),
	(21, 'name alpha', 'value_json Alpha'),
	(15, 'name alpha', 'value_json alpha'),
	(2, 'name ', 'value_json alpha'),
	(22, 'name Alpha', 'value_json %s'),
	(19, 'name back\slash', 'value_json 日本'),
	(4, 'name two
lines', 'value_json '),
	(24, 'name a "quote"', 'value_json two
lines'),
	(21, 'name Alpha', 'value_json '),
	(13, 'name %s', 'value_json %s'),
	(14, 'name two
lines', 'value_json two
lines'),
	(6, 'name 日本', 'value_json it''s 100% sure'),
	(20, 'name Alpha', 'value_json back\slash'),
	(23, 'name alpha', 'value_json back\slash'),
	(7, 'name a "quote"', 'value_json two
lines'),
	(2, 'name alpha', 'value_json a "quote"'),
	(23, 'name 日本', 'value_json a "quote"'),
	(18, 'name Zoë :name', 'value_json a "quote"'),
	(1, 'name it''s 100% sure', 'value_json '),
	(12, 'name Zoë :name', 'value_json it''s 100% sure'),
	(22, 'name two
lines', 'value_json alpha'),
	(5, 'name ', 'value_json Zoë :name'),
	(12, 'name alpha', 'value_json Zoë :name');
INSERT INTO public.objects VALUES
	(1, 'name a "quote"', 'class_name two
lines'),
	(2, 'name alpha', 'class_name 日本'),
	(3, 'name it''s 100% sure', 'class_name '),
	(4, 'name Alpha', 'class_name back\slash'),
	(5, 'name it''s 100% sure', 'class_name back\slash'),
	(6, 'name Alpha', 'class_name '),
	(7, 'name alpha', 'class_name Zoë :name'),
	(8, 'name %s', 'class_name a "quote"'),
	(9, 'name it''s 100% sure', 'class_name Zoë :name'),
	(10, 'name it''s 100% sure', 'class_name %s'),
	(11, 'name %s', 'class_name Zoë :name'),
	(12, 'name %s', 'class_name %s'),
	(13, 'name Zoë :name', 'class_name 日本'),
	(14, 'name back\slash', 'class_name '),
	(15, 'name 日本', 'class_name back\slash'),
	(16, 'name %s', 'class_name it''s 100% sure'),
	(17, 'name back\slash', 'class_name back\slash'),
	(18, 'name back\slash', 'class_name a "quote"'),
	(19, 'name 日本', 'class_name it''s 100% sure'),
	(20, 'name two
lines', 'class_name 日本'),
	(21, 'name two
lines', 'class_name back\slash'),
	(22, 'name ', 'class_name %s'),
	(23, 'name 日本', 'class_name 日本'),
	(24, 'name a "quote"', 'class_name 日本');
INSERT INTO public.patches VALUES
	(1, 1, 'patch_base64 it''s 100% sure', 'patch_author 日本', 'patch_comment it''s 100% sure', 'subdir '),
	(2, 1, 'patch_base64 it''s 100% sure', 'patch_author ', 'patch_comment alpha', 'subdir 日本'),
	(3, 1, 'patch_base64 Zoë :name', 'patch_author a "quote"', 'patch_comment Zoë :name', 'subdir 日本'),
	(4, 3, 'patch_base64 Zoë :name', 'patch_author Alpha', 'patch_comment back\slash', NULL),
	(5, 1, 'patch_base64 two
lines', 'patch_author %s', 'patch_comment Zoë :name', 'subdir Zoë :name'),
	(6, 1, 'patch_base64 日本', 'patch_author Zoë :name', 'patch_comment a "quote"', 'subdir '),
	(7, 6, 'patch_base64 back\slash', 'patch_author back\slash', 'patch_comment ', 'subdir Zoë :name'),
	(8, 7, 'patch_base64 日本', 'patch_author ', 'patch_comment %s', 'subdir Alpha'),
	(9, 16384, 'patch_base64 日本', 'patch_author %s', 'patch_comment Alpha', 'subdir Alpha'),
	(10, 0, 'patch_base64 a "quote"', 'patch_author two
lines', 'patch_comment 日本', 'subdir %s'),
	(11, 1, 'patch_base64 a "quote"', 'patch_author Alpha', 'patch_comment it''s 100% sure', 'subdir it''s 100% sure'),
	(12, 11, 'patch_base64 ', 'patch_author back\slash', 'patch_comment Zoë :name', 'subdir alpha'),
	(13, 0, 'patch_base64 Zoë :name', 'patch_author 日本', 'patch_comment alpha', 'subdir %s'),
	(14, 13, 'patch_base64 %s', 'patch_author 日本', 'patch_comment Alpha', 'subdir %s'),
	(15, 1, 'patch_base64 a "quote"', 'patch_author a "quote"', 'patch_comment Zoë :name', 'subdir 日本'),
	(16, 15, 'patch_base64 ', 'patch_author a "quote"', 'patch_comment alpha', 'subdir it''s 100% sure'),
	(17, 0, 'patch_base64 %s', 'patch_author alpha', 'patch_comment two
lines', 'subdir '),
	(18, 17, 'patch_base64 alpha', 'patch_author %s', 'patch_comment alpha', 'subdir two
lines'),
	(19, 18, 'patch_base64 Zoë :name', 'patch_author alpha', 'patch_comment %s', 'subdir two
lines'),
	(20, 16384, 'patch_base64 alpha', 'patch_author Zoë :name', 'patch_comment back\slash', 'subdir '),
	(21, 1, 'patch_base64 back\slash', 'patch_author two
lines', 'patch_comment Zoë :name', 'subdir two
lines'),
	(22, 0, 'patch_base64 alpha', 'patch_author back\slash', 'patch_comment two
lines', NULL),
	(23, 22, 'patch_base64 日本', 'patch_author %s', 'patch_comment Alpha', 'subdir 日本'),
	(24, 1, 'patch_base64 日本', 'patch_author 日本', 'patch_comment a "quote"', NULL);
INSERT INTO public.scheduler_changes VALUES
	(1, 9, NULL),
	(9, 23, 1),
	(1, 3, 1),
	(2, 11, 0),
	(3, 23, 16384),
	(NULL, 4, 16384),
	(NULL, 20, 16384),
	(10, 20, 0),
	(3, 24, 0),
	(2, 2, 9),
	(2, 15, 10),
	(8, 4, 11),
	(4, 19, NULL),
	(7, 9, NULL),
	(NULL, 8, 0),
	(1, 18, 1),
	(NULL, 2, 16384),
	(NULL, 19, 0),
	(10, 14, NULL),
	(5, 14, 0),
	(2, 13, NULL),
	(2, 18, 16384),
	(1, 4, 16384),
	(5, 21, 23);
INSERT INTO public.scheduler_masters VALUES
	(8, 1),
	(4, 3),
	(9, 2),
	(7, 9),
	(1, 7),
	(3, 6),
	(6, 10),
	(10, 4),
	(2, 5),
	(5, 10);
INSERT INTO public.schedulers VALUES
	(1, 'name alpha', 'name_hash back\slash', 16384),
	(2, 'name a "quote"', 'name_hash Alpha', NULL),
	(3, 'name it''s 100% sure', 'name_hash alpha', 0),
	(4, 'name ', 'name_hash it''s 100% sure', 1),
	(5, 'name Alpha', 'name_hash two
lines', 4),
	(6, 'name Alpha', 'name_hash Zoë :name', 5),
	(7, 'name alpha', 'name_hash a "quote"', 0),
	(8, 'name alpha', 'name_hash 日本', 16384),
	(9, 'name alpha', 'name_hash %s', 8),
	(10, 'name back\slash', 'name_hash ', 0);
INSERT INTO public.sourcestamps VALUES
	(1, 'ss_hash Zoë :name', 'branch a "quote"', 'revision Zoë :name', 15, 'repository Zoë :name', 'codebase alpha', 'project it''s 100% sure', 0),
	(2, 'ss_hash two
lines', 'branch ', 'revision a "quote"', NULL, 'repository a "quote"', 'codebase Alpha', 'project ', 16384),
	(3, 'ss_hash it''s 100% sure', 'branch two
lines', 'revision %s', 2, 'repository %s', 'codebase two
lines', 'project Zoë :name', 0),
	(4, 'ss_hash alpha', 'branch ', 'revision Alpha', 15, 'repository %s', 'codebase ', 'project Zoë :name', 16384),
	(5, 'ss_hash a "quote"', 'branch Alpha', 'revision two
lines', NULL, 'repository %s', 'codebase Zoë :name', 'project alpha', 0),
	(6, 'ss_hash %s', 'branch %s', 'revision Alpha', 24, 'repository a "quote"', 'codebase Zoë :name', 'project 日本', 16384),
	(7, 'ss_hash 日本', 'branch it''s 100% sure', NULL, 23, 'repository it''s 100% sure', 'codebase alpha', 'project back\slash', 1),
	(8, 'ss_hash Alpha', NULL, 'revision back\slash', NULL, 'repository %s', 'codebase alpha', 'project 日本', 7),
	(9, 'ss_hash back\slash', 'branch %s', 'revision two
lines', NULL, 'repository 日本', 'codebase Zoë :name', 'project Alpha', 1),
	(10, 'ss_hash ', 'branch a "quote"', 'revision ', 13, 'repository back\slash', 'codebase Alpha', 'project back\slash', 16384);
INSERT INTO public.steps VALUES
	(1, 0, 'name alpha', 11, 1, NULL, 'state_string Zoë :name', 1, 'urls_json back\slash', 0),
	(2, 1, 'name Zoë :name', 7, 1, 0, 'state_string %s', 0, 'urls_json two
lines', 0),
	(3, 0, 'name ', 20, 0, 16384, 'state_string a "quote"', 0, 'urls_json 日本', 0),
	(4, 1, 'name a "quote"', 10, 1, 1, 'state_string 日本', 1, 'urls_json %s', 0),
	(5, 16384, 'name alpha', 8, NULL, 0, 'state_string it''s 100% sure', 0, 'urls_json it''s 100% sure', 16384),
	(6, 5, 'name ', 16, NULL, 0, 'state_string a "quote"', 0, 'urls_json ', 5),
	(7, 0, 'name alpha', 6, 6, 1, 'state_string %s', NULL, 'urls_json ', 0),
	(8, 16384, 'name %s', 21, 1, 0, 'state_string a "quote"', 7, 'urls_json Alpha', 16384),
	(9, 0, 'name Zoë :name', 24, 1, 8, 'state_string 日本', NULL, 'urls_json it''s 100% sure', 1),
	(10, 9, 'name 日本', 7, NULL, 1, 'state_string %s', 0, 'urls_json %s', 0),
	(11, 16384, 'name Zoë :name', 10, 10, 0, 'state_string alpha', 16384, 'urls_json it''s 100% sure', 1),
	(12, 11, 'name a "quote"', 17, 16384, NULL, 'state_string back\slash', 11, 'urls_json back\slash', 11),
	(13, 12, 'name ', 22, 16384, 0, 'state_string Alpha', 16384, 'urls_json 日本', 12),
	(14, 16384, 'name it''s 100% sure', 12, NULL, 0, 'state_string ', 13, 'urls_json two
lines', 1),
	(15, 14, 'name it''s 100% sure', 8, 1, 16384, 'state_string 日本', 16384, 'urls_json %s', 1),
	(16, 0, 'name it''s 100% sure', 3, 1, NULL, 'state_string it''s 100% sure', 15, 'urls_json Alpha', 15),
	(17, 16384, 'name alpha', 24, 0, 16384, 'state_string Zoë :name', 1, 'urls_json Zoë :name', 16),
	(18, 1, 'name Zoë :name', 15, 0, 16384, 'state_string %s', NULL, 'urls_json ', 1),
	(19, 1, 'name Alpha', 20, 18, 0, 'state_string two
lines', NULL, 'urls_json it''s 100% sure', 16384),
	(20, 0, 'name 日本', 18, NULL, 19, 'state_string it''s 100% sure', 0, 'urls_json it''s 100% sure', 0),
	(21, 16384, 'name %s', 4, NULL, NULL, 'state_string %s', 16384, 'urls_json Alpha', 16384),
	(22, 1, 'name back\slash', 5, 21, NULL, 'state_string it''s 100% sure', 1, 'urls_json alpha', 0),
	(23, 22, 'name 日本', 15, 22, 0, 'state_string ', NULL, 'urls_json Zoë :name', 22),
	(24, 1, 'name ', 17, 1, 0, 'state_string a "quote"', 23, 'urls_json it''s 100% sure', 1);
INSERT INTO public.tags VALUES
	(1, 'name ', 'name_hash a "quote"'),
	(2, 'name 日本', 'name_hash back\slash'),
	(3, 'name ', 'name_hash alpha'),
	(4, 'name it''s 100% sure', 'name_hash %s'),
	(5, 'name back\slash', 'name_hash 日本'),
	(6, 'name Alpha', 'name_hash it''s 100% sure'),
	(7, 'name two
lines', 'name_hash two
lines'),
	(8, 'name a "quote"', 'name_hash '),
	(9, 'name it''s 100% sure', 'name_hash Alpha'),
	(10, 'name alpha', 'name_hash Zoë :name');
INSERT INTO public.users VALUES
	(1, 'identifier it''s 100% sure', NULL, 'bb_password it''s 100% sure'),
	(2, 'identifier 日本', 'bb_username %s', 'bb_password Zoë :name'),
	(3, 'identifier ', 'bb_username it''s 100% sure', 'bb_password %s'),
	(4, 'identifier Alpha', NULL, 'bb_password Alpha'),
	(5, 'identifier Zoë :name', NULL, 'bb_password 日本'),
	(6, 'identifier a "quote"', 'bb_username Alpha', 'bb_password alpha'),
	(7, 'identifier back\slash', NULL, 'bb_password Zoë :name'),
	(8, 'identifier %s', NULL, 'bb_password '),
	(9, 'identifier two
lines', 'bb_username alpha', 'bb_password '),
	(10, 'identifier alpha', NULL, 'bb_password it''s 100% sure');
INSERT INTO public.users_info VALUES
	(4, 'attr_type a "quote"', 'attr_data %s'),
	(2, 'attr_type %s', 'attr_data 日本'),
	(5, 'attr_type Alpha', 'attr_data alpha'),
	(6, 'attr_type Zoë :name', 'attr_data 日本'),
	(3, 'attr_type Alpha', 'attr_data 日本'),
	(4, 'attr_type it''s 100% sure', 'attr_data back\slash'),
	(2, 'attr_type two
lines', 'attr_data alpha'),
	(7, 'attr_type two
lines', 'attr_data two
lines'),
	(10, 'attr_type it''s 100% sure', 'attr_data a "quote"'),
	(4, 'attr_type Zoë :name', 'attr_data alpha'),
	(8, 'attr_type back\slash', 'attr_data alpha'),
	(10, 'attr_type alpha', 'attr_data alpha'),
	(8, 'attr_type %s', 'attr_data %s'),
	(9, 'attr_type Zoë :name', 'attr_data it''s 100% sure'),
	(3, 'attr_type two
lines', 'attr_data Alpha'),
	(4, 'attr_type %s', 'attr_data Zoë :name'),
	(8, 'attr_type it''s 100% sure', 'attr_data Zoë :name'),
	(10, 'attr_type two
lines', 'attr_data 日本'),
	(6, 'attr_type a "quote"', 'attr_data two
lines'),
	(2, 'attr_type back\slash', 'attr_data Alpha'),
	(4, 'attr_type alpha', 'attr_data Zoë :name'),
	(9, 'attr_type 日本', 'attr_data a "quote"'),
	(6, 'attr_type two
lines', 'attr_data Zoë :name'),
	(2, 'attr_type 日本', 'attr_data ');
INSERT INTO public.workers VALUES
	(1, 'name it''s 100% sure', '{"row": 0, "text": "it''s"}', 1, 1),
	(2, 'name 日本', '{"row": 1, "text": "it''s"}', 0, 0),
	(3, 'name alpha', '{"row": 2, "text": "it''s"}', 1, 16384),
	(4, 'name %s', '{"row": 3, "text": "it''s"}', 0, 3),
	(5, 'name back\slash', '{"row": 4, "text": "it''s"}', 1, 0),
	(6, 'name two
lines', '{"row": 5, "text": "it''s"}', 16384, 0),
	(7, 'name ', '{"row": 6, "text": "it''s"}', 1, 16384),
	(8, 'name a "quote"', '{"row": 7, "text": "it''s"}', 7, 1),
	(9, 'name Alpha', '{"row": 8, "text": "it''s"}', 0, 0),
	(10, 'name Zoë :name', '{"row": 9, "text": "it''s"}', 0, 1);
SELECT pg_catalog.setval('public.builder_masters_id_seq', 24, true);
SELECT pg_catalog.setval('public.builders_id_seq', 10, true);
SELECT pg_catalog.setval('public.builders_tags_id_seq', 24, true);
SELECT pg_catalog.setval('public.buildrequests_id_seq', 24, true);
SELECT pg_catalog.setval('public.builds_id_seq', 24, true);
SELECT pg_catalog.setval('public.buildset_sourcestamps_id_seq', 24, true);
SELECT pg_catalog.setval('public.buildsets_id_seq', 24, true);
SELECT pg_catalog.setval('public.changes_changeid_seq', 24, true);
SELECT pg_catalog.setval('public.changesources_id_seq', 10, true);
SELECT pg_catalog.setval('public.configured_workers_id_seq', 24, true);
SELECT pg_catalog.setval('public.connected_workers_id_seq', 24, true);
SELECT pg_catalog.setval('public.logs_id_seq', 24, true);
SELECT pg_catalog.setval('public.masters_id_seq', 10, true);
SELECT pg_catalog.setval('public.objects_id_seq', 24, true);
SELECT pg_catalog.setval('public.patches_id_seq', 24, true);
SELECT pg_catalog.setval('public.schedulers_id_seq', 10, true);
SELECT pg_catalog.setval('public.sourcestamps_id_seq', 10, true);
SELECT pg_catalog.setval('public.steps_id_seq', 24, true);
SELECT pg_catalog.setval('public.tags_id_seq', 10, true);
SELECT pg_catalog.setval('public.users_uid_seq', 10, true);
SELECT pg_catalog.setval('public.workers_id_seq', 10, true);
ALTER TABLE ONLY public.builder_masters
    ADD CONSTRAINT builder_masters_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.builders
    ADD CONSTRAINT builders_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.builders_tags
    ADD CONSTRAINT builders_tags_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.buildrequests
    ADD CONSTRAINT buildrequests_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.builds
    ADD CONSTRAINT builds_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.buildset_sourcestamps
    ADD CONSTRAINT buildset_sourcestamps_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.buildsets
    ADD CONSTRAINT buildsets_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.changes
    ADD CONSTRAINT changes_pkey PRIMARY KEY (changeid);
ALTER TABLE ONLY public.changesource_masters
    ADD CONSTRAINT changesource_masters_pkey PRIMARY KEY (changesourceid);
ALTER TABLE ONLY public.changesources
    ADD CONSTRAINT changesources_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.configured_workers
    ADD CONSTRAINT configured_workers_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.connected_workers
    ADD CONSTRAINT connected_workers_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.logs
    ADD CONSTRAINT logs_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.masters
    ADD CONSTRAINT masters_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.objects
    ADD CONSTRAINT objects_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.patches
    ADD CONSTRAINT patches_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.scheduler_masters
    ADD CONSTRAINT scheduler_masters_pkey PRIMARY KEY (schedulerid);
ALTER TABLE ONLY public.schedulers
    ADD CONSTRAINT schedulers_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.sourcestamps
    ADD CONSTRAINT sourcestamps_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.steps
    ADD CONSTRAINT steps_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.tags
    ADD CONSTRAINT tags_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.users
    ADD CONSTRAINT users_pkey PRIMARY KEY (uid);
ALTER TABLE ONLY public.workers
    ADD CONSTRAINT workers_pkey PRIMARY KEY (id);
CREATE INDEX build_properties_buildid ON public.build_properties USING btree (buildid);
CREATE INDEX builder_masters_builderid ON public.builder_masters USING btree (builderid);
CREATE UNIQUE INDEX builder_masters_identity ON public.builder_masters USING btree (builderid, masterid);
CREATE INDEX builder_masters_masterid ON public.builder_masters USING btree (masterid);
CREATE UNIQUE INDEX builder_name_hash ON public.builders USING btree (name_hash);
CREATE INDEX builders_tags_builderid ON public.builders_tags USING btree (builderid);
CREATE UNIQUE INDEX builders_tags_unique ON public.builders_tags USING btree (builderid, tagid);
CREATE UNIQUE INDEX buildrequest_claims_brids ON public.buildrequest_claims USING btree (brid);
CREATE INDEX buildrequests_builderid ON public.buildrequests USING btree (builderid);
CREATE INDEX buildrequests_buildsetid ON public.buildrequests USING btree (buildsetid);
CREATE INDEX buildrequests_complete ON public.buildrequests USING btree (complete);
CREATE INDEX builds_buildrequestid ON public.builds USING btree (buildrequestid);
CREATE INDEX builds_masterid ON public.builds USING btree (masterid);
CREATE UNIQUE INDEX builds_number ON public.builds USING btree (builderid, number);
CREATE INDEX builds_workerid ON public.builds USING btree (workerid);
CREATE INDEX buildset_properties_buildsetid ON public.buildset_properties USING btree (buildsetid);
CREATE INDEX buildset_sourcestamps_buildsetid ON public.buildset_sourcestamps USING btree (buildsetid);
CREATE UNIQUE INDEX buildset_sourcestamps_unique ON public.buildset_sourcestamps USING btree (buildsetid, sourcestampid);
CREATE INDEX buildsets_complete ON public.buildsets USING btree (complete);
CREATE INDEX buildsets_submitted_at ON public.buildsets USING btree (submitted_at);
CREATE INDEX change_files_changeid ON public.change_files USING btree (changeid);
CREATE INDEX change_properties_changeid ON public.change_properties USING btree (changeid);
CREATE INDEX change_users_changeid ON public.change_users USING btree (changeid);
CREATE INDEX changes_author ON public.changes USING btree (author);
CREATE INDEX changes_branch ON public.changes USING btree (branch);
CREATE INDEX changes_category ON public.changes USING btree (category);
CREATE INDEX changes_revision ON public.changes USING btree (revision);
CREATE INDEX changes_sourcestampid ON public.changes USING btree (sourcestampid);
CREATE INDEX changes_when_timestamp ON public.changes USING btree (when_timestamp);
CREATE UNIQUE INDEX changesource_name_hash ON public.changesources USING btree (name_hash);
CREATE INDEX configured_workers_buildmasterid ON public.configured_workers USING btree (buildermasterid);
CREATE UNIQUE INDEX configured_workers_identity ON public.configured_workers USING btree (buildermasterid, workerid);
CREATE INDEX configured_workers_workers ON public.configured_workers USING btree (workerid);
CREATE UNIQUE INDEX connected_workers_identity ON public.connected_workers USING btree (masterid, workerid);
CREATE INDEX connected_workers_masterid ON public.connected_workers USING btree (masterid);
CREATE INDEX connected_workers_workers ON public.connected_workers USING btree (workerid);
CREATE INDEX ix_buildrequest_claims_masterid ON public.buildrequest_claims USING btree (masterid);
CREATE INDEX logchunks_firstline ON public.logchunks USING btree (logid, first_line);
CREATE INDEX logchunks_lastline ON public.logchunks USING btree (logid, last_line);
CREATE UNIQUE INDEX logs_slug ON public.logs USING btree (stepid, slug);
CREATE UNIQUE INDEX master_name_hashes ON public.masters USING btree (name_hash);
CREATE UNIQUE INDEX name_per_object ON public.object_state USING btree (objectid, name);
CREATE UNIQUE INDEX object_identity ON public.objects USING btree (name, class_name);
CREATE INDEX scheduler_changes_changeid ON public.scheduler_changes USING btree (changeid);
CREATE INDEX scheduler_changes_schedulerid ON public.scheduler_changes USING btree (schedulerid);
CREATE UNIQUE INDEX scheduler_changes_unique ON public.scheduler_changes USING btree (schedulerid, changeid);
CREATE UNIQUE INDEX scheduler_name_hash ON public.schedulers USING btree (name_hash);
CREATE UNIQUE INDEX sourcestamps_ss_hash_key ON public.sourcestamps USING btree (ss_hash);
CREATE UNIQUE INDEX steps_name ON public.steps USING btree (buildid, name);
CREATE UNIQUE INDEX steps_number ON public.steps USING btree (buildid, number);
CREATE UNIQUE INDEX tag_name_hash ON public.tags USING btree (name_hash);
CREATE UNIQUE INDEX users_bb_user ON public.users USING btree (bb_username);
CREATE UNIQUE INDEX users_identifier ON public.users USING btree (identifier);
CREATE UNIQUE INDEX users_info_attrs ON public.users_info USING btree (attr_type, attr_data);
CREATE INDEX users_info_uid ON public.users_info USING btree (uid);
CREATE UNIQUE INDEX users_info_uid_attr_type ON public.users_info USING btree (uid, attr_type);
CREATE UNIQUE INDEX workers_name ON public.workers USING btree (name);
ALTER TABLE ONLY public.build_properties
    ADD CONSTRAINT build_properties_buildid_fkey FOREIGN KEY (buildid) REFERENCES public.builds(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.builder_masters
    ADD CONSTRAINT builder_masters_builderid_fkey FOREIGN KEY (builderid) REFERENCES public.builders(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.builder_masters
    ADD CONSTRAINT builder_masters_masterid_fkey FOREIGN KEY (masterid) REFERENCES public.masters(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.builders_tags
    ADD CONSTRAINT builders_tags_builderid_fkey FOREIGN KEY (builderid) REFERENCES public.builders(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.builders_tags
    ADD CONSTRAINT builders_tags_tagid_fkey FOREIGN KEY (tagid) REFERENCES public.tags(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.buildrequest_claims
    ADD CONSTRAINT buildrequest_claims_brid_fkey FOREIGN KEY (brid) REFERENCES public.buildrequests(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.buildrequest_claims
    ADD CONSTRAINT buildrequest_claims_masterid_fkey FOREIGN KEY (masterid) REFERENCES public.masters(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.builds
    ADD CONSTRAINT buildrequestid FOREIGN KEY (buildrequestid) REFERENCES public.buildrequests(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.buildrequests
    ADD CONSTRAINT buildrequests_builderid_fkey FOREIGN KEY (builderid) REFERENCES public.builders(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.buildrequests
    ADD CONSTRAINT buildrequests_buildsetid_fkey FOREIGN KEY (buildsetid) REFERENCES public.buildsets(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.builds
    ADD CONSTRAINT builds_builderid_fkey FOREIGN KEY (builderid) REFERENCES public.builders(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.builds
    ADD CONSTRAINT builds_masterid_fkey FOREIGN KEY (masterid) REFERENCES public.masters(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.builds
    ADD CONSTRAINT builds_workerid_fkey FOREIGN KEY (workerid) REFERENCES public.workers(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.buildset_properties
    ADD CONSTRAINT buildset_properties_buildsetid_fkey FOREIGN KEY (buildsetid) REFERENCES public.buildsets(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.buildset_sourcestamps
    ADD CONSTRAINT buildset_sourcestamps_buildsetid_fkey FOREIGN KEY (buildsetid) REFERENCES public.buildsets(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.buildset_sourcestamps
    ADD CONSTRAINT buildset_sourcestamps_sourcestampid_fkey FOREIGN KEY (sourcestampid) REFERENCES public.sourcestamps(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.change_files
    ADD CONSTRAINT change_files_changeid_fkey FOREIGN KEY (changeid) REFERENCES public.changes(changeid) ON DELETE CASCADE;
ALTER TABLE ONLY public.change_properties
    ADD CONSTRAINT change_properties_changeid_fkey FOREIGN KEY (changeid) REFERENCES public.changes(changeid) ON DELETE CASCADE;
ALTER TABLE ONLY public.change_users
    ADD CONSTRAINT change_users_changeid_fkey FOREIGN KEY (changeid) REFERENCES public.changes(changeid) ON DELETE CASCADE;
ALTER TABLE ONLY public.change_users
    ADD CONSTRAINT change_users_uid_fkey FOREIGN KEY (uid) REFERENCES public.users(uid) ON DELETE CASCADE;
ALTER TABLE ONLY public.changes
    ADD CONSTRAINT changes_parent_changeids_fkey FOREIGN KEY (parent_changeids) REFERENCES public.changes(changeid) ON DELETE CASCADE;
ALTER TABLE ONLY public.changes
    ADD CONSTRAINT changes_sourcestampid_fkey FOREIGN KEY (sourcestampid) REFERENCES public.sourcestamps(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.changesource_masters
    ADD CONSTRAINT changesource_masters_changesourceid_fkey FOREIGN KEY (changesourceid) REFERENCES public.changesources(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.changesource_masters
    ADD CONSTRAINT changesource_masters_masterid_fkey FOREIGN KEY (masterid) REFERENCES public.masters(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.configured_workers
    ADD CONSTRAINT configured_workers_buildermasterid_fkey FOREIGN KEY (buildermasterid) REFERENCES public.builder_masters(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.configured_workers
    ADD CONSTRAINT configured_workers_workerid_fkey FOREIGN KEY (workerid) REFERENCES public.workers(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.connected_workers
    ADD CONSTRAINT connected_workers_masterid_fkey FOREIGN KEY (masterid) REFERENCES public.masters(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.connected_workers
    ADD CONSTRAINT connected_workers_workerid_fkey FOREIGN KEY (workerid) REFERENCES public.workers(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.logchunks
    ADD CONSTRAINT logchunks_logid_fkey FOREIGN KEY (logid) REFERENCES public.logs(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.logs
    ADD CONSTRAINT logs_stepid_fkey FOREIGN KEY (stepid) REFERENCES public.steps(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.object_state
    ADD CONSTRAINT object_state_objectid_fkey FOREIGN KEY (objectid) REFERENCES public.objects(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.buildsets
    ADD CONSTRAINT parent_buildid FOREIGN KEY (parent_buildid) REFERENCES public.builds(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.scheduler_changes
    ADD CONSTRAINT scheduler_changes_changeid_fkey FOREIGN KEY (changeid) REFERENCES public.changes(changeid) ON DELETE CASCADE;
ALTER TABLE ONLY public.scheduler_changes
    ADD CONSTRAINT scheduler_changes_schedulerid_fkey FOREIGN KEY (schedulerid) REFERENCES public.schedulers(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.scheduler_masters
    ADD CONSTRAINT scheduler_masters_masterid_fkey FOREIGN KEY (masterid) REFERENCES public.masters(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.scheduler_masters
    ADD CONSTRAINT scheduler_masters_schedulerid_fkey FOREIGN KEY (schedulerid) REFERENCES public.schedulers(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.sourcestamps
    ADD CONSTRAINT sourcestamps_patchid_fkey FOREIGN KEY (patchid) REFERENCES public.patches(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.steps
    ADD CONSTRAINT steps_buildid_fkey FOREIGN KEY (buildid) REFERENCES public.builds(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.users_info
    ADD CONSTRAINT users_info_uid_fkey FOREIGN KEY (uid) REFERENCES public.users(uid) ON DELETE CASCADE;
