"""What the keys that move the caret are called, where all keys are listed."""

from PySide6.QtCore import QT_TRANSLATE_NOOP

CARET_WORDS: dict[str, str] = {
    name: str(title)
    for name, title in {
        "caret.left": QT_TRANSLATE_NOOP("Command", "Letter left"),
        "caret.right": QT_TRANSLATE_NOOP("Command", "Letter right"),
        "caret.word_left": QT_TRANSLATE_NOOP("Command", "Word left"),
        "caret.word_right": QT_TRANSLATE_NOOP("Command", "Word right"),
        "caret.sentence_left": QT_TRANSLATE_NOOP("Command", "Next sentence"),
        "caret.sentence_right": QT_TRANSLATE_NOOP("Command", "Previous sentence"),
        "caret.up": QT_TRANSLATE_NOOP("Command", "Line above"),
        "caret.down": QT_TRANSLATE_NOOP("Command", "Line below"),
        "caret.line_start": QT_TRANSLATE_NOOP("Command", "Start of the line"),
        "caret.line_end": QT_TRANSLATE_NOOP("Command", "End of the line"),
        "caret.paragraph_up": QT_TRANSLATE_NOOP("Command", "Paragraph above"),
        "caret.paragraph_down": QT_TRANSLATE_NOOP("Command", "Paragraph below"),
        "caret.text_start": QT_TRANSLATE_NOOP("Command", "Start of the text"),
        "caret.text_end": QT_TRANSLATE_NOOP("Command", "End of the text"),
        "caret.page_up": QT_TRANSLATE_NOOP("Command", "Page above"),
        "caret.page_down": QT_TRANSLATE_NOOP("Command", "Page below"),
        "select.left": QT_TRANSLATE_NOOP("Command", "Select a letter left"),
        "select.right": QT_TRANSLATE_NOOP("Command", "Select a letter right"),
        "select.word_left": QT_TRANSLATE_NOOP("Command", "Select a word left"),
        "select.word_right": QT_TRANSLATE_NOOP("Command", "Select a word right"),
        "select.sentence_left": QT_TRANSLATE_NOOP("Command", "Select to the next sentence"),
        "select.sentence_right": QT_TRANSLATE_NOOP("Command", "Select to the previous sentence"),
        "select.up": QT_TRANSLATE_NOOP("Command", "Select to the line above"),
        "select.down": QT_TRANSLATE_NOOP("Command", "Select to the line below"),
        "select.line_start": QT_TRANSLATE_NOOP("Command", "Select to the start of the line"),
        "select.line_end": QT_TRANSLATE_NOOP("Command", "Select to the end of the line"),
        "select.paragraph_up": QT_TRANSLATE_NOOP("Command", "Select a paragraph up"),
        "select.paragraph_down": QT_TRANSLATE_NOOP("Command", "Select a paragraph down"),
        "select.text_start": QT_TRANSLATE_NOOP("Command", "Select to text start"),
        "select.text_end": QT_TRANSLATE_NOOP("Command", "Select to text end"),
        "select.page_up": QT_TRANSLATE_NOOP("Command", "Select a page up"),
        "select.page_down": QT_TRANSLATE_NOOP("Command", "Select a page down"),
    }.items()
}
"""The title of every row that moves the caret (`caret.…`) or the selection's end (`select.…`), by the row's name."""
