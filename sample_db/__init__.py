"""The sample database: a lending library, its models, and named ways in which such a database drifts from them."""
