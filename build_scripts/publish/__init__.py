"""Rendering, publishing, serving: the stage that writes the site."""
