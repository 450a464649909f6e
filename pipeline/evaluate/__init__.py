"""Quality against gold: `gcm evaluate`."""
