"""A chronology as a picture, without any dependency."""

from bilateral.chronology.picture.drawing import Picture, draw

__all__ = ["Picture", "draw"]
