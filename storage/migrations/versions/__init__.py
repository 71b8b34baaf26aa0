"""One file a step, oldest first: each says why, then does one thing."""
