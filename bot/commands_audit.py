"""audit verify: does every row of the audit log stand where it was written?"""

from pathlib import Path

from bot.config import load
from bot.opening import database
from bot.options import ConfigFile
from bot.terminal import Outcome
from storage import audit
from texts import Text


async def verify(*, config: ConfigFile = Path("config.toml")) -> Outcome:
    """Look at the whole audit log; exit code 1 when something in it was changed, put in or taken out."""
    async with database(load(config)) as db, db.read() as tx:
        chain = await audit.verify(tx)
    if chain.broken_id is not None:
        return Outcome(notes=[Text("audit-broken", row=str(chain.broken_id))], code=1)
    if chain.is_cut:
        return Outcome(notes=[Text("audit-cut", count=chain.rows)], code=1)
    older = [Text("audit-older", count=chain.older)] if chain.older else []
    return Outcome([Text("audit-whole", count=chain.rows), *older])
