"""The look that gradio's own parts take: our colours, system fonts, quiet shapes.

Only fonts that the reader's machine has: naming no web font means that none is fetched.
"""

import gradio as gr

SANS = ["ui-sans-serif", "system-ui", "-apple-system", "Segoe UI", "Roboto", "Noto Sans", "sans-serif"]
MONO = ["ui-monospace", "SFMono-Regular", "Consolas", "Liberation Mono", "monospace"]

# (light, dark). Text on its background is at least 4.5:1, borders of controls at least 3:1.
PAPER = ("#faf9f6", "#15181b")
SURFACE = ("#ffffff", "#1c2024")
INK = ("#1c2127", "#e8e6e1")
QUIET = ("#595f69", "#a5abb3")
RULE = ("#e3e0d8", "#30363c")
EDGE = ("#8a8f97", "#6d757e")
ACCENT = ("#0d5566", "#86c9d8")
PRESSED = ("#0a4350", "#a5d9e5")
ON_ACCENT = ("#ffffff", "#10262c")


def briefings_theme() -> gr.themes.Base:
    """Make the theme of the page, light and dark."""
    theme = gr.themes.Base(font=SANS, font_mono=MONO, radius_size=gr.themes.sizes.radius_md)
    return theme.set(
        body_background_fill=PAPER[0],
        body_background_fill_dark=PAPER[1],
        body_text_color=INK[0],
        body_text_color_dark=INK[1],
        body_text_color_subdued=QUIET[0],
        body_text_color_subdued_dark=QUIET[1],
        background_fill_primary=SURFACE[0],
        background_fill_primary_dark=SURFACE[1],
        background_fill_secondary=PAPER[0],
        background_fill_secondary_dark=PAPER[1],
        border_color_primary=RULE[0],
        border_color_primary_dark=RULE[1],
        color_accent=ACCENT[0],
        link_text_color=ACCENT[0],
        link_text_color_dark=ACCENT[1],
        link_text_color_hover=ACCENT[0],  # gradio's own blue else
        link_text_color_hover_dark=ACCENT[1],
        link_text_color_active=ACCENT[0],
        link_text_color_active_dark=ACCENT[1],
        block_background_fill="transparent",
        block_background_fill_dark="transparent",
        block_border_width="0px",
        block_shadow="none",
        block_padding="0px",
        block_label_text_color=QUIET[0],
        block_label_text_color_dark=QUIET[1],
        input_background_fill=SURFACE[0],
        input_background_fill_dark=SURFACE[1],
        input_border_color=EDGE[0],
        input_border_color_dark=EDGE[1],
        input_border_color_focus=ACCENT[0],
        input_border_color_focus_dark=ACCENT[1],
        input_placeholder_color=QUIET[0],
        input_placeholder_color_dark=QUIET[1],
        input_shadow="none",
        input_shadow_focus="none",
        button_primary_background_fill=ACCENT[0],
        button_primary_background_fill_dark=ACCENT[1],
        button_primary_background_fill_hover=PRESSED[0],
        button_primary_background_fill_hover_dark=PRESSED[1],
        button_primary_text_color=ON_ACCENT[0],
        button_primary_text_color_dark=ON_ACCENT[1],
        button_secondary_background_fill=SURFACE[0],
        button_secondary_background_fill_dark=SURFACE[1],
        button_secondary_background_fill_hover=PAPER[0],
        button_secondary_background_fill_hover_dark=PAPER[1],
        button_secondary_text_color=INK[0],
        button_secondary_text_color_dark=INK[1],
        button_secondary_border_color=EDGE[0],
        button_secondary_border_color_dark=EDGE[1],
        button_large_text_weight="500",
        button_small_text_weight="400",
        shadow_drop="none",
        shadow_drop_lg="none",
    )
