CREATE TABLE public.api_tokens (
    user_id integer,
    service_id integer,
    id integer NOT NULL,
    hashed character varying(255),
    prefix character varying(16),
    client_id character varying(255),
    session_id character varying(255),
    created timestamp without time zone,
    expires_at timestamp without time zone,
    last_activity timestamp without time zone,
    note character varying(1023),
    scopes text
);
CREATE SEQUENCE public.api_tokens_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.api_tokens_id_seq OWNED BY public.api_tokens.id;
CREATE TABLE public.group_role_map (
    group_id integer NOT NULL,
    role_id integer NOT NULL,
    managed_by_auth boolean NOT NULL
);
CREATE TABLE public.groups (
    id integer NOT NULL,
    name character varying(255),
    properties text
);
CREATE SEQUENCE public.groups_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.groups_id_seq OWNED BY public.groups.id;
CREATE TABLE public.oauth_clients (
    id integer NOT NULL,
    identifier character varying(255),
    description character varying(1023),
    secret character varying(255),
    redirect_uri character varying(1023),
    allowed_scopes text
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
    session_id character varying(255),
    user_id integer,
    scopes text,
    code_challenge character varying(255),
    code_challenge_method character varying(64)
);
CREATE SEQUENCE public.oauth_codes_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.oauth_codes_id_seq OWNED BY public.oauth_codes.id;
CREATE TABLE public.roles (
    id integer NOT NULL,
    name character varying(255),
    description character varying(1023),
    scopes text,
    managed_by_auth boolean NOT NULL
);
CREATE SEQUENCE public.roles_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.roles_id_seq OWNED BY public.roles.id;
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
CREATE TABLE public.service_role_map (
    service_id integer NOT NULL,
    role_id integer NOT NULL,
    managed_by_auth boolean NOT NULL
);
CREATE TABLE public.services (
    id integer NOT NULL,
    name character varying(255),
    admin boolean,
    url character varying(2047),
    oauth_client_allowed_scopes text,
    info text,
    display boolean,
    oauth_no_confirm boolean,
    command text,
    cwd character varying(4095),
    environment text,
    "user" character varying(255),
    timeout integer NOT NULL,
    from_config boolean,
    _server_id integer,
    pid integer,
    oauth_client_id character varying(255)
);
CREATE SEQUENCE public.services_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.services_id_seq OWNED BY public.services.id;
CREATE TABLE public.share_codes (
    hashed character varying(255),
    prefix character varying(16),
    exchange_count integer,
    last_exchanged_at timestamp without time zone,
    id integer NOT NULL,
    created_at timestamp without time zone NOT NULL,
    scopes text,
    expires_at timestamp without time zone,
    owner_id integer,
    spawner_id integer
);
CREATE SEQUENCE public.share_codes_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.share_codes_id_seq OWNED BY public.share_codes.id;
CREATE TABLE public.shares (
    user_id integer,
    group_id integer,
    id integer NOT NULL,
    created_at timestamp without time zone NOT NULL,
    scopes text,
    expires_at timestamp without time zone,
    owner_id integer,
    spawner_id integer
);
CREATE SEQUENCE public.shares_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.shares_id_seq OWNED BY public.shares.id;
CREATE TABLE public.spawners (
    id integer NOT NULL,
    user_id integer,
    server_id integer,
    state text,
    name character varying(255),
    display_name character varying(255),
    started timestamp without time zone,
    last_activity timestamp without time zone,
    user_options text,
    oauth_client_id character varying(255)
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
CREATE TABLE public.user_role_map (
    user_id integer NOT NULL,
    role_id integer NOT NULL,
    managed_by_auth boolean NOT NULL
);
CREATE TABLE public.users (
    id integer NOT NULL,
    name character varying(255),
    user_info text,
    admin boolean,
    created timestamp without time zone,
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
ALTER TABLE ONLY public.oauth_clients ALTER COLUMN id SET DEFAULT nextval('public.oauth_clients_id_seq'::regclass);
ALTER TABLE ONLY public.oauth_codes ALTER COLUMN id SET DEFAULT nextval('public.oauth_codes_id_seq'::regclass);
ALTER TABLE ONLY public.roles ALTER COLUMN id SET DEFAULT nextval('public.roles_id_seq'::regclass);
ALTER TABLE ONLY public.servers ALTER COLUMN id SET DEFAULT nextval('public.servers_id_seq'::regclass);
ALTER TABLE ONLY public.services ALTER COLUMN id SET DEFAULT nextval('public.services_id_seq'::regclass);
ALTER TABLE ONLY public.share_codes ALTER COLUMN id SET DEFAULT nextval('public.share_codes_id_seq'::regclass);
ALTER TABLE ONLY public.shares ALTER COLUMN id SET DEFAULT nextval('public.shares_id_seq'::regclass);
ALTER TABLE ONLY public.spawners ALTER COLUMN id SET DEFAULT nextval('public.spawners_id_seq'::regclass);
ALTER TABLE ONLY public.users ALTER COLUMN id SET DEFAULT nextval('public.users_id_seq'::regclass);
SELECT pg_catalog.setval('public.api_tokens_id_seq', 1, false);
SELECT pg_catalog.setval('public.groups_id_seq', 1, false);
SELECT pg_catalog.setval('public.oauth_clients_id_seq', 1, false);
SELECT pg_catalog.setval('public.oauth_codes_id_seq', 1, false);
SELECT pg_catalog.setval('public.roles_id_seq', 1, false);
SELECT pg_catalog.setval('public.servers_id_seq', 1, false);
SELECT pg_catalog.setval('public.services_id_seq', 1, false);
SELECT pg_catalog.setval('public.share_codes_id_seq', 1, false);
SELECT pg_catalog.setval('public.shares_id_seq', 1, false);
SELECT pg_catalog.setval('public.spawners_id_seq', 1, false);
SELECT pg_catalog.setval('public.users_id_seq', 1, false);
ALTER TABLE ONLY public.api_tokens
    ADD CONSTRAINT pk_api_tokens PRIMARY KEY (id);
ALTER TABLE ONLY public.group_role_map
    ADD CONSTRAINT pk_group_role_map PRIMARY KEY (group_id, role_id);
ALTER TABLE ONLY public.groups
    ADD CONSTRAINT pk_groups PRIMARY KEY (id);
ALTER TABLE ONLY public.oauth_clients
    ADD CONSTRAINT pk_oauth_clients PRIMARY KEY (id);
ALTER TABLE ONLY public.oauth_codes
    ADD CONSTRAINT pk_oauth_codes PRIMARY KEY (id);
ALTER TABLE ONLY public.roles
    ADD CONSTRAINT pk_roles PRIMARY KEY (id);
ALTER TABLE ONLY public.servers
    ADD CONSTRAINT pk_servers PRIMARY KEY (id);
ALTER TABLE ONLY public.service_role_map
    ADD CONSTRAINT pk_service_role_map PRIMARY KEY (service_id, role_id);
ALTER TABLE ONLY public.services
    ADD CONSTRAINT pk_services PRIMARY KEY (id);
ALTER TABLE ONLY public.share_codes
    ADD CONSTRAINT pk_share_codes PRIMARY KEY (id);
ALTER TABLE ONLY public.shares
    ADD CONSTRAINT pk_shares PRIMARY KEY (id);
ALTER TABLE ONLY public.spawners
    ADD CONSTRAINT pk_spawners PRIMARY KEY (id);
ALTER TABLE ONLY public.user_group_map
    ADD CONSTRAINT pk_user_group_map PRIMARY KEY (user_id, group_id);
ALTER TABLE ONLY public.user_role_map
    ADD CONSTRAINT pk_user_role_map PRIMARY KEY (user_id, role_id);
ALTER TABLE ONLY public.users
    ADD CONSTRAINT pk_users PRIMARY KEY (id);
ALTER TABLE ONLY public.api_tokens
    ADD CONSTRAINT uq_api_tokens_hashed UNIQUE (hashed);
ALTER TABLE ONLY public.groups
    ADD CONSTRAINT uq_groups_name UNIQUE (name);
ALTER TABLE ONLY public.oauth_clients
    ADD CONSTRAINT uq_oauth_clients_identifier UNIQUE (identifier);
ALTER TABLE ONLY public.roles
    ADD CONSTRAINT uq_roles_name UNIQUE (name);
ALTER TABLE ONLY public.services
    ADD CONSTRAINT uq_services_name UNIQUE (name);
ALTER TABLE ONLY public.share_codes
    ADD CONSTRAINT uq_share_codes_hashed UNIQUE (hashed);
ALTER TABLE ONLY public.users
    ADD CONSTRAINT uq_users_cookie_id UNIQUE (cookie_id);
ALTER TABLE ONLY public.users
    ADD CONSTRAINT uq_users_name UNIQUE (name);
CREATE INDEX ix_api_tokens_prefix ON public.api_tokens USING btree (prefix);
CREATE INDEX ix_share_codes_prefix ON public.share_codes USING btree (prefix);
ALTER TABLE ONLY public.api_tokens
    ADD CONSTRAINT fk_api_tokens_client_id_oauth_clients FOREIGN KEY (client_id) REFERENCES public.oauth_clients(identifier) ON DELETE CASCADE;
ALTER TABLE ONLY public.api_tokens
    ADD CONSTRAINT fk_api_tokens_service_id_services FOREIGN KEY (service_id) REFERENCES public.services(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.api_tokens
    ADD CONSTRAINT fk_api_tokens_user_id_users FOREIGN KEY (user_id) REFERENCES public.users(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.group_role_map
    ADD CONSTRAINT fk_group_role_map_group_id_groups FOREIGN KEY (group_id) REFERENCES public.groups(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.group_role_map
    ADD CONSTRAINT fk_group_role_map_role_id_roles FOREIGN KEY (role_id) REFERENCES public.roles(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.oauth_codes
    ADD CONSTRAINT fk_oauth_codes_client_id_oauth_clients FOREIGN KEY (client_id) REFERENCES public.oauth_clients(identifier) ON DELETE CASCADE;
ALTER TABLE ONLY public.oauth_codes
    ADD CONSTRAINT fk_oauth_codes_user_id_users FOREIGN KEY (user_id) REFERENCES public.users(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.service_role_map
    ADD CONSTRAINT fk_service_role_map_role_id_roles FOREIGN KEY (role_id) REFERENCES public.roles(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.service_role_map
    ADD CONSTRAINT fk_service_role_map_service_id_services FOREIGN KEY (service_id) REFERENCES public.services(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.services
    ADD CONSTRAINT fk_services__server_id_servers FOREIGN KEY (_server_id) REFERENCES public.servers(id) ON DELETE SET NULL;
ALTER TABLE ONLY public.services
    ADD CONSTRAINT fk_services_oauth_client_id_oauth_clients FOREIGN KEY (oauth_client_id) REFERENCES public.oauth_clients(identifier) ON DELETE SET NULL;
ALTER TABLE ONLY public.share_codes
    ADD CONSTRAINT fk_share_codes_owner_id_users FOREIGN KEY (owner_id) REFERENCES public.users(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.share_codes
    ADD CONSTRAINT fk_share_codes_spawner_id_spawners FOREIGN KEY (spawner_id) REFERENCES public.spawners(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.shares
    ADD CONSTRAINT fk_shares_group_id_groups FOREIGN KEY (group_id) REFERENCES public.groups(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.shares
    ADD CONSTRAINT fk_shares_owner_id_users FOREIGN KEY (owner_id) REFERENCES public.users(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.shares
    ADD CONSTRAINT fk_shares_spawner_id_spawners FOREIGN KEY (spawner_id) REFERENCES public.spawners(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.shares
    ADD CONSTRAINT fk_shares_user_id_users FOREIGN KEY (user_id) REFERENCES public.users(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.spawners
    ADD CONSTRAINT fk_spawners_oauth_client_id_oauth_clients FOREIGN KEY (oauth_client_id) REFERENCES public.oauth_clients(identifier) ON DELETE SET NULL;
ALTER TABLE ONLY public.spawners
    ADD CONSTRAINT fk_spawners_server_id_servers FOREIGN KEY (server_id) REFERENCES public.servers(id) ON DELETE SET NULL;
ALTER TABLE ONLY public.spawners
    ADD CONSTRAINT fk_spawners_user_id_users FOREIGN KEY (user_id) REFERENCES public.users(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.user_group_map
    ADD CONSTRAINT fk_user_group_map_group_id_groups FOREIGN KEY (group_id) REFERENCES public.groups(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.user_group_map
    ADD CONSTRAINT fk_user_group_map_user_id_users FOREIGN KEY (user_id) REFERENCES public.users(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.user_role_map
    ADD CONSTRAINT fk_user_role_map_role_id_roles FOREIGN KEY (role_id) REFERENCES public.roles(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.user_role_map
    ADD CONSTRAINT fk_user_role_map_user_id_users FOREIGN KEY (user_id) REFERENCES public.users(id) ON DELETE CASCADE;
