"""Slides by kind; each module adds its own to a `frame.Stage`."""
