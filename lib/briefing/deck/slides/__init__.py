"""Slides by kind; each module adds its own to a `stage.Stage`."""
