"""The shop."""

from shop.base import Base
from shop.people import Customer
from shop.things import Article, Stock

__all__ = ["Article", "Base", "Customer", "Stock"]
