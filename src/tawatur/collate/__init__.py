"""From claims and the reports that hold them to findings."""
