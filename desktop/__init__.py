"""Export Target Tracker: monthly trade returns in, progress against the year's target out."""

import os

# Our matrices are small: more threads only wait for each other, and take ten times the processor.
# It must be said before numpy is first imported.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

__version__ = "0.1.0"
