"""The deck of a coordination meeting: its slides, and the tools that draw them."""
