"""The Ask tab: conversations, answers with their sources, and what stands beside them."""
