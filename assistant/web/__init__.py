"""The page: a chat over the briefings on file. The only package that imports gradio."""
