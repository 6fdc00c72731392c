# SPDX-License-Identifier: GPL-3.0-or-later
"""Memory that the start needed and nobody needs any more goes back to the operating system.

Importing the services and reading the course leave free pages with the C library, some 20 MB that an old
laptop could use. Only glibc offers to return them; elsewhere nothing is done.
"""

import ctypes
import gc
import sys


def give_back() -> None:
    """Return what is free; run it in the background, once, when the course has been read."""
    gc.collect()
    if sys.platform == "linux":
        trim = getattr(ctypes.CDLL(None), "malloc_trim", None)
        if trim is not None:
            trim(0)
