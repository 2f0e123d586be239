"""The room “Overview”: how far annotators agree, and the way from every figure to the spans behind it."""
