"""An answer in the words of a chat model: asked, cut into sentences, checked, repaired."""
