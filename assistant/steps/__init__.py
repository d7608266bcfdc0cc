"""The steps from a question to an answer, over one `Work`; `assistant.answering` puts them in order."""
