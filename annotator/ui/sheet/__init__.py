"""What floats over the window: sheets for import, export and help, and the cards of the first steps."""
