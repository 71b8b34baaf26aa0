"""What lianxin is measured against: python-telegram-bot as it comes, saying back what it hears, storing nothing.

    python -m bench.echo_bot BASE_URL TOKEN AT_ONCE

Its own Updater, its own httpx, every default. ``AT_ONCE`` 0 leaves ``concurrent_updates`` at its default too.
"""

import sys

from telegram import Update
from telegram.ext import ApplicationBuilder, ContextTypes, MessageHandler, filters


async def echo(update: Update, _: ContextTypes.DEFAULT_TYPE) -> None:
    if update.message is not None and update.message.text is not None:
        await update.message.reply_text(update.message.text)


def main(base_url: str, token: str, at_once: int) -> None:
    builder = ApplicationBuilder().token(token).base_url(base_url)
    if at_once:
        builder = builder.concurrent_updates(at_once)
    application = builder.build()
    application.add_handler(MessageHandler(filters.TEXT, echo))
    application.run_polling()


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], int(sys.argv[3]))
