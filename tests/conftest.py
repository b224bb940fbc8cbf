"""What holds for all tests, set before anything of the screen is imported."""

import os

# As the entry point has it: frames at four milliseconds, so that a journey need not wait sixteen for each.
os.environ.setdefault("TEXTUAL_FPS", "240")
