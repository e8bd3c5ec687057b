"""One page kind a file, with the template of the same name: `pages(site, lang)` returns the pages of that kind."""
