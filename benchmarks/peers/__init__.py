"""The apps that ours is compared with; each draws what `twin` says, or nothing."""
