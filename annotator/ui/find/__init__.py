"""Finding in the open article: the panel under the text, its list of places, and labelling them all."""
