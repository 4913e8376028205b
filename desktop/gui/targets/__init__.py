"""The pages of targets: what is set, how it stands, and how it is spread over the months."""
