"""From sections to claims: mentions, frames, attribution, modality."""
