"""The durable store of documents and claims."""
