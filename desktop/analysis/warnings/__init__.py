"""Early warnings: what to watch before it is too late, by rules that an office can change."""
