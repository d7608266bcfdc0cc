"""The Timeline tab: what happened on a subject, newest first."""
