"""Days at the event, played in the real window over the demo event: by keys, from the doors to the evening."""
