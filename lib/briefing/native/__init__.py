"""Charts that Office draws and people edit: the same in the deck and in the Word report."""
