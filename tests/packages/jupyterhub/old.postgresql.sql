CREATE TYPE public.granttype AS ENUM (
    'authorization_code',
    'implicit',
    'password',
    'client_credentials',
    'refresh_token'
);
CREATE TABLE public.api_tokens (
    id integer NOT NULL,
    hashed character varying(255),
    prefix character varying(16),
    user_id integer,
    service_id integer
);
CREATE SEQUENCE public.api_tokens_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.api_tokens_id_seq OWNED BY public.api_tokens.id;
CREATE TABLE public.groups (
    id integer NOT NULL,
    name character varying(255)
);
CREATE SEQUENCE public.groups_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.groups_id_seq OWNED BY public.groups.id;
CREATE TABLE public.oauth_access_tokens (
    id integer NOT NULL,
    client_id character varying(255),
    grant_type public.granttype NOT NULL,
    expires_at integer,
    refresh_token character varying(255),
    refresh_expires_at integer,
    user_id integer,
    hashed character varying(255),
    prefix character varying(16)
);
CREATE SEQUENCE public.oauth_access_tokens_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.oauth_access_tokens_id_seq OWNED BY public.oauth_access_tokens.id;
CREATE TABLE public.oauth_clients (
    id integer NOT NULL,
    identifier character varying(255),
    secret character varying(255),
    redirect_uri character varying(1023)
);
CREATE SEQUENCE public.oauth_clients_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.oauth_clients_id_seq OWNED BY public.oauth_clients.id;
CREATE TABLE public.oauth_codes (
    id integer NOT NULL,
    client_id character varying(255),
    code character varying(36),
    expires_at integer,
    redirect_uri character varying(1023),
    user_id integer
);
CREATE SEQUENCE public.oauth_codes_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.oauth_codes_id_seq OWNED BY public.oauth_codes.id;
CREATE TABLE public.servers (
    id integer NOT NULL,
    proto character varying(15),
    ip character varying(255),
    port integer,
    base_url character varying(255),
    cookie_name character varying(255)
);
CREATE SEQUENCE public.servers_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.servers_id_seq OWNED BY public.servers.id;
CREATE TABLE public.services (
    id integer NOT NULL,
    name character varying(255),
    admin boolean,
    _server_id integer,
    pid integer
);
CREATE SEQUENCE public.services_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.services_id_seq OWNED BY public.services.id;
CREATE TABLE public.spawners (
    id integer NOT NULL,
    user_id integer,
    server_id integer,
    state text,
    name character varying(255),
    last_activity timestamp without time zone
);
CREATE SEQUENCE public.spawners_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.spawners_id_seq OWNED BY public.spawners.id;
CREATE TABLE public.user_group_map (
    user_id integer NOT NULL,
    group_id integer NOT NULL
);
CREATE TABLE public.users (
    id integer NOT NULL,
    name character varying(255),
    admin boolean,
    last_activity timestamp without time zone,
    cookie_id character varying(255) NOT NULL,
    state text,
    encrypted_auth_state bytea
);
CREATE SEQUENCE public.users_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.users_id_seq OWNED BY public.users.id;
ALTER TABLE ONLY public.api_tokens ALTER COLUMN id SET DEFAULT nextval('public.api_tokens_id_seq'::regclass);
ALTER TABLE ONLY public.groups ALTER COLUMN id SET DEFAULT nextval('public.groups_id_seq'::regclass);
ALTER TABLE ONLY public.oauth_access_tokens ALTER COLUMN id SET DEFAULT nextval('public.oauth_access_tokens_id_seq'::regclass);
ALTER TABLE ONLY public.oauth_clients ALTER COLUMN id SET DEFAULT nextval('public.oauth_clients_id_seq'::regclass);
ALTER TABLE ONLY public.oauth_codes ALTER COLUMN id SET DEFAULT nextval('public.oauth_codes_id_seq'::regclass);
ALTER TABLE ONLY public.servers ALTER COLUMN id SET DEFAULT nextval('public.servers_id_seq'::regclass);
ALTER TABLE ONLY public.services ALTER COLUMN id SET DEFAULT nextval('public.services_id_seq'::regclass);
ALTER TABLE ONLY public.spawners ALTER COLUMN id SET DEFAULT nextval('public.spawners_id_seq'::regclass);
ALTER TABLE ONLY public.users ALTER COLUMN id SET DEFAULT nextval('public.users_id_seq'::regclass);
INSERT INTO public.api_tokens VALUES
	(1, NULL, '00000001', 23, 21),
	(2, NULL, '00000002', NULL, 17),
	(3, NULL, '00000003', 7, 21),
	(4, '00000004', '00000004', NULL, 19),
	(5, '00000005', '00000005', 2, 11),
	(6, '00000006', '00000006', NULL, 8),
	(7, '00000007', '00000007', 24, NULL),
	(8, '00000008', '00000008', NULL, 1),
	(9, '00000009', '00000009', NULL, NULL),
	(10, '00000010', '00000010', NULL, 17),
	(11, '00000011', '00000011', 1, 19),
	(12, '00000012', NULL, NULL, NULL),
	(13, NULL, NULL, 7, NULL),
	(14, NULL, '00000014', 11, 24),
	(15, '00000015', NULL, 12, 11),
	(16, '00000016', '00000016', NULL, NULL),
	(17, '00000017', '00000017', NULL, 14),
	(18, '00000018', '00000018', 1, 11),
	(19, '00000019', NULL, 12, 22),
	(20, NULL, '00000020', NULL, 13),
	(21, NULL, '00000021', 24, 16),
	(22, '00000022', '00000022', 9, 9),
	(23, '00000023', '00000023', NULL, 18),
	(24, NULL, '00000024', 21, 6);
INSERT INTO public.groups VALUES
	(1, '00000001'),
	(2, NULL),
	(3, '00000003'),
	(4, '00000004'),
	(5, '00000005'),
	(6, '00000006'),
	(7, '00000007'),
	(8, '00000008'),
	(9, '00000009'),
	(10, '00000010'),
	(11, '00000011'),
	(12, '00000012'),
	(13, '00000013'),
	(14, '00000014'),
	(15, '00000015'),
	(16, '00000016'),
	(17, '00000017'),
	(18, '00000018'),
	(19, '00000019'),
	(20, '00000020'),
	(21, '00000021'),
	(22, '00000022'),
	(23, '00000023'),
	(24, NULL);
INSERT INTO public.oauth_access_tokens VALUES
	(1, 'client_id %s', 'password', 16384, 'refresh_token Alpha', 1, 13, '00000001', '00000001'),
	(2, 'client_id 日本', 'refresh_token', NULL, 'refresh_token %s', 1, 5, '00000002', '00000002'),
	(3, 'client_id 日本', 'authorization_code', 16384, 'refresh_token %s', 16384, 1, '00000003', '00000003'),
	(4, NULL, 'authorization_code', NULL, 'refresh_token ', 0, 15, '00000004', '00000004'),
	(5, NULL, 'client_credentials', 4, 'refresh_token alpha', 4, 22, '00000005', NULL),
	(6, 'client_id back\slash', 'authorization_code', 0, 'refresh_token ', 1, 20, NULL, NULL),
	(7, NULL, 'authorization_code', NULL, 'refresh_token two
lines', 6, 12, '00000007', '00000007'),
	(8, 'client_id it''s 100% sure', 'refresh_token', 1, 'refresh_token back\slash', 0, NULL, '00000008', '00000008'),
	(9, 'client_id Zoë :name', 'password', 1, 'refresh_token Alpha', 1, 2, NULL, '00000009'),
	(10, 'client_id back\slash', 'refresh_token', NULL, 'refresh_token Zoë :name', NULL, NULL, '00000010', '00000010'),
	(11, 'client_id a "quote"', 'implicit', NULL, 'refresh_token ', NULL, 15, '00000011', '00000011'),
	(12, 'client_id back\slash', 'refresh_token', 0, 'refresh_token %s', 0, 10, '00000012', '00000012'),
	(13, 'client_id Zoë :name', 'implicit', 0, 'refresh_token a "quote"', 1, NULL, '00000013', '00000013'),
	(14, 'client_id two
lines', 'implicit', NULL, 'refresh_token 日本', NULL, NULL, '00000014', '00000014'),
	(15, 'client_id a "quote"', 'password', 14, 'refresh_token a "quote"', 16384, 17, NULL, NULL),
	(16, 'client_id alpha', 'implicit', 0, 'refresh_token two
lines', 0, 5, '00000016', NULL),
	(17, NULL, 'password', 0, 'refresh_token %s', 0, 22, NULL, '00000017'),
	(18, 'client_id %s', 'authorization_code', 17, 'refresh_token two
lines', NULL, 17, '00000018', '00000018'),
	(19, 'client_id two
lines', 'password', NULL, 'refresh_token it''s 100% sure', 0, 3, '00000019', '00000019'),
	(20, 'client_id %s', 'authorization_code', NULL, 'refresh_token it''s 100% sure', 16384, 8, '00000020', '00000020'),
	(21, 'client_id two
lines', 'client_credentials', 20, 'refresh_token ', 0, 20, '00000021', '00000021'),
	(22, 'client_id %s', 'password', 21, 'refresh_token a "quote"', 1, 4, '00000022', NULL),
	(23, NULL, 'implicit', NULL, 'refresh_token two
lines', 22, 12, '00000023', '00000023'),
	(24, 'client_id a "quote"', 'implicit', 16384, 'refresh_token Zoë :name', NULL, 9, '00000024', '00000024');
INSERT INTO public.oauth_clients VALUES
	(1, '00000001', 'secret it''s 100% sure', 'redirect_uri Zoë :name'),
	(2, '00000002', 'secret Alpha', NULL),
	(3, '00000003', 'secret it''s 100% sure', NULL),
	(4, '00000004', 'secret ', 'redirect_uri %s'),
	(5, '00000005', 'secret Zoë :name', 'redirect_uri it''s 100% sure'),
	(6, '00000006', 'secret %s', NULL),
	(7, '00000007', 'secret a "quote"', 'redirect_uri back\slash'),
	(8, '00000008', 'secret Zoë :name', 'redirect_uri alpha'),
	(9, '00000009', 'secret back\slash', 'redirect_uri 日本'),
	(10, '00000010', 'secret Zoë :name', 'redirect_uri back\slash'),
	(11, NULL, 'secret ', 'redirect_uri alpha'),
	(12, '00000012', 'secret back\slash', NULL),
	(13, NULL, 'secret back\slash', NULL),
	(14, '00000014', 'secret ', NULL),
	(15, '00000015', 'secret a "quote"', 'redirect_uri %s'),
	(16, '00000016', 'secret it''s 100% sure', 'redirect_uri it''s 100% sure'),
	(17, '00000017', NULL, 'redirect_uri '),
	(18, '00000018', 'secret two
lines', 'redirect_uri back\slash'),
	(19, NULL, 'secret back\slash', 'redirect_uri Zoë :name'),
	(20, '00000020', 'secret two
lines', 'redirect_uri '),
	(21, '00000021', 'secret back\slash', 'redirect_uri two
lines'),
	(22, '00000022', 'secret a "quote"', 'redirect_uri %s'),
	(23, NULL, 'secret ', NULL),
	(24, '00000024', 'secret it''s 100% sure', 'redirect_uri 日本');
INSERT INTO public.oauth_codes VALUES
	(1, 'client_id ', 'code it''s 100% sure', 0, 'redirect_uri 日本', NULL),
	(2, 'client_id 日本', 'code 日本', 0, 'redirect_uri Alpha', 19),
	(3, NULL, NULL, 16384, 'redirect_uri it''s 100% sure', 4),
	(4, 'client_id back\slash', NULL, NULL, NULL, 5),
	(5, 'client_id ', 'code back\slash', NULL, 'redirect_uri 日本', NULL),
	(6, 'client_id a "quote"', 'code alpha', 1, 'redirect_uri two
lines', NULL),
	(7, 'client_id it''s 100% sure', 'code Zoë :name', 16384, 'redirect_uri a "quote"', 16),
	(8, 'client_id Zoë :name', 'code %s', 0, 'redirect_uri alpha', 15),
	(9, NULL, NULL, 1, 'redirect_uri back\slash', 23),
	(10, 'client_id Zoë :name', 'code a "quote"', 1, NULL, NULL),
	(11, 'client_id Zoë :name', 'code it''s 100% sure', 16384, 'redirect_uri Zoë :name', NULL),
	(12, 'client_id ', 'code 日本', 0, 'redirect_uri Zoë :name', 18),
	(13, 'client_id %s', 'code a "quote"', 0, 'redirect_uri 日本', 22),
	(14, 'client_id Zoë :name', 'code Alpha', NULL, NULL, 14),
	(15, NULL, 'code ', NULL, 'redirect_uri two
lines', 4),
	(16, 'client_id %s', 'code %s', 1, 'redirect_uri it''s 100% sure', 24),
	(17, 'client_id alpha', 'code ', 0, NULL, 21),
	(18, 'client_id two
lines', 'code Alpha', 17, 'redirect_uri alpha', 17),
	(19, 'client_id two
lines', 'code back\slash', 16384, 'redirect_uri two
lines', 18),
	(20, NULL, 'code back\slash', 16384, 'redirect_uri Zoë :name', NULL),
	(21, 'client_id ', 'code ', 1, 'redirect_uri a "quote"', 11),
	(22, 'client_id Alpha', 'code alpha', NULL, 'redirect_uri Zoë :name', 3),
	(23, 'client_id a "quote"', 'code back\slash', 1, 'redirect_uri a "quote"', NULL),
	(24, 'client_id ', 'code Zoë :name', 1, NULL, 2);
INSERT INTO public.servers VALUES
	(1, '00000001', 'ip a "quote"', 1, NULL, 'cookie_name %s'),
	(2, '00000002', NULL, 1, NULL, 'cookie_name Zoë :name'),
	(3, '00000003', 'ip a "quote"', 16384, NULL, 'cookie_name 日本'),
	(4, '00000004', 'ip Zoë :name', 0, NULL, 'cookie_name a "quote"'),
	(5, '00000005', 'ip a "quote"', NULL, 'base_url %s', 'cookie_name '),
	(6, '00000006', 'ip a "quote"', 16384, NULL, 'cookie_name alpha'),
	(7, '00000007', NULL, NULL, 'base_url ', 'cookie_name it''s 100% sure'),
	(8, NULL, 'ip two
lines', NULL, NULL, 'cookie_name %s'),
	(9, '00000009', 'ip it''s 100% sure', NULL, 'base_url ', 'cookie_name it''s 100% sure'),
	(10, '00000010', 'ip %s', 0, 'base_url Zoë :name', 'cookie_name 日本'),
	(11, '00000011', 'ip 日本', 10, NULL, 'cookie_name back\slash'),
	(12, '00000012', 'ip a "quote"', NULL, 'base_url two
lines', 'cookie_name '),
	(13, NULL, 'ip alpha', 12, NULL, 'cookie_name Zoë :name'),
	(14, NULL, NULL, 0, 'base_url alpha', 'cookie_name 日本'),
	(15, '00000015', 'ip a "quote"', 1, NULL, NULL),
	(16, '00000016', 'ip %s', 0, 'base_url Alpha', 'cookie_name '),
	(17, NULL, 'ip 日本', NULL, 'base_url it''s 100% sure', 'cookie_name '),
	(18, '00000018', 'ip Zoë :name', 0, NULL, NULL),
	(19, '00000019', 'ip two
lines', 0, 'base_url alpha', 'cookie_name alpha'),
	(20, '00000020', 'ip Zoë :name', 0, 'base_url Alpha', 'cookie_name two
lines'),
	(21, '00000021', 'ip a "quote"', 0, 'base_url back\slash', 'cookie_name Zoë :name'),
	(22, '00000022', NULL, 0, NULL, 'cookie_name 日本'),
	(23, '00000023', NULL, 22, 'base_url alpha', 'cookie_name a "quote"'),
	(24, '00000024', 'ip two
lines', 16384, NULL, 'cookie_name Zoë :name');
INSERT INTO public.services VALUES
	(1, '00000001', false, 7, 1),
	(2, '00000002', true, 3, NULL),
	(3, '00000003', false, 8, 16384),
	(4, '00000004', false, NULL, 3),
	(5, '00000005', true, 18, 0),
	(6, '00000006', true, 5, 0),
	(7, '00000007', true, 24, 6),
	(8, '00000008', false, 7, 16384),
	(9, '00000009', true, NULL, 0),
	(10, '00000010', true, 17, 9),
	(11, NULL, NULL, NULL, 1),
	(12, NULL, true, 13, 16384),
	(13, '00000013', true, 13, NULL),
	(14, '00000014', true, NULL, 1),
	(15, '00000015', false, 8, 0),
	(16, '00000016', NULL, 21, 15),
	(17, NULL, false, 4, 16384),
	(18, NULL, false, 3, 1),
	(19, NULL, false, NULL, NULL),
	(20, '00000020', true, 3, NULL),
	(21, '00000021', NULL, 9, 20),
	(22, NULL, false, 3, NULL),
	(23, '00000023', true, NULL, 0),
	(24, '00000024', NULL, 8, NULL);
INSERT INTO public.spawners VALUES
	(1, NULL, 9, '{"row": 0, "text": "it''s"}', NULL, '2019-03-01 08:30:15.12'),
	(2, 14, 21, '{"row": 1, "text": "it''s"}', 'name 日本', NULL),
	(3, 3, 9, '{"row": 2, "text": "it''s"}', 'name 日本', NULL),
	(4, 21, 23, NULL, 'name Alpha', '2019-03-05 05:30:15.12'),
	(5, 9, NULL, NULL, 'name it''s 100% sure', '2019-03-06 12:30:15.12'),
	(6, 20, 7, '{"row": 5, "text": "it''s"}', 'name it''s 100% sure', '2019-03-07 19:30:15.12'),
	(7, NULL, 5, '{"row": 6, "text": "it''s"}', 'name %s', '2019-03-09 02:30:15.12'),
	(8, NULL, NULL, '{"row": 7, "text": "it''s"}', 'name back\slash', NULL),
	(9, 3, 11, '{"row": 8, "text": "it''s"}', NULL, '2019-03-11 16:30:15.12'),
	(10, 23, 17, '{"row": 9, "text": "it''s"}', 'name a "quote"', '2019-03-12 23:30:15.12'),
	(11, NULL, 21, '{"row": 10, "text": "it''s"}', 'name Alpha', NULL),
	(12, NULL, 12, '{"row": 11, "text": "it''s"}', 'name alpha', '2019-03-15 13:30:15.12'),
	(13, 20, NULL, '{"row": 12, "text": "it''s"}', 'name back\slash', '2019-03-16 20:30:15.12'),
	(14, 9, 9, '{"row": 13, "text": "it''s"}', NULL, '2019-03-18 03:30:15.12'),
	(15, 21, 5, '{"row": 14, "text": "it''s"}', 'name Alpha', '2019-03-19 10:30:15.12'),
	(16, 11, NULL, '{"row": 15, "text": "it''s"}', 'name ', '2019-03-20 17:30:15.12'),
	(17, 4, 17, '{"row": 16, "text": "it''s"}', 'name back\slash', '2019-03-22 00:30:15.12'),
	(18, 7, NULL, '{"row": 17, "text": "it''s"}', NULL, '2019-03-23 07:30:15.12'),
	(19, 1, NULL, NULL, 'name alpha', '2019-03-24 14:30:15.12'),
	(20, 4, 10, '{"row": 19, "text": "it''s"}', 'name two
lines', NULL),
	(21, 16, 6, '{"row": 20, "text": "it''s"}', 'name Alpha', '2019-03-27 04:30:15.12'),
	(22, 13, 7, NULL, 'name %s', '2019-03-28 11:30:15.12'),
	(23, 23, NULL, '{"row": 22, "text": "it''s"}', NULL, '2019-03-29 18:30:15.12'),
	(24, 19, 9, NULL, 'name Alpha', '2019-03-31 01:30:15.12');
INSERT INTO public.user_group_map VALUES
	(18, 12),
	(7, 21),
	(9, 6),
	(18, 19),
	(24, 2),
	(8, 19),
	(10, 6),
	(13, 8),
	(1, 9),
	(17, 23),
	(23, 13),
	(13, 21),
	(3, 20),
	(5, 15),
	(22, 14),
	(2, 15),
	(5, 3),
	(8, 16),
	(23, 17),
	(17, 11),
	(15, 4),
	(16, 13),
	(2, 17),
	(20, 16);
INSERT INTO public.users VALUES
	(1, '00000001', NULL, '2019-03-01 08:30:15.12', '00000001', '{"row": 0, "text": "it''s"}', '\x0000ff27'),
	(2, '00000002', false, '2019-03-02 15:30:15.12', '00000002', '{"row": 1, "text": "it''s"}', '\x0100ff27'),
	(3, '00000003', false, NULL, '00000003', '{"row": 2, "text": "it''s"}', '\x0200ff27'),
	(4, NULL, false, '2019-03-05 05:30:15.12', '00000004', NULL, NULL),
	(5, '00000005', true, '2019-03-06 12:30:15.12', '00000005', '{"row": 4, "text": "it''s"}', '\x0400ff27'),
	(6, NULL, false, '2019-03-07 19:30:15.12', '00000006', '{"row": 5, "text": "it''s"}', '\x0500ff27'),
	(7, '00000007', true, '2019-03-09 02:30:15.12', '00000007', '{"row": 6, "text": "it''s"}', '\x0600ff27'),
	(8, '00000008', true, '2019-03-10 09:30:15.12', '00000008', '{"row": 7, "text": "it''s"}', '\x0700ff27'),
	(9, '00000009', false, NULL, '00000009', '{"row": 8, "text": "it''s"}', '\x0800ff27'),
	(10, '00000010', true, NULL, '00000010', NULL, '\x0900ff27'),
	(11, '00000011', false, '2019-03-14 06:30:15.12', '00000011', NULL, '\x0a00ff27'),
	(12, '00000012', NULL, '2019-03-15 13:30:15.12', '00000012', '{"row": 11, "text": "it''s"}', '\x0b00ff27'),
	(13, '00000013', false, '2019-03-16 20:30:15.12', '00000013', '{"row": 12, "text": "it''s"}', '\x0c00ff27'),
	(14, NULL, NULL, '2019-03-18 03:30:15.12', '00000014', NULL, '\x0d00ff27'),
	(15, NULL, false, '2019-03-19 10:30:15.12', '00000015', '{"row": 14, "text": "it''s"}', '\x0e00ff27'),
	(16, '00000016', false, '2019-03-20 17:30:15.12', '00000016', NULL, '\x0f00ff27'),
	(17, '00000017', false, NULL, '00000017', '{"row": 16, "text": "it''s"}', NULL),
	(18, '00000018', false, '2019-03-23 07:30:15.12', '00000018', '{"row": 17, "text": "it''s"}', '\x1100ff27'),
	(19, '00000019', false, NULL, '00000019', '{"row": 18, "text": "it''s"}', '\x1200ff27'),
	(20, '00000020', true, '2019-03-25 21:30:15.12', '00000020', '{"row": 19, "text": "it''s"}', NULL),
	(21, '00000021', false, '2019-03-27 04:30:15.12', '00000021', '{"row": 20, "text": "it''s"}', '\x1400ff27'),
	(22, '00000022', false, '2019-03-28 11:30:15.12', '00000022', '{"row": 21, "text": "it''s"}', '\x1500ff27'),
	(23, NULL, false, '2019-03-29 18:30:15.12', '00000023', '{"row": 22, "text": "it''s"}', '\x1600ff27'),
	(24, NULL, true, '2019-03-31 01:30:15.12', '00000024', '{"row": 23, "text": "it''s"}', '\x1700ff27');
SELECT pg_catalog.setval('public.api_tokens_id_seq', 24, true);
SELECT pg_catalog.setval('public.groups_id_seq', 24, true);
SELECT pg_catalog.setval('public.oauth_access_tokens_id_seq', 24, true);
SELECT pg_catalog.setval('public.oauth_clients_id_seq', 24, true);
SELECT pg_catalog.setval('public.oauth_codes_id_seq', 24, true);
SELECT pg_catalog.setval('public.servers_id_seq', 24, true);
SELECT pg_catalog.setval('public.services_id_seq', 24, true);
SELECT pg_catalog.setval('public.spawners_id_seq', 24, true);
SELECT pg_catalog.setval('public.users_id_seq', 24, true);
ALTER TABLE ONLY public.api_tokens
    ADD CONSTRAINT api_tokens_hashed_key UNIQUE (hashed);
ALTER TABLE ONLY public.api_tokens
    ADD CONSTRAINT api_tokens_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.groups
    ADD CONSTRAINT groups_name_key UNIQUE (name);
ALTER TABLE ONLY public.groups
    ADD CONSTRAINT groups_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.oauth_access_tokens
    ADD CONSTRAINT oauth_access_tokens_hashed_key UNIQUE (hashed);
ALTER TABLE ONLY public.oauth_access_tokens
    ADD CONSTRAINT oauth_access_tokens_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.oauth_clients
    ADD CONSTRAINT oauth_clients_identifier_key UNIQUE (identifier);
ALTER TABLE ONLY public.oauth_clients
    ADD CONSTRAINT oauth_clients_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.oauth_codes
    ADD CONSTRAINT oauth_codes_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.servers
    ADD CONSTRAINT servers_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.services
    ADD CONSTRAINT services_name_key UNIQUE (name);
ALTER TABLE ONLY public.services
    ADD CONSTRAINT services_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.spawners
    ADD CONSTRAINT spawners_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.user_group_map
    ADD CONSTRAINT user_group_map_pkey PRIMARY KEY (user_id, group_id);
ALTER TABLE ONLY public.users
    ADD CONSTRAINT users_cookie_id_key UNIQUE (cookie_id);
ALTER TABLE ONLY public.users
    ADD CONSTRAINT users_name_key UNIQUE (name);
ALTER TABLE ONLY public.users
    ADD CONSTRAINT users_pkey PRIMARY KEY (id);
CREATE INDEX ix_api_tokens_prefix ON public.api_tokens USING btree (prefix);
CREATE INDEX ix_oauth_access_tokens_prefix ON public.oauth_access_tokens USING btree (prefix);
ALTER TABLE ONLY public.api_tokens
    ADD CONSTRAINT api_tokens_service_id_fkey FOREIGN KEY (service_id) REFERENCES public.services(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.api_tokens
    ADD CONSTRAINT api_tokens_user_id_fkey FOREIGN KEY (user_id) REFERENCES public.users(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.oauth_access_tokens
    ADD CONSTRAINT oauth_access_tokens_user_id_fkey FOREIGN KEY (user_id) REFERENCES public.users(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.oauth_codes
    ADD CONSTRAINT oauth_codes_user_id_fkey FOREIGN KEY (user_id) REFERENCES public.users(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.services
    ADD CONSTRAINT services__server_id_fkey FOREIGN KEY (_server_id) REFERENCES public.servers(id) ON DELETE SET NULL;
ALTER TABLE ONLY public.spawners
    ADD CONSTRAINT spawners_server_id_fkey FOREIGN KEY (server_id) REFERENCES public.servers(id) ON DELETE SET NULL;
ALTER TABLE ONLY public.spawners
    ADD CONSTRAINT spawners_user_id_fkey FOREIGN KEY (user_id) REFERENCES public.users(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.user_group_map
    ADD CONSTRAINT user_group_map_group_id_fkey FOREIGN KEY (group_id) REFERENCES public.groups(id);
ALTER TABLE ONLY public.user_group_map
    ADD CONSTRAINT user_group_map_user_id_fkey FOREIGN KEY (user_id) REFERENCES public.users(id);
