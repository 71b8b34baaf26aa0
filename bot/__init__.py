"""The running process and the Telegram edge."""
