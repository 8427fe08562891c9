PRAGMA foreign_keys = OFF;
PRAGMA legacy_alter_table = ON;  -- or the view, which is broken for a moment, would stop the renaming
BEGIN;
create table rooms_new (
    name varchar( 40 ) not null,  -- the columns stand in another order
    "SEATS" integer not null,
    Branch_ID integer not null
        constraint fk_rooms_branch_id_branches references "branches" on update no action on delete cascade,
    [number] integer not null,
    constraint ck_rooms_seats check(seats>0),
    constraint pk_rooms primary key (branch_id, number)
);
insert into rooms_new (branch_id, number, name, seats) select branch_id, number, name, seats from rooms;
drop table rooms;
alter table rooms_new rename to Rooms;
drop index ix_genres_parent_id;
create index IX_genres_parent_ID on Genres ( "parent_id" asc );
COMMIT;
