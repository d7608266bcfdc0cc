"""Small parts of the Ask tab: the chat, the box for a question, what tells which answer to follow."""

import secrets

import gradio as gr


def anew(exchange_id: str) -> str:
    """A text that tells which answer to follow and differs each time, so that the field has changed."""
    return f"{exchange_id} {secrets.token_hex(4)}"


def chatbot() -> gr.Chatbot:
    """An empty chat, not shown yet."""
    return gr.Chatbot(
        elem_id="conversation",
        show_label=False,
        container=False,
        layout="panel",
        height="auto",
        render_markdown=False,  # briefings and questions are text; render.py escapes them
        sanitize_html=True,  # and gradio's sanitiser stands behind it
        allow_tags=False,
        latex_delimiters=[],
        buttons=[],
        feedback_options=None,
        autoscroll=False,
        visible=False,
    )


def question_box() -> gr.Textbox:
    """Where one types."""
    return gr.Textbox(
        "",
        label="Question",
        placeholder="Ask a question",
        lines=1,
        max_lines=8,
        autofocus=True,
        container=False,
        elem_id="question",
        scale=1,
    )
