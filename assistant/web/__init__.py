"""The page: a chat over the briefings on file. The only package that imports gradio."""

from assistant.web.loading import load_gradio

load_gradio()
