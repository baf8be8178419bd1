"""What the dashboard showed when it was last looked at, as text: one file per product or page.

To keep what it shows now, run `python3 run.py test tests/golden tests/ui/test_same_screens.py
--renew`; the difference in Git is what changed for people, to be read before it is committed.
"""
