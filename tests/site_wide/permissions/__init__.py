"""Who may do what, tried on every address of the admin and of the site."""
