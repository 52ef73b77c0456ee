"""Who may come in: passwords, sessions, tokens, sign-in by OpenID Connect."""
