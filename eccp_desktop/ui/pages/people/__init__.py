"""The People page: everybody and every organisation, with all that is known of them."""
