"""The commands: thin wrappers that read options, call the stages, and print."""
