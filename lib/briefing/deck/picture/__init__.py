"""A deck's slides as pictures, drawn from the very shapes of the file."""
