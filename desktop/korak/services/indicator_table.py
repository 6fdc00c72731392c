# SPDX-License-Identifier: GPL-3.0-or-later
"""The funder's table of a centre: its own in the data folder, else the one that came with Korak."""

from pathlib import Path

from korak import paths
from korak.content.indicators import IndicatorTable, TableFault, read_table
from korak.services.faults import FaultKind, ServiceFault

TABLE = "indicators.toml"


def indicators_of(folder: Path) -> IndicatorTable:
    """Read the table of a centre; BAD_TABLE says in which line of it something is wrong."""
    own = folder / TABLE
    file = own if own.is_file() else paths.assets() / TABLE
    try:
        return read_table(file.read_bytes())
    except TableFault as fault:
        told = {"file": file.name, "line": str(fault.line), "reason": fault.reason}
        raise ServiceFault(FaultKind.BAD_TABLE, told) from fault
