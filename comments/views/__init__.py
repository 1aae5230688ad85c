"""What visitors read and post."""
