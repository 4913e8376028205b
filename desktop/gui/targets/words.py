"""The tones that a target's status wears on the page of targets."""

from __future__ import annotations

from desktop.analysis.judgement import PaceStatus
from desktop.gui.tokens import Tone

PACE_TONES = {
    PaceStatus.MET: Tone.GOOD,
    PaceStatus.AHEAD: Tone.GOOD,
    PaceStatus.ON_TRACK: Tone.PLAIN,
    PaceStatus.AT_RISK: Tone.WARN,
    PaceStatus.BEHIND: Tone.BAD,
    PaceStatus.CANNOT_SAY: Tone.MUTED,
}
