"""One page kind a file, with the template of the same name: `pages(book)` yields the pages of that kind."""
