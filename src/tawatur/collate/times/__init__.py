"""Times: beginnings, dates, tallies and changes that the calendar or an earlier count speaks against."""
