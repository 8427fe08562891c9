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
CREATE TABLE public.access_rule (
    id integer NOT NULL,
    external_id character varying(64),
    user_id character varying(64),
    service character varying(64),
    path character varying(128),
    method character varying(16)
);
CREATE SEQUENCE public.access_rule_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.access_rule_id_seq OWNED BY public.access_rule.id;
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
CREATE TABLE public.application_credential_access_rule (
    application_credential_id integer NOT NULL,
    access_rule_id integer NOT NULL
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
    encrypted_blob text NOT NULL,
    type character varying(255) NOT NULL,
    key_hash character varying(64) NOT NULL,
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
CREATE TABLE public.expiring_user_group_membership (
    user_id character varying(64) NOT NULL,
    group_id character varying(64) NOT NULL,
    idp_id character varying(64) NOT NULL,
    last_verified timestamp without time zone NOT NULL
);
CREATE TABLE public.federated_user (
    id integer NOT NULL,
    user_id character varying(64) NOT NULL,
    idp_id character varying(64) NOT NULL,
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
    mapping_id character varying(64) NOT NULL,
    remote_id_attribute character varying(64)
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
    local_id character varying(255) NOT NULL,
    entity_type public.entity_type NOT NULL
);
CREATE TABLE public.identity_provider (
    id character varying(64) NOT NULL,
    domain_id character varying(64) NOT NULL,
    enabled boolean NOT NULL,
    description text,
    authorization_ttl integer
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
    internal_id integer NOT NULL,
    id character varying(64) NOT NULL,
    project_id character varying(64),
    domain_id character varying(64),
    resource_limit integer NOT NULL,
    description text,
    registered_limit_id character varying(64)
);
CREATE SEQUENCE public.limit_internal_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.limit_internal_id_seq OWNED BY public."limit".internal_id;
CREATE TABLE public.local_user (
    id integer NOT NULL,
    user_id character varying(64) NOT NULL,
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
    rules text NOT NULL,
    schema_version character varying(5) DEFAULT '1.0'::character varying NOT NULL
);
CREATE TABLE public.nonlocal_user (
    domain_id character varying(64) NOT NULL,
    name character varying(255) NOT NULL,
    user_id character varying(64) NOT NULL
);
CREATE TABLE public.password (
    id integer NOT NULL,
    local_user_id integer NOT NULL,
    password_hash character varying(255),
    created_at timestamp without time zone NOT NULL,
    expires_at timestamp without time zone,
    created_at_int bigint DEFAULT '0'::bigint NOT NULL,
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
CREATE TABLE public.project_option (
    project_id character varying(64) NOT NULL,
    option_id character varying(4) NOT NULL,
    option_value text
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
    internal_id integer NOT NULL,
    id character varying(64) NOT NULL,
    service_id character varying(255),
    region_id character varying(64),
    resource_name character varying(255),
    default_limit integer NOT NULL,
    description text
);
CREATE SEQUENCE public.registered_limit_internal_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.registered_limit_internal_id_seq OWNED BY public.registered_limit.internal_id;
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
    description character varying(255),
    extra text
);
CREATE TABLE public.role_option (
    role_id character varying(64) NOT NULL,
    option_id character varying(4) NOT NULL,
    option_value text
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
    redelegated_trust_id character varying(64),
    redelegation_count integer,
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
ALTER TABLE ONLY public.access_rule ALTER COLUMN id SET DEFAULT nextval('public.access_rule_id_seq'::regclass);
ALTER TABLE ONLY public.application_credential ALTER COLUMN internal_id SET DEFAULT nextval('public.application_credential_internal_id_seq'::regclass);
ALTER TABLE ONLY public.federated_user ALTER COLUMN id SET DEFAULT nextval('public.federated_user_id_seq'::regclass);
ALTER TABLE ONLY public."limit" ALTER COLUMN internal_id SET DEFAULT nextval('public.limit_internal_id_seq'::regclass);
ALTER TABLE ONLY public.local_user ALTER COLUMN id SET DEFAULT nextval('public.local_user_id_seq'::regclass);
ALTER TABLE ONLY public.password ALTER COLUMN id SET DEFAULT nextval('public.password_id_seq'::regclass);
ALTER TABLE ONLY public.registered_limit ALTER COLUMN internal_id SET DEFAULT nextval('public.registered_limit_internal_id_seq'::regclass);
ALTER TABLE ONLY public.revocation_event ALTER COLUMN id SET DEFAULT nextval('public.revocation_event_id_seq'::regclass);
SELECT pg_catalog.setval('public.access_rule_id_seq', 1, false);
SELECT pg_catalog.setval('public.application_credential_internal_id_seq', 1, false);
SELECT pg_catalog.setval('public.federated_user_id_seq', 1, false);
SELECT pg_catalog.setval('public.limit_internal_id_seq', 1, false);
SELECT pg_catalog.setval('public.local_user_id_seq', 1, false);
SELECT pg_catalog.setval('public.password_id_seq', 1, false);
SELECT pg_catalog.setval('public.registered_limit_internal_id_seq', 1, false);
SELECT pg_catalog.setval('public.revocation_event_id_seq', 1, false);
ALTER TABLE ONLY public.access_rule
    ADD CONSTRAINT access_rule_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.access_token
    ADD CONSTRAINT access_token_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.application_credential_access_rule
    ADD CONSTRAINT application_credential_access_rule_pkey PRIMARY KEY (application_credential_id, access_rule_id);
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
ALTER TABLE ONLY public.access_rule
    ADD CONSTRAINT duplicate_access_rule_for_user_constraint UNIQUE (user_id, service, path, method);
ALTER TABLE ONLY public.application_credential
    ADD CONSTRAINT duplicate_app_cred_constraint UNIQUE (name, user_id);
ALTER TABLE ONLY public.trust
    ADD CONSTRAINT duplicate_trust_constraint UNIQUE (trustor_user_id, trustee_user_id, project_id, impersonation, expires_at);
ALTER TABLE ONLY public.endpoint_group
    ADD CONSTRAINT endpoint_group_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.endpoint
    ADD CONSTRAINT endpoint_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.expiring_user_group_membership
    ADD CONSTRAINT expiring_user_group_membership_pkey PRIMARY KEY (user_id, group_id, idp_id);
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
    ADD CONSTRAINT identity_provider_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.idp_remote_ids
    ADD CONSTRAINT idp_remote_ids_pkey PRIMARY KEY (remote_id);
ALTER TABLE ONLY public.implied_role
    ADD CONSTRAINT implied_role_pkey PRIMARY KEY (prior_role_id, implied_role_id);
ALTER TABLE ONLY public."limit"
    ADD CONSTRAINT limit_id_key UNIQUE (id);
ALTER TABLE ONLY public."limit"
    ADD CONSTRAINT limit_pkey PRIMARY KEY (internal_id);
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
ALTER TABLE ONLY public.project_option
    ADD CONSTRAINT project_option_pkey PRIMARY KEY (project_id, option_id);
ALTER TABLE ONLY public.project
    ADD CONSTRAINT project_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.project_tag
    ADD CONSTRAINT project_tag_pkey PRIMARY KEY (project_id, name);
ALTER TABLE ONLY public.region
    ADD CONSTRAINT region_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.registered_limit
    ADD CONSTRAINT registered_limit_id_key UNIQUE (id);
ALTER TABLE ONLY public.registered_limit
    ADD CONSTRAINT registered_limit_pkey PRIMARY KEY (internal_id);
ALTER TABLE ONLY public.request_token
    ADD CONSTRAINT request_token_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.revocation_event
    ADD CONSTRAINT revocation_event_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.role
    ADD CONSTRAINT role_name_domain_id_key UNIQUE (name, domain_id);
ALTER TABLE ONLY public.role_option
    ADD CONSTRAINT role_option_pkey PRIMARY KEY (role_id, option_id);
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
CREATE INDEX idx_project_id ON public.project_endpoint_group USING btree (project_id);
CREATE INDEX ix_access_rule_external_id ON public.access_rule USING btree (external_id);
CREATE INDEX ix_access_rule_user_id ON public.access_rule USING btree (user_id);
CREATE INDEX ix_access_token_authorizing_user_id ON public.access_token USING btree (authorizing_user_id);
CREATE INDEX ix_actor_id ON public.assignment USING btree (actor_id);
CREATE INDEX ix_request_token_consumer_id ON public.request_token USING btree (consumer_id);
CREATE INDEX ix_revocation_event_audit_id_issued_before ON public.revocation_event USING btree (audit_id, issued_before);
CREATE INDEX ix_revocation_event_composite ON public.revocation_event USING btree (issued_before, user_id, project_id, audit_id);
CREATE INDEX ix_revocation_event_issued_before ON public.revocation_event USING btree (issued_before);
CREATE INDEX ix_revocation_event_project_id_issued_before ON public.revocation_event USING btree (project_id, issued_before);
CREATE INDEX ix_revocation_event_project_id_user_id ON public.revocation_event USING btree (project_id, user_id);
CREATE INDEX ix_revocation_event_revoked_at ON public.revocation_event USING btree (revoked_at);
CREATE INDEX ix_revocation_event_user_id_issued_before ON public.revocation_event USING btree (user_id, issued_before);
CREATE INDEX ix_system_actor_id ON public.system_assignment USING btree (actor_id);
CREATE INDEX ix_user_default_project_id ON public."user" USING btree (default_project_id);
ALTER TABLE ONLY public.access_token
    ADD CONSTRAINT access_token_consumer_id_fkey FOREIGN KEY (consumer_id) REFERENCES public.consumer(id);
ALTER TABLE ONLY public.application_credential_access_rule
    ADD CONSTRAINT application_credential_access_ru_application_credential_id_fkey FOREIGN KEY (application_credential_id) REFERENCES public.application_credential(internal_id) ON DELETE CASCADE;
ALTER TABLE ONLY public.application_credential_access_rule
    ADD CONSTRAINT application_credential_access_rule_access_rule_id_fkey FOREIGN KEY (access_rule_id) REFERENCES public.access_rule(id);
ALTER TABLE ONLY public.application_credential_role
    ADD CONSTRAINT application_credential_role_application_credential_id_fkey FOREIGN KEY (application_credential_id) REFERENCES public.application_credential(internal_id) ON DELETE CASCADE;
ALTER TABLE ONLY public.endpoint
    ADD CONSTRAINT endpoint_region_id_fkey FOREIGN KEY (region_id) REFERENCES public.region(id) ON DELETE RESTRICT;
ALTER TABLE ONLY public.endpoint
    ADD CONSTRAINT endpoint_service_id_fkey FOREIGN KEY (service_id) REFERENCES public.service(id);
ALTER TABLE ONLY public.expiring_user_group_membership
    ADD CONSTRAINT expiring_user_group_membership_group_id_fkey FOREIGN KEY (group_id) REFERENCES public."group"(id);
ALTER TABLE ONLY public.expiring_user_group_membership
    ADD CONSTRAINT expiring_user_group_membership_idp_id_fkey FOREIGN KEY (idp_id) REFERENCES public.identity_provider(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.expiring_user_group_membership
    ADD CONSTRAINT expiring_user_group_membership_user_id_fkey FOREIGN KEY (user_id) REFERENCES public."user"(id);
ALTER TABLE ONLY public.federated_user
    ADD CONSTRAINT federated_user_idp_id_fkey FOREIGN KEY (idp_id) REFERENCES public.identity_provider(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.federated_user
    ADD CONSTRAINT federated_user_protocol_id_idp_id_fkey FOREIGN KEY (protocol_id, idp_id) REFERENCES public.federation_protocol(id, idp_id) ON DELETE CASCADE;
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
    ADD CONSTRAINT limit_registered_limit_id_fkey FOREIGN KEY (registered_limit_id) REFERENCES public.registered_limit(id);
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
ALTER TABLE ONLY public.project_option
    ADD CONSTRAINT project_option_project_id_fkey FOREIGN KEY (project_id) REFERENCES public.project(id) ON DELETE CASCADE;
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
ALTER TABLE ONLY public.role_option
    ADD CONSTRAINT role_option_role_id_fkey FOREIGN KEY (role_id) REFERENCES public.role(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.user_group_membership
    ADD CONSTRAINT user_group_membership_group_id_fkey FOREIGN KEY (group_id) REFERENCES public."group"(id);
ALTER TABLE ONLY public.user_group_membership
    ADD CONSTRAINT user_group_membership_user_id_fkey FOREIGN KEY (user_id) REFERENCES public."user"(id);
ALTER TABLE ONLY public.user_option
    ADD CONSTRAINT user_option_user_id_fkey FOREIGN KEY (user_id) REFERENCES public."user"(id) ON DELETE CASCADE;
