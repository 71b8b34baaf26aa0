"""Options that commands share."""

from pathlib import Path
from typing import Annotated

from cyclopts import Parameter

ConfigFile = Annotated[Path, Parameter(name="--config")]
Migrate = Annotated[bool, Parameter(name="--migrate", negative="--no-migrate")]
Tour = Annotated[bool, Parameter(name="--tour", negative="")]
Exit = Annotated[bool, Parameter(name="--exit", negative="")]
Overwrite = Annotated[bool, Parameter(name="--overwrite", negative="")]
RetryParked = Annotated[bool, Parameter(name="--retry-parked", negative="")]
All = Annotated[bool, Parameter(name="--all", negative="")]
Names = Annotated[bool, Parameter(name="--names", negative="")]
From = Annotated[str, Parameter(name="--from")]
