"""The doors for machines: Telegram's webhook, health and figures."""
