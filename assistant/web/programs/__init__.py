"""What programs may ask of the page: its endpoints, and the same as tools."""
