import pandas as pd

# A plan's tables are small: Arrow, pandas' default for texts, costs more per column than it saves
# per row. A check of the sample takes a quarter less without it, one of 10,000 rows as long.
pd.options.mode.string_storage = "python"
