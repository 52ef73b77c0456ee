"""Times: the period that a claim holds for, as its sentence tells it."""
