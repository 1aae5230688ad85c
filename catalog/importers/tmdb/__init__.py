"""TMDB: a drama as its API describes it, asked for or recorded, becomes a record."""
