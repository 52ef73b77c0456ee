"""Facts: what one report says of one quantity, and how its parties, places, periods and values stand to another's."""
