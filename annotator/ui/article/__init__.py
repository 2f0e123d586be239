"""The article view: Arabic text shaped once, with its spans painted under and below it."""
