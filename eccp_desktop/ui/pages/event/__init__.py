"""The Event page: the frame in which everything takes place."""
