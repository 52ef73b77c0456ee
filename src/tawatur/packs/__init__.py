"""Knowledge as data: actors, places, measures, attribution verbs and outlets, in files that an analyst can extend."""
