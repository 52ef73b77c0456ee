"""The subcommands of `tawatur review`: those that decide, and those that look."""
