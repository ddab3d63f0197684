"""Review: a page on this machine where a person accepts, rejects or corrects rows, and the outcome as gold."""
