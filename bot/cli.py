"""The command line: ``lianxin …`` or ``python -m bot …``. Every mistake is one clear line and exit code 1."""

import os
import re
import sqlite3
import sys
from collections.abc import Callable, Sequence
from importlib import metadata

from cyclopts import App, Argument, CycloptsError, MissingArgumentError, UnknownCommandError, UnknownOptionError

from bot.config_faults import ConfigFault
from bot.terminal import CommandFault, Outcome, Terminal, language_for
from domain.keys import KeyFault
from domain.refusals import Refusal
from services.schemes import SchemeFault
from storage.db import DatabaseDamaged, DatabaseFault
from texts import Text, because

COMMANDS: tuple[tuple[str, str], ...] = (
    ("init", "bot.commands_setup:init"),
    ("check", "bot.commands_check:check"),
    ("run", "bot.commands_setup:run"),
    ("demo", "bot.commands_setup:demo"),
    ("migrate", "bot.commands_setup:migrate"),
    ("invite", "bot.commands_data:invite"),
    ("revoke", "bot.commands_data:revoke"),
    ("import members", "bot.commands_data:import_members"),
    ("import units", "bot.commands_data:import_units"),
    ("session", "bot.commands_data:session"),
    ("export", "bot.commands_data:export"),
    ("backup", "bot.commands_backup:backup"),
    ("restore", "bot.commands_backup:restore"),
    ("copy", "bot.commands_backup:copy"),
    ("doctor", "bot.commands_doctor:doctor"),
    ("keys new", "bot.commands_keys:new"),
    ("keys rotate", "bot.commands_keys:rotate"),
    ("keys list", "bot.commands_keys:listed"),
    ("audit verify", "bot.commands_audit:verify"),
    ("scheme check", "bot.commands_scheme:check"),
    ("scheme explain", "bot.commands_scheme:explain"),
    ("scheme preview", "bot.commands_scheme:preview"),
    ("scheme use", "bot.commands_scheme:use"),
)
"""What is typed, and the function behind it. Only the one that was asked for is imported: all of them take a while."""


NOT_READ_ON = 128 + 13
"""As a shell counts a program that SIGPIPE ended."""


_OF_THE_DISK = ("SQLITE_READONLY", "SQLITE_FULL", "SQLITE_IOERR", "SQLITE_CANTOPEN", "SQLITE_BUSY", "SQLITE_LOCKED")
"""SQLite's faults of which the machine is the cause, not we."""
_OF_THE_SERVER = ("08", "28", "42501", "53", "57")
"""PostgreSQL's: not reached, not let in, no privilege, no room, going down."""


def main(arguments: Sequence[str] | None = None) -> None:
    """The console script."""
    # What a command writes (database, tables, logs) holds names and phones: nobody else on the machine may read it.
    os.umask(0o077)
    try:
        code = run(sys.argv[1:] if arguments is None else arguments)
        sys.stdout.flush()
    except BrokenPipeError:
        # Whoever read along (head, less) has seen enough; what is left must not be written when Python ends.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        code = NOT_READ_ON
    sys.exit(code)


def run(arguments: Sequence[str]) -> int:
    """Run one command; its exit code."""
    terminal = Terminal(language_for(arguments, os.environ))
    app = build(terminal.words)
    try:
        outcome = app(arguments, exit_on_error=False, print_error=False)
    except KeyboardInterrupt:
        return terminal.show(Outcome(notes=[Text("cli-stopped")], code=130))
    except Exception as fault:
        outcome = Outcome(notes=sentences(fault), code=1)
        if not outcome.notes:
            raise
    return terminal.show(outcome) if isinstance(outcome, Outcome) else 0


def version() -> str:
    try:
        return metadata.version("lianxin")
    except metadata.PackageNotFoundError:
        # Run from its folder, not installed.
        return "?"


def build(words: Callable[[Text], str]) -> App:
    """All commands, with their help in the terminal's language."""
    app = App("lianxin", help=words(Text("cli-about")), version=version, result_action="return_value")
    groups: dict[str, App] = {"": app}
    for path, command in COMMANDS:
        group, _, name = path.rpartition(" ")
        if group not in groups:
            groups[group] = App(group, help=words(Text(f"cli-help-{group}")))
            app.command(groups[group])
        groups[group].command(command, name=name, help=words(Text(f"cli-help-{path.replace(' ', '-')}")))
    return app


def sentences(fault: Exception) -> list[Text]:
    """What to say of a fault that whoever typed the command can mend; [] for one of our own."""
    match fault:
        case ConfigFault():
            return list(fault.faults)
        case CommandFault():
            return [fault.text]
        case Refusal() | KeyFault():
            return [Text(fault.text, **fault.args_of_text)]
        case DatabaseDamaged():
            return [Text("cli-database-damaged", fault=str(fault))]
        case DatabaseFault():
            return [Text(fault.text, **fault.args_of_text)]
        case sqlite3.OperationalError() if fault.sqlite_errorname.startswith(_OF_THE_DISK):
            return [Text("database-not-usable", fault=str(fault))]
        case SchemeFault():
            return [Text("cli-scheme-fault", fault=line) for line in str(fault).splitlines()]
        case _ if str(getattr(fault, "sqlstate", "")).startswith(_OF_THE_SERVER):
            return [Text("database-not-usable", fault=str(fault))]
        case CycloptsError():
            return [_usage(fault)]
        case OSError(filename=str(file)):
            return [Text("cli-file-fault", file=file, why=because(fault))]
    return []


def _usage(fault: CycloptsError) -> Text:
    """What was typed wrong, in the terminal's language as far as cyclopts tells what it is."""
    said = " ".join(str(fault).split())
    meant = re.search(r"Did you mean \"?([^\s?\"]+)", said)
    match fault:
        case MissingArgumentError(argument=Argument() as argument):
            return Text("cli-usage-missing", what=argument.name)
        case UnknownOptionError(token=token) if meant:
            return Text("cli-usage-did-you-mean", what=token.keyword or token.value, meant=meant[1])
        case UnknownOptionError(token=token):
            return Text("cli-usage-unknown-option", what=token.keyword or token.value)
        case UnknownCommandError(unused_tokens=[what, *_]) if meant:
            return Text("cli-usage-did-you-mean", what=what, meant=meant[1])
        case UnknownCommandError(unused_tokens=[what, *_]):
            return Text("cli-usage-unknown-command", what=what)
    return Text("cli-usage", fault=said)
