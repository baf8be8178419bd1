"""Sets up what is missing, then runs a command: `python3 run.py --help`.

This file parses on any Python, so that an old one is told in a sentence what it lacks.
"""

import sys

if sys.version_info < (3, 11):  # noqa: UP036
    sys.stderr.write(
        "Diperlukan Python 3.11 atau lebih baru; yang dipakai adalah Python %d.%d. "  # noqa: UP031
        "Pasang Python baru dari https://www.python.org/downloads/ lalu coba lagi.\n"
        % sys.version_info[:2]
    )
    sys.exit(2)

from lib.installation import hand_over

if __name__ == "__main__":
    sys.exit(hand_over(sys.argv[1:]))
