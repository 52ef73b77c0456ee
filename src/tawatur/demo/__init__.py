"""Specimen reports for trying the program out: `reports.jsonl`, written for it; its README says what is invented."""
