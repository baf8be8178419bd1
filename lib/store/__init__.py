"""The store: plans, their immutable versions, and who changed what.

It knows plans only as bytes and changes; what a workbook says is not its business.
"""

from lib.store.records import HeadMoved, PlanExists, StoreError
from lib.store.store import Store

__all__ = ["HeadMoved", "PlanExists", "Store", "StoreError"]
