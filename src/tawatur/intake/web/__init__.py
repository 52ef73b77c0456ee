"""The web: pages and feeds fetched politely, from public addresses only. Nothing else in intake touches a network."""
