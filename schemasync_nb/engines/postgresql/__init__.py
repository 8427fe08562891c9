"""PostgreSQL: exact, with scratch databases on the same server or on another one; the class is in engine.py."""
