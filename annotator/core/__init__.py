"""What an annotation is: frozen values and rules. No I/O, no Qt, no SQL."""
