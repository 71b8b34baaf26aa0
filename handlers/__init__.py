"""One file a conversation: parse, call a service, say."""
