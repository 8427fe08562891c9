from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column
from sqlalchemy import String


class Base(DeclarativeBase): pass


class Pet(Base):
	__tablename__ = "pet"; kept_by = "the zoo"

	id: Mapped[int] = mapped_column( primary_key = True )
	name: Mapped[str] = mapped_column( String( 20 ) ); age: Mapped[int]

	def __str__(self): return self.name
