# SPDX-License-Identifier: GPL-3.0-or-later
"""What pages are built of. A widget gets ready texts by setters and never translates anything itself."""
