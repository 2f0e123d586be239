"""The project file: the only SQL in the program."""
