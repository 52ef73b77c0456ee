"""Attribution: who says so, through whom, and over which sentences it holds."""
