"""People whom no outcome counts: held, freed, housed, moved, helped, in need, under arms."""
