"""One web address: fetched within bounds, by redirects that lead nowhere private."""
