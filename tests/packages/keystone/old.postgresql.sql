CREATE TYPE public.entity_type AS ENUM (
    'user',
    'group'
);
CREATE TYPE public.type AS ENUM (
    'UserProject',
    'GroupProject',
    'UserDomain',
    'GroupDomain'
);
CREATE TABLE public.access_token (
    id character varying(64) NOT NULL,
    access_secret character varying(64) NOT NULL,
    authorizing_user_id character varying(64) NOT NULL,
    project_id character varying(64) NOT NULL,
    role_ids text NOT NULL,
    consumer_id character varying(64) NOT NULL,
    expires_at character varying(64)
);
CREATE TABLE public.application_credential (
    internal_id integer NOT NULL,
    id character varying(64) NOT NULL,
    name character varying(255) NOT NULL,
    secret_hash character varying(255) NOT NULL,
    description text,
    user_id character varying(64) NOT NULL,
    project_id character varying(64),
    system character varying(64),
    expires_at bigint,
    unrestricted boolean
);
CREATE SEQUENCE public.application_credential_internal_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.application_credential_internal_id_seq OWNED BY public.application_credential.internal_id;
CREATE TABLE public.application_credential_role (
    application_credential_id integer NOT NULL,
    role_id character varying(64) NOT NULL
);
CREATE TABLE public.assignment (
    type public.type NOT NULL,
    actor_id character varying(64) NOT NULL,
    target_id character varying(64) NOT NULL,
    role_id character varying(64) NOT NULL,
    inherited boolean NOT NULL
);
CREATE TABLE public.config_register (
    type character varying(64) NOT NULL,
    domain_id character varying(64) NOT NULL
);
CREATE TABLE public.consumer (
    id character varying(64) NOT NULL,
    description character varying(64),
    secret character varying(64) NOT NULL,
    extra text NOT NULL
);
CREATE TABLE public.credential (
    id character varying(64) NOT NULL,
    user_id character varying(64) NOT NULL,
    project_id character varying(64),
    encrypted_blob text,
    type character varying(255) NOT NULL,
    key_hash character varying(64),
    extra text
);
CREATE TABLE public.endpoint (
    id character varying(64) NOT NULL,
    legacy_endpoint_id character varying(64),
    interface character varying(8) NOT NULL,
    region_id character varying(255),
    service_id character varying(64) NOT NULL,
    url text NOT NULL,
    enabled boolean DEFAULT true NOT NULL,
    extra text
);
CREATE TABLE public.endpoint_group (
    id character varying(64) NOT NULL,
    name character varying(255) NOT NULL,
    description text,
    filters text NOT NULL
);
CREATE TABLE public.federated_user (
    id integer NOT NULL,
    user_id character varying(64),
    idp_id character varying(64),
    protocol_id character varying(64) NOT NULL,
    unique_id character varying(255) NOT NULL,
    display_name character varying(255)
);
CREATE SEQUENCE public.federated_user_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.federated_user_id_seq OWNED BY public.federated_user.id;
CREATE TABLE public.federation_protocol (
    id character varying(64) NOT NULL,
    idp_id character varying(64) NOT NULL,
    mapping_id character varying(64) NOT NULL
);
CREATE TABLE public."group" (
    id character varying(64) NOT NULL,
    name character varying(64) NOT NULL,
    domain_id character varying(64) NOT NULL,
    description text,
    extra text
);
CREATE TABLE public.id_mapping (
    public_id character varying(64) NOT NULL,
    domain_id character varying(64) NOT NULL,
    local_id character varying(64) NOT NULL,
    entity_type public.entity_type NOT NULL
);
CREATE TABLE public.identity_provider (
    id character varying(64) NOT NULL,
    domain_id character varying(64) NOT NULL,
    enabled boolean NOT NULL,
    description text
);
CREATE TABLE public.idp_remote_ids (
    idp_id character varying(64),
    remote_id character varying(255) NOT NULL
);
CREATE TABLE public.implied_role (
    prior_role_id character varying(64) NOT NULL,
    implied_role_id character varying(64) NOT NULL
);
CREATE TABLE public."limit" (
    id character varying(64) NOT NULL,
    project_id character varying(64),
    service_id character varying(255),
    region_id character varying(64),
    resource_name character varying(255),
    resource_limit integer NOT NULL
);
CREATE TABLE public.local_user (
    id integer NOT NULL,
    user_id character varying(64),
    domain_id character varying(64) NOT NULL,
    name character varying(255) NOT NULL,
    failed_auth_count integer,
    failed_auth_at timestamp without time zone
);
CREATE SEQUENCE public.local_user_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.local_user_id_seq OWNED BY public.local_user.id;
CREATE TABLE public.mapping (
    id character varying(64) NOT NULL,
    rules text NOT NULL
);
CREATE TABLE public.nonlocal_user (
    domain_id character varying(64) NOT NULL,
    name character varying(255) NOT NULL,
    user_id character varying(64)
);
CREATE TABLE public.password (
    id integer NOT NULL,
    local_user_id integer,
    password character varying(128),
    password_hash character varying(255),
    created_at timestamp without time zone NOT NULL,
    expires_at timestamp without time zone,
    created_at_int bigint NOT NULL,
    expires_at_int bigint,
    self_service boolean DEFAULT false NOT NULL
);
CREATE SEQUENCE public.password_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.password_id_seq OWNED BY public.password.id;
CREATE TABLE public.policy (
    id character varying(64) NOT NULL,
    blob text NOT NULL,
    type character varying(255) NOT NULL,
    extra text
);
CREATE TABLE public.policy_association (
    id character varying(64) NOT NULL,
    policy_id character varying(64) NOT NULL,
    endpoint_id character varying(64),
    service_id character varying(64),
    region_id character varying(64)
);
CREATE TABLE public.project (
    id character varying(64) NOT NULL,
    name character varying(64) NOT NULL,
    domain_id character varying(64) NOT NULL,
    description text,
    enabled boolean,
    extra text,
    parent_id character varying(64),
    is_domain boolean DEFAULT false NOT NULL
);
CREATE TABLE public.project_endpoint (
    endpoint_id character varying(64) NOT NULL,
    project_id character varying(64) NOT NULL
);
CREATE TABLE public.project_endpoint_group (
    endpoint_group_id character varying(64) NOT NULL,
    project_id character varying(64) NOT NULL
);
CREATE TABLE public.project_tag (
    project_id character varying(64) NOT NULL,
    name character varying(255) NOT NULL
);
CREATE TABLE public.region (
    id character varying(255) NOT NULL,
    description character varying(255) NOT NULL,
    parent_region_id character varying(255),
    extra text
);
CREATE TABLE public.registered_limit (
    id character varying(64) NOT NULL,
    service_id character varying(255),
    region_id character varying(64),
    resource_name character varying(255),
    default_limit integer NOT NULL
);
CREATE TABLE public.request_token (
    id character varying(64) NOT NULL,
    request_secret character varying(64) NOT NULL,
    verifier character varying(64),
    authorizing_user_id character varying(64),
    requested_project_id character varying(64) NOT NULL,
    role_ids text,
    consumer_id character varying(64) NOT NULL,
    expires_at character varying(64)
);
CREATE TABLE public.revocation_event (
    id integer NOT NULL,
    domain_id character varying(64),
    project_id character varying(64),
    user_id character varying(64),
    role_id character varying(64),
    trust_id character varying(64),
    consumer_id character varying(64),
    access_token_id character varying(64),
    issued_before timestamp without time zone NOT NULL,
    expires_at timestamp without time zone,
    revoked_at timestamp without time zone NOT NULL,
    audit_id character varying(32),
    audit_chain_id character varying(32)
);
CREATE SEQUENCE public.revocation_event_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.revocation_event_id_seq OWNED BY public.revocation_event.id;
CREATE TABLE public.role (
    id character varying(64) NOT NULL,
    name character varying(255) NOT NULL,
    domain_id character varying(64) DEFAULT '<<null>>'::character varying NOT NULL,
    extra text
);
CREATE TABLE public.sensitive_config (
    domain_id character varying(64) NOT NULL,
    "group" character varying(255) NOT NULL,
    option character varying(255) NOT NULL,
    value text NOT NULL
);
CREATE TABLE public.service (
    id character varying(64) NOT NULL,
    type character varying(255),
    enabled boolean DEFAULT true NOT NULL,
    extra text
);
CREATE TABLE public.service_provider (
    id character varying(64) NOT NULL,
    enabled boolean NOT NULL,
    description text,
    auth_url character varying(256) NOT NULL,
    sp_url character varying(256) NOT NULL,
    relay_state_prefix character varying(256) NOT NULL
);
CREATE TABLE public.system_assignment (
    type character varying(64) NOT NULL,
    actor_id character varying(64) NOT NULL,
    target_id character varying(64) NOT NULL,
    role_id character varying(64) NOT NULL,
    inherited boolean NOT NULL
);
CREATE TABLE public.token (
    id character varying(64) NOT NULL,
    expires timestamp without time zone,
    extra text,
    valid boolean NOT NULL,
    user_id character varying(64),
    trust_id character varying(64)
);
CREATE TABLE public.trust (
    id character varying(64) NOT NULL,
    trustor_user_id character varying(64) NOT NULL,
    trustee_user_id character varying(64) NOT NULL,
    project_id character varying(64),
    impersonation boolean NOT NULL,
    deleted_at timestamp without time zone,
    expires_at timestamp without time zone,
    expires_at_int bigint,
    remaining_uses integer,
    extra text
);
CREATE TABLE public.trust_role (
    trust_id character varying(64) NOT NULL,
    role_id character varying(64) NOT NULL
);
CREATE TABLE public."user" (
    id character varying(64) NOT NULL,
    domain_id character varying(64) NOT NULL,
    enabled boolean,
    extra text,
    default_project_id character varying(64),
    created_at timestamp without time zone,
    last_active_at date
);
CREATE TABLE public.user_group_membership (
    user_id character varying(64) NOT NULL,
    group_id character varying(64) NOT NULL
);
CREATE TABLE public.user_option (
    user_id character varying(64) NOT NULL,
    option_id character varying(4) NOT NULL,
    option_value text
);
CREATE TABLE public.whitelisted_config (
    domain_id character varying(64) NOT NULL,
    "group" character varying(255) NOT NULL,
    option character varying(255) NOT NULL,
    value text NOT NULL
);
ALTER TABLE ONLY public.application_credential ALTER COLUMN internal_id SET DEFAULT nextval('public.application_credential_internal_id_seq'::regclass);
ALTER TABLE ONLY public.federated_user ALTER COLUMN id SET DEFAULT nextval('public.federated_user_id_seq'::regclass);
ALTER TABLE ONLY public.local_user ALTER COLUMN id SET DEFAULT nextval('public.local_user_id_seq'::regclass);
ALTER TABLE ONLY public.password ALTER COLUMN id SET DEFAULT nextval('public.password_id_seq'::regclass);
ALTER TABLE ONLY public.revocation_event ALTER COLUMN id SET DEFAULT nextval('public.revocation_event_id_seq'::regclass);
INSERT INTO public.access_token VALUES
	('00000001', 'access_secret 日本', 'authorizing_user_id 日本', 'project_id 日本', 'role_ids alpha', '00000012', NULL),
	('00000002', 'access_secret it''s 100% sure', 'authorizing_user_id ', 'project_id Zoë :name', 'role_ids a "quote"', '00000005', 'expires_at %s'),
	('00000003', 'access_secret a "quote"', 'authorizing_user_id ', 'project_id it''s 100% sure', 'role_ids ', '00000004', 'expires_at it''s 100% sure'),
	('00000004', 'access_secret a "quote"', 'authorizing_user_id it''s 100% sure', 'project_id back\slash', 'role_ids 日本', '00000008', 'expires_at two
lines'),
	('00000005', 'access_secret ', 'authorizing_user_id it''s 100% sure', 'project_id 日本', 'role_ids a "quote"', '00000022', 'expires_at a "quote"'),
	('00000006', 'access_secret Zoë :name', 'authorizing_user_id Zoë :name', 'project_id alpha', 'role_ids it''s 100% sure', '00000005', 'expires_at %s'),
	('00000007', 'access_secret a "quote"', 'authorizing_user_id two
lines', 'project_id a "quote"', 'role_ids Zoë :name', '00000008', NULL),
	('00000008', 'access_secret two
lines', 'authorizing_user_id Alpha', 'project_id two
lines', 'role_ids %s', '00000023', 'expires_at back\slash'),
	('00000009', 'access_secret ', 'authorizing_user_id 日本', 'project_id Zoë :name', 'role_ids it''s 100% sure', '00000015', 'expires_at it''s 100% sure'),
	('00000010', 'access_secret Zoë :name', 'authorizing_user_id 日本', 'project_id a "quote"', 'role_ids back\slash', '00000010', 'expires_at two
lines'),
	('00000011', 'access_secret back\slash', 'authorizing_user_id a "quote"', 'project_id Zoë :name', 'role_ids a "quote"', '00000023', 'expires_at '),
	('00000012', 'access_secret 日本', 'authorizing_user_id a "quote"', 'project_id two
lines', 'role_ids Zoë :name', '00000014', 'expires_at Alpha'),
	('00000013', 'access_secret ', 'authorizing_user_id it''s 100% sure', 'project_id a "quote"', 'role_ids alpha', '00000020', 'expires_at '),
	('00000014', 'access_secret 日本', 'authorizing_user_id a "quote"', 'project_id Zoë :name', 'role_ids Alpha', '00000002', 'expires_at two
lines'),
	('00000015', 'access_secret %s', 'authorizing_user_id %s', 'project_id %s', 'role_ids Alpha', '00000015', 'expires_at %s'),
	('00000016', 'access_secret Zoë :name', 'authorizing_user_id two
lines', 'project_id two
lines', 'role_ids 日本', '00000019', 'expires_at 日本'),
	('00000017', 'access_secret %s', 'authorizing_user_id Zoë :name', 'project_id back\slash', 'role_ids back\slash', '00000017', 'expires_at Zoë :name'),
	('00000018', 'access_secret ', 'authorizing_user_id 日本', 'project_id two
lines', 'role_ids alpha', '00000018', 'expires_at Zoë :name'),
	('00000019', 'access_secret two
lines', 'authorizing_user_id a "quote"', 'project_id alpha', 'role_ids Alpha', '00000005', 'expires_at a "quote"'),
	('00000020', 'access_secret Alpha', 'authorizing_user_id 日本', 'project_id %s', 'role_ids 日本', '00000017', NULL),
	('00000021', 'access_secret back\slash', 'authorizing_user_id ', 'project_id back\slash', 'role_ids a "quote"', '00000020', 'expires_at Zoë :name'),
	('00000022', 'access_secret Alpha', 'authorizing_user_id %s', 'project_id ', 'role_ids a "quote"', '00000001', 'expires_at back\slash'),
	('00000023', 'access_secret back\slash', 'authorizing_user_id 日本', 'project_id %s', 'role_ids alpha', '00000007', 'expires_at %s'),
	('00000024', 'access_secret %s', 'authorizing_user_id ', 'project_id ', 'role_ids Zoë :name', '00000008', 'expires_at Alpha');
INSERT INTO public.application_credential VALUES
	(1, 'id it''s 100% sure', '00000001', 'secret_hash back\slash', NULL, '00000001', NULL, NULL, 0, false),
	(2, 'id alpha', '00000002', 'secret_hash 日本', 'description Zoë :name', '00000002', 'project_id 日本', 'system two
lines', 1, NULL),
	(3, 'id alpha', '00000003', 'secret_hash ', 'description a "quote"', '00000003', 'project_id 日本', 'system two
lines', 0, true),
	(4, 'id two
lines', '00000004', 'secret_hash 日本', 'description it''s 100% sure', '00000004', NULL, 'system back\slash', 3, true),
	(5, 'id Zoë :name', '00000005', 'secret_hash ', NULL, '00000005', 'project_id Zoë :name', 'system Alpha', NULL, true),
	(6, 'id Alpha', '00000006', 'secret_hash ', 'description alpha', '00000006', NULL, 'system Zoë :name', 1, true),
	(7, 'id it''s 100% sure', '00000007', 'secret_hash ', NULL, '00000007', 'project_id 日本', NULL, 1, NULL),
	(8, 'id %s', '00000008', 'secret_hash Alpha', 'description it''s 100% sure', '00000008', 'project_id a "quote"', 'system ', 1, false),
	(9, 'id ', '00000009', 'secret_hash ', NULL, '00000009', 'project_id 日本', NULL, 0, true),
	(10, 'id Zoë :name', '00000010', 'secret_hash 日本', NULL, '00000010', 'project_id alpha', NULL, 1099511627776, NULL),
	(11, 'id 日本', '00000011', 'secret_hash a "quote"', 'description Alpha', '00000011', 'project_id alpha', 'system 日本', 1099511627776, true),
	(12, 'id alpha', '00000012', 'secret_hash %s', 'description it''s 100% sure', '00000012', 'project_id 日本', 'system %s', 11, false),
	(13, 'id Alpha', '00000013', 'secret_hash back\slash', 'description Zoë :name', '00000013', 'project_id alpha', 'system 日本', NULL, NULL),
	(14, 'id ', '00000014', 'secret_hash Zoë :name', 'description 日本', '00000014', NULL, 'system Zoë :name', NULL, false),
	(15, 'id it''s 100% sure', '00000015', 'secret_hash it''s 100% sure', 'description it''s 100% sure', '00000015', NULL, NULL, 0, false),
	(16, 'id two
lines', '00000016', 'secret_hash ', NULL, '00000016', NULL, 'system Alpha', 1, NULL),
	(17, 'id two
lines', '00000017', 'secret_hash two
lines', 'description Zoë :name', '00000017', 'project_id a "quote"', NULL, 1099511627776, false),
	(18, 'id Zoë :name', '00000018', 'secret_hash %s', 'description alpha', '00000018', NULL, 'system %s', 1, true),
	(19, 'id Alpha', '00000019', 'secret_hash two
lines', NULL, '00000019', NULL, 'system ', 1, false),
	(20, 'id it''s 100% sure', '00000020', 'secret_hash back\slash', 'description it''s 100% sure', '00000020', 'project_id Zoë :name', 'system alpha', 1, NULL),
	(21, 'id Zoë :name', '00000021', 'secret_hash Alpha', 'description Alpha', '00000021', NULL, 'system it''s 100% sure', 20, true),
	(22, 'id alpha', '00000022', 'secret_hash a "quote"', 'description %s', '00000022', 'project_id Zoë :name', 'system it''s 100% sure', 1, false),
	(23, 'id ', '00000023', 'secret_hash a "quote"', 'description 日本', '00000023', 'project_id alpha', NULL, 1, true),
	(24, 'id 日本', '00000024', 'secret_hash ', 'description ', '00000024', NULL, 'system it''s 100% sure', 1099511627776, false);
INSERT INTO public.application_credential_role VALUES
	(8, '00000001'),
	(3, '00000002'),
	(9, '00000003'),
	(12, '00000004'),
	(2, '00000005'),
	(2, '00000006'),
	(23, '00000007'),
	(3, '00000008'),
	(9, '00000009'),
	(16, '00000010'),
	(12, '00000011'),
	(3, '00000012'),
	(9, '00000013'),
	(21, '00000014'),
	(17, '00000015'),
	(1, '00000016'),
	(6, '00000017'),
	(24, '00000018'),
	(3, '00000019'),
	(20, '00000020'),
	(21, '00000021'),
	(19, '00000022'),
	(18, '00000023'),
	(1, '00000024');
INSERT INTO public.assignment VALUES
	('UserDomain', '00000001', '00000001', '00000001', false),
	('GroupProject', '00000002', '00000002', '00000002', true),
	('UserProject', '00000003', '00000003', '00000003', true),
	('UserDomain', '00000004', '00000004', '00000004', false),
	('GroupDomain', '00000005', '00000005', '00000005', true),
	('GroupDomain', '00000006', '00000006', '00000006', true),
	('GroupDomain', '00000007', '00000007', '00000007', true),
	('UserDomain', '00000008', '00000008', '00000008', true),
	('UserProject', '00000009', '00000009', '00000009', true),
	('UserProject', '00000010', '00000010', '00000010', false),
	('UserDomain', '00000011', '00000011', '00000011', true),
	('UserDomain', '00000012', '00000012', '00000012', true),
	('GroupDomain', '00000013', '00000013', '00000013', false),
	('GroupDomain', '00000014', '00000014', '00000014', false),
	('UserProject', '00000015', '00000015', '00000015', true),
	('UserProject', '00000016', '00000016', '00000016', true),
	('GroupProject', '00000017', '00000017', '00000017', true),
	('GroupProject', '00000018', '00000018', '00000018', false),
	('GroupDomain', '00000019', '00000019', '00000019', true),
	('GroupProject', '00000020', '00000020', '00000020', false),
	('UserDomain', '00000021', '00000021', '00000021', true),
	('GroupDomain', '00000022', '00000022', '00000022', false),
	('GroupDomain', '00000023', '00000023', '00000023', false),
	('GroupProject', '00000024', '00000024', '00000024', false);
INSERT INTO public.config_register VALUES
	('00000001', 'domain_id back\slash'),
	('00000002', 'domain_id %s'),
	('00000003', 'domain_id 日本'),
	('00000004', 'domain_id two
lines'),
	('00000005', 'domain_id it''s 100% sure'),
	('00000006', 'domain_id 日本'),
	('00000007', 'domain_id Alpha'),
	('00000008', 'domain_id alpha'),
	('00000009', 'domain_id %s'),
	('00000010', 'domain_id %s'),
	('00000011', 'domain_id alpha'),
	('00000012', 'domain_id it''s 100% sure'),
	('00000013', 'domain_id '),
	('00000014', 'domain_id alpha'),
	('00000015', 'domain_id %s'),
	('00000016', 'domain_id two
lines'),
	('00000017', 'domain_id two
lines'),
	('00000018', 'domain_id %s'),
	('00000019', 'domain_id %s'),
	('00000020', 'domain_id it''s 100% sure'),
	('00000021', 'domain_id Zoë :name'),
	('00000022', 'domain_id a "quote"'),
	('00000023', 'domain_id Alpha'),
	('00000024', 'domain_id Alpha');
INSERT INTO public.consumer VALUES
	('00000001', 'description ', 'secret Zoë :name', '{"row": 0, "text": "it''s"}'),
	('00000002', 'description a "quote"', 'secret back\slash', '{"row": 1, "text": "it''s"}'),
	('00000003', 'description ', 'secret back\slash', '{"row": 2, "text": "it''s"}'),
	('00000004', 'description Zoë :name', 'secret back\slash', '{"row": 3, "text": "it''s"}'),
	('00000005', NULL, 'secret Alpha', '{"row": 4, "text": "it''s"}'),
	('00000006', 'description two
lines', 'secret alpha', '{"row": 5, "text": "it''s"}'),
	('00000007', 'description Alpha', 'secret it''s 100% sure', '{"row": 6, "text": "it''s"}'),
	('00000008', 'description two
lines', 'secret Alpha', '{"row": 7, "text": "it''s"}'),
	('00000009', 'description ', 'secret 日本', '{"row": 8, "text": "it''s"}'),
	('00000010', 'description %s', 'secret back\slash', '{"row": 9, "text": "it''s"}'),
	('00000011', NULL, 'secret it''s 100% sure', '{"row": 10, "text": "it''s"}'),
	('00000012', NULL, 'secret %s', '{"row": 11, "text": "it''s"}'),
	('00000013', 'description a "quote"', 'secret it''s 100% sure', '{"row": 12, "text": "it''s"}'),
	('00000014', 'description Alpha', 'secret alpha', '{"row": 13, "text": "it''s"}'),
	('00000015', 'description ', 'secret alpha', '{"row": 14, "text": "it''s"}'),
	('00000016', 'description a "quote"', 'secret Alpha', '{"row": 15, "text": "it''s"}'),
	('00000017', 'description two
lines', 'secret two
lines', '{"row": 16, "text": "it''s"}'),
	('00000018', NULL, 'secret back\slash', '{"row": 17, "text": "it''s"}'),
	('00000019', 'description it''s 100% sure', 'secret ', '{"row": 18, "text": "it''s"}'),
	('00000020', 'description Alpha', 'secret Alpha', '{"row": 19, "text": "it''s"}'),
	('00000021', 'description a "quote"', 'secret back\slash', '{"row": 20, "text": "it''s"}'),
	('00000022', 'description %s', 'secret two
lines', '{"row": 21, "text": "it''s"}'),
	('00000023', 'description two
lines', 'secret alpha', '{"row": 22, "text": "it''s"}'),
	('00000024', 'description 日本', 'secret %s', '{"row": 23, "text": "it''s"}');
INSERT INTO public.credential VALUES
	('00000001', 'user_id two
lines', 'project_id ', 'encrypted_blob back\slash', 'type 日本', 'key_hash a "quote"', '{"row": 0, "text": "it''s"}'),
	('00000002', 'user_id it''s 100% sure', NULL, 'encrypted_blob alpha', 'type Alpha', 'key_hash Zoë :name', '{"row": 1, "text": "it''s"}'),
	('00000003', 'user_id Zoë :name', 'project_id ', 'encrypted_blob %s', 'type 日本', 'key_hash a "quote"', NULL),
	('00000004', 'user_id a "quote"', NULL, 'encrypted_blob a "quote"', 'type Zoë :name', NULL, '{"row": 3, "text": "it''s"}'),
	('00000005', 'user_id ', 'project_id %s', 'encrypted_blob Alpha', 'type Alpha', 'key_hash alpha', NULL),
	('00000006', 'user_id ', 'project_id alpha', 'encrypted_blob %s', 'type it''s 100% sure', 'key_hash a "quote"', NULL),
	('00000007', 'user_id a "quote"', 'project_id it''s 100% sure', 'encrypted_blob Alpha', 'type 日本', 'key_hash Alpha', NULL),
	('00000008', 'user_id ', 'project_id 日本', 'encrypted_blob Zoë :name', 'type Alpha', 'key_hash Zoë :name', NULL),
	('00000009', 'user_id Alpha', NULL, 'encrypted_blob back\slash', 'type it''s 100% sure', 'key_hash alpha', '{"row": 8, "text": "it''s"}'),
	('00000010', 'user_id 日本', 'project_id 日本', 'encrypted_blob Zoë :name', 'type back\slash', 'key_hash two
lines', NULL),
	('00000011', 'user_id ', 'project_id ', 'encrypted_blob a "quote"', 'type Alpha', 'key_hash Zoë :name', '{"row": 10, "text": "it''s"}'),
	('00000012', 'user_id a "quote"', 'project_id a "quote"', NULL, 'type ', 'key_hash it''s 100% sure', NULL),
	('00000013', 'user_id Zoë :name', 'project_id Zoë :name', 'encrypted_blob ', 'type back\slash', 'key_hash a "quote"', '{"row": 12, "text": "it''s"}'),
	('00000014', 'user_id two
lines', 'project_id a "quote"', 'encrypted_blob a "quote"', 'type 日本', 'key_hash it''s 100% sure', '{"row": 13, "text": "it''s"}'),
	('00000015', 'user_id ', NULL, 'encrypted_blob Zoë :name', 'type alpha', 'key_hash it''s 100% sure', '{"row": 14, "text": "it''s"}'),
	('00000016', 'user_id a "quote"', 'project_id 日本', NULL, 'type two
lines', 'key_hash back\slash', NULL),
	('00000017', 'user_id back\slash', 'project_id two
lines', 'encrypted_blob ', 'type it''s 100% sure', 'key_hash %s', '{"row": 16, "text": "it''s"}'),
	('00000018', 'user_id back\slash', 'project_id Zoë :name', NULL, 'type a "quote"', 'key_hash ', '{"row": 17, "text": "it''s"}'),
	('00000019', 'user_id Alpha', 'project_id Alpha', 'encrypted_blob a "quote"', 'type Zoë :name', NULL, '{"row": 18, "text": "it''s"}'),
	('00000020', 'user_id %s', NULL, 'encrypted_blob Zoë :name', 'type it''s 100% sure', 'key_hash ', '{"row": 19, "text": "it''s"}'),
	('00000021', 'user_id Zoë :name', 'project_id a "quote"', 'encrypted_blob it''s 100% sure', 'type back\slash', NULL, '{"row": 20, "text": "it''s"}'),
	('00000022', 'user_id ', 'project_id 日本', 'encrypted_blob ', 'type Zoë :name', NULL, '{"row": 21, "text": "it''s"}'),
	('00000023', 'user_id 日本', 'project_id two
lines', 'encrypted_blob ', 'type Zoë :name', 'key_hash Alpha', '{"row": 22, "text": "it''s"}'),
	('00000024', 'user_id ', 'project_id alpha', 'encrypted_blob a "quote"', 'type %s', 'key_hash 日本', '{"row": 23, "text": "it''s"}');
INSERT INTO public.endpoint VALUES
	('00000001', 'legacy_endpoint_id back\slash', '00000001', '00000007', '00000012', 'url ', true, '{"row": 0, "text": "it''s"}'),
	('00000002', 'legacy_endpoint_id ', '00000002', '00000007', '00000013', 'url Alpha', false, '{"row": 1, "text": "it''s"}'),
	('00000003', 'legacy_endpoint_id %s', '00000003', '00000020', '00000006', 'url back\slash', true, '{"row": 2, "text": "it''s"}'),
	('00000004', NULL, '00000004', '00000005', '00000024', 'url a "quote"', true, NULL),
	('00000005', NULL, '00000005', '00000023', '00000004', 'url %s', false, '{"row": 4, "text": "it''s"}'),
	('00000006', 'legacy_endpoint_id a "quote"', '00000006', '00000020', '00000013', 'url two
lines', false, '{"row": 5, "text": "it''s"}'),
	('00000007', NULL, '00000007', '00000009', '00000010', 'url %s', true, NULL),
	('00000008', 'legacy_endpoint_id two
lines', '00000008', '00000008', '00000007', 'url Alpha', false, '{"row": 7, "text": "it''s"}'),
	('00000009', 'legacy_endpoint_id %s', '00000009', '00000003', '00000022', 'url %s', false, NULL),
	('00000010', 'legacy_endpoint_id it''s 100% sure', '00000010', '00000020', '00000006', 'url a "quote"', true, '{"row": 9, "text": "it''s"}'),
	('00000011', 'legacy_endpoint_id ', '00000011', '00000024', '00000004', 'url alpha', false, '{"row": 10, "text": "it''s"}'),
	('00000012', 'legacy_endpoint_id two
lines', '00000012', '00000009', '00000005', 'url %s', true, '{"row": 11, "text": "it''s"}'),
	('00000013', NULL, '00000013', NULL, '00000002', 'url a "quote"', false, '{"row": 12, "text": "it''s"}'),
	('00000014', NULL, '00000014', '00000012', '00000005', 'url back\slash', false, '{"row": 13, "text": "it''s"}'),
	('00000015', 'legacy_endpoint_id %s', '00000015', NULL, '00000015', 'url two
lines', false, '{"row": 14, "text": "it''s"}'),
	('00000016', 'legacy_endpoint_id Zoë :name', '00000016', '00000006', '00000017', 'url ', true, NULL),
	('00000017', 'legacy_endpoint_id it''s 100% sure', '00000017', '00000012', '00000005', 'url back\slash', false, '{"row": 16, "text": "it''s"}'),
	('00000018', 'legacy_endpoint_id Alpha', '00000018', NULL, '00000008', 'url it''s 100% sure', false, '{"row": 17, "text": "it''s"}'),
	('00000019', NULL, '00000019', '00000010', '00000020', 'url Zoë :name', false, '{"row": 18, "text": "it''s"}'),
	('00000020', NULL, '00000020', '00000022', '00000019', 'url ', true, '{"row": 19, "text": "it''s"}'),
	('00000021', 'legacy_endpoint_id Zoë :name', '00000021', '00000018', '00000021', 'url back\slash', true, '{"row": 20, "text": "it''s"}'),
	('00000022', 'legacy_endpoint_id Zoë :name', '00000022', '00000009', '00000015', 'url two
lines', true, '{"row": 21, "text": "it''s"}'),
	('00000023', 'legacy_endpoint_id %s', '00000023', NULL, '00000015', 'url %s', true, '{"row": 22, "text": "it''s"}'),
	('00000024', 'legacy_endpoint_id alpha', '00000024', '00000020', '00000011', 'url a "quote"', true, NULL);
INSERT INTO public.endpoint_group VALUES
	('00000001', 'name ', 'description a "quote"', '{"row": 0, "text": "it''s"}'),
	('00000002', 'name 日本', 'description Alpha', '{"row": 1, "text": "it''s"}'),
	('00000003', 'name 日本', NULL, '{"row": 2, "text": "it''s"}'),
	('00000004', 'name Alpha', NULL, '{"row": 3, "text": "it''s"}'),
	('00000005', 'name Zoë :name', NULL, '{"row": 4, "text": "it''s"}'),
	('00000006', 'name back\slash', 'description two
lines', '{"row": 5, "text": "it''s"}'),
	('00000007', 'name two
lines', 'description two
lines', '{"row": 6, "text": "it''s"}'),
	('00000008', 'name %s', 'description it''s 100% sure', '{"row": 7, "text": "it''s"}'),
	('00000009', 'name it''s 100% sure', NULL, '{"row": 8, "text": "it''s"}'),
	('00000010', 'name Alpha', 'description it''s 100% sure', '{"row": 9, "text": "it''s"}'),
	('00000011', 'name a "quote"', 'description Alpha', '{"row": 10, "text": "it''s"}'),
	('00000012', 'name Zoë :name', 'description it''s 100% sure', '{"row": 11, "text": "it''s"}'),
	('00000013', 'name back\slash', 'description Zoë :name', '{"row": 12, "text": "it''s"}'),
	('00000014', 'name Alpha', 'description 日本', '{"row": 13, "text": "it''s"}'),
	('00000015', 'name two
lines', 'description a "quote"', '{"row": 14, "text": "it''s"}'),
	('00000016', 'name back\slash', NULL, '{"row": 15, "text": "it''s"}'),
	('00000017', 'name it''s 100% sure', 'description Zoë :name', '{"row": 16, "text": "it''s"}'),
	('00000018', 'name back\slash', 'description back\slash', '{"row": 17, "text": "it''s"}'),
	('00000019', 'name 日本', NULL, '{"row": 18, "text": "it''s"}'),
	('00000020', 'name two
lines', 'description a "quote"', '{"row": 19, "text": "it''s"}'),
	('00000021', 'name Alpha', 'description ', '{"row": 20, "text": "it''s"}'),
	('00000022', 'name two
lines', 'description it''s 100% sure', '{"row": 21, "text": "it''s"}'),
	('00000023', 'name ', 'description a "quote"', '{"row": 22, "text": "it''s"}'),
	('00000024', 'name back\slash', 'description it''s 100% sure', '{"row": 23, "text": "it''s"}');
INSERT INTO public.federated_user VALUES
	(1, NULL, NULL, '00000010', '00000001', 'display_name Alpha'),
	(2, '00000014', '00000004', '00000021', '00000002', NULL),
	(3, NULL, '00000003', '00000016', '00000003', 'display_name a "quote"'),
	(4, '00000019', '00000017', '00000013', '00000004', 'display_name two
lines'),
	(5, '00000015', '00000004', '00000002', '00000005', 'display_name '),
	(6, '00000015', '00000024', '00000011', '00000006', 'display_name alpha'),
	(7, NULL, '00000008', '00000005', '00000007', NULL),
	(8, '00000011', '00000013', '00000008', '00000008', 'display_name Alpha'),
	(9, '00000015', '00000016', '00000009', '00000009', 'display_name back\slash'),
	(10, '00000016', '00000007', '00000014', '00000010', 'display_name 日本'),
	(11, '00000013', '00000004', '00000023', '00000011', 'display_name two
lines'),
	(12, NULL, NULL, '00000014', '00000012', 'display_name a "quote"'),
	(13, '00000019', '00000005', '00000001', '00000013', 'display_name it''s 100% sure'),
	(14, '00000007', NULL, '00000005', '00000014', 'display_name it''s 100% sure'),
	(15, '00000013', '00000017', '00000007', '00000015', 'display_name back\slash'),
	(16, '00000016', '00000013', '00000008', '00000016', NULL),
	(17, '00000002', '00000016', '00000009', '00000017', NULL),
	(18, '00000024', '00000017', '00000015', '00000018', 'display_name Zoë :name'),
	(19, '00000024', '00000012', '00000022', '00000019', 'display_name two
lines'),
	(20, '00000023', '00000003', '00000016', '00000020', NULL),
	(21, '00000021', '00000013', '00000018', '00000021', 'display_name Zoë :name'),
	(22, '00000019', '00000004', '00000023', '00000022', 'display_name Alpha'),
	(23, '00000015', '00000014', '00000019', '00000023', 'display_name back\slash'),
	(24, '00000001', '00000004', '00000002', '00000024', 'display_name two
lines');
INSERT INTO public.federation_protocol VALUES
	('00000001', '00000005', 'mapping_id %s'),
	('00000002', '00000004', 'mapping_id 日本'),
	('00000003', '00000009', 'mapping_id a "quote"'),
	('00000004', '00000018', 'mapping_id two
lines'),
	('00000005', '00000008', 'mapping_id Zoë :name'),
	('00000006', '00000022', 'mapping_id '),
	('00000007', '00000017', 'mapping_id alpha'),
	('00000008', '00000013', 'mapping_id Zoë :name'),
	('00000009', '00000016', 'mapping_id 日本'),
	('00000010', '00000001', 'mapping_id back\slash'),
	('00000011', '00000024', 'mapping_id '),
	('00000012', '00000015', 'mapping_id %s'),
	('00000013', '00000017', 'mapping_id %s'),
	('00000014', '00000007', 'mapping_id '),
	('00000015', '00000017', 'mapping_id Alpha'),
	('00000016', '00000003', 'mapping_id '),
	('00000017', '00000010', 'mapping_id a "quote"'),
	('00000018', '00000013', 'mapping_id Alpha'),
	('00000019', '00000014', 'mapping_id %s'),
	('00000020', '00000019', 'mapping_id two
lines'),
	('00000021', '00000004', 'mapping_id two
lines'),
	('00000022', '00000012', 'mapping_id '),
	('00000023', '00000004', 'mapping_id alpha'),
	('00000024', '00000021', 'mapping_id back\slash');
INSERT INTO public."group" VALUES
	('00000001', '00000001', '00000001', 'description a "quote"', '{"row": 0, "text": "it''s"}'),
	('00000002', '00000002', '00000002', NULL, '{"row": 1, "text": "it''s"}'),
	('00000003', '00000003', '00000003', 'description 日本', '{"row": 2, "text": "it''s"}'),
	('00000004', '00000004', '00000004', 'description ', '{"row": 3, "text": "it''s"}'),
	('00000005', '00000005', '00000005', 'description %s', '{"row": 4, "text": "it''s"}'),
	('00000006', '00000006', '00000006', NULL, '{"row": 5, "text": "it''s"}'),
	('00000007', '00000007', '00000007', 'description two
lines', '{"row": 6, "text": "it''s"}'),
	('00000008', '00000008', '00000008', 'description a "quote"', '{"row": 7, "text": "it''s"}'),
	('00000009', '00000009', '00000009', 'description Zoë :name', '{"row": 8, "text": "it''s"}'),
	('00000010', '00000010', '00000010', NULL, '{"row": 9, "text": "it''s"}'),
	('00000011', '00000011', '00000011', 'description 日本', NULL),
	('00000012', '00000012', '00000012', 'description Alpha', NULL),
	('00000013', '00000013', '00000013', 'description alpha', '{"row": 12, "text": "it''s"}'),
	('00000014', '00000014', '00000014', 'description a "quote"', '{"row": 13, "text": "it''s"}'),
	('00000015', '00000015', '00000015', 'description a "quote"', '{"row": 14, "text": "it''s"}'),
	('00000016', '00000016', '00000016', NULL, '{"row": 15, "text": "it''s"}'),
	('00000017', '00000017', '00000017', 'description it''s 100% sure', '{"row": 16, "text": "it''s"}'),
	('00000018', '00000018', '00000018', 'description Zoë :name', '{"row": 17, "text": "it''s"}'),
	('00000019', '00000019', '00000019', 'description it''s 100% sure', NULL),
	('00000020', '00000020', '00000020', 'description a "quote"', '{"row": 19, "text": "it''s"}'),
	('00000021', '00000021', '00000021', NULL, '{"row": 20, "text": "it''s"}'),
	('00000022', '00000022', '00000022', 'description Zoë :name', '{"row": 21, "text": "it''s"}'),
	('00000023', '00000023', '00000023', 'description %s', '{"row": 22, "text": "it''s"}'),
	('00000024', '00000024', '00000024', NULL, '{"row": 23, "text": "it''s"}');
INSERT INTO public.id_mapping VALUES
	('00000001', '00000001', '00000001', 'group'),
	('00000002', '00000002', '00000002', 'user'),
	('00000003', '00000003', '00000003', 'group'),
	('00000004', '00000004', '00000004', 'group'),
	('00000005', '00000005', '00000005', 'user'),
	('00000006', '00000006', '00000006', 'group'),
	('00000007', '00000007', '00000007', 'group'),
	('00000008', '00000008', '00000008', 'user'),
	('00000009', '00000009', '00000009', 'user'),
	('00000010', '00000010', '00000010', 'user'),
	('00000011', '00000011', '00000011', 'group'),
	('00000012', '00000012', '00000012', 'user'),
	('00000013', '00000013', '00000013', 'group'),
	('00000014', '00000014', '00000014', 'group'),
	('00000015', '00000015', '00000015', 'user'),
	('00000016', '00000016', '00000016', 'group'),
	('00000017', '00000017', '00000017', 'user'),
	('00000018', '00000018', '00000018', 'group'),
	('00000019', '00000019', '00000019', 'group'),
	('00000020', '00000020', '00000020', 'group'),
	('00000021', '00000021', '00000021', 'group'),
	('00000022', '00000022', '00000022', 'group'),
	('00000023', '00000023', '00000023', 'group'),
	('00000024', '00000024', '00000024', 'group');
INSERT INTO public.identity_provider VALUES
	('00000001', '00000001', false, 'description two
lines'),
	('00000002', '00000002', false, NULL),
	('00000003', '00000003', true, NULL),
	('00000004', '00000004', true, 'description 日本'),
	('00000005', '00000005', true, 'description a "quote"'),
	('00000006', '00000006', true, 'description alpha'),
	('00000007', '00000007', false, NULL),
	('00000008', '00000008', true, 'description back\slash'),
	('00000009', '00000009', true, 'description %s'),
	('00000010', '00000010', true, 'description 日本'),
	('00000011', '00000011', true, NULL),
	('00000012', '00000012', false, NULL),
	('00000013', '00000013', false, 'description alpha'),
	('00000014', '00000014', false, NULL),
	('00000015', '00000015', false, 'description 日本'),
	('00000016', '00000016', false, 'description %s'),
	('00000017', '00000017', true, 'description Zoë :name'),
	('00000018', '00000018', false, 'description %s'),
	('00000019', '00000019', false, NULL),
	('00000020', '00000020', false, 'description Zoë :name'),
	('00000021', '00000021', false, NULL),
	('00000022', '00000022', true, 'description a "quote"'),
	('00000023', '00000023', true, NULL),
	('00000024', '00000024', false, 'description two
lines');
INSERT INTO public.idp_remote_ids VALUES
	('00000008', '00000001'),
	(NULL, '00000002'),
	('00000023', '00000003'),
	('00000011', '00000004'),
	(NULL, '00000005'),
	('00000012', '00000006'),
	('00000017', '00000007'),
	('00000021', '00000008'),
	('00000006', '00000009'),
	('00000023', '00000010'),
	('00000018', '00000011'),
	('00000019', '00000012'),
	('00000024', '00000013'),
	('00000008', '00000014'),
	('00000006', '00000015'),
	('00000014', '00000016'),
	(NULL, '00000017'),
	('00000011', '00000018'),
	('00000001', '00000019'),
	('00000005', '00000020'),
	('00000012', '00000021'),
	('00000003', '00000022'),
	('00000001', '00000023'),
	('00000013', '00000024');
INSERT INTO public.implied_role VALUES
	('00000011', '00000013'),
	('00000004', '00000023'),
	('00000018', '00000012'),
	('00000018', '00000020'),
	('00000007', '00000013'),
	('00000014', '00000017'),
	('00000003', '00000008'),
	('00000005', '00000007'),
	('00000024', '00000020'),
	('00000005', '00000005'),
	('00000020', '00000004'),
	('00000004', '00000011'),
	('00000023', '00000006'),
	('00000007', '00000003'),
	('00000005', '00000021'),
	('00000009', '00000002'),
	('00000008', '00000009'),
	('00000002', '00000001'),
	('00000021', '00000018'),
	('00000007', '00000002'),
	('00000001', '00000015'),
	('00000008', '00000005'),
	('00000019', '00000006'),
	('00000009', '00000016');
INSERT INTO public."limit" VALUES
	('00000001', NULL, '00000023', '00000008', '00000008', 1),
	('00000002', NULL, '00000023', '00000024', '00000012', 1),
	('00000003', '00000010', '00000004', '00000010', '00000015', 2),
	('00000004', '00000021', '00000007', '00000015', NULL, 3),
	('00000005', '00000019', '00000021', '00000007', '00000010', 1),
	('00000006', '00000012', '00000003', '00000022', '00000002', 1),
	('00000007', '00000016', '00000004', '00000010', '00000015', 0),
	('00000008', NULL, '00000003', NULL, '00000002', 7),
	('00000009', NULL, '00000002', NULL, NULL, 0),
	('00000010', '00000012', NULL, '00000022', '00000020', 0),
	('00000011', '00000005', NULL, '00000022', '00000020', 1),
	('00000012', '00000009', '00000012', '00000002', '00000022', 11),
	('00000013', NULL, '00000023', '00000008', '00000008', 16384),
	('00000014', '00000023', '00000002', '00000024', '00000019', 1),
	('00000015', '00000014', '00000012', '00000002', '00000022', 0),
	('00000016', '00000018', '00000023', NULL, '00000012', 1),
	('00000017', NULL, '00000004', '00000010', '00000015', 0),
	('00000018', '00000010', '00000015', '00000022', NULL, 17),
	('00000019', NULL, '00000023', NULL, '00000012', 0),
	('00000020', '00000023', '00000015', '00000022', NULL, 19),
	('00000021', NULL, '00000015', '00000022', '00000017', 16384),
	('00000022', '00000024', '00000003', '00000022', '00000002', 21),
	('00000023', NULL, NULL, '00000010', '00000015', 22),
	('00000024', '00000009', '00000024', '00000022', '00000020', 1);
INSERT INTO public.local_user VALUES
	(1, '00000019', '00000019', '00000001', 1, NULL),
	(2, '00000020', '00000020', '00000002', 16384, '2019-03-02 15:30:15.12'),
	(3, '00000015', '00000015', '00000003', 2, NULL),
	(4, '00000012', '00000012', '00000004', 16384, '2019-03-05 05:30:15.12'),
	(5, '00000005', '00000005', '00000005', 4, '2019-03-06 12:30:15.12'),
	(6, '00000002', '00000002', '00000006', NULL, '2019-03-07 19:30:15.12'),
	(7, '00000023', '00000023', '00000007', 0, NULL),
	(8, '00000014', '00000014', '00000008', 16384, '2019-03-10 09:30:15.12'),
	(9, '00000007', '00000007', '00000009', 16384, '2019-03-11 16:30:15.12'),
	(10, '00000018', '00000018', '00000010', 9, NULL),
	(11, '00000017', '00000017', '00000011', 16384, '2019-03-14 06:30:15.12'),
	(12, '00000021', '00000021', '00000012', 16384, NULL),
	(13, '00000008', '00000008', '00000013', 16384, '2019-03-16 20:30:15.12'),
	(14, '00000024', '00000024', '00000014', NULL, '2019-03-18 03:30:15.12'),
	(15, '00000003', '00000003', '00000015', 0, '2019-03-19 10:30:15.12'),
	(16, '00000010', '00000010', '00000016', 16384, '2019-03-20 17:30:15.12'),
	(17, '00000009', '00000009', '00000017', 16384, '2019-03-22 00:30:15.12'),
	(18, '00000022', '00000022', '00000018', 1, '2019-03-23 07:30:15.12'),
	(19, '00000016', '00000016', '00000019', NULL, NULL),
	(20, '00000006', '00000006', '00000020', 0, '2019-03-25 21:30:15.12'),
	(21, '00000001', '00000001', '00000021', NULL, NULL),
	(22, '00000004', '00000004', '00000022', 0, '2019-03-28 11:30:15.12'),
	(23, '00000013', '00000013', '00000023', 22, '2019-03-29 18:30:15.12'),
	(24, '00000011', '00000011', '00000024', 1, '2019-03-31 01:30:15.12');
INSERT INTO public.mapping VALUES
	('00000001', '{"row": 0, "text": "it''s"}'),
	('00000002', '{"row": 1, "text": "it''s"}'),
	('00000003', '{"row": 2, "text": "it''s"}'),
	('00000004', '{"row": 3, "text": "it''s"}'),
	('00000005', '{"row": 4, "text": "it''s"}'),
	('00000006', '{"row": 5, "text": "it''s"}'),
	('00000007', '{"row": 6, "text": "it''s"}'),
	('00000008', '{"row": 7, "text": "it''s"}'),
	('00000009', '{"row": 8, "text": "it''s"}'),
	('00000010', '{"row": 9, "text": "it''s"}'),
	('00000011', '{"row": 10, "text": "it''s"}'),
	('00000012', '{"row": 11, "text": "it''s"}'),
	('00000013', '{"row": 12, "text": "it''s"}'),
	('00000014', '{"row": 13, "text": "it''s"}'),
	('00000015', '{"row": 14, "text": "it''s"}'),
	('00000016', '{"row": 15, "text": "it''s"}'),
	('00000017', '{"row": 16, "text": "it''s"}'),
	('00000018', '{"row": 17, "text": "it''s"}'),
	('00000019', '{"row": 18, "text": "it''s"}'),
	('00000020', '{"row": 19, "text": "it''s"}'),
	('00000021', '{"row": 20, "text": "it''s"}'),
	('00000022', '{"row": 21, "text": "it''s"}'),
	('00000023', '{"row": 22, "text": "it''s"}'),
	('00000024', '{"row": 23, "text": "it''s"}');
INSERT INTO public.nonlocal_user VALUES
	('00000001', '00000001', '00000001'),
	('00000021', '00000002', '00000021'),
	('00000019', '00000003', '00000019'),
	('00000022', '00000004', '00000022'),
	('00000008', '00000005', '00000008'),
	('00000017', '00000006', '00000017'),
	('00000005', '00000007', '00000005'),
	('00000024', '00000008', '00000024'),
	('00000012', '00000009', '00000012'),
	('00000011', '00000010', '00000011'),
	('00000023', '00000011', '00000023'),
	('00000010', '00000012', '00000010'),
	('00000003', '00000013', '00000003'),
	('00000009', '00000014', '00000009'),
	('00000013', '00000015', '00000013'),
	('00000004', '00000016', '00000004'),
	('00000006', '00000017', '00000006'),
	('00000014', '00000018', '00000014'),
	('00000016', '00000019', '00000016'),
	('00000015', '00000020', '00000015'),
	('00000002', '00000021', '00000002'),
	('00000007', '00000022', '00000007'),
	('00000020', '00000023', '00000020'),
	('00000018', '00000024', '00000018');
INSERT INTO public.password VALUES
	(1, 10, 'password 日本', 'password_hash it''s 100% sure', '2019-03-01 08:30:15.12', '2019-03-01 08:30:15.12', 0, NULL, true),
	(2, 18, 'password %s', 'password_hash Alpha', '2019-03-02 15:30:15.12', '2019-03-02 15:30:15.12', 1, NULL, false),
	(3, 13, 'password Zoë :name', 'password_hash ', '2019-03-03 22:30:15.12', NULL, 1, 0, false),
	(4, 10, 'password alpha', NULL, '2019-03-05 05:30:15.12', NULL, 1, 1099511627776, true),
	(5, 20, 'password Zoë :name', 'password_hash two
lines', '2019-03-06 12:30:15.12', NULL, 1099511627776, 0, false),
	(6, 21, 'password alpha', 'password_hash 日本', '2019-03-07 19:30:15.12', '2019-03-07 19:30:15.12', 0, 0, false),
	(7, 16, 'password alpha', 'password_hash Zoë :name', '2019-03-09 02:30:15.12', '2019-03-09 02:30:15.12', 1099511627776, 6, false),
	(8, 4, 'password two
lines', 'password_hash a "quote"', '2019-03-10 09:30:15.12', '2019-03-10 09:30:15.12', 1099511627776, 7, true),
	(9, 21, 'password back\slash', 'password_hash two
lines', '2019-03-11 16:30:15.12', '2019-03-11 16:30:15.12', 1, NULL, true),
	(10, 12, 'password Alpha', 'password_hash alpha', '2019-03-12 23:30:15.12', '2019-03-12 23:30:15.12', 1, 1, true),
	(11, 4, 'password Zoë :name', 'password_hash 日本', '2019-03-14 06:30:15.12', '2019-03-14 06:30:15.12', 1099511627776, 0, true),
	(12, 9, 'password ', NULL, '2019-03-15 13:30:15.12', '2019-03-15 13:30:15.12', 0, 1099511627776, false),
	(13, 16, 'password %s', 'password_hash it''s 100% sure', '2019-03-16 20:30:15.12', NULL, 12, 1, true),
	(14, 5, 'password alpha', 'password_hash 日本', '2019-03-18 03:30:15.12', '2019-03-18 03:30:15.12', 13, 0, true),
	(15, 17, 'password ', 'password_hash Alpha', '2019-03-19 10:30:15.12', '2019-03-19 10:30:15.12', 0, 14, false),
	(16, 6, NULL, 'password_hash it''s 100% sure', '2019-03-20 17:30:15.12', NULL, 1099511627776, NULL, true),
	(17, 24, 'password Zoë :name', 'password_hash two
lines', '2019-03-22 00:30:15.12', '2019-03-22 00:30:15.12', 16, 1099511627776, true),
	(18, 2, 'password Alpha', 'password_hash a "quote"', '2019-03-23 07:30:15.12', '2019-03-23 07:30:15.12', 1099511627776, 1, false),
	(19, 3, 'password back\slash', 'password_hash it''s 100% sure', '2019-03-24 14:30:15.12', '2019-03-24 14:30:15.12', 18, 18, true),
	(20, 16, NULL, 'password_hash back\slash', '2019-03-25 21:30:15.12', NULL, 1, NULL, false),
	(21, NULL, 'password alpha', 'password_hash ', '2019-03-27 04:30:15.12', '2019-03-27 04:30:15.12', 1, 20, false),
	(22, 6, 'password alpha', NULL, '2019-03-28 11:30:15.12', '2019-03-28 11:30:15.12', 1, NULL, true),
	(23, 22, 'password two
lines', 'password_hash Alpha', '2019-03-29 18:30:15.12', NULL, 22, 1099511627776, false),
	(24, 15, 'password it''s 100% sure', 'password_hash ', '2019-03-31 01:30:15.12', '2019-03-31 01:30:15.12', 1099511627776, 23, true);
INSERT INTO public.policy VALUES
	('00000001', '{"row": 0, "text": "it''s"}', 'type back\slash', '{"row": 0, "text": "it''s"}'),
	('00000002', '{"row": 1, "text": "it''s"}', 'type two
lines', '{"row": 1, "text": "it''s"}'),
	('00000003', '{"row": 2, "text": "it''s"}', 'type %s', '{"row": 2, "text": "it''s"}'),
	('00000004', '{"row": 3, "text": "it''s"}', 'type back\slash', NULL),
	('00000005', '{"row": 4, "text": "it''s"}', 'type it''s 100% sure', NULL),
	('00000006', '{"row": 5, "text": "it''s"}', 'type back\slash', '{"row": 5, "text": "it''s"}'),
	('00000007', '{"row": 6, "text": "it''s"}', 'type back\slash', '{"row": 6, "text": "it''s"}'),
	('00000008', '{"row": 7, "text": "it''s"}', 'type %s', '{"row": 7, "text": "it''s"}'),
	('00000009', '{"row": 8, "text": "it''s"}', 'type Zoë :name', '{"row": 8, "text": "it''s"}'),
	('00000010', '{"row": 9, "text": "it''s"}', 'type it''s 100% sure', '{"row": 9, "text": "it''s"}'),
	('00000011', '{"row": 10, "text": "it''s"}', 'type back\slash', NULL),
	('00000012', '{"row": 11, "text": "it''s"}', 'type %s', '{"row": 11, "text": "it''s"}'),
	('00000013', '{"row": 12, "text": "it''s"}', 'type two
lines', '{"row": 12, "text": "it''s"}'),
	('00000014', '{"row": 13, "text": "it''s"}', 'type %s', NULL),
	('00000015', '{"row": 14, "text": "it''s"}', 'type %s', '{"row": 14, "text": "it''s"}'),
	('00000016', '{"row": 15, "text": "it''s"}', 'type alpha', '{"row": 15, "text": "it''s"}'),
	('00000017', '{"row": 16, "text": "it''s"}', 'type Zoë :name', NULL),
	('00000018', '{"row": 17, "text": "it''s"}', 'type Alpha', '{"row": 17, "text": "it''s"}'),
	('00000019', '{"row": 18, "text": "it''s"}', 'type it''s 100% sure', '{"row": 18, "text": "it''s"}'),
	('00000020', '{"row": 19, "text": "it''s"}', 'type %s', '{"row": 19, "text": "it''s"}'),
	('00000021', '{"row": 20, "text": "it''s"}', 'type ', '{"row": 20, "text": "it''s"}'),
	('00000022', '{"row": 21, "text": "it''s"}', 'type Alpha', '{"row": 21, "text": "it''s"}'),
	('00000023', '{"row": 22, "text": "it''s"}', 'type two
lines', NULL),
	('00000024', '{"row": 23, "text": "it''s"}', 'type ', '{"row": 23, "text": "it''s"}');
INSERT INTO public.policy_association VALUES
	('00000001', 'policy_id two
lines', '00000001', '00000001', '00000001'),
	('00000002', 'policy_id a "quote"', NULL, '00000002', '00000002'),
	('00000003', 'policy_id Alpha', '00000003', '00000003', '00000003'),
	('00000004', 'policy_id back\slash', '00000004', '00000004', '00000004'),
	('00000005', 'policy_id back\slash', '00000005', NULL, '00000005'),
	('00000006', 'policy_id it''s 100% sure', NULL, '00000006', '00000006'),
	('00000007', 'policy_id back\slash', '00000007', '00000007', '00000007'),
	('00000008', 'policy_id Alpha', '00000008', '00000008', '00000008'),
	('00000009', 'policy_id back\slash', '00000009', '00000009', NULL),
	('00000010', 'policy_id Alpha', '00000010', '00000010', NULL),
	('00000011', 'policy_id back\slash', '00000011', '00000011', '00000011'),
	('00000012', 'policy_id back\slash', '00000012', '00000012', '00000012'),
	('00000013', 'policy_id ', NULL, NULL, '00000013'),
	('00000014', 'policy_id it''s 100% sure', NULL, '00000014', '00000014'),
	('00000015', 'policy_id two
lines', '00000015', NULL, '00000015'),
	('00000016', 'policy_id ', '00000016', '00000016', '00000016'),
	('00000017', 'policy_id ', '00000017', '00000017', '00000017'),
	('00000018', 'policy_id alpha', NULL, '00000018', '00000018'),
	('00000019', 'policy_id Zoë :name', '00000019', '00000019', '00000019'),
	('00000020', 'policy_id alpha', '00000020', '00000020', '00000020'),
	('00000021', 'policy_id 日本', '00000021', '00000021', '00000021'),
	('00000022', 'policy_id back\slash', '00000022', '00000022', '00000022'),
	('00000023', 'policy_id it''s 100% sure', '00000023', NULL, '00000023'),
	('00000024', 'policy_id Zoë :name', '00000024', NULL, '00000024');
INSERT INTO public.project VALUES
	('00000001', '00000001', '00000001', 'description back\slash', true, '{"row": 0, "text": "it''s"}', NULL, true),
	('00000002', '00000002', '00000001', 'description Alpha', false, '{"row": 1, "text": "it''s"}', NULL, true),
	('00000003', '00000003', '00000002', 'description it''s 100% sure', false, '{"row": 2, "text": "it''s"}', '00000001', true),
	('00000004', '00000004', '00000002', 'description ', true, '{"row": 3, "text": "it''s"}', '00000002', true),
	('00000005', '00000005', '00000003', NULL, true, '{"row": 4, "text": "it''s"}', '00000003', false),
	('00000006', '00000006', '00000003', 'description Alpha', false, NULL, '00000004', false),
	('00000007', '00000007', '00000001', 'description it''s 100% sure', true, '{"row": 6, "text": "it''s"}', NULL, true),
	('00000008', '00000008', '00000006', NULL, NULL, '{"row": 7, "text": "it''s"}', '00000001', true),
	('00000009', '00000009', '00000003', 'description back\slash', true, '{"row": 8, "text": "it''s"}', '00000002', false),
	('00000010', '00000010', '00000005', 'description Alpha', true, '{"row": 9, "text": "it''s"}', '00000009', true),
	('00000011', '00000011', '00000004', NULL, true, NULL, '00000009', true),
	('00000012', '00000012', '00000004', NULL, true, '{"row": 11, "text": "it''s"}', '00000002', true),
	('00000013', '00000013', '00000001', 'description Zoë :name', true, '{"row": 12, "text": "it''s"}', '00000008', true),
	('00000014', '00000014', '00000001', 'description ', false, '{"row": 13, "text": "it''s"}', '00000011', true),
	('00000015', '00000015', '00000014', 'description alpha', false, '{"row": 14, "text": "it''s"}', NULL, false),
	('00000016', '00000016', '00000008', 'description ', true, '{"row": 15, "text": "it''s"}', NULL, false),
	('00000017', '00000017', '00000012', 'description 日本', true, '{"row": 16, "text": "it''s"}', '00000004', true),
	('00000018', '00000018', '00000012', 'description a "quote"', false, '{"row": 17, "text": "it''s"}', '00000015', false),
	('00000019', '00000019', '00000013', 'description Alpha', NULL, NULL, '00000008', false),
	('00000020', '00000020', '00000013', 'description Alpha', false, NULL, '00000009', false),
	('00000021', '00000021', '00000001', 'description alpha', NULL, NULL, '00000014', true),
	('00000022', '00000022', '00000012', 'description %s', true, '{"row": 21, "text": "it''s"}', '00000007', false),
	('00000023', '00000023', '00000011', 'description two
lines', true, '{"row": 22, "text": "it''s"}', NULL, true),
	('00000024', '00000024', '00000021', 'description Alpha', true, '{"row": 23, "text": "it''s"}', '00000012', true);
INSERT INTO public.project_endpoint VALUES
	('00000001', '00000001'),
	('00000002', '00000002'),
	('00000003', '00000003'),
	('00000004', '00000004'),
	('00000005', '00000005'),
	('00000006', '00000006'),
	('00000007', '00000007'),
	('00000008', '00000008'),
	('00000009', '00000009'),
	('00000010', '00000010'),
	('00000011', '00000011'),
	('00000012', '00000012'),
	('00000013', '00000013'),
	('00000014', '00000014'),
	('00000015', '00000015'),
	('00000016', '00000016'),
	('00000017', '00000017'),
	('00000018', '00000018'),
	('00000019', '00000019'),
	('00000020', '00000020'),
	('00000021', '00000021'),
	('00000022', '00000022'),
	('00000023', '00000023'),
	('00000024', '00000024');
INSERT INTO public.project_endpoint_group VALUES
	('00000020', '00000001'),
	('00000017', '00000002'),
	('00000020', '00000003'),
	('00000009', '00000004'),
	('00000019', '00000005'),
	('00000011', '00000006'),
	('00000021', '00000007'),
	('00000014', '00000008'),
	('00000010', '00000009'),
	('00000023', '00000010'),
	('00000001', '00000011'),
	('00000020', '00000012'),
	('00000016', '00000013'),
	('00000018', '00000014'),
	('00000020', '00000015'),
	('00000013', '00000016'),
	('00000020', '00000017'),
	('00000007', '00000018'),
	('00000017', '00000019'),
	('00000023', '00000020'),
	('00000019', '00000021'),
	('00000010', '00000022'),
	('00000012', '00000023'),
	('00000004', '00000024');
INSERT INTO public.project_tag VALUES
	('00000001', '00000001'),
	('00000011', '00000002'),
	('00000014', '00000003'),
	('00000014', '00000004'),
	('00000002', '00000005'),
	('00000018', '00000006'),
	('00000023', '00000007'),
	('00000008', '00000008'),
	('00000003', '00000009'),
	('00000006', '00000010'),
	('00000013', '00000011'),
	('00000016', '00000012'),
	('00000019', '00000013'),
	('00000023', '00000014'),
	('00000012', '00000015'),
	('00000022', '00000016'),
	('00000015', '00000017'),
	('00000012', '00000018'),
	('00000003', '00000019'),
	('00000013', '00000020'),
	('00000011', '00000021'),
	('00000007', '00000022'),
	('00000021', '00000023'),
	('00000023', '00000024');
INSERT INTO public.region VALUES
	('00000001', 'description back\slash', 'parent_region_id %s', '{"row": 0, "text": "it''s"}'),
	('00000002', 'description %s', 'parent_region_id ', NULL),
	('00000003', 'description back\slash', 'parent_region_id alpha', NULL),
	('00000004', 'description Zoë :name', 'parent_region_id %s', '{"row": 3, "text": "it''s"}'),
	('00000005', 'description alpha', 'parent_region_id ', '{"row": 4, "text": "it''s"}'),
	('00000006', 'description back\slash', 'parent_region_id Alpha', '{"row": 5, "text": "it''s"}'),
	('00000007', 'description %s', 'parent_region_id ', '{"row": 6, "text": "it''s"}'),
	('00000008', 'description Alpha', 'parent_region_id a "quote"', '{"row": 7, "text": "it''s"}'),
	('00000009', 'description Alpha', NULL, '{"row": 8, "text": "it''s"}'),
	('00000010', 'description ', 'parent_region_id ', '{"row": 9, "text": "it''s"}'),
	('00000011', 'description alpha', 'parent_region_id a "quote"', '{"row": 10, "text": "it''s"}'),
	('00000012', 'description back\slash', 'parent_region_id a "quote"', '{"row": 11, "text": "it''s"}'),
	('00000013', 'description back\slash', 'parent_region_id ', '{"row": 12, "text": "it''s"}'),
	('00000014', 'description 日本', 'parent_region_id two
lines', '{"row": 13, "text": "it''s"}'),
	('00000015', 'description ', 'parent_region_id %s', '{"row": 14, "text": "it''s"}'),
	('00000016', 'description Zoë :name', 'parent_region_id it''s 100% sure', '{"row": 15, "text": "it''s"}'),
	('00000017', 'description Zoë :name', 'parent_region_id two
lines', NULL),
	('00000018', 'description 日本', 'parent_region_id alpha', '{"row": 17, "text": "it''s"}'),
	('00000019', 'description 日本', 'parent_region_id ', '{"row": 18, "text": "it''s"}'),
	('00000020', 'description %s', 'parent_region_id it''s 100% sure', '{"row": 19, "text": "it''s"}'),
	('00000021', 'description it''s 100% sure', 'parent_region_id Zoë :name', '{"row": 20, "text": "it''s"}'),
	('00000022', 'description %s', NULL, '{"row": 21, "text": "it''s"}'),
	('00000023', 'description Zoë :name', 'parent_region_id ', NULL),
	('00000024', 'description 日本', 'parent_region_id ', NULL);
INSERT INTO public.registered_limit VALUES
	('00000001', '00000006', '00000007', '00000001', 0),
	('00000002', '00000003', '00000022', '00000002', 16384),
	('00000003', '00000002', '00000005', NULL, 0),
	('00000004', NULL, NULL, '00000004', 3),
	('00000005', '00000011', '00000008', NULL, 1),
	('00000006', NULL, '00000011', '00000006', 1),
	('00000007', '00000007', '00000015', '00000007', 6),
	('00000008', '00000023', '00000008', '00000008', 0),
	('00000009', '00000001', NULL, '00000009', 1),
	('00000010', '00000021', '00000007', '00000010', 0),
	('00000011', '00000010', NULL, NULL, 10),
	('00000012', '00000023', '00000024', '00000012', 0),
	('00000013', NULL, '00000010', '00000013', 0),
	('00000014', NULL, NULL, '00000014', 13),
	('00000015', '00000004', '00000010', '00000015', 0),
	('00000016', NULL, '00000015', '00000016', 16384),
	('00000017', '00000015', '00000022', '00000017', 16384),
	('00000018', NULL, '00000006', '00000018', 17),
	('00000019', '00000002', '00000024', '00000019', 16384),
	('00000020', '00000024', '00000022', '00000020', 1),
	('00000021', NULL, '00000013', '00000021', 0),
	('00000022', '00000012', '00000002', '00000022', 16384),
	('00000023', '00000008', '00000015', '00000023', 0),
	('00000024', '00000014', NULL, '00000024', 1);
INSERT INTO public.request_token VALUES
	('00000001', 'request_secret Alpha', 'verifier alpha', 'authorizing_user_id alpha', 'requested_project_id back\slash', 'role_ids it''s 100% sure', '00000012', 'expires_at it''s 100% sure'),
	('00000002', 'request_secret Zoë :name', 'verifier a "quote"', 'authorizing_user_id Alpha', 'requested_project_id %s', 'role_ids %s', '00000019', NULL),
	('00000003', 'request_secret 日本', 'verifier two
lines', 'authorizing_user_id Zoë :name', 'requested_project_id Zoë :name', 'role_ids alpha', '00000024', NULL),
	('00000004', 'request_secret Zoë :name', 'verifier a "quote"', 'authorizing_user_id back\slash', 'requested_project_id Alpha', 'role_ids Zoë :name', '00000007', 'expires_at %s'),
	('00000005', 'request_secret 日本', 'verifier a "quote"', 'authorizing_user_id it''s 100% sure', 'requested_project_id Zoë :name', 'role_ids Alpha', '00000001', 'expires_at '),
	('00000006', 'request_secret %s', 'verifier Zoë :name', 'authorizing_user_id ', 'requested_project_id alpha', NULL, '00000008', 'expires_at Zoë :name'),
	('00000007', 'request_secret 日本', 'verifier 日本', 'authorizing_user_id alpha', 'requested_project_id %s', NULL, '00000009', NULL),
	('00000008', 'request_secret a "quote"', 'verifier it''s 100% sure', 'authorizing_user_id two
lines', 'requested_project_id %s', 'role_ids alpha', '00000008', 'expires_at Zoë :name'),
	('00000009', 'request_secret Alpha', 'verifier a "quote"', 'authorizing_user_id two
lines', 'requested_project_id back\slash', NULL, '00000010', 'expires_at Alpha'),
	('00000010', 'request_secret alpha', 'verifier Zoë :name', 'authorizing_user_id it''s 100% sure', 'requested_project_id %s', 'role_ids it''s 100% sure', '00000003', NULL),
	('00000011', 'request_secret alpha', 'verifier two
lines', 'authorizing_user_id Zoë :name', 'requested_project_id 日本', 'role_ids 日本', '00000005', 'expires_at Zoë :name'),
	('00000012', 'request_secret %s', NULL, 'authorizing_user_id alpha', 'requested_project_id a "quote"', NULL, '00000022', 'expires_at alpha'),
	('00000013', 'request_secret ', 'verifier 日本', NULL, 'requested_project_id alpha', 'role_ids back\slash', '00000019', 'expires_at Zoë :name'),
	('00000014', 'request_secret two
lines', 'verifier a "quote"', 'authorizing_user_id it''s 100% sure', 'requested_project_id %s', 'role_ids a "quote"', '00000015', 'expires_at Zoë :name'),
	('00000015', 'request_secret ', 'verifier Alpha', 'authorizing_user_id 日本', 'requested_project_id back\slash', 'role_ids Zoë :name', '00000008', 'expires_at it''s 100% sure'),
	('00000016', 'request_secret ', 'verifier 日本', 'authorizing_user_id ', 'requested_project_id %s', 'role_ids 日本', '00000007', 'expires_at a "quote"'),
	('00000017', 'request_secret alpha', 'verifier alpha', 'authorizing_user_id back\slash', 'requested_project_id Zoë :name', NULL, '00000006', 'expires_at alpha'),
	('00000018', 'request_secret two
lines', 'verifier Alpha', NULL, 'requested_project_id two
lines', 'role_ids it''s 100% sure', '00000004', 'expires_at Zoë :name'),
	('00000019', 'request_secret ', 'verifier 日本', 'authorizing_user_id back\slash', 'requested_project_id alpha', 'role_ids it''s 100% sure', '00000016', 'expires_at alpha'),
	('00000020', 'request_secret Zoë :name', 'verifier 日本', 'authorizing_user_id back\slash', 'requested_project_id ', NULL, '00000009', 'expires_at alpha'),
	('00000021', 'request_secret ', 'verifier Zoë :name', 'authorizing_user_id ', 'requested_project_id back\slash', 'role_ids back\slash', '00000007', NULL),
	('00000022', 'request_secret ', 'verifier %s', 'authorizing_user_id two
lines', 'requested_project_id back\slash', 'role_ids back\slash', '00000002', 'expires_at %s'),
	('00000023', 'request_secret alpha', NULL, 'authorizing_user_id ', 'requested_project_id back\slash', NULL, '00000014', NULL),
	('00000024', 'request_secret ', NULL, 'authorizing_user_id it''s 100% sure', 'requested_project_id a "quote"', NULL, '00000017', 'expires_at a "quote"');
INSERT INTO public.revocation_event VALUES
	(1, 'domain_id two
lines', 'project_id Zoë :name', 'user_id it''s 100% sure', 'role_id it''s 100% sure', 'trust_id %s', NULL, 'access_token_id alpha', '2019-03-01 08:30:15.12', NULL, '2019-03-01 08:30:15.12', 'audit_id %s', 'audit_chain_id two
lines'),
	(2, 'domain_id %s', 'project_id it''s 100% sure', 'user_id two
lines', NULL, 'trust_id alpha', NULL, 'access_token_id 日本', '2019-03-02 15:30:15.12', '2019-03-02 15:30:15.12', '2019-03-02 15:30:15.12', 'audit_id a "quote"', 'audit_chain_id back\slash'),
	(3, NULL, 'project_id back\slash', 'user_id it''s 100% sure', NULL, 'trust_id a "quote"', 'consumer_id two
lines', 'access_token_id a "quote"', '2019-03-03 22:30:15.12', '2019-03-03 22:30:15.12', '2019-03-03 22:30:15.12', 'audit_id Zoë :name', 'audit_chain_id %s'),
	(4, 'domain_id %s', 'project_id %s', 'user_id Zoë :name', 'role_id Zoë :name', 'trust_id %s', 'consumer_id two
lines', 'access_token_id it''s 100% sure', '2019-03-05 05:30:15.12', NULL, '2019-03-05 05:30:15.12', NULL, 'audit_chain_id alpha'),
	(5, NULL, 'project_id a "quote"', 'user_id ', 'role_id back\slash', 'trust_id Alpha', NULL, 'access_token_id alpha', '2019-03-06 12:30:15.12', '2019-03-06 12:30:15.12', '2019-03-06 12:30:15.12', NULL, NULL),
	(6, 'domain_id a "quote"', NULL, NULL, 'role_id ', 'trust_id alpha', 'consumer_id two
lines', 'access_token_id two
lines', '2019-03-07 19:30:15.12', '2019-03-07 19:30:15.12', '2019-03-07 19:30:15.12', 'audit_id it''s 100% sure', 'audit_chain_id 日本'),
	(7, 'domain_id %s', 'project_id back\slash', 'user_id back\slash', NULL, 'trust_id 日本', 'consumer_id ', 'access_token_id Alpha', '2019-03-09 02:30:15.12', '2019-03-09 02:30:15.12', '2019-03-09 02:30:15.12', NULL, 'audit_chain_id 日本'),
	(8, 'domain_id ', 'project_id back\slash', NULL, 'role_id 日本', NULL, NULL, 'access_token_id two
lines', '2019-03-10 09:30:15.12', '2019-03-10 09:30:15.12', '2019-03-10 09:30:15.12', 'audit_id it''s 100% sure', 'audit_chain_id '),
	(9, 'domain_id back\slash', 'project_id a "quote"', 'user_id a "quote"', 'role_id alpha', 'trust_id 日本', 'consumer_id alpha', 'access_token_id Zoë :name', '2019-03-11 16:30:15.12', '2019-03-11 16:30:15.12', '2019-03-11 16:30:15.12', 'audit_id a "quote"', 'audit_chain_id a "quote"'),
	(10, 'domain_id Zoë :name', NULL, 'user_id two
lines', 'role_id %s', 'trust_id alpha', 'consumer_id it''s 100% sure', NULL, '2019-03-12 23:30:15.12', '2019-03-12 23:30:15.12', '2019-03-12 23:30:15.12', 'audit_id Zoë :name', NULL),
	(11, NULL, 'project_id ', 'user_id ', 'role_id Zoë :name', 'trust_id ', 'consumer_id a "quote"', NULL, '2019-03-14 06:30:15.12', NULL, '2019-03-14 06:30:15.12', 'audit_id back\slash', 'audit_chain_id %s'),
	(12, 'domain_id a "quote"', 'project_id Zoë :name', NULL, 'role_id back\slash', 'trust_id Alpha', NULL, 'access_token_id ', '2019-03-15 13:30:15.12', NULL, '2019-03-15 13:30:15.12', NULL, NULL),
	(13, 'domain_id %s', 'project_id Alpha', 'user_id Alpha', 'role_id two
lines', 'trust_id 日本', 'consumer_id %s', 'access_token_id ', '2019-03-16 20:30:15.12', '2019-03-16 20:30:15.12', '2019-03-16 20:30:15.12', NULL, NULL),
	(14, NULL, 'project_id Zoë :name', 'user_id ', 'role_id Zoë :name', NULL, 'consumer_id 日本', 'access_token_id Alpha', '2019-03-18 03:30:15.12', NULL, '2019-03-18 03:30:15.12', 'audit_id 日本', 'audit_chain_id a "quote"'),
	(15, 'domain_id 日本', NULL, NULL, 'role_id 日本', 'trust_id two
lines', 'consumer_id Alpha', 'access_token_id 日本', '2019-03-19 10:30:15.12', '2019-03-19 10:30:15.12', '2019-03-19 10:30:15.12', NULL, NULL),
	(16, 'domain_id ', 'project_id %s', 'user_id alpha', 'role_id 日本', 'trust_id ', 'consumer_id %s', 'access_token_id Zoë :name', '2019-03-20 17:30:15.12', '2019-03-20 17:30:15.12', '2019-03-20 17:30:15.12', NULL, 'audit_chain_id 日本'),
	(17, 'domain_id Zoë :name', 'project_id ', 'user_id a "quote"', 'role_id Alpha', 'trust_id it''s 100% sure', 'consumer_id back\slash', 'access_token_id it''s 100% sure', '2019-03-22 00:30:15.12', '2019-03-22 00:30:15.12', '2019-03-22 00:30:15.12', 'audit_id ', 'audit_chain_id %s'),
	(18, 'domain_id it''s 100% sure', 'project_id it''s 100% sure', NULL, NULL, 'trust_id 日本', 'consumer_id alpha', 'access_token_id alpha', '2019-03-23 07:30:15.12', '2019-03-23 07:30:15.12', '2019-03-23 07:30:15.12', 'audit_id back\slash', 'audit_chain_id Zoë :name'),
	(19, 'domain_id 日本', 'project_id a "quote"', 'user_id back\slash', 'role_id ', 'trust_id a "quote"', 'consumer_id ', 'access_token_id alpha', '2019-03-24 14:30:15.12', '2019-03-24 14:30:15.12', '2019-03-24 14:30:15.12', 'audit_id alpha', 'audit_chain_id alpha'),
	(20, NULL, 'project_id 日本', 'user_id Zoë :name', 'role_id back\slash', 'trust_id Alpha', 'consumer_id ', 'access_token_id ', '2019-03-25 21:30:15.12', '2019-03-25 21:30:15.12', '2019-03-25 21:30:15.12', 'audit_id 日本', 'audit_chain_id '),
	(21, 'domain_id ', 'project_id a "quote"', 'user_id %s', NULL, 'trust_id ', 'consumer_id back\slash', 'access_token_id ', '2019-03-27 04:30:15.12', '2019-03-27 04:30:15.12', '2019-03-27 04:30:15.12', 'audit_id ', NULL),
	(22, 'domain_id Zoë :name', 'project_id alpha', 'user_id 日本', 'role_id %s', 'trust_id a "quote"', 'consumer_id ', 'access_token_id alpha', '2019-03-28 11:30:15.12', '2019-03-28 11:30:15.12', '2019-03-28 11:30:15.12', 'audit_id a "quote"', NULL),
	(23, NULL, 'project_id alpha', 'user_id 日本', 'role_id it''s 100% sure', 'trust_id ', NULL, 'access_token_id ', '2019-03-29 18:30:15.12', '2019-03-29 18:30:15.12', '2019-03-29 18:30:15.12', 'audit_id Zoë :name', NULL),
	(24, 'domain_id Alpha', NULL, 'user_id it''s 100% sure', 'role_id alpha', 'trust_id two
lines', 'consumer_id alpha', 'access_token_id alpha', '2019-03-31 01:30:15.12', '2019-03-31 01:30:15.12', '2019-03-31 01:30:15.12', 'audit_id alpha', NULL);
INSERT INTO public.role VALUES
	('00000001', '00000001', '00000001', '{"row": 0, "text": "it''s"}'),
	('00000002', '00000002', '00000002', '{"row": 1, "text": "it''s"}'),
	('00000003', '00000003', '00000003', '{"row": 2, "text": "it''s"}'),
	('00000004', '00000004', '00000004', '{"row": 3, "text": "it''s"}'),
	('00000005', '00000005', '00000005', NULL),
	('00000006', '00000006', '00000006', '{"row": 5, "text": "it''s"}'),
	('00000007', '00000007', '00000007', NULL),
	('00000008', '00000008', '00000008', NULL),
	('00000009', '00000009', '00000009', '{"row": 8, "text": "it''s"}'),
	('00000010', '00000010', '00000010', '{"row": 9, "text": "it''s"}'),
	('00000011', '00000011', '00000011', '{"row": 10, "text": "it''s"}'),
	('00000012', '00000012', '00000012', NULL),
	('00000013', '00000013', '00000013', NULL),
	('00000014', '00000014', '00000014', '{"row": 13, "text": "it''s"}'),
	('00000015', '00000015', '00000015', NULL),
	('00000016', '00000016', '00000016', '{"row": 15, "text": "it''s"}'),
	('00000017', '00000017', '00000017', NULL),
	('00000018', '00000018', '00000018', '{"row": 17, "text": "it''s"}'),
	('00000019', '00000019', '00000019', NULL),
	('00000020', '00000020', '00000020', NULL),
	('00000021', '00000021', '00000021', '{"row": 20, "text": "it''s"}'),
	('00000022', '00000022', '00000022', '{"row": 21, "text": "it''s"}'),
	('00000023', '00000023', '00000023', '{"row": 22, "text": "it''s"}'),
	('00000024', '00000024', '00000024', '{"row": 23, "text": "it''s"}');
INSERT INTO public.sensitive_config VALUES
	('00000001', '00000001', '00000001', '{"row": 0, "text": "it''s"}'),
	('00000002', '00000002', '00000002', '{"row": 1, "text": "it''s"}'),
	('00000003', '00000003', '00000003', '{"row": 2, "text": "it''s"}'),
	('00000004', '00000004', '00000004', '{"row": 3, "text": "it''s"}'),
	('00000005', '00000005', '00000005', '{"row": 4, "text": "it''s"}'),
	('00000006', '00000006', '00000006', '{"row": 5, "text": "it''s"}'),
	('00000007', '00000007', '00000007', '{"row": 6, "text": "it''s"}'),
	('00000008', '00000008', '00000008', '{"row": 7, "text": "it''s"}'),
	('00000009', '00000009', '00000009', '{"row": 8, "text": "it''s"}'),
	('00000010', '00000010', '00000010', '{"row": 9, "text": "it''s"}'),
	('00000011', '00000011', '00000011', '{"row": 10, "text": "it''s"}'),
	('00000012', '00000012', '00000012', '{"row": 11, "text": "it''s"}'),
	('00000013', '00000013', '00000013', '{"row": 12, "text": "it''s"}'),
	('00000014', '00000014', '00000014', '{"row": 13, "text": "it''s"}'),
	('00000015', '00000015', '00000015', '{"row": 14, "text": "it''s"}'),
	('00000016', '00000016', '00000016', '{"row": 15, "text": "it''s"}'),
	('00000017', '00000017', '00000017', '{"row": 16, "text": "it''s"}'),
	('00000018', '00000018', '00000018', '{"row": 17, "text": "it''s"}'),
	('00000019', '00000019', '00000019', '{"row": 18, "text": "it''s"}'),
	('00000020', '00000020', '00000020', '{"row": 19, "text": "it''s"}'),
	('00000021', '00000021', '00000021', '{"row": 20, "text": "it''s"}'),
	('00000022', '00000022', '00000022', '{"row": 21, "text": "it''s"}'),
	('00000023', '00000023', '00000023', '{"row": 22, "text": "it''s"}'),
	('00000024', '00000024', '00000024', '{"row": 23, "text": "it''s"}');
INSERT INTO public.service VALUES
	('00000001', 'type Zoë :name', false, NULL),
	('00000002', 'type 日本', false, NULL),
	('00000003', 'type two
lines', true, '{"row": 2, "text": "it''s"}'),
	('00000004', 'type back\slash', false, '{"row": 3, "text": "it''s"}'),
	('00000005', 'type Alpha', true, '{"row": 4, "text": "it''s"}'),
	('00000006', 'type back\slash', false, '{"row": 5, "text": "it''s"}'),
	('00000007', 'type it''s 100% sure', false, '{"row": 6, "text": "it''s"}'),
	('00000008', 'type 日本', false, '{"row": 7, "text": "it''s"}'),
	('00000009', 'type Alpha', false, NULL),
	('00000010', 'type it''s 100% sure', false, '{"row": 9, "text": "it''s"}'),
	('00000011', 'type Zoë :name', false, '{"row": 10, "text": "it''s"}'),
	('00000012', 'type Alpha', false, '{"row": 11, "text": "it''s"}'),
	('00000013', 'type a "quote"', true, '{"row": 12, "text": "it''s"}'),
	('00000014', NULL, true, '{"row": 13, "text": "it''s"}'),
	('00000015', 'type alpha', true, '{"row": 14, "text": "it''s"}'),
	('00000016', 'type back\slash', true, '{"row": 15, "text": "it''s"}'),
	('00000017', 'type it''s 100% sure', true, NULL),
	('00000018', 'type %s', true, '{"row": 17, "text": "it''s"}'),
	('00000019', 'type alpha', false, NULL),
	('00000020', 'type a "quote"', false, '{"row": 19, "text": "it''s"}'),
	('00000021', 'type two
lines', false, NULL),
	('00000022', 'type back\slash', true, '{"row": 21, "text": "it''s"}'),
	('00000023', 'type Alpha', true, '{"row": 22, "text": "it''s"}'),
	('00000024', 'type a "quote"', false, '{"row": 23, "text": "it''s"}');
INSERT INTO public.service_provider VALUES
	('00000001', true, 'description ', 'auth_url ', 'sp_url a "quote"', 'relay_state_prefix %s'),
	('00000002', false, NULL, 'auth_url Alpha', 'sp_url Alpha', 'relay_state_prefix Zoë :name'),
	('00000003', false, 'description two
lines', 'auth_url Zoë :name', 'sp_url two
lines', 'relay_state_prefix Alpha'),
	('00000004', false, NULL, 'auth_url alpha', 'sp_url alpha', 'relay_state_prefix Alpha'),
	('00000005', true, 'description Alpha', 'auth_url a "quote"', 'sp_url Alpha', 'relay_state_prefix alpha'),
	('00000006', false, 'description ', 'auth_url Zoë :name', 'sp_url two
lines', 'relay_state_prefix it''s 100% sure'),
	('00000007', true, 'description alpha', 'auth_url a "quote"', 'sp_url two
lines', 'relay_state_prefix 日本'),
	('00000008', true, 'description 日本', 'auth_url %s', 'sp_url a "quote"', 'relay_state_prefix back\slash'),
	('00000009', false, 'description back\slash', 'auth_url Alpha', 'sp_url alpha', 'relay_state_prefix 日本'),
	('00000010', false, 'description 日本', 'auth_url Alpha', 'sp_url back\slash', 'relay_state_prefix back\slash'),
	('00000011', true, 'description two
lines', 'auth_url a "quote"', 'sp_url back\slash', 'relay_state_prefix Alpha'),
	('00000012', true, 'description Zoë :name', 'auth_url ', 'sp_url two
lines', 'relay_state_prefix '),
	('00000013', false, 'description Zoë :name', 'auth_url %s', 'sp_url it''s 100% sure', 'relay_state_prefix Alpha'),
	('00000014', true, 'description back\slash', 'auth_url Alpha', 'sp_url ', 'relay_state_prefix Zoë :name'),
	('00000015', false, 'description back\slash', 'auth_url ', 'sp_url alpha', 'relay_state_prefix Zoë :name'),
	('00000016', false, 'description 日本', 'auth_url ', 'sp_url two
lines', 'relay_state_prefix Zoë :name'),
	('00000017', true, NULL, 'auth_url %s', 'sp_url Alpha', 'relay_state_prefix alpha'),
	('00000018', false, 'description Alpha', 'auth_url back\slash', 'sp_url Zoë :name', 'relay_state_prefix alpha'),
	('00000019', true, 'description a "quote"', 'auth_url a "quote"', 'sp_url back\slash', 'relay_state_prefix it''s 100% sure'),
	('00000020', false, 'description Alpha', 'auth_url ', 'sp_url a "quote"', 'relay_state_prefix Zoë :name'),
	('00000021', true, 'description two
lines', 'auth_url %s', 'sp_url a "quote"', 'relay_state_prefix alpha'),
	('00000022', false, 'description %s', 'auth_url it''s 100% sure', 'sp_url Zoë :name', 'relay_state_prefix Zoë :name'),
	('00000023', false, 'description ', 'auth_url ', 'sp_url a "quote"', 'relay_state_prefix back\slash'),
	('00000024', false, 'description 日本', 'auth_url it''s 100% sure', 'sp_url two
lines', 'relay_state_prefix two
lines');
INSERT INTO public.system_assignment VALUES
	('00000001', '00000001', '00000001', '00000001', true),
	('00000002', '00000002', '00000002', '00000002', true),
	('00000003', '00000003', '00000003', '00000003', false),
	('00000004', '00000004', '00000004', '00000004', false),
	('00000005', '00000005', '00000005', '00000005', false),
	('00000006', '00000006', '00000006', '00000006', true),
	('00000007', '00000007', '00000007', '00000007', true),
	('00000008', '00000008', '00000008', '00000008', true),
	('00000009', '00000009', '00000009', '00000009', true),
	('00000010', '00000010', '00000010', '00000010', true),
	('00000011', '00000011', '00000011', '00000011', false),
	('00000012', '00000012', '00000012', '00000012', false),
	('00000013', '00000013', '00000013', '00000013', false),
	('00000014', '00000014', '00000014', '00000014', true),
	('00000015', '00000015', '00000015', '00000015', true),
	('00000016', '00000016', '00000016', '00000016', true),
	('00000017', '00000017', '00000017', '00000017', false),
	('00000018', '00000018', '00000018', '00000018', false),
	('00000019', '00000019', '00000019', '00000019', true),
	('00000020', '00000020', '00000020', '00000020', false),
	('00000021', '00000021', '00000021', '00000021', false),
	('00000022', '00000022', '00000022', '00000022', false),
	('00000023', '00000023', '00000023', '00000023', false),
	('00000024', '00000024', '00000024', '00000024', false);
INSERT INTO public.token VALUES
	('00000001', NULL, '{"row": 0, "text": "it''s"}', false, 'user_id a "quote"', NULL),
	('00000002', '2019-03-02 15:30:15.12', '{"row": 1, "text": "it''s"}', false, 'user_id Zoë :name', 'trust_id it''s 100% sure'),
	('00000003', NULL, '{"row": 2, "text": "it''s"}', true, 'user_id two
lines', 'trust_id two
lines'),
	('00000004', '2019-03-05 05:30:15.12', '{"row": 3, "text": "it''s"}', true, NULL, 'trust_id 日本'),
	('00000005', '2019-03-06 12:30:15.12', '{"row": 4, "text": "it''s"}', true, 'user_id Zoë :name', 'trust_id Zoë :name'),
	('00000006', NULL, NULL, false, 'user_id 日本', 'trust_id 日本'),
	('00000007', '2019-03-09 02:30:15.12', '{"row": 6, "text": "it''s"}', false, NULL, 'trust_id back\slash'),
	('00000008', '2019-03-10 09:30:15.12', '{"row": 7, "text": "it''s"}', true, 'user_id ', 'trust_id it''s 100% sure'),
	('00000009', '2019-03-11 16:30:15.12', NULL, false, 'user_id back\slash', NULL),
	('00000010', '2019-03-12 23:30:15.12', '{"row": 9, "text": "it''s"}', true, 'user_id a "quote"', 'trust_id %s'),
	('00000011', '2019-03-14 06:30:15.12', '{"row": 10, "text": "it''s"}', true, 'user_id Zoë :name', 'trust_id 日本'),
	('00000012', '2019-03-15 13:30:15.12', '{"row": 11, "text": "it''s"}', true, 'user_id Zoë :name', NULL),
	('00000013', '2019-03-16 20:30:15.12', '{"row": 12, "text": "it''s"}', false, 'user_id 日本', NULL),
	('00000014', '2019-03-18 03:30:15.12', '{"row": 13, "text": "it''s"}', true, 'user_id 日本', 'trust_id it''s 100% sure'),
	('00000015', '2019-03-19 10:30:15.12', '{"row": 14, "text": "it''s"}', false, 'user_id Zoë :name', 'trust_id it''s 100% sure'),
	('00000016', '2019-03-20 17:30:15.12', '{"row": 15, "text": "it''s"}', true, 'user_id two
lines', 'trust_id 日本'),
	('00000017', '2019-03-22 00:30:15.12', '{"row": 16, "text": "it''s"}', true, 'user_id alpha', 'trust_id a "quote"'),
	('00000018', NULL, '{"row": 17, "text": "it''s"}', false, 'user_id back\slash', NULL),
	('00000019', '2019-03-24 14:30:15.12', '{"row": 18, "text": "it''s"}', true, NULL, 'trust_id Zoë :name'),
	('00000020', '2019-03-25 21:30:15.12', '{"row": 19, "text": "it''s"}', true, 'user_id Zoë :name', 'trust_id two
lines'),
	('00000021', '2019-03-27 04:30:15.12', NULL, true, 'user_id it''s 100% sure', 'trust_id 日本'),
	('00000022', NULL, '{"row": 21, "text": "it''s"}', false, 'user_id it''s 100% sure', 'trust_id Alpha'),
	('00000023', NULL, '{"row": 22, "text": "it''s"}', false, 'user_id Zoë :name', 'trust_id Alpha'),
	('00000024', '2019-03-31 01:30:15.12', '{"row": 23, "text": "it''s"}', false, 'user_id ', 'trust_id 日本');
INSERT INTO public.trust VALUES
	('00000001', '00000001', '00000001', '00000001', true, NULL, NULL, 1099511627776, 1, '{"row": 0, "text": "it''s"}'),
	('00000002', '00000002', '00000002', '00000002', false, '2019-03-02 15:30:15.12', '2019-03-02 15:30:15.12', NULL, 1, '{"row": 1, "text": "it''s"}'),
	('00000003', '00000003', '00000003', NULL, true, '2019-03-03 22:30:15.12', '2019-03-03 22:30:15.12', 0, 0, '{"row": 2, "text": "it''s"}'),
	('00000004', '00000004', '00000004', '00000004', true, '2019-03-05 05:30:15.12', NULL, 3, NULL, NULL),
	('00000005', '00000005', '00000005', '00000005', false, '2019-03-06 12:30:15.12', '2019-03-06 12:30:15.12', 1099511627776, 1, '{"row": 4, "text": "it''s"}'),
	('00000006', '00000006', '00000006', NULL, false, '2019-03-07 19:30:15.12', '2019-03-07 19:30:15.12', 1099511627776, NULL, '{"row": 5, "text": "it''s"}'),
	('00000007', '00000007', '00000007', '00000007', false, '2019-03-09 02:30:15.12', '2019-03-09 02:30:15.12', 6, 0, NULL),
	('00000008', '00000008', '00000008', '00000008', true, '2019-03-10 09:30:15.12', '2019-03-10 09:30:15.12', 0, NULL, '{"row": 7, "text": "it''s"}'),
	('00000009', '00000009', '00000009', '00000009', true, '2019-03-11 16:30:15.12', '2019-03-11 16:30:15.12', 1, 1, '{"row": 8, "text": "it''s"}'),
	('00000010', '00000010', '00000010', '00000010', false, '2019-03-12 23:30:15.12', '2019-03-12 23:30:15.12', NULL, 9, '{"row": 9, "text": "it''s"}'),
	('00000011', '00000011', '00000011', '00000011', false, NULL, NULL, 0, NULL, '{"row": 10, "text": "it''s"}'),
	('00000012', '00000012', '00000012', '00000012', false, '2019-03-15 13:30:15.12', '2019-03-15 13:30:15.12', 1099511627776, 11, '{"row": 11, "text": "it''s"}'),
	('00000013', '00000013', '00000013', '00000013', false, '2019-03-16 20:30:15.12', '2019-03-16 20:30:15.12', 12, 12, '{"row": 12, "text": "it''s"}'),
	('00000014', '00000014', '00000014', '00000014', true, '2019-03-18 03:30:15.12', '2019-03-18 03:30:15.12', 0, 1, '{"row": 13, "text": "it''s"}'),
	('00000015', '00000015', '00000015', '00000015', false, NULL, '2019-03-19 10:30:15.12', 0, 0, '{"row": 14, "text": "it''s"}'),
	('00000016', '00000016', '00000016', NULL, true, '2019-03-20 17:30:15.12', '2019-03-20 17:30:15.12', 1, 0, '{"row": 15, "text": "it''s"}'),
	('00000017', '00000017', '00000017', '00000017', true, '2019-03-22 00:30:15.12', '2019-03-22 00:30:15.12', 0, 16, '{"row": 16, "text": "it''s"}'),
	('00000018', '00000018', '00000018', '00000018', false, '2019-03-23 07:30:15.12', NULL, NULL, 17, '{"row": 17, "text": "it''s"}'),
	('00000019', '00000019', '00000019', '00000019', false, '2019-03-24 14:30:15.12', '2019-03-24 14:30:15.12', 0, 18, '{"row": 18, "text": "it''s"}'),
	('00000020', '00000020', '00000020', '00000020', true, NULL, '2019-03-25 21:30:15.12', 1099511627776, 0, NULL),
	('00000021', '00000021', '00000021', '00000021', true, '2019-03-27 04:30:15.12', '2019-03-27 04:30:15.12', 0, NULL, '{"row": 20, "text": "it''s"}'),
	('00000022', '00000022', '00000022', NULL, true, '2019-03-28 11:30:15.12', '2019-03-28 11:30:15.12', 0, NULL, '{"row": 21, "text": "it''s"}'),
	('00000023', '00000023', '00000023', '00000023', false, NULL, '2019-03-29 18:30:15.12', 1, 22, '{"row": 22, "text": "it''s"}'),
	('00000024', '00000024', '00000024', '00000024', false, '2019-03-31 01:30:15.12', '2019-03-31 01:30:15.12', 23, NULL, '{"row": 23, "text": "it''s"}');
INSERT INTO public.trust_role VALUES
	('00000001', '00000001'),
	('00000002', '00000002'),
	('00000003', '00000003'),
	('00000004', '00000004'),
	('00000005', '00000005'),
	('00000006', '00000006'),
	('00000007', '00000007'),
	('00000008', '00000008'),
	('00000009', '00000009'),
	('00000010', '00000010'),
	('00000011', '00000011'),
	('00000012', '00000012'),
	('00000013', '00000013'),
	('00000014', '00000014'),
	('00000015', '00000015'),
	('00000016', '00000016'),
	('00000017', '00000017'),
	('00000018', '00000018'),
	('00000019', '00000019'),
	('00000020', '00000020'),
	('00000021', '00000021'),
	('00000022', '00000022'),
	('00000023', '00000023'),
	('00000024', '00000024');
INSERT INTO public."user" VALUES
	('00000001', '00000001', false, '{"row": 0, "text": "it''s"}', 'default_project_id ', '2019-03-01 08:30:15.12', '2019-03-01'),
	('00000002', '00000002', false, '{"row": 1, "text": "it''s"}', 'default_project_id two
lines', '2019-03-02 15:30:15.12', '2019-03-02'),
	('00000003', '00000003', false, NULL, 'default_project_id a "quote"', NULL, NULL),
	('00000004', '00000004', NULL, NULL, NULL, '2019-03-05 05:30:15.12', '2019-03-04'),
	('00000005', '00000005', NULL, '{"row": 4, "text": "it''s"}', 'default_project_id it''s 100% sure', '2019-03-06 12:30:15.12', '2019-03-05'),
	('00000006', '00000006', false, '{"row": 5, "text": "it''s"}', 'default_project_id back\slash', '2019-03-07 19:30:15.12', '2019-03-06'),
	('00000007', '00000007', false, NULL, 'default_project_id it''s 100% sure', '2019-03-09 02:30:15.12', NULL),
	('00000008', '00000008', true, NULL, 'default_project_id alpha', '2019-03-10 09:30:15.12', '2019-03-08'),
	('00000009', '00000009', true, '{"row": 8, "text": "it''s"}', 'default_project_id back\slash', '2019-03-11 16:30:15.12', '2019-03-09'),
	('00000010', '00000010', NULL, '{"row": 9, "text": "it''s"}', 'default_project_id alpha', '2019-03-12 23:30:15.12', '2019-03-10'),
	('00000011', '00000011', false, '{"row": 10, "text": "it''s"}', 'default_project_id a "quote"', NULL, '2019-03-11'),
	('00000012', '00000012', NULL, NULL, 'default_project_id two
lines', '2019-03-15 13:30:15.12', NULL),
	('00000013', '00000013', NULL, '{"row": 12, "text": "it''s"}', 'default_project_id Zoë :name', '2019-03-16 20:30:15.12', '2019-03-13'),
	('00000014', '00000014', NULL, '{"row": 13, "text": "it''s"}', 'default_project_id Alpha', '2019-03-18 03:30:15.12', '2019-03-14'),
	('00000015', '00000015', false, '{"row": 14, "text": "it''s"}', 'default_project_id %s', '2019-03-19 10:30:15.12', '2019-03-15'),
	('00000016', '00000016', false, NULL, NULL, NULL, '2019-03-16'),
	('00000017', '00000017', NULL, NULL, 'default_project_id %s', '2019-03-22 00:30:15.12', '2019-03-17'),
	('00000018', '00000018', NULL, NULL, 'default_project_id %s', '2019-03-23 07:30:15.12', '2019-03-18'),
	('00000019', '00000019', true, '{"row": 18, "text": "it''s"}', 'default_project_id %s', '2019-03-24 14:30:15.12', NULL),
	('00000020', '00000020', true, '{"row": 19, "text": "it''s"}', 'default_project_id Alpha', '2019-03-25 21:30:15.12', '2019-03-20'),
	('00000021', '00000021', true, '{"row": 20, "text": "it''s"}', 'default_project_id alpha', '2019-03-27 04:30:15.12', NULL),
	('00000022', '00000022', true, '{"row": 21, "text": "it''s"}', 'default_project_id two
lines', '2019-03-28 11:30:15.12', '2019-03-22'),
	('00000023', '00000023', false, '{"row": 22, "text": "it''s"}', 'default_project_id Zoë :name', '2019-03-29 18:30:15.12', '2019-03-23'),
	('00000024', '00000024', NULL, '{"row": 23, "text": "it''s"}', 'default_project_id Zoë :name', NULL, '2019-03-24');
INSERT INTO public.user_group_membership VALUES
	('00000013', '00000002'),
	('00000023', '00000011'),
	('00000017', '00000019'),
	('00000011', '00000018'),
	('00000014', '00000014'),
	('00000003', '00000002'),
	('00000005', '00000024'),
	('00000010', '00000005'),
	('00000021', '00000024'),
	('00000001', '00000016'),
	('00000014', '00000016'),
	('00000003', '00000019'),
	('00000014', '00000013'),
	('00000001', '00000019'),
	('00000004', '00000011'),
	('00000015', '00000007'),
	('00000012', '00000011'),
	('00000018', '00000013'),
	('00000003', '00000022'),
	('00000022', '00000022'),
	('00000004', '00000016'),
	('00000001', '00000021'),
	('00000011', '00000021'),
	('00000009', '00000008');
INSERT INTO public.user_option VALUES
	('00000016', '0001', '{"row": 0, "text": "it''s"}'),
	('00000017', '0002', NULL),
	('00000021', '0003', '{"row": 2, "text": "it''s"}'),
	('00000015', '0004', '{"row": 3, "text": "it''s"}'),
	('00000012', '0005', '{"row": 4, "text": "it''s"}'),
	('00000005', '0006', '{"row": 5, "text": "it''s"}'),
	('00000001', '0007', NULL),
	('00000002', '0008', '{"row": 7, "text": "it''s"}'),
	('00000015', '0009', '{"row": 8, "text": "it''s"}'),
	('00000008', '0010', '{"row": 9, "text": "it''s"}'),
	('00000020', '0011', '{"row": 10, "text": "it''s"}'),
	('00000024', '0012', '{"row": 11, "text": "it''s"}'),
	('00000015', '0013', '{"row": 12, "text": "it''s"}'),
	('00000011', '0014', '{"row": 13, "text": "it''s"}'),
	('00000014', '0015', '{"row": 14, "text": "it''s"}'),
	('00000013', '0016', '{"row": 15, "text": "it''s"}'),
	('00000010', '0017', '{"row": 16, "text": "it''s"}'),
	('00000024', '0018', '{"row": 17, "text": "it''s"}'),
	('00000006', '0019', '{"row": 18, "text": "it''s"}'),
	('00000018', '0020', '{"row": 19, "text": "it''s"}'),
	('00000001', '0021', '{"row": 20, "text": "it''s"}'),
	('00000001', '0022', NULL),
	('00000020', '0023', NULL),
	('00000005', '0024', NULL);
INSERT INTO public.whitelisted_config VALUES
	('00000001', '00000001', '00000001', '{"row": 0, "text": "it''s"}'),
	('00000002', '00000002', '00000002', '{"row": 1, "text": "it''s"}'),
	('00000003', '00000003', '00000003', '{"row": 2, "text": "it''s"}'),
	('00000004', '00000004', '00000004', '{"row": 3, "text": "it''s"}'),
	('00000005', '00000005', '00000005', '{"row": 4, "text": "it''s"}'),
	('00000006', '00000006', '00000006', '{"row": 5, "text": "it''s"}'),
	('00000007', '00000007', '00000007', '{"row": 6, "text": "it''s"}'),
	('00000008', '00000008', '00000008', '{"row": 7, "text": "it''s"}'),
	('00000009', '00000009', '00000009', '{"row": 8, "text": "it''s"}'),
	('00000010', '00000010', '00000010', '{"row": 9, "text": "it''s"}'),
	('00000011', '00000011', '00000011', '{"row": 10, "text": "it''s"}'),
	('00000012', '00000012', '00000012', '{"row": 11, "text": "it''s"}'),
	('00000013', '00000013', '00000013', '{"row": 12, "text": "it''s"}'),
	('00000014', '00000014', '00000014', '{"row": 13, "text": "it''s"}'),
	('00000015', '00000015', '00000015', '{"row": 14, "text": "it''s"}'),
	('00000016', '00000016', '00000016', '{"row": 15, "text": "it''s"}'),
	('00000017', '00000017', '00000017', '{"row": 16, "text": "it''s"}'),
	('00000018', '00000018', '00000018', '{"row": 17, "text": "it''s"}'),
	('00000019', '00000019', '00000019', '{"row": 18, "text": "it''s"}'),
	('00000020', '00000020', '00000020', '{"row": 19, "text": "it''s"}'),
	('00000021', '00000021', '00000021', '{"row": 20, "text": "it''s"}'),
	('00000022', '00000022', '00000022', '{"row": 21, "text": "it''s"}'),
	('00000023', '00000023', '00000023', '{"row": 22, "text": "it''s"}'),
	('00000024', '00000024', '00000024', '{"row": 23, "text": "it''s"}');
SELECT pg_catalog.setval('public.application_credential_internal_id_seq', 24, true);
SELECT pg_catalog.setval('public.federated_user_id_seq', 24, true);
SELECT pg_catalog.setval('public.local_user_id_seq', 24, true);
SELECT pg_catalog.setval('public.password_id_seq', 24, true);
SELECT pg_catalog.setval('public.revocation_event_id_seq', 24, true);
ALTER TABLE ONLY public.access_token
    ADD CONSTRAINT access_token_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.application_credential
    ADD CONSTRAINT application_credential_pkey PRIMARY KEY (internal_id);
ALTER TABLE ONLY public.application_credential_role
    ADD CONSTRAINT application_credential_role_pkey PRIMARY KEY (application_credential_id, role_id);
ALTER TABLE ONLY public.assignment
    ADD CONSTRAINT assignment_pkey PRIMARY KEY (type, actor_id, target_id, role_id, inherited);
ALTER TABLE ONLY public.config_register
    ADD CONSTRAINT config_register_pkey PRIMARY KEY (type);
ALTER TABLE ONLY public.consumer
    ADD CONSTRAINT consumer_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.credential
    ADD CONSTRAINT credential_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.application_credential
    ADD CONSTRAINT duplicate_app_cred_constraint UNIQUE (name, user_id);
ALTER TABLE ONLY public.trust
    ADD CONSTRAINT duplicate_trust_constraint UNIQUE (trustor_user_id, trustee_user_id, project_id, impersonation, expires_at);
ALTER TABLE ONLY public.endpoint_group
    ADD CONSTRAINT endpoint_group_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.endpoint
    ADD CONSTRAINT endpoint_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.federated_user
    ADD CONSTRAINT federated_user_idp_id_protocol_id_unique_id_key UNIQUE (idp_id, protocol_id, unique_id);
ALTER TABLE ONLY public.federated_user
    ADD CONSTRAINT federated_user_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.federation_protocol
    ADD CONSTRAINT federation_protocol_pkey PRIMARY KEY (id, idp_id);
ALTER TABLE ONLY public."group"
    ADD CONSTRAINT group_domain_id_name_key UNIQUE (domain_id, name);
ALTER TABLE ONLY public."group"
    ADD CONSTRAINT group_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.id_mapping
    ADD CONSTRAINT id_mapping_domain_id_local_id_entity_type_key UNIQUE (domain_id, local_id, entity_type);
ALTER TABLE ONLY public.id_mapping
    ADD CONSTRAINT id_mapping_pkey PRIMARY KEY (public_id);
ALTER TABLE ONLY public.identity_provider
    ADD CONSTRAINT identity_provider_domain_id_key UNIQUE (domain_id);
ALTER TABLE ONLY public.identity_provider
    ADD CONSTRAINT identity_provider_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.idp_remote_ids
    ADD CONSTRAINT idp_remote_ids_pkey PRIMARY KEY (remote_id);
ALTER TABLE ONLY public.implied_role
    ADD CONSTRAINT implied_role_pkey PRIMARY KEY (prior_role_id, implied_role_id);
ALTER TABLE ONLY public."limit"
    ADD CONSTRAINT limit_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public."limit"
    ADD CONSTRAINT limit_project_id_service_id_region_id_resource_name_key UNIQUE (project_id, service_id, region_id, resource_name);
ALTER TABLE ONLY public.local_user
    ADD CONSTRAINT local_user_domain_id_name_key UNIQUE (domain_id, name);
ALTER TABLE ONLY public.local_user
    ADD CONSTRAINT local_user_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.local_user
    ADD CONSTRAINT local_user_user_id_key UNIQUE (user_id);
ALTER TABLE ONLY public.mapping
    ADD CONSTRAINT mapping_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.nonlocal_user
    ADD CONSTRAINT nonlocal_user_pkey PRIMARY KEY (domain_id, name);
ALTER TABLE ONLY public.nonlocal_user
    ADD CONSTRAINT nonlocal_user_user_id_key UNIQUE (user_id);
ALTER TABLE ONLY public.password
    ADD CONSTRAINT password_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.policy_association
    ADD CONSTRAINT policy_association_endpoint_id_service_id_region_id_key UNIQUE (endpoint_id, service_id, region_id);
ALTER TABLE ONLY public.policy_association
    ADD CONSTRAINT policy_association_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.policy
    ADD CONSTRAINT policy_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.project
    ADD CONSTRAINT project_domain_id_name_key UNIQUE (domain_id, name);
ALTER TABLE ONLY public.project_endpoint_group
    ADD CONSTRAINT project_endpoint_group_pkey PRIMARY KEY (endpoint_group_id, project_id);
ALTER TABLE ONLY public.project_endpoint
    ADD CONSTRAINT project_endpoint_pkey PRIMARY KEY (endpoint_id, project_id);
ALTER TABLE ONLY public.project
    ADD CONSTRAINT project_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.project_tag
    ADD CONSTRAINT project_tag_pkey PRIMARY KEY (project_id, name);
ALTER TABLE ONLY public.region
    ADD CONSTRAINT region_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.registered_limit
    ADD CONSTRAINT registered_limit_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.registered_limit
    ADD CONSTRAINT registered_limit_service_id_region_id_resource_name_key UNIQUE (service_id, region_id, resource_name);
ALTER TABLE ONLY public.request_token
    ADD CONSTRAINT request_token_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.revocation_event
    ADD CONSTRAINT revocation_event_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.role
    ADD CONSTRAINT role_name_domain_id_key UNIQUE (name, domain_id);
ALTER TABLE ONLY public.role
    ADD CONSTRAINT role_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.sensitive_config
    ADD CONSTRAINT sensitive_config_pkey PRIMARY KEY (domain_id, "group", option);
ALTER TABLE ONLY public.service
    ADD CONSTRAINT service_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.service_provider
    ADD CONSTRAINT service_provider_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.system_assignment
    ADD CONSTRAINT system_assignment_pkey PRIMARY KEY (type, actor_id, target_id, role_id, inherited);
ALTER TABLE ONLY public.token
    ADD CONSTRAINT token_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.trust
    ADD CONSTRAINT trust_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.trust_role
    ADD CONSTRAINT trust_role_pkey PRIMARY KEY (trust_id, role_id);
ALTER TABLE ONLY public.user_group_membership
    ADD CONSTRAINT user_group_membership_pkey PRIMARY KEY (user_id, group_id);
ALTER TABLE ONLY public."user"
    ADD CONSTRAINT user_id_domain_id_key UNIQUE (id, domain_id);
ALTER TABLE ONLY public.user_option
    ADD CONSTRAINT user_option_pkey PRIMARY KEY (user_id, option_id);
ALTER TABLE ONLY public."user"
    ADD CONSTRAINT user_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.whitelisted_config
    ADD CONSTRAINT whitelisted_config_pkey PRIMARY KEY (domain_id, "group", option);
CREATE INDEX ix_access_token_authorizing_user_id ON public.access_token USING btree (authorizing_user_id);
CREATE INDEX ix_actor_id ON public.assignment USING btree (actor_id);
CREATE INDEX ix_request_token_consumer_id ON public.request_token USING btree (consumer_id);
CREATE INDEX ix_revocation_event_audit_id_issued_before ON public.revocation_event USING btree (audit_id, issued_before);
CREATE INDEX ix_revocation_event_issued_before ON public.revocation_event USING btree (issued_before);
CREATE INDEX ix_revocation_event_project_id_issued_before ON public.revocation_event USING btree (project_id, issued_before);
CREATE INDEX ix_revocation_event_revoked_at ON public.revocation_event USING btree (revoked_at);
CREATE INDEX ix_revocation_event_user_id_issued_before ON public.revocation_event USING btree (user_id, issued_before);
CREATE INDEX ix_system_actor_id ON public.system_assignment USING btree (actor_id);
CREATE INDEX ix_token_expires ON public.token USING btree (expires);
CREATE INDEX ix_token_expires_valid ON public.token USING btree (expires, valid);
CREATE INDEX ix_token_trust_id ON public.token USING btree (trust_id);
CREATE INDEX ix_token_user_id ON public.token USING btree (user_id);
CREATE INDEX ix_user_default_project_id ON public."user" USING btree (default_project_id);
ALTER TABLE ONLY public.access_token
    ADD CONSTRAINT access_token_consumer_id_fkey FOREIGN KEY (consumer_id) REFERENCES public.consumer(id);
ALTER TABLE ONLY public.application_credential_role
    ADD CONSTRAINT application_credential_role_application_credential_id_fkey FOREIGN KEY (application_credential_id) REFERENCES public.application_credential(internal_id) ON DELETE CASCADE;
ALTER TABLE ONLY public.endpoint
    ADD CONSTRAINT endpoint_region_id_fkey FOREIGN KEY (region_id) REFERENCES public.region(id) ON DELETE RESTRICT;
ALTER TABLE ONLY public.endpoint
    ADD CONSTRAINT endpoint_service_id_fkey FOREIGN KEY (service_id) REFERENCES public.service(id);
ALTER TABLE ONLY public.federated_user
    ADD CONSTRAINT federated_user_idp_id_fkey FOREIGN KEY (idp_id) REFERENCES public.identity_provider(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.federated_user
    ADD CONSTRAINT federated_user_protocol_id_idp_id_fkey FOREIGN KEY (protocol_id, idp_id) REFERENCES public.federation_protocol(id, idp_id);
ALTER TABLE ONLY public.federated_user
    ADD CONSTRAINT federated_user_user_id_fkey FOREIGN KEY (user_id) REFERENCES public."user"(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.federation_protocol
    ADD CONSTRAINT federation_protocol_idp_id_fkey FOREIGN KEY (idp_id) REFERENCES public.identity_provider(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.idp_remote_ids
    ADD CONSTRAINT idp_remote_ids_idp_id_fkey FOREIGN KEY (idp_id) REFERENCES public.identity_provider(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.implied_role
    ADD CONSTRAINT implied_role_implied_role_id_fkey FOREIGN KEY (implied_role_id) REFERENCES public.role(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.implied_role
    ADD CONSTRAINT implied_role_prior_role_id_fkey FOREIGN KEY (prior_role_id) REFERENCES public.role(id) ON DELETE CASCADE;
ALTER TABLE ONLY public."limit"
    ADD CONSTRAINT limit_project_id_fkey FOREIGN KEY (project_id) REFERENCES public.project(id);
ALTER TABLE ONLY public."limit"
    ADD CONSTRAINT limit_service_id_region_id_resource_name_fkey FOREIGN KEY (service_id, region_id, resource_name) REFERENCES public.registered_limit(service_id, region_id, resource_name);
ALTER TABLE ONLY public.local_user
    ADD CONSTRAINT local_user_user_id_domain_id_fkey FOREIGN KEY (user_id, domain_id) REFERENCES public."user"(id, domain_id) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE ONLY public.nonlocal_user
    ADD CONSTRAINT nonlocal_user_user_id_domain_id_fkey FOREIGN KEY (user_id, domain_id) REFERENCES public."user"(id, domain_id) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE ONLY public.password
    ADD CONSTRAINT password_local_user_id_fkey FOREIGN KEY (local_user_id) REFERENCES public.local_user(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.project
    ADD CONSTRAINT project_domain_id_fkey FOREIGN KEY (domain_id) REFERENCES public.project(id);
ALTER TABLE ONLY public.project_endpoint_group
    ADD CONSTRAINT project_endpoint_group_endpoint_group_id_fkey FOREIGN KEY (endpoint_group_id) REFERENCES public.endpoint_group(id);
ALTER TABLE ONLY public.project
    ADD CONSTRAINT project_parent_id_fkey FOREIGN KEY (parent_id) REFERENCES public.project(id);
ALTER TABLE ONLY public.project_tag
    ADD CONSTRAINT project_tag_project_id_fkey FOREIGN KEY (project_id) REFERENCES public.project(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.registered_limit
    ADD CONSTRAINT registered_limit_region_id_fkey FOREIGN KEY (region_id) REFERENCES public.region(id);
ALTER TABLE ONLY public.registered_limit
    ADD CONSTRAINT registered_limit_service_id_fkey FOREIGN KEY (service_id) REFERENCES public.service(id);
ALTER TABLE ONLY public.request_token
    ADD CONSTRAINT request_token_consumer_id_fkey FOREIGN KEY (consumer_id) REFERENCES public.consumer(id);
ALTER TABLE ONLY public.user_group_membership
    ADD CONSTRAINT user_group_membership_group_id_fkey FOREIGN KEY (group_id) REFERENCES public."group"(id);
ALTER TABLE ONLY public.user_group_membership
    ADD CONSTRAINT user_group_membership_user_id_fkey FOREIGN KEY (user_id) REFERENCES public."user"(id);
ALTER TABLE ONLY public.user_option
    ADD CONSTRAINT user_option_user_id_fkey FOREIGN KEY (user_id) REFERENCES public."user"(id) ON DELETE CASCADE;
