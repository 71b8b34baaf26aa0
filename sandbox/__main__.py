"""`python -m sandbox --port 8081`: a sandbox until it is interrupted."""

import argparse
import asyncio
import signal

from sandbox.server import BOT_USERNAME, Sandbox


def arguments() -> argparse.Namespace:
    """The command line."""
    parser = argparse.ArgumentParser(prog="python -m sandbox", description="A local Bot API server with a chat page.")
    parser.add_argument("--port", type=int, default=8081, help="0 takes any free port (default 8081)")
    parser.add_argument("--host", default="127.0.0.1")
    parser.add_argument("--token", help="the bot's token; default: the first one seen")
    parser.add_argument("--bot-username", default=BOT_USERNAME)
    parser.add_argument("--check", action="store_true", help="hold all results and updates against the published types")
    return parser.parse_args()


async def serve(given: argparse.Namespace) -> None:
    """Run until SIGINT or SIGTERM."""
    server = await Sandbox.start(
        given.port, given.host, token=given.token, bot_username=given.bot_username, check_results=given.check
    )
    print(f"sandbox: {server.url}", flush=True)
    stopping = asyncio.Event()
    for name in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(name, stopping.set)
    await stopping.wait()
    await server.stop()


if __name__ == "__main__":
    asyncio.run(serve(arguments()))
