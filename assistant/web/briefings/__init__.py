"""The Briefings tab: what is on file, taking in, reading, correcting, removing."""
