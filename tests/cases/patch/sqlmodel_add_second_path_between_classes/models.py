from sqlmodel import Field, Relationship, SQLModel


class Hero(SQLModel, table=True):
    id: int | None = Field(default=None, primary_key=True)

    caves: list["Cave"] = Relationship(
        back_populates="owner", sa_relationship_kwargs={"order_by": "Cave.id"}
    )


class Cave(SQLModel, table=True):
    id: int | None = Field(default=None, primary_key=True)
    owner_id: int | None = Field(default=None, foreign_key="hero.id")

    owner: Hero | None = Relationship(back_populates="caves")
