"""Speed as ratios: the application's hot paths against a floor or a peer, in one run."""
